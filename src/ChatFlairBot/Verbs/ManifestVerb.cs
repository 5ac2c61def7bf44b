using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatFlairBot.Platforms.Slack;

namespace ChatFlairBot.Verbs;

/// <summary><c>manifest</c>: writes what an app is made from; of Slack here, of Teams in <see cref="TeamsAppVerb"/>. <c>manifest slack</c> writes what a Slack app is made from.</summary>
internal static class ManifestVerb
{
    // A file for people to read: & and + stay what they are.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make(Option<string?> settings)
    {
        var verb = new Command("manifest", "Write what an app is made from on a chat platform.");
        verb.Add(Slack());
        verb.Add(TeamsAppVerb.Make(settings));
        return verb;
    }

    private static Command Slack()
    {
        var url = new Option<string?>("--url") { Description = "Where Slack reaches the bot over https, such as https://flair.example.com.", HelpName = "URL" };
        var socket = new Option<bool>("--socket") { Description = "For Socket Mode: one workspace, no public address." };
        var history = new Option<bool>("--read-history") { Description = "Ask also for reading channels that the bot was invited to, to look for cards whose answer was lost (Slack:ReadHistory)." };
        var file = new Option<string?>("--out", "-o") { Description = "A file to write; without it the manifest is printed.", HelpName = "FILE" };
        var verb = new Command("slack", "The manifest of the Slack app: paste it at https://api.slack.com/apps, Create New App, From a manifest.") { url, socket, history, file };
        verb.Validators.Add(result =>
        {
            var (address, isSocket) = (result.GetValue(url), result.GetValue(socket));
            if (isSocket == address is not null) result.AddError("Say either --url https://… or --socket.");
            else if (address is not null && !(Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttps && parsed.Query.Length + parsed.Fragment.Length + parsed.UserInfo.Length == 0)) result.AddError("--url is an address that begins with https:, without a query.");
        });
        verb.SetAction((parsed, token) => WriteAsync(parsed.GetValue(url) is { } address ? new Uri(address) : null, parsed.GetValue(history), parsed.GetValue(file), token));
        return verb;
    }

    private static async Task<int> WriteAsync(Uri? url, bool readHistory, string? file, CancellationToken token)
    {
        var text = SlackExtensions.SlackManifest(url, readHistory).ToJsonString(Readable) + "\n";
        if (file is null) await Console.Out.WriteAsync(text);
        else
        {
            try
            {
                await File.WriteAllTextAsync(file, text, token);
                await Console.Out.WriteLineAsync($"Wrote {file}. Next: https://api.slack.com/apps, Create New App, From a manifest.");
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"Cannot write '{file}': {fault.Message}");
                return ExitCode.Failed;
            }
        }

        return ExitCode.Ok;
    }
}
