using System.Text.Json.Nodes;
using ChatFlairBot.Benchmarks.Asking;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Teams;
using ChatFlairBot.Platforms.Teams.Inbound;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Benchmarks.Messages;

/// <summary>
/// Answers everything with the same card, by the same queue and the same calls. What is left is the web server, the token's check, the parsing, and the call
/// that brings the answer.
/// </summary>
internal sealed class ConstantReceiver(TeamsSay say, [FromKeyedServices(TeamsOptions.Platform)] PromptAnswer prompt) : ITeamsReceiver
{
    private readonly JsonObject _answer = say.Openly(ConstantCard.Card).Message;

    public Task<InvokeAnswer> ReceiveAsync(TeamsActivity activity, CancellationToken token)
    {
        var isTaken = prompt.Follow<TeamsReply>(
            _ => Task.FromResult<TeamsReply?>(new TeamsReply((JsonObject)_answer.DeepClone(), IsPrivate: false)), (reply, stopping) => say.SendAsync(activity, reply, stopping), _ => null);
        return Task.FromResult(isTaken ? InvokeAnswer.Taken : InvokeAnswer.Busy);
    }
}
