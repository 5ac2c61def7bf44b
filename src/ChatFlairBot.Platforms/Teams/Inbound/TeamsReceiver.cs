using ChatFlairBot.Platforms.Teams.Install;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>Gives each kind of what Teams sends to whoever answers it. New kinds may come at any time; they are taken and passed over.</summary>
internal sealed class TeamsReceiver(TeamsMessages messages, TeamsInvokes invokes, TeamsEvents events) : ITeamsReceiver
{
    public async Task<InvokeAnswer> ReceiveAsync(TeamsActivity activity, CancellationToken token)
    {
        switch (activity.Type)
        {
            case "message":
                return messages.Take(activity) ? InvokeAnswer.Taken : InvokeAnswer.Busy;
            case "invoke":
                return await invokes.AnswerAsync(activity, token);
            case "installationUpdate" or "conversationUpdate":
                await events.TakeAsync(activity, token);
                return InvokeAnswer.Taken;
            default:
                return InvokeAnswer.Taken;
        }
    }
}
