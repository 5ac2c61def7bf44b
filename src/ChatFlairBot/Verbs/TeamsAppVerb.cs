using System.CommandLine;
using ChatFlairBot.Platforms.Teams;
using ChatFlairBot.Settings;

namespace ChatFlairBot.Verbs;

/// <summary><c>manifest teams</c>: writes the zip that a Teams administrator uploads.</summary>
internal static class TeamsAppVerb
{
    private const string DefaultFile = "chatflair.zip";

    public static Command Make(Option<string?> settings)
    {
        var url = new Option<string?>("--url") { Description = "Where Teams reaches the bot over https, such as https://flair.example.com.", HelpName = "URL", Required = true };
        var app = new Option<string?>("--app-id") { Description = "The Azure Bot's application (client) id; without it Teams:MicrosoftAppId of the settings.", HelpName = "GUID" };
        var slash = new Option<bool>("--slash") { Description = "Commands also after a slash, with answers that nobody else sees. Needs tenants that take manifest 1.29; without it 1.25 is enough." };
        var domain = new Option<string[]>("--domain") { Description = "A host whose links to profiles are shown as cards, besides those of the sources in the settings; may be said several times.", HelpName = "HOST", AllowMultipleArgumentsPerToken = false };
        var developer = new Option<string>("--developer") { Description = "Who runs it, as the app's page says: at most 32 characters.", HelpName = "NAME", DefaultValueFactory = _ => TeamsAppExtensions.Developer };
        var file = new Option<string>("--out", "-o") { Description = "The file to write.", HelpName = "FILE", DefaultValueFactory = _ => DefaultFile };
        var verb = new Command("teams", "The Teams app as a zip: upload it in the Teams admin center under Teams apps, Manage apps, Upload new app.") { url, app, slash, domain, developer, file };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(url) is { } address && !IsAddress(address)) result.AddError("--url is an address that begins with https:, without a query.");
            if (result.GetValue(app) is { } id && !IsId(id)) result.AddError("--app-id is the application (client) id that Azure shows, such as 3f0c9a52-6d1b-4f7e-8a55-0b7c2e9d4a10.");
            foreach (var host in (result.GetValue(domain) ?? []).Where(one => !IsHost(one))) result.AddError($"--domain is a host such as stack.example.com, not '{host}'.");
            if (result.GetValue(developer) is { Length: 0 or > 32 }) result.AddError("--developer is a name of 1 to 32 characters.");
        });
        verb.SetAction((parsed, token) => WriteAsync(new Uri(parsed.GetValue(url)!), parsed.GetValue(app), parsed.GetValue(slash), parsed.GetValue(domain) ?? [], parsed.GetValue(developer)!, parsed.GetValue(file)!, RootVerb.LoadAny(parsed.GetValue(settings)), token));
        return verb;
    }

    private static async Task<int> WriteAsync(Uri url, string? id, bool hasSlash, string[] named, string developer, string file, IConfiguration configuration, CancellationToken token)
    {
        if ((id ?? configuration["Teams:MicrosoftAppId"]) is not { Length: > 0 } app || !IsId(app))
        {
            await Console.Error.WriteLineAsync("Say --app-id, the application (client) id that Azure shows for the bot, or set Teams:MicrosoftAppId.");
            return ExitCode.Usage;
        }

        string[] domains = [.. named.Concat(ProfileHosts.Of(configuration)).Select(host => host.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        var (zip, _) = TeamsAppExtensions.TeamsApp(url, Guid.Parse(app), hasSlash, domains, developer);
        try
        {
            await File.WriteAllBytesAsync(file, zip, token);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Cannot write '{file}': {fault.Message}");
            return ExitCode.Failed;
        }

        await Console.Out.WriteLineAsync($"Wrote {file}{(domains.Length == 0 ? "; no links are shown as cards, for no --domain was named and no source is set" : $"; links to {string.Join(", ", domains)} are shown as cards")}.");
        await Console.Out.WriteLineAsync($"The Azure Bot's messaging endpoint is {url.AbsoluteUri.TrimEnd('/')}/api/messages. Next, a Teams administrator: https://admin.teams.microsoft.com, Teams apps, Manage apps, Upload new app.");
        return ExitCode.Ok;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.Query.Length + address.Fragment.Length + address.UserInfo.Length == 0;

    private static bool IsId(string text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty;

    // Teams takes a star for what stands before the first dot.
    private static bool IsHost(string text) => Uri.CheckHostName(text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text) is UriHostNameType.Dns && text.Contains('.', StringComparison.Ordinal);
}
