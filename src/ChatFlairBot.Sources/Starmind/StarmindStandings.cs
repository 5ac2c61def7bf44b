using System.Net.Mail;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.Starmind;

/// <summary>What a row of the directory says of somebody, as a standing without points.</summary>
internal static class StarmindStandings
{
    private const int LongestId = 200;

    /// <returns>Null for whoever has no number.</returns>
    public static Standing? Of(string source, UserPayload user) => user.Id is > 0
        ? new Standing(new PersonId(source, user.Id.Value), Name(user), 0, null, Lenient.Address(user.Image))
        {
            Groups = user.Department is { Length: > 0 } department && PlainText.OneLine(Lenient.Name(department)) is { Length: > 0 } line ? [line] : [],
            ExternalId = user.UniqueId is { Length: > 0 and <= LongestId } id ? id : null,
            Email = IsAddress(user.Email) ? new PrivateText(user.Email!) : null,
            IsListed = !user.IsNobody,
        }
        : null;

    /// <param name="someone">From the directory.</param>
    /// <param name="points">Since the game began; may fall.</param>
    /// <param name="level">As the platform tells it: it never falls, so points say nothing of it (https://docs.starmind.com/api/v1/resources/settings/user-score/).</param>
    /// <returns>Null for points that nobody can have.</returns>
    public static Standing? With(Standing someone, long? points, long? level) => points is >= 0 and <= Standing.HighestScore
        ? someone with { Score = points.Value, Honours = level is > 0 and <= int.MaxValue ? new Honours((int)level.Value) : Honours.None }
        : null;

    // Some directories hold an address in the place of a name. It is shown to nobody.
    private static string Name(UserPayload user) =>
        Lenient.Name(string.Join(' ', new[] { user.FirstName, user.LastName }.Where(part => !string.IsNullOrWhiteSpace(part) && !part.Contains('@', StringComparison.Ordinal)).Select(part => part!.Trim())));

    // Where addresses are anonymised nobody says what comes in their place; what can be no address matches nobody by chance.
    private static bool IsAddress(string? text) =>
        text is { Length: <= 254 } && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal)
        && !address.Host.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase);
}
