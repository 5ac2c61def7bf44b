namespace ChatFlairBot.Core.Flair;

/// <summary>A line as the language understood it.</summary>
/// <param name="Command">What is wanted.</param>
/// <param name="IsHere">Whether the whole channel may see the answer: <c>--here</c> stood somewhere in the line.</param>
public sealed record FlairLine(FlairCommand Command, bool IsHere);
