using System.Text.Json;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Standings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>The page's box: a command comes in, a private answer goes back.</summary>
internal sealed class PlaygroundCommands(PlaygroundRooms rooms, PlaygroundPlatform platform, PlaygroundOptions options, FlairCommands commands, TimeProvider time)
{
    private const int LargestBody = 8 * 1024;
    private const int LongestText = 500;

    public async Task<IResult> PostAsync(HttpRequest request, CancellationToken token)
    {
        // A page of another site can send a form without being asked, but not this type.
        if (!request.HasJsonContentType()) return PlaygroundRefusals.Refuse("Send the command as application/json.", StatusCodes.Status415UnsupportedMediaType);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestBody;
        try
        {
            var command = await JsonSerializer.DeserializeAsync(request.Body, PlaygroundJson.Default.CommandPayload, token);
            return await AnswerAsync(command, token);
        }
        catch (JsonException)
        {
            return Bad("The command is not the JSON that the page sends. Reload the page.");
        }
        catch (BadHttpRequestException fault)
        {
            return PlaygroundRefusals.Refuse("The command is too long or was cut off.", fault.StatusCode);
        }
        catch (IOException)
        {
            return Bad("The command was cut off.");
        }
    }

    private async Task<IResult> AnswerAsync(CommandPayload? command, CancellationToken token)
    {
        if (command is not { Channel: { } channel, Text: { Length: <= LongestText } text }) return Bad("A command has a channel and at most 500 characters.");
        if (!rooms.Has(channel)) return Bad("There is no such channel any more. Reload the page.");
        if (text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is not [var word, ..] || !word.Equals("/flair", StringComparison.OrdinalIgnoreCase)) return Bad("Commands start with /flair, for example /flair help.");

        var where = new ChannelAddress(PlaygroundOptions.Platform, ChannelAddress.DefaultWorkspace, channel);
        var name = PlainText.OneLine(command.Member ?? "");
        // Nobody logs in here: a member is the name that the visitor chose, and that they are that person is their own word.
        var member = new Member(new MemberId(PlaygroundOptions.Platform, ChannelAddress.DefaultWorkspace, name.Length > 0 ? NameFolding.Fold(name) : "nobody"), name.Length > 0 ? name : "Nobody");
        var request = new FlairRequest(member, where, text) { IsManager = options.EverybodyIsManager, Claim = name.Length > 0 ? name : null };
        var answer = await commands.AnswerAsync(request, token);
        var message = platform.Message(channel, answer.Card, $"a-{Guid.NewGuid():N}", time.GetUtcNow(), text, !answer.IsHere);
        if (answer.IsHere) rooms.Show(message);
        return TypedResults.Json(message, PlaygroundJson.Default.MessagePayload);
    }

    private static IResult Bad(string error) => PlaygroundRefusals.Refuse(error, StatusCodes.Status400BadRequest);
}
