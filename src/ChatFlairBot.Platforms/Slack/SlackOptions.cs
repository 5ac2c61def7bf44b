using System.ComponentModel.DataAnnotations;

namespace ChatFlairBot.Platforms.Slack;

/// <summary>The <c>Slack</c> settings block. Nothing set: Slack is off.</summary>
/// <remarks>
/// Two ways. Socket Mode: <see cref="AppToken"/> and <see cref="BotToken"/>, one workspace, no public address. HTTP:
/// <see cref="SigningSecret"/> with <see cref="ClientId"/> and <see cref="ClientSecret"/> for many workspaces, or with
/// <see cref="BotToken"/> for one.
/// </remarks>
public sealed class SlackOptions : IValidatableObject
{
    /// <summary>The name of the platform in subscriptions.</summary>
    public const string Platform = "Slack";

    /// <summary>Signs what Slack sends over HTTP ("Basic Information", "App Credentials").</summary>
    [DataType(DataType.Password)]
    public string? SigningSecret { get; set; }

    /// <summary>The one before, valid beside it while the secret is being changed.</summary>
    [DataType(DataType.Password)]
    public string? PreviousSigningSecret { get; set; }

    /// <summary>The token of a bot in one workspace, <c>xoxb-…</c>.</summary>
    [DataType(DataType.Password)]
    public string? BotToken { get; set; }

    /// <summary>For an app that many workspaces install.</summary>
    public string? ClientId { get; set; }

    [DataType(DataType.Password)]
    public string? ClientSecret { get; set; }

    /// <summary>The app's own token with <c>connections:write</c>, <c>xapp-…</c>: switches Socket Mode on.</summary>
    [DataType(DataType.Password)]
    public string? AppToken { get; set; }

    /// <summary>How many sockets are open at once, 1 to 5. Slack allows 10 for an app, and a change of one needs room for two.</summary>
    [Range(1, 5, ErrorMessage = "{0} is 1 to 5.")]
    public int Sockets { get; set; } = 2;

    /// <summary>Only requests for this app are answered, <c>A…</c>; empty for any that is signed.</summary>
    public string? AppId { get; set; }

    /// <summary>The address under which Slack and browsers reach the bot, such as <c>https://flair.example.com</c>; needed for installing.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Team or organisation ids that may install the bot; empty for any, and then whoever finds the page can read your colleagues' standing.</summary>
    public IReadOnlyList<string> Workspaces { get; set; } = [];

    /// <summary>Whether a card whose answer was lost is looked for in the channel's history before it is posted again; needs the scopes of <c>manifest slack --read-history</c>.</summary>
    public bool ReadHistory { get; set; }

    /// <summary>Where Slack's Web API is; another place only for tests and government clouds.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://slack.com/api/");

    /// <summary>Where a browser is sent to allow the bot.</summary>
    public Uri AuthorizeUrl { get; set; } = new("https://slack.com/oauth/v2/authorize");

    /// <summary>Whether the block says anything that switches Slack on.</summary>
    public bool IsOn => new[] { SigningSecret, BotToken, ClientId, ClientSecret, AppToken }.Any(one => !string.IsNullOrEmpty(one));

    /// <summary>Whether requests come over sockets and not over HTTP.</summary>
    public bool IsSocket => !string.IsNullOrEmpty(AppToken);

    /// <summary>Whether workspaces install the bot themselves.</summary>
    public bool IsInstallable => !string.IsNullOrEmpty(ClientId);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn) yield break;
        if (IsSocket)
        {
            if (!AppToken!.StartsWith("xapp-", StringComparison.Ordinal)) yield return new("AppToken has to start with xapp-: it is made under Basic Information, App-Level Tokens, with connections:write.", [nameof(AppToken)]);
            if (string.IsNullOrEmpty(BotToken)) yield return new("BotToken is missing: Socket Mode serves one workspace, whose token is under OAuth & Permissions.", [nameof(BotToken)]);
            if (IsInstallable) yield return new("ClientId and AppToken are both set: Socket Mode serves one workspace and installs none. Take one of them out.", [nameof(ClientId)]);
        }
        else
        {
            if (string.IsNullOrEmpty(SigningSecret)) yield return new("SigningSecret is missing: without it nobody could tell Slack's requests from forged ones. For a bot without a public address set AppToken instead.", [nameof(SigningSecret)]);
            if (string.IsNullOrEmpty(BotToken) && !IsInstallable) yield return new("BotToken is missing, or ClientId and ClientSecret for an app that workspaces install.", [nameof(BotToken)]);
        }

        if (!string.IsNullOrEmpty(BotToken) && !BotToken.StartsWith("xoxb-", StringComparison.Ordinal) && !BotToken.StartsWith("xoxe.xoxb-", StringComparison.Ordinal)) yield return new("BotToken has to start with xoxb-: it is the Bot User OAuth Token.", [nameof(BotToken)]);
        if (IsInstallable && !string.IsNullOrEmpty(BotToken)) yield return new("BotToken and ClientId are both set: one is for one workspace, the other for many. Take one of them out.", [nameof(BotToken)]);
        if (IsInstallable == string.IsNullOrEmpty(ClientSecret)) yield return new("ClientId and ClientSecret are set together or not at all.", [nameof(ClientSecret)]);
        if (IsInstallable && PublicUrl is null) yield return new("PublicUrl is missing: Slack sends the browser back there when a workspace installs the bot.", [nameof(PublicUrl)]);
        foreach (var (name, address) in new[] { (nameof(PublicUrl), PublicUrl), (nameof(ApiBaseUrl), ApiBaseUrl), (nameof(AuthorizeUrl), AuthorizeUrl) })
        {
            if (address is not null && !(address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))) yield return new($"{name} has to start with https:.", [name]);
        }

        if (ApiBaseUrl.IsAbsoluteUri && !ApiBaseUrl.AbsolutePath.EndsWith('/')) yield return new("ApiBaseUrl has to end with a slash.", [nameof(ApiBaseUrl)]);
    }
}
