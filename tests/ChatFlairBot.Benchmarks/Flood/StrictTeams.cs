using ChatFlairBot.Benchmarks.Reports;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Teams;
using ChatFlairBot.Platforms.Teams.Connector;
using ChatFlairBot.Tests.Fakes.Teams;
using ChatFlairBot.Tests.Platforms.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Benchmarks.Flood;

/// <summary>The tests' strict Teams, which answers 429 to what comes too soon for a conversation or the tenant, and 412 to two writers at once.</summary>
internal sealed class StrictTeams : IStrictChat
{
    private static readonly int[] Refusals = [429, 412];

    private readonly FakeConnector _teams;
    private readonly IReadOnlyList<FakeRoom> _rooms;
    private readonly DateTimeOffset _begun = TimeProvider.System.GetUtcNow();

    private StrictTeams(FakeConnector teams, int others)
    {
        (_teams, _rooms) = (teams, teams.Guild.AddChannels(others + 1));
        Channels = [.. _rooms.Select((room, index) => (index == 0 ? "big" : $"small{index - 1}", room.Id))];
    }

    public IReadOnlyList<(string Name, string Channel)> Channels { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<(TimeSpan At, long Delivery)>> Taken => _rooms.Where(room => room.Posts.Count > 0)
        .ToDictionary(room => room.Id, IReadOnlyList<(TimeSpan At, long Delivery)> (room) => [.. room.Posts.Select(post => (post.At - _begun, DeliveryOf(post)))], StringComparer.Ordinal);

    public IReadOnlyList<Bar> Refused => [.. Refusals.Select(status => new Bar($"refused with {status}", _teams.Calls.Count(call => call.Answer?.Status == status), 0)), new("faults", _teams.Faults.Count, 0)];

    public IReadOnlyDictionary<string, string> Settings => TeamsRun.Settings(_teams).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);

    public string? Workspace => _teams.Guild.Id;

    public static async Task<StrictTeams> StartAsync(int others) => new(await FakeConnector.StartAsync(TimeProvider.System), others);

    public Task InstallAsync(IWorkspaceStore workspaces, CancellationToken token)
    {
        var reference = new ConversationReference
        {
            Bot = new ReferencedAccount(FakeTenants.BotId, FakeTenants.BotName),
            Conversation = new ReferencedConversation(_teams.Guild.Id, ConversationReference.Channel, FakeIdentity.TenantId, IsGroup: true),
            ServiceUrl = _teams.ServiceUrl.AbsoluteUri,
        };
        return workspaces.SaveAsync(new Workspace(TeamsOptions.Platform, _teams.Guild.Id, _teams.Guild.Name) { Bot = FakeTenants.BotId, InstalledAt = _begun, Reference = reference.Write() }, token);
    }

#pragma warning disable CA2000 // The container owns the client, and the client its handler.
    public void Replace(IServiceCollection services) => services.AddKeyedSingleton(TeamsOptions.Platform, (_, _) => new HttpClient(_teams.Identity.Authority.CreateHandler()));
#pragma warning restore CA2000

    public TimeSpan Shortest(IReadOnlyCollection<int> messages) => ConnectorLimits.Shortest(messages);

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    private static long DeliveryOf(FakePost post) => Delivery.NumberOf((string)TeamsCards.Action(post.Card, "congratulate")["data"]!["delivery"]!)!.Value;
}
