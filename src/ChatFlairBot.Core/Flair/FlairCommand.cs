namespace ChatFlairBot.Core.Flair;

/// <summary>What somebody wants of <c>/flair</c>.</summary>
public abstract record FlairCommand
{
    private FlairCommand()
    {
    }

    /// <summary>One's own flair.</summary>
    public sealed record Me : FlairCommand;

    /// <summary>A colleague's flair.</summary>
    public sealed record Somebody(string Name) : FlairCommand;

    /// <summary>The highest scores, of one source if it is named.</summary>
    public sealed record Top(int Count, string? Source = null) : FlairCommand;

    /// <summary>What can be asked.</summary>
    public sealed record Help : FlairCommand;

    /// <summary>Nothing the language knows.</summary>
    public sealed record Unknown(string Text) : FlairCommand;
}
