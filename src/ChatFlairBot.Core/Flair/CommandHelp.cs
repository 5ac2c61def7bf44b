namespace ChatFlairBot.Core.Flair;

/// <summary>What help says about a command, or about a few that belong together.</summary>
/// <param name="Name">The first of its words; <c>@name</c> for the one that has none.</param>
/// <param name="Usage">How it is written, without <c>/flair</c>: at most 32 characters. Brackets hold what may be left out.</param>
/// <param name="Meaning">What it does, in at most 60 characters.</param>
/// <param name="Detail">The same in a few sentences with examples.</param>
public sealed record CommandHelp(string Name, string Usage, string Meaning, string Detail)
{
    /// <summary>The command words it explains, without their synonyms.</summary>
    public IReadOnlyList<string> Words { get; init; } = [Name];

    /// <summary>Whole commands that work as they stand, without <c>/flair</c>; the first is the plainest.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [Name];

    /// <summary>Whether only those who look after the bot may use it.</summary>
    public bool ForManagers { get; init; }

    /// <summary>Where it makes sense.</summary>
    public CommandPlace Place { get; init; }
}

/// <summary>Where a command makes sense.</summary>
public enum CommandPlace
{
    Anywhere,

    /// <summary>Where colleagues read along: it says what the channel hears.</summary>
    Channel,

    /// <summary>Where nobody reads along: the answer is for one person.</summary>
    Alone,
}
