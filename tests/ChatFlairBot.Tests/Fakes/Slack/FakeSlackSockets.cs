using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>
/// Slack's side of Socket Mode. A test decides what happens and when; nothing here happens by the clock, but for the pings.
/// Slack's own <c>@slack/socket-mode</c> judges it in <c>SocketPeerTests</c>.
/// </summary>
internal sealed class FakeSlackSockets : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _tickets = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FakeGreeting> _greetings = new();
    private readonly List<FakeSocket> _sockets = [];
    private readonly FakeLedger _ledger = new();
    private readonly Lock _gate = new();
    private int _opened;

    /// <summary>Where <c>/link</c> is: <c>http://127.0.0.1:…</c>.</summary>
    public Uri Address { get; set; } = new("http://127.0.0.1/");

    /// <summary>How many an app may have; Slack says 10.</summary>
    public int Most { get; set; } = 10;

    /// <summary>What the hello says; another app's token says another.</summary>
    public string HelloAppId { get; set; } = FakeSlack.AppId;

    /// <summary>Whether Socket Mode is switched off in the app's settings.</summary>
    public bool IsSwitchedOff { get; set; }

    /// <summary>Every socket there ever was, in the order of opening.</summary>
    public IReadOnlyList<FakeSocket> All
    {
        get
        {
            lock (_gate) return [.. _sockets];
        }
    }

    /// <summary>Those that Slack may send on.</summary>
    public IReadOnlyList<FakeSocket> Live => [.. All.Where(socket => socket.IsLive)];

    public IReadOnlyList<FakeAck> Acks => _ledger.Acks;

    /// <summary>What the other side does and Slack would not have.</summary>
    public IReadOnlyList<string> Faults => _ledger.Faults;

    public IReadOnlyList<FakeEnvelope> Unacknowledged => _ledger.Unacknowledged;

    /// <summary>A Slack whose <c>apps.connections.open</c> leads here.</summary>
    public async Task<FakeSlack> StartAsync(TimeProvider time)
    {
        var slack = await FakeSlack.StartAsync(time, Map);
        (Address, slack.OpenSocket) = (slack.Address, Open);
        return slack;
    }

    /// <summary>Adds the route of the sockets.</summary>
    public void Map(WebApplication app)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(5) });
        app.Map("/link", AcceptAsync);
    }

    /// <summary>A fresh address, good for one socket.</summary>
    /// <param name="appToken">Already found good by whoever answers <c>apps.connections.open</c>.</param>
    public Uri Open(string appToken)
    {
        Assert.StartsWith("xapp-", appToken, StringComparison.Ordinal);
        var ticket = string.Create(CultureInfo.InvariantCulture, $"ticket-{Interlocked.Increment(ref _opened)}");
        _tickets[ticket] = true;
        return new UriBuilder(Address) { Scheme = "ws", Path = "/link/", Query = $"?ticket={ticket}&app_id={FakeSlack.AppId}" }.Uri;
    }

    /// <summary>How the next socket is received; those after it as usual.</summary>
    public void Next(FakeGreeting greeting) => _greetings.Enqueue(greeting);

    /// <summary>What was never acknowledged is sent again, each on any of the live sockets.</summary>
    public async Task RedeliverAsync()
    {
        foreach (var (index, envelope) in Unacknowledged.Index())
        {
            var live = Live;
            await live[index % live.Count].SendAsync(envelope);
        }
    }

    /// <summary>Somebody switches Socket Mode off in the app's settings.</summary>
    public async Task SwitchOffAsync()
    {
        IsSwitchedOff = true;
        foreach (var socket in Live)
        {
            await socket.DisconnectAsync("link_disabled");
            await socket.CloseAsync();
        }
    }

    public void Dispose()
    {
        foreach (var socket in All) socket.Dispose();
    }

    private async Task AcceptAsync(HttpContext context)
    {
        var greeting = _greetings.TryDequeue(out var scripted) ? scripted : FakeGreeting.Hello;
        if (greeting is FakeGreeting.Refused || !context.WebSockets.IsWebSocketRequest || !_tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var accepted = await context.WebSockets.AcceptWebSocketAsync();
        var (socket, connections) = Add(number => new FakeSocket(number, accepted, context, _ledger) { IsMute = greeting is FakeGreeting.Mute });
        if (IsSwitchedOff || connections > Most)
        {
            await socket.DisconnectAsync(IsSwitchedOff ? "link_disabled" : "too_many_websockets");
            await socket.CloseAsync();
        }
        else if (greeting is not FakeGreeting.Silent)
        {
            await socket.HelloAsync(HelloAppId, connections);
        }

        await socket.ReadAsync(context.RequestAborted);
    }

    private (FakeSocket Socket, int Connections) Add(Func<int, FakeSocket> make)
    {
        lock (_gate)
        {
            var socket = make(_sockets.Count + 1);
            _sockets.Add(socket);
            return (socket, _sockets.Count(one => !one.IsOver));
        }
    }
}

/// <summary>How Slack receives a socket.</summary>
internal enum FakeGreeting
{
    Hello,

    /// <summary>No hello ever comes.</summary>
    Silent,

    /// <summary>Hello, and then nothing is read any more: no ping is answered, as behind a NAT that forgot the connection.</summary>
    Mute,

    /// <summary>No socket: 403, as for a ticket that was used or is too old.</summary>
    Refused,
}
