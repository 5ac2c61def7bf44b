using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Finds the command in a line. What begins with no command word is somebody's name.</summary>
internal static class CommandReader
{
    public static FlairCommand Read(TypedLine line)
    {
        if (line.Words is not [var first, ..]) return new FlairCommand.Me();
        if (string.Concat(line.Words.Select(word => word.Key)) is "whoami") return new FlairCommand.WhoAmI();
        if (GluedTop(first.Key) is { } count) return TopReader.Read([Word.Of(count), .. line.Words.Skip(1)]);

        var rest = line.Words.Skip(1).ToList();
        var command = Vocabulary.Command(first.Key);
        if (command is not null && rest is [{ Key: "help" or "--help" or "-help" or "-h" }]) return new FlairCommand.Help(command);
        return command is null ? Somebody(line) : Command(command, rest) ?? Somebody(line);
    }

    private static FlairCommand? Command(string command, List<Word> rest) => command switch
    {
        "me" => rest.Count == 0 ? new FlairCommand.Me() : null,
        "top" => TopReader.Read(rest),
        "why" => PeopleReader.Why(new Words(rest)),
        "whoami" => new FlairCommand.WhoAmI(),
        "link" => PeopleReader.Link(rest),
        "unlink" => new FlairCommand.Unlink(PeopleReader.Other(rest)),
        "share" => new FlairCommand.Share(Wish(rest)),
        "export" => rest is [] or [{ Key: "me" }] ? new FlairCommand.Export() : new FlairCommand.Help(command),
        "forget" => Forget(rest),
        "subscribe" => new FlairCommand.Subscribe(WishReader.Read(rest)),
        "settings" => new FlairCommand.Settings(rest is [] or [{ Key: "show" }] ? null : WishReader.Read(rest)),
        "preview" => new FlairCommand.Preview(),
        "unsubscribe" => new FlairCommand.Unsubscribe(),
        "simulate" => SimulateReader.Read(new Words(rest)),
        "pause" => PauseReader.Read(new Words(rest)),
        "resume" => new FlairCommand.Resume(),
        "quarantine" => Quarantine(new Words(rest)),
        "retract" => Card(rest) is { } card ? new FlairCommand.Retract(card) : new FlairCommand.Help(command),
        "correct" => Card(rest) is { } card ? new FlairCommand.Correct(card) : new FlairCommand.Help(command),
        "status" => new FlairCommand.Status(),
        // "help me" is a cry and no question about a command.
        "help" => new FlairCommand.Help(rest is [] or [{ Key: "me" }] ? null : string.Join(' ', rest.Select(word => word.Text))),
        _ => null,
    };

    private static FlairCommand Somebody(TypedLine line)
    {
        var who = Mention.Parse(line.Text);
        if (who.IsEmpty) return new FlairCommand.Unknown(line.Text);
        var meant = Vocabulary.Meant(line.Words);
        return new FlairCommand.Somebody(who, meant is not null && Read(TypedLine.Read(meant)) is FlairCommand.Help { Topic: not null } ? null : meant);
    }

    // "top10"
    private static string? GluedTop(string key) =>
        key.StartsWith("top", StringComparison.Ordinal) && key.Length > 3 && key.Skip(3).All(char.IsAsciiDigit) ? key[3..] : null;

    private static Consent? Wish(List<Word> rest) => string.Join(' ', rest.Select(word => word.Key).Where(key => key is not "with")) switch
    {
        "on" or "yes" or "all" or "public" or "everyone" or "share" => Consent.Share,
        "me" or "only me" or "just me" or "me only" or "onlyme" or "only-me" or "private" => Consent.OnlyMe,
        "off" or "never" or "no" or "nobody" => Consent.Never,
        _ => null,
    };

    // Nothing else after it may look like a yes, and forgetting somebody else is nobody's to ask.
    private static FlairCommand Forget(List<Word> rest) => rest switch
    {
        [] or [{ Key: "me" }] => new FlairCommand.Forget(IsConfirmed: false),
        [{ Key: "me" }, { Key: "yes" }] => new FlairCommand.Forget(IsConfirmed: true),
        _ => new FlairCommand.Help("forget"),
    };

    private static FlairCommand.Quarantine Quarantine(Words rest)
    {
        QuarantineAct? act = rest.Take("list") ? QuarantineAct.List
            : rest.Take("show") ? QuarantineAct.Show
            : rest.Take("release") ? QuarantineAct.Release
            : rest.Take("discard") ? QuarantineAct.Discard
            : null;
        var source = string.Join(' ', rest.Rest.Select(word => word.Text)) is { Length: > 0 } text ? text : null;
        return new FlairCommand.Quarantine(act ?? (source is null ? QuarantineAct.List : QuarantineAct.Show), source);
    }

    private static string? Card(List<Word> rest) => rest switch
    {
        [{ Key: "card" }, var key] => CardKey.Read(key.Key),
        [var key] => CardKey.Read(key.Key),
        _ => null,
    };
}
