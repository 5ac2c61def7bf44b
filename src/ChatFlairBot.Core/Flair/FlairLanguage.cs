using ChatFlairBot.Core.Flair.Reading;

namespace ChatFlairBot.Core.Flair;

/// <summary>Reads the command language: forgiving about case, spaces, quotes, signs nobody sees and a repeated <c>/flair</c>.</summary>
public static class FlairLanguage
{
    public const int DefaultTop = 10;
    public const int MostTop = 25;

    /// <summary>The commands with what they do, in the order in which help shows them.</summary>
    public static IReadOnlyList<CommandHelp> Commands => CommandList.Rows;

    /// <summary>Understands every text somehow; it never throws, and reads no more than the first 500 characters.</summary>
    public static FlairLine Parse(string text)
    {
        var line = TypedLine.Read(text);
        return new FlairLine(CommandReader.Read(line), line.IsHere);
    }

    /// <summary>The help on a topic, which may be any word of a command, its synonym, or a whole command line.</summary>
    public static CommandHelp? Find(string topic)
    {
        var words = TypedLine.Read(topic).Words;
        if (words is not [var first, ..]) return null;
        if (first.Text.StartsWith('@')) return Commands.First(one => one.Name == CommandList.Somebody);
        return Vocabulary.Command(first.Key) is { } word ? Commands.First(one => one.Words.Contains(word, StringComparer.Ordinal)) : null;
    }

    /// <summary>The command word that a mistyped word most resembles.</summary>
    /// <returns>Null when none is within two slips of the finger, or within one for each three letters it has.</returns>
    public static string? Nearest(string word) => TypedLine.Read(word).Words is [var first, ..] ? Vocabulary.Nearest(first.Key) : null;
}
