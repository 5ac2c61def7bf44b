namespace ChatFlairBot.Core.Announcing;

/// <summary>A message of the bot's own, to whoever looks after it.</summary>
/// <param name="Title">One line.</param>
/// <param name="Text">What happened and what to do.</param>
public sealed record Notice(string Title, string Text);
