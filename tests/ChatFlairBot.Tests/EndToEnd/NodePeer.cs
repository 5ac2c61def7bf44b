using System.Diagnostics;
using System.Text;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>A script of <c>tests/peers</c> in a Node.js of its own.</summary>
internal sealed class NodePeer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NodePeer(string script, IEnumerable<string> arguments, string? trusts = null)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (trusts is not null) start.Environment["NODE_EXTRA_CA_CERTS"] = trusts;
        start.ArgumentList.Add(Peers.Script(script));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data, isAnswer: true);
        _process.ErrorDataReceived += (_, line) => Take(line.Data, isAnswer: false);
    }

    /// <summary>All that it said so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts a script that goes on until it is disposed, and waits for its first line.</summary>
    public static Task<(NodePeer Peer, string FirstLine)> StartAsync(string script, params IEnumerable<string> arguments) => StartAsync(new NodePeer(script, arguments));

    /// <summary>The same for a script that trusts one more authority, whose certificate lies here as PEM.</summary>
    public static Task<(NodePeer Peer, string FirstLine)> StartTrustingAsync(string authority, string script, params IEnumerable<string> arguments) => StartAsync(new NodePeer(script, arguments, authority));

    private static async Task<(NodePeer Peer, string FirstLine)> StartAsync(NodePeer peer)
    {
        peer.Begin();
        await Task.WhenAny(peer._firstLine.Task, peer._process.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.True(peer._firstLine.Task.IsCompleted, peer.Output);
        return (peer, await peer._firstLine.Task);
    }

    /// <summary>Runs a script to its end; that it fails is a failed test with all it said.</summary>
    public static async Task<string> RunAsync(string script, params IEnumerable<string> arguments)
    {
        await using var peer = new NodePeer(script, arguments);
        peer.Begin();
        await peer._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(peer._process.ExitCode == 0, $"{script} ended with {peer._process.ExitCode}:\n{peer.Output}");
        return peer.Output;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Begin()
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Take(string? line, bool isAnswer)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        if (isAnswer) _firstLine.TrySetResult(line);
    }
}
