using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Web;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>Answers the slash command.</summary>
internal sealed partial class SlackCommands(
    FlairCommands commands, SlackMembers members, SlackChannels channels, SubscribeForms forms, ResponseUrls urls, [FromKeyedServices(SlackOptions.Platform)] PromptAnswer prompt, SlackSay say)
{
    /// <summary>Longer lines are nobody's; Slack's own box takes more.</summary>
    private const int LongestText = 2_000;

    private const int MostMentioned = 3;

    /// <returns>The answer, or null when it follows.</returns>
    public Task<JsonNode?> AnswerAsync(SlackContext from, JsonElement fields, CancellationToken token)
    {
        var url = fields.Text("response_url");
        return prompt.OfAsync(
            stopping => MakeAsync(from, fields, stopping),
            (answer, stopping) => urls.SendAsync(url, answer, stopping),
            text => say.Privately("That did not work", text),
            token);
    }

    private async Task<JsonNode?> MakeAsync(SlackContext from, JsonElement fields, CancellationToken token)
    {
        var text = fields.Text("text") ?? "";
        if (text.Length > LongestText) return say.Privately("That is too long", "Write at most 2,000 characters. What I understand: /flair help");
        if (PlainAt().IsMatch(text)) return say.Privately("Slack did not say whom you mean", $"It sent me “{Echo.Of(text.Trim())}” and not a member. Choose somebody from the list that appears when you type @, or write a name without @. If that list never helps, “Escape channels, users, and links” is off in the command's settings.");

        var asker = await members.OfAsync(from.Workspace.Id, from.Team, from.User, from.UserName, token);
        if (asker.Refusal is { } refused) return say.Privately("I can't answer you here", $"Slack says that this account {refused}");
        var mentioned = new List<Member>();
        foreach (var id in Mentions().Matches(text).Select(one => one.Groups["id"].Value).Distinct(StringComparer.Ordinal).Take(MostMentioned))
        {
            var member = await members.OfAsync(from.Workspace.Id, from.Team, id, otherwise: null, token);
            if (member.Refusal is { } refusal) return say.Privately("I can't tell", $"{Echo.Of(member.Member.Name)} {refusal}");
            mentioned.Add(member.Member);
        }

        var request = from.Request(asker, fields.Text("channel_id") ?? "", Unescape(text)) with { Mentioned = mentioned };
        var line = FlairLanguage.Parse(request.Text);
        if (SubscribeFormMaker.IsAskedFor(line.Command) && fields.Text("trigger_id") is { } trigger && await forms.OpenAsync(from, request, asker.Zone, trigger, fields.Text("channel_name"), token)) return null;

        var answer = await commands.AnswerAsync(request, token);
        if (answer.IsHere) return say.Openly(answer.Card);
        var warning = line.Command is FlairCommand.Subscribe ? await channels.WarningAsync(request.Channel, token) : null;
        return say.Privately(warning is null ? answer.Card : answer.Card with { Text = $"{answer.Card.Text}\n{warning}" });
    }

    /// <summary>Slack escapes three signs and no others (docs.slack.dev/messaging/formatting-message-text); mentions stay as they are, for the command language knows them.</summary>
    private static string Unescape(string text) => text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("<@(?<id>[UW][A-Z0-9]{2,30})(\\|[^>]*)?>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Mentions();

    [GeneratedRegex(@"^\s*@[^\s<]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PlainAt();
}
