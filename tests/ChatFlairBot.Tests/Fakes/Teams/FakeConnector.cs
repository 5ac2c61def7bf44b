using System.Collections.Concurrent;
using System.Globalization;
using ChatFlairBot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>
/// Microsoft Teams on this machine's loopback, as its connector shows it to a bot. It refuses what Teams refuses, with Teams' words, and writes
/// down what Teams would let pass but ought not to see. The people, teams and channels are those of the fixtures.
/// </summary>
internal sealed partial class FakeConnector : IAsyncDisposable
{
    /// <summary>Between a channel and the first message of a thread in it.</summary>
    public const string Thread = ";messageid=";

    private readonly WebApplication _site;
    private readonly bool _ownsIdentity;
    private readonly ConcurrentQueue<ConnectorCall> _calls = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private long _lastId;
    private Uri _address = new("http://127.0.0.1/");

    private FakeConnector(TimeProvider time, FakeIdentity identity, bool ownsIdentity)
    {
        (Time, Identity, _ownsIdentity) = (time, identity, ownsIdentity);
        var builder = BareWeb.At(new Uri("http://127.0.0.1:0"));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        _site = builder.Build();
        Map(_site);
    }

    public TimeProvider Time { get; }

    public FakeIdentity Identity { get; }

    /// <summary>Held while something is done; tests that change a team under load take it too.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The region and tenant that every activity's service url ends in.</summary>
    public string Service { get; set; } = $"emea/{FakeIdentity.TenantId}";

    /// <summary>What an activity carries as <c>serviceUrl</c>.</summary>
    public Uri ServiceUrl => new(_address, $"/{Service}/");

    public ConnectorScript Script { get; } = new();

    public ConnectorLimits Limits { get; } = new();

    public List<FakeTeam> Teams { get; } = [];

    /// <summary>Chats of several people, and with the bot alone.</summary>
    public ConcurrentDictionary<string, FakeRoom> Chats { get; } = new(StringComparer.Ordinal);

    /// <summary>People for whom the app is installed although they are in no team that has it.</summary>
    public HashSet<string> InstalledFor { get; } = new(StringComparer.Ordinal);

    /// <summary>Tenants other than the home one whose calls are answered; an app of one tenant has none.</summary>
    public HashSet<string> BearerTenants { get; } = new(StringComparer.OrdinalIgnoreCase) { FakeIdentity.TenantId, "botframework.com" };

    /// <summary>Successful posts and changes are answered without a body, which happens.</summary>
    public bool AnswersEmpty { get; set; }

    /// <summary>Whole payload as UTF-16 (learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages).</summary>
    public int MostBytes { get; set; } = 100 * 1_024;

    /// <summary>Beyond this it is written down: what every part of Teams takes, as UTF-8.</summary>
    public int SafeBytes { get; set; } = 28 * 1_024;

    /// <summary>Every call as it came, what was scripted and refused included.</summary>
    public IReadOnlyList<ConnectorCall> Calls => [.. _calls];

    /// <summary>What Teams would let pass but a careful caller would not do. A test may assert that there is none.</summary>
    public IReadOnlyList<string> Faults => [.. _faults];

    /// <summary>The team of the fixtures, with the bot in it.</summary>
    public FakeTeam Guild => Teams[0];

    public FakeRoom Announcements => Guild.Channels[1];

    public FakeMember Marta => Guild.Members[0];

    public FakeMember Tomas => Guild.Members[1];

    public FakeMember Yuki => Guild.Members[2];

    /// <param name="time">The clock of every limit.</param>
    /// <param name="identity">Whose bearers are taken; null for one of its own on the same clock.</param>
    public static async Task<FakeConnector> StartAsync(TimeProvider time, FakeIdentity? identity = null)
    {
        var connector = new FakeConnector(time, identity ?? await FakeIdentity.StartAsync(time), ownsIdentity: identity is null);
        FakeTenants.Fill(connector);
        await connector._site.StartAsync();
        connector._address = new Uri(connector._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return connector;
    }

    public IReadOnlyList<ConnectorCall> CallsOf(string operation) => [.. _calls.Where(call => call.Operation == operation)];

    /// <summary>A channel or chat by its id, with or without a thread; null when there is none.</summary>
    public FakeRoom? Room(string id)
    {
        var at = id.IndexOf(Thread, StringComparison.Ordinal);
        var room = at < 0 ? id : id[..at];
        return Teams.SelectMany(team => team.Channels).FirstOrDefault(channel => channel.Id == room) ?? Chats.GetValueOrDefault(room);
    }

    /// <summary>The chat of the bot with one person, which is made if need be.</summary>
    public FakeRoom PersonalChat(FakeMember member) => Chats.GetOrAdd(PersonalChatId(member), id => new FakeRoom(id, FakeRoom.Personal) { Own = [member] });

    public FakeMember? Person(string id) => Teams.SelectMany(team => team.Members).Concat(Chats.Values.SelectMany(chat => chat.Own)).FirstOrDefault(member => member.Answers(id));

    /// <summary>Messages are named by their time, and never twice.</summary>
    public string NextId()
    {
        lock (Gate)
        {
            _lastId = Math.Max(Time.GetUtcNow().ToUnixTimeMilliseconds(), _lastId + 1);
            return _lastId.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Forgets the calls so far, for whoever makes very many.</summary>
    public void Forget() => _calls.Clear();

    public void AddFault(string what) => _faults.Enqueue(what);

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        if (_ownsIdentity) await Identity.DisposeAsync();
    }

    private static string PersonalChatId(FakeMember member) => member.Id == FakeTenants.MartaId ? FakeTenants.MartasChat : $"a:1Chat_{member.Id[3..]}";
}
