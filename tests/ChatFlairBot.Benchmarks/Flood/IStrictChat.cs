using ChatFlairBot.Benchmarks.Reports;
using ChatFlairBot.Core.Storing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Benchmarks.Flood;

/// <summary>A chat system that refuses whatever comes too soon.</summary>
internal interface IStrictChat : IAsyncDisposable
{
    /// <summary>Its channels, by the name of their subscription: <c>big</c> first.</summary>
    IReadOnlyList<(string Name, string Channel)> Channels { get; }

    /// <summary>What came into each channel, in order, and when.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<(TimeSpan At, long Delivery)>> Taken { get; }

    /// <summary>What was refused.</summary>
    IReadOnlyList<Bar> Refused { get; }

    /// <summary>The settings that switch it on.</summary>
    IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Its installation, in which the channels are; null where there is only one.</summary>
    string? Workspace { get; }

    /// <summary>Has the bot installed.</summary>
    Task InstallAsync(IWorkspaceStore workspaces, CancellationToken token);

    /// <summary>Puts other services in the place of the bot's own.</summary>
    void Replace(IServiceCollection services);

    /// <summary>No sender is faster with so many messages for each channel.</summary>
    TimeSpan Shortest(IReadOnlyCollection<int> messages);
}
