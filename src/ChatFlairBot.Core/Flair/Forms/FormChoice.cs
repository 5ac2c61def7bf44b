namespace ChatFlairBot.Core.Flair.Forms;

/// <summary>Something to choose in a form.</summary>
/// <param name="Value">What comes back: 1 to 75 characters, no comma.</param>
/// <param name="Text">What is read.</param>
/// <param name="Description">A second line, in small print.</param>
public sealed record FormChoice(string Value, string Text, string? Description = null);
