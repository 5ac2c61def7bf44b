namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>What help says. The list has to fit one screen of a chat, so commands that belong together share a row.</summary>
internal static class CommandList
{
    /// <summary>The row of the command that has no word.</summary>
    public const string Somebody = "@name";

    public static IReadOnlyList<CommandHelp> Rows { get; } =
    [
        new("me", "me", "Your own flair; /flair alone does the same",
            "Shows your points, your rank and the way to your next milestone. If I take you for somebody else, whoami tells, and link puts it right."),
        new(Somebody, "@name", "A colleague's flair",
            "Shows a colleague's points and rank. A first name, a last name or the start of either will do, with or without @: @ada or Ada Lovelace. "
            + "With @ even somebody is found whose name is a command.")
        {
            Words = [],
            Examples = ["@ada", "Ada Lovelace"],
        },
        new("top", "top [25] [month] [source]", "The highest scores: ever, or of a week, month or quarter",
            $"Shows the {FlairLanguage.DefaultTop} highest scores, or as many as you say, up to {FlairLanguage.MostTop}. Name a week, month or quarter "
            + "for what was earned in it, and a source for its own list. The order does not matter: top 25, top month, top acme quarter 5.")
        {
            Examples = ["top", "top 25", "top month", "top acme quarter 5"],
        },
        new("why", "why [@name | card]", "What a card rests on, step by step",
            "Explains the last card about you, about somebody, or the one whose key you give; the key stands at the foot of the card. "
            + "Write why, why @ada or why d-12-18c.")
        {
            Examples = ["why", "why @ada", "why d-12-18c"],
        },
        new("whoami", "whoami / link @name / unlink", "Whom I take you for, and how to put it right",
            "whoami shows which person of each source I take you for. link @name says which one you are; link @member to @person, for those who "
            + "look after the bot, says it of somebody else. unlink takes it back.")
        {
            Words = ["whoami", "link", "unlink"],
            Examples = ["whoami", "link", "link @Ada Lovelace", "link @ada to @Ada Lovelace", "unlink"],
        },
        new("share", "share on | only me | never", "Who may learn of your milestones",
            "share on: your milestones are celebrated in the channels. share only me: you alone are told, and nobody else can ask. "
            + "share never: nobody is told, not even you, and that stays so after forget me.")
        {
            Examples = ["share", "share on", "share only me", "share never"],
        },
        new("export", "export me / forget me", "All that is stored about you, and how to delete it",
            "export me shows everything that is stored about you. forget me says what would be deleted; forget me yes deletes it. "
            + "If you do not want to be celebrated again afterwards, write share never first.")
        {
            Words = ["export", "forget"],
            Place = CommandPlace.Alone,
            Examples = ["export me", "forget me", "forget me yes"],
        },
        new("subscribe", "subscribe [wishes]", "Cards for this channel: of what, from whom, when",
            "Brings cards to this channel. Add wishes in any order: from acme, group Platform Team, levels badges, at least 1000, at 1000,5000, "
            + "daily at 9:30, on mondays, quiet 18:00-08:00, mon-fri, in Europe/Berlin, max 3 a day. "
            + "For example: subscribe from acme at least 1000 weekly on monday at 9.")
        {
            Place = CommandPlace.Channel,
            Examples = ["subscribe", "subscribe from acme 1000+", "subscribe badges daily at 9:30 mon-fri", "subscribe group Platform Team quiet 18:00-08:00 max 3 a day"],
        },
        new("settings", "settings [wishes]", "What this channel gets, and how to change it",
            "Shows what this channel gets. With wishes, the same as for subscribe, it changes those and leaves the others: "
            + "settings quiet 18:00-08:00, settings quiet off, settings max 5 a day, settings no limit.")
        {
            Place = CommandPlace.Channel,
            Examples = ["settings", "settings quiet 18:00-08:00", "settings quiet off", "settings no limit"],
        },
        new("preview", "preview / unsubscribe", "A sample of this channel's cards; no more of them",
            "preview shows you what this channel would have got lately; nobody else sees it. unsubscribe ends the cards in this channel; "
            + "subscribe brings them back.")
        {
            Words = ["preview", "unsubscribe"],
            Place = CommandPlace.Channel,
            Examples = ["preview", "unsubscribe"],
        },
        new("pause", "pause 3d / resume", "No cards here for a while, or until you resume",
            "pause stops the cards in this channel until somebody writes resume. pause 3d, pause 2 hours and pause 1w end by themselves, "
            + "after 365 days at the latest.")
        {
            Words = ["pause", "resume"],
            Place = CommandPlace.Channel,
            Examples = ["pause", "pause 3d", "pause 2 hours", "resume"],
        },
        new("simulate", "simulate 1000,5000 last 90d", "How many cards such thresholds would have brought",
            "Counts the cards that thresholds would have brought: simulate 1000,5000 last 90d, or simulate last 12 weeks for the thresholds in force. "
            + "simulate 3 a week finds thresholds that bring so many.")
        {
            Examples = ["simulate", "simulate 1000,5000 last 90d", "simulate 1k 5k last 12 weeks", "simulate 3 a week last 90d"],
        },
        new("quarantine", "quarantine [release | discard]", "Polls held back because they look wrong",
            "Lists the polls that were held back. quarantine show acme shows what one would celebrate, quarantine release acme accepts it, "
            + "quarantine discard acme throws it away. With one source held, its name may be left out.")
        {
            Examples = ["quarantine", "quarantine show acme", "quarantine release", "quarantine discard acme"],
            ForManagers = true,
        },
        new("retract", "retract card / correct card", "Take a sent card back, or bring it up to date",
            "Both take the key that stands at the foot of the card. retract d-12-18c removes a card from its channel, "
            + "or marks it where the platform removes none; correct d-12-18c writes it anew from what is known now.")
        {
            Words = ["retract", "correct"],
            Examples = ["retract d-12-18c", "correct d-12-18c"],
            ForManagers = true,
        },
        new("status", "status", "Whether I am well, and when I last looked",
            "Shows when each source was last polled and how the deliveries stand. If a source is behind, it says why."),
        new("help", "help [command]", "This list, or one command; --here shows it to all",
            "Shows all commands, or explains one: help top. Answers are for you alone; --here anywhere in a command, as in top 5 --here, "
            + "shows the answer to the whole channel.")
        {
            Examples = ["help", "help top"],
        },
    ];
}
