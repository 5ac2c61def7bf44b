using System.Text.Json;

namespace ChatFlairBot.Platforms.Teams.Connector;

/// <summary>How a call of Teams' connector ended.</summary>
internal abstract record ConnectorAnswer
{
    private ConnectorAnswer()
    {
    }

    /// <summary>Done. Teams answers now and then without a word.</summary>
    public sealed record Ok(JsonElement? Body) : ConnectorAnswer;

    /// <summary>Teams says no.</summary>
    /// <param name="Status">Of HTTP.</param>
    /// <param name="Code">Teams' own word, such as <c>BotNotInConversationRoster</c>; empty when it has none.</param>
    public sealed record Error(int Status, string Code) : ConnectorAnswer
    {
        /// <summary>How long Teams asks to wait.</summary>
        public TimeSpan? After { get; init; }

        public override string ToString() => $"{Status} {Code}".TrimEnd();
    }

    /// <summary>No answer, or none that can be read.</summary>
    /// <param name="Reason">What broke.</param>
    /// <param name="MayHaveArrived">Whether Teams may have done it all the same.</param>
    public sealed record Broken(string Reason, bool MayHaveArrived) : ConnectorAnswer;
}
