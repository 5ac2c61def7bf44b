namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>The quotes that keyboards, phones and chat clients write.</summary>
internal static class Quotes
{
    public const string All = Double + Single;

    private const string Double = "\"“”„‟«»‹›「」『』＂";
    private const string Single = "'‘’‚‛`´＇";

    /// <summary>Whether one sign can end what the other began. Which of a family belong together differs from language to language.</summary>
    public static bool Match(char opening, char closing) => Double.Contains(opening) ? Double.Contains(closing) : Single.Contains(closing);

    public static bool Is(char sign) => All.Contains(sign);
}
