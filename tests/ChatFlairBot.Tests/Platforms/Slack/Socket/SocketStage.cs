using ChatFlairBot.Platforms.Slack;
using ChatFlairBot.Platforms.Slack.Socket;
using ChatFlairBot.Platforms.Slack.Web;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Slack;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Tests.Platforms.Slack.Socket;

/// <summary>The loop between a Slack of sockets and a receiver that keeps everything. The clock stands still; the wire is real.</summary>
internal sealed class SocketStage : IAsyncDisposable
{
    private const int Seed = 1;
    private const string Opening = "apps.connections.open";

    /// <summary>Longer than all that a stop may wait for together.</summary>
    private const int MostBeats = 1_000;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private readonly FakeSlack _api;
    private readonly HttpClient _http = new();
    private readonly LoggerFactory _loggers;
    private readonly SocketModeLoop _loop;
    private readonly SocketHealth _health;
    private readonly SocketBackoff _twin;

    private SocketStage(FakeSlackSockets slack, FakeSlack api, ManualClock clock, SlackOptions options, SocketPace pace)
    {
        (Slack, _api, Clock) = (slack, api, clock);
        (options.AppToken, options.ApiBaseUrl) = (FakeSlack.AppToken, api.ApiBaseUrl);
        _loggers = new LoggerFactory([Logs]);
        State = new SocketState(options, Clock);
        _health = new SocketHealth(State, Clock);
        var opener = new SocketOpener(new SlackWeb(_http, options, new MethodGates(Clock)), options);
        var envelopes = new SocketEnvelopes(Receiver, new SeenEnvelopes(), _loggers.CreateLogger<SocketEnvelopes>());
        var dialer = new SocketDialer(opener, envelopes, options, pace, Clock, _loggers.CreateLogger<SocketConnection>());
        _loop = new SocketModeLoop(dialer, State, pace, Clock, new Random(Seed), _loggers.CreateLogger<SocketModeLoop>());
        _twin = new SocketBackoff(pace, new Random(new Random(Seed).Next()));
    }

    public ManualClock Clock { get; }

    public LogSink Logs { get; } = new();

    public RecordingReceiver Receiver { get; } = new();

    public SocketState State { get; }

    public FakeSlackSockets Slack { get; }

    /// <summary>How often a socket was asked for.</summary>
    public int Asked => _api.RequestsOf(Opening).Count;

    /// <summary>Started, with every socket greeted.</summary>
    public static async Task<SocketStage> OpenAsync(int sockets = 1, SocketPace? pace = null)
    {
        var stage = await StartAsync(_ => { }, sockets, pace);
        await stage.UntilReadyAsync(sockets);
        return stage;
    }

    /// <summary>Started, after Slack was prepared.</summary>
    public static async Task<SocketStage> StartAsync(Action<SocketStage> prepare, int sockets = 1, SocketPace? pace = null, string? appId = null)
    {
        var (slack, clock) = (new FakeSlackSockets(), new ManualClock());
        var stage = new SocketStage(slack, await slack.StartAsync(clock), clock, new SlackOptions { Sockets = sockets, AppId = appId }, pace ?? new SocketPace());
        prepare(stage);
        await stage._loop.StartAsync(CancellationToken.None);
        return stage;
    }

    /// <summary>Slack opens no socket any more; null for as before.</summary>
    public void Refuse(string? error) => _api.Script.Always(Opening, error is null ? null : SlackScript.Refuses(error));

    /// <summary>The next asking is answered so.</summary>
    public void Next(RequestDelegate answer) => _api.Script.Next(Opening, answer);

    public Task UntilReadyAsync(int sockets) => Patience.UntilAsync(() => State.Ready == sockets && Slack.Live.Count == sockets, $"{sockets} sockets are ready");

    /// <summary>Waits until the only slot waits for just as long as it should after this, and lets that time pass. Every parting has to be named, in order.</summary>
    /// <returns>How long it was.</returns>
    public async Task<TimeSpan> WaitOutAsync(SocketPartingKind kind, TimeSpan? after = null)
    {
        var wait = _twin.Next(new SocketParting(kind, "", after));
        if (wait == TimeSpan.Zero) return wait;
        // Delays are in whole milliseconds.
        await Patience.UntilAsync(() => Clock.HasWaitOf(TimeSpan.FromMilliseconds((long)wait.TotalMilliseconds)), $"a wait of {wait} is waited");
        Clock.Advance(wait);
        return wait;
    }

    /// <summary>So much time passes, 30 s or more, while the socket is open.</summary>
    public void Hold(TimeSpan time)
    {
        Clock.Advance(time);
        _twin.Held();
    }

    public async Task<HealthCheckResult> HealthAsync() => await _health.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);

    /// <summary>Waits until the loop has given up by itself.</summary>
    public Task UntilOverAsync() => Patience.UntilAsync(() => _loop.ExecuteTask!.IsCompletedSuccessfully, "the loop is over");

    /// <summary>Stops the loop; where a wait has to pass first, the clock goes on meanwhile.</summary>
    public async Task StopAsync(bool isClockRunning = false)
    {
        var stopping = _loop.StopAsync(CancellationToken.None);
        for (var beats = 0; isClockRunning && !stopping.IsCompleted && beats < MostBeats; beats++)
        {
            Clock.Advance(Beat);
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        await stopping.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(isClockRunning: true);
        _loop.Dispose();
        _http.Dispose();
        _loggers.Dispose();
        await _api.DisposeAsync();
        Slack.Dispose();
        Assert.Empty(_api.Faults);
        // Secrets of the address and of the header.
        Assert.DoesNotContain("ticket", Logs.All, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("xapp-", Logs.All, StringComparison.OrdinalIgnoreCase);
    }
}
