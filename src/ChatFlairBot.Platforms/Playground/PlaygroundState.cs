using ChatFlairBot.Core.Flair;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>What the page asks for when it is opened: its channels, and whom the visitor can be.</summary>
internal sealed class PlaygroundState(PlaygroundOptions options, PlaygroundRooms rooms, PlaygroundPlatform platform, FlairCommands commands)
{
    private const int MostMembers = 50;

    public async Task<JsonHttpResult<StatePayload>> GetAsync(CancellationToken token)
    {
        var members = await commands.NamesAsync(MostMembers, token);
        return TypedResults.Json(new StatePayload(options.Title, rooms.Channels, members, platform.Previews), PlaygroundJson.Default.StatePayload);
    }
}
