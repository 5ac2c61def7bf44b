namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Reads what follows <c>pause</c>.</summary>
internal static class PauseReader
{
    private const string Example = "write pause 3d, pause 2 hours or pause 1w, or pause alone until somebody resumes";

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    public static FlairCommand.Pause Read(Words words)
    {
        var typed = words.Rest;
        var time = TimeSpan.Zero;
        SkipFillers(words);
        if (words.IsAtEnd || words.Rest.All(word => word.Key is "forever" or "until" or "resume" or "resumed")) return new FlairCommand.Pause(null);
        while (Durations.Take(words) is { } part)
        {
            // Two stretches may be more than a TimeSpan holds.
            time = part < Longest && time < Longest ? time + part : Longest;
            SkipFillers(words);
        }

        return words.IsAtEnd && time > TimeSpan.Zero
            ? new FlairCommand.Pause(time < Shortest ? Shortest : time > Longest ? Longest : time)
            : new FlairCommand.Pause(null, $"“{Echo.Of(string.Join(' ', typed.Select(word => word.Raw)))}” is no length of time: {Example}.");
    }

    private static void SkipFillers(Words words)
    {
        while (words.Take("for", "and", "this", "channel", "the", "next", "cards", "please"))
        {
        }
    }
}
