using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Teams.Install;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>Answers what is written to the bot: in a channel with its mention, in a chat as it stands, and after a slash.</summary>
internal sealed class TeamsMessages(
    FlairCommands commands,
    TeamsMembers members,
    TeamsWorkspaces workspaces,
    TeamsForms forms,
    SeenMessages seen,
    [FromKeyedServices(TeamsOptions.Platform)] PromptAnswer prompt,
    TeamsSay say)
{
    /// <summary>Longer lines are nobody's.</summary>
    private const int LongestText = 4_000;

    /// <summary>Teams shows three (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/suggested-actions).</summary>
    private static readonly string[] Suggested = ["me", "top", "whoami"];

    /// <summary>Takes a message; its answer follows.</summary>
    /// <returns>False when there is no room for it.</returns>
    public bool Take(TeamsActivity activity)
    {
        if (activity.Id is { } sent && !seen.Add(activity.Conversation, sent)) return true;
        var hasRoom = prompt.Follow(stopping => MakeAsync(activity, stopping), (reply, stopping) => say.SendAsync(activity, reply, stopping), text => say.Privately("That did not work", text));
        if (!hasRoom && activity.Id is { } unheard) seen.Forget(activity.Conversation, unheard);
        return hasRoom;
    }

    private async Task<TeamsReply?> MakeAsync(TeamsActivity activity, CancellationToken token)
    {
        if (activity.Text.Length > LongestText) return say.Privately("That is too long", "Write at most 500 characters. What I understand: help");

        var workspace = await workspaces.OfAsync(activity, token);
        var asker = await members.SenderAsync(activity, token);
        if (asker.Refusal is { } refused) return say.Privately("I can't answer you here", $"Teams says that this account {refused}");
        var read = TeamsMentions.Read(activity);
        var mentioned = new List<Member>();
        foreach (var one in read.Members)
        {
            var member = await members.OfAsync(activity, one, token);
            if (member.Refusal is { } refusal) return say.Privately("I can't tell", $"{Echo.Of(member.Member.Name)} {refusal}");
            mentioned.Add(member.Member);
        }

        // Who asks before everybody wants everybody to see it; a card of one's own is still nobody's business.
        var isOpen = !activity.IsPersonal && !activity.IsTargeted;
        var text = isOpen ? $"{read.Text} --here" : read.Text;
        var command = FlairLanguage.Parse(text).Command;
        var from = new TeamsContext(activity, workspace, asker);
        var request = from.Request(command, from.Channel, text) with { Mentioned = mentioned };
        if (SubscribeFormMaker.IsAskedFor(command) && await forms.OfferAsync(request, token) is { } offer) return new TeamsReply(offer, IsPrivate: !isOpen, offer);

        var answer = await commands.AnswerAsync(request, token);
        if (IsOfAskerAlone(command)) return say.Secretly(answer.Card);
        var reply = answer.IsHere || (isOpen && IsOfChannel(command)) ? say.Openly(answer.Card) : say.Privately(answer.Card);
        return command is FlairCommand.Help && activity.IsPersonal ? reply with { Message = Suggesting(reply.Message, activity.From) } : reply;
    }

    private static bool IsOfAskerAlone(FlairCommand command) =>
        command is FlairCommand.Export or FlairCommand.Forget or FlairCommand.WhoAmI or FlairCommand.Link or FlairCommand.Unlink or FlairCommand.Share or FlairCommand.Quarantine or FlairCommand.Preview;

    // What somebody changes before everybody is confirmed before everybody.
    private static bool IsOfChannel(FlairCommand command) => command
        is FlairCommand.Subscribe or FlairCommand.Unsubscribe or FlairCommand.Settings or FlairCommand.Pause or FlairCommand.Resume or FlairCommand.Retract or FlairCommand.Correct
        or FlairCommand.Help or FlairCommand.Unknown;

    private static JsonObject Suggesting(JsonObject message, string asker)
    {
        message["suggestedActions"] = new JsonObject
        {
            ["to"] = new JsonArray(asker),
            ["actions"] = new JsonArray([.. Suggested.Select(one => new JsonObject { ["type"] = "imBack", ["title"] = one, ["value"] = one })]),
        };
        return message;
    }
}
