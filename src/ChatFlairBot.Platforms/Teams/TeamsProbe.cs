using System.Text.Json;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Teams.Auth;
using ChatFlairBot.Platforms.Teams.Connector;

namespace ChatFlairBot.Platforms.Teams;

/// <summary>Tries what the settings say of Teams, and whether each team answers; nothing is changed.</summary>
internal sealed class TeamsProbe(TeamsOptions options, AppTokens tokens, TeamsConversations conversations)
{
    /// <param name="workspaces">Those that are known.</param>
    /// <param name="token">Ends the probing.</param>
    public async Task<IReadOnlyList<TeamsFinding>> RunAsync(IEnumerable<Workspace> workspaces, CancellationToken token)
    {
        var findings = new List<TeamsFinding>();
        if (options.DangerouslyAllowUnauthenticatedRequests) findings.Add(new(true, "DangerouslyAllowUnauthenticatedRequests is set: whoever reaches the bot is believed"));
        if (tokens.AreNeeded) findings.Add(await TokenAsync(token));
        if (options.Welcome.Count == 0) findings.Add(new(true, "Teams:Tenants names none, so whoever gets hold of the app can add it and read your colleagues' standing"));
        if (findings.Exists(one => !one.IsGood)) return findings;
        var there = workspaces.Where(one => one.LeftAt is null).ToList();
        if (there.Count == 0) findings.Add(new(true, "no team has added the bot yet"));
        foreach (var workspace in there)
        {
            if (ConversationReference.Read(workspace.Reference) is { Conversation.ConversationType: ConversationReference.Channel } reference) findings.Add(await TeamAsync(workspace, reference, token));
        }

        return findings;
    }

    private async Task<TeamsFinding> TokenAsync(CancellationToken token)
    {
        var got = await tokens.GetAsync(token);
        if (got.Value is not null) return new(true, $"{options.AppType} app {options.MicrosoftAppId} gets a token");
        return new(false, got.IsRefused
            ? $"no token for the app: {got.Fault} Compare MicrosoftAppId and MicrosoftAppTenantId with the Azure Bot's Configuration, and take the secret's value, not its id."
            : $"no token for the app: {got.Fault}");
    }

    private async Task<TeamsFinding> TeamAsync(Workspace workspace, ConversationReference reference, CancellationToken token)
    {
        var answer = await conversations.TeamAsync(reference.ServiceUrl, workspace.Id, token);
        if (answer is ConnectorAnswer.Error error) return new(false, $"team “{workspace.Name}” does not answer ({error}). Is the app still in it?");
        if (answer is not ConnectorAnswer.Ok { Body: var body }) return new(false, answer is ConnectorAnswer.Broken broken ? broken.Reason : "Teams did not answer.");
        var (all, addressed) = (0, 0);
        await foreach (var member in conversations.MembersAsync(reference.ServiceUrl, workspace.Id, token)) (all, addressed) = (all + 1, addressed + (HasAddress(member) ? 1 : 0));
        return new(true, $"team “{body?.Text("name") ?? workspace.Name}” answers: {all} members, {addressed} of them with an address to know them by");
    }

    private static bool HasAddress(JsonElement member) => (member.Text("email") ?? member.Text("userPrincipalName")) is not null;
}

/// <summary>One thing that was tried.</summary>
internal sealed record TeamsFinding(bool IsGood, string Message);
