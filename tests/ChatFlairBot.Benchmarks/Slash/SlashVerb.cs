using System.CommandLine;
using ChatFlairBot.Benchmarks.Asking;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Platforms.Slack;
using ChatFlairBot.Platforms.Slack.Inbound;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary><c>slash</c>: what a colleague waits for after <c>/flair</c>.</summary>
internal static class SlashVerb
{
    private const string Twin = "/slack/constant";

    public static Command Make() => AskRun.Make(
        "slash",
        "Compare slash commands with the same endpoint answering a constant after the signature check, at rest; then send them while polls run.",
        new Way(SlackVerb.Name, "/slack/commands", Twin, MapTwin, (_, id) => new MemberId(SlackOptions.Platform, ChannelAddress.DefaultWorkspace, SlackVerb.User(id))));

    private static void MapTwin(WebApplication application)
    {
        var constant = ActivatorUtilities.CreateInstance<ConstantReceiver>(application.Services);
        application.MapPost(Twin, ActivatorUtilities.CreateInstance<SlackEndpoint>(application.Services, constant).PostAsync);
    }
}
