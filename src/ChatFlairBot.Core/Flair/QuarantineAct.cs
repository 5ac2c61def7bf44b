namespace ChatFlairBot.Core.Flair;

/// <summary>What is to happen to polls that were held back because they look wrong.</summary>
public enum QuarantineAct
{
    /// <summary>Name all that are held.</summary>
    List,

    /// <summary>Show what one would celebrate.</summary>
    Show,

    /// <summary>Accept it after all.</summary>
    Release,

    /// <summary>Throw it away; the last snapshot stands.</summary>
    Discard,
}
