using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Core.Flair.Answers;

/// <summary>Answers <c>help</c>, and what is no command.</summary>
internal static class HelpAnswers
{
    public static Card Answer(string? topic)
    {
        if (topic is null) return List("What /flair can do", "Only you see an answer; --here shows it to the channel. More: /flair help subscribe");
        if (FlairLanguage.Find(topic) is not { } help) return Unknown(topic);
        return new Card(CardKind.Help, $"/flair {help.Usage}", $"/flair {help.Usage}: {help.Detail}")
        {
            Text = help.Detail + (help.ForManagers ? " For managers." : ""),
            Rows = [.. help.Examples.Select(one => new CardRow("", $"/flair {one}", ""))],
        };
    }

    public static Card Unknown(string text) =>
        List("That is not a command I know", FlairLanguage.Nearest(text) is { } meant ? $"Did you mean /flair {meant}?" : $"I don't know “{Echo.Of(text)}”. Try one of these:");

    private static Card List(string title, string text) => new(CardKind.Help, title, $"{title}: {string.Join(", ", FlairLanguage.Commands.Select(one => one.Usage))}.")
    {
        Text = text,
        Rows = [.. FlairLanguage.Commands.Select(one => new CardRow("", $"/flair {one.Usage}", one.Meaning + (one.ForManagers ? " · managers" : "")))],
    };
}
