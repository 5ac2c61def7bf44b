namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>Something that a colleague asks the bot.</summary>
/// <param name="Kind">Which kind of question it is.</param>
/// <param name="Body">The request's body as the vendor sends it.</param>
/// <param name="Expected">What its answer says and no other does.</param>
internal record Question(string Kind, byte[] Body, string Expected);
