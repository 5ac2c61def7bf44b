namespace ChatFlairBot.Core.Standings;

/// <summary>Why a source could not be read, in terms an operator can act on.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Message">One sentence that says what happened and what to do; never holds a token or a person's data.</param>
/// <param name="RetryAfter">How long the platform asked to be left alone, when it said so.</param>
public sealed record SourceFault(SourceFaultKind Kind, string Message, TimeSpan? RetryAfter = null)
{
    /// <summary>For credentials that are refused: how new ones are made at this vendor, in whole sentences with the vendor's page.</summary>
    public string? Renewal { get; init; }
}

/// <summary>The kinds of fault that every source maps its platform's answers to.</summary>
public enum SourceFaultKind
{
    /// <summary>The token is missing, wrong or expired, or (Stack Overflow's cloud) the team's slug is wrong.</summary>
    Unauthorized,

    /// <summary>The token is good but may not do this.</summary>
    Forbidden,

    /// <summary>The address leads to no API, or to no such team.</summary>
    WrongAddress,

    /// <summary>There is no such person.</summary>
    UnknownPerson,

    /// <summary>The platform refuses more requests for now.</summary>
    Throttled,

    /// <summary>The platform answers with a fault of its own (5xx).</summary>
    Unavailable,

    /// <summary>No answer: refused connection, name not found, time-out, broken transfer.</summary>
    Unreachable,

    /// <summary>The answer is not what the platform documents: HTML, truncated JSON, another shape.</summary>
    Malformed,

    /// <summary>An answer larger than any real one.</summary>
    TooLarge,

    /// <summary>Paging does not end: the same people again and again, or more pages than any site has.</summary>
    EndlessPaging,

    /// <summary>The list ended before every row that the platform itself announced had come.</summary>
    Incomplete,

    /// <summary>The platform keeps its scores to itself: its game is switched off, or people have to agree first.</summary>
    Withheld,
}
