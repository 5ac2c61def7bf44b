namespace ChatFlairBot.Core.Standings;

/// <summary>Text that is compared and never shown: printing it, as logs and exceptions do, gives a placeholder.</summary>
public sealed class PrivateText(string text)
{
    /// <summary>Whether it is the keyed hash already: all that is left where the text itself was not kept.</summary>
    public bool IsHashed { get; init; }

    /// <summary>The text itself, for the one place that makes a keyed hash of it.</summary>
    public string Reveal() => text;

    public override string ToString() => "(private)";
}
