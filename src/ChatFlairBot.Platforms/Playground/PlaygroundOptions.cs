using System.ComponentModel.DataAnnotations;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>The <c>Playground</c> settings block.</summary>
public sealed class PlaygroundOptions
{
    /// <summary>The name of the platform in subscriptions.</summary>
    public const string Platform = "Playground";

    /// <summary>Whether the page is served. It shows people's standing to whoever can reach it and has no log-in.</summary>
    public bool Enabled { get; set; }

    /// <summary>What the page is called.</summary>
    [Required]
    [MaxLength(60)]
    public string Title { get; set; } = "Playground";

    /// <summary>Channels besides those that subscriptions name, to subscribe in or to be told of trouble.</summary>
    public IReadOnlyList<string> Channels { get; set; } = [];

    /// <summary>Whether whoever reaches the page may configure the bot there; else nobody, for nobody logs in.</summary>
    public bool EverybodyIsManager { get; set; }

    /// <summary>Host names besides this machine's own under which the page may be asked for, against DNS rebinding.</summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];
}
