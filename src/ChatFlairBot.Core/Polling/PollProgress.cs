namespace ChatFlairBot.Core.Polling;

/// <summary>How far a poll has come.</summary>
/// <param name="Rows">Rows read so far.</param>
/// <param name="StatedTotal">How many the platform announced, when it did.</param>
public readonly record struct PollProgress(long Rows, long? StatedTotal);
