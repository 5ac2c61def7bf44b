using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary><c>check</c> says of each step of the README whether it is done, and what to do when it is not.</summary>
public sealed class SlackCheckTests
{
    [Theory]
    [InlineData("all is well", 0, "BotToken speaks in “Acme” as @chatflair|channel C01GENERAL1 is #general")]
    [InlineData("a wrong token", 1, "BotToken is not good (invalid_auth). Copy")]
    [InlineData("a missing scope", 1, "BotToken lacks groups:read")]
    [InlineData("an archived channel", 1, "channel C01ARCHIVE1 is archived")]
    [InlineData("no such channel", 1, "channel C0NOWHERE is not to be seen (channel_not_found)")]
    [InlineData("a shared channel", 0, "channel C01SHARED01 is #with-partners; people of another company read it")]
    [InlineData("a socket", 0, "AppToken opens sockets")]
    [InlineData("a wrong app token", 1, "AppToken opens no socket")]
    [InlineData("no Slack there", 1, "Slack could not be reached")]
    [InlineData("many workspaces", 0, "workspaces install it at https://flair.example.com/slack/install|Slack:Workspaces names none")]
    public async Task Each_step_is_told(string how, int exitCode, string says)
    {
        using var folder = new TempFolder();
        await using var site = await FakeStackOverflow.StartAsync(TimeProvider.System, 3);
        await using var slack = await FakeSlack.StartAsync(TimeProvider.System);
        slack.OpenSocket = _ => new Uri("wss://wss.example.slack.com/link");
        var token = slack.Acme.Install(how == "a missing scope" ? FakeWorkspace.UsualScopes : [.. FakeWorkspace.UsualScopes, "groups:read"]).Value;
        List<(string, string)> more =
        [
            ("Slack__ApiBaseUrl", how == "no Slack there" ? $"http://127.0.0.1:{Ports.Free()}/api/" : slack.ApiBaseUrl.AbsoluteUri), ("Slack__SigningSecret", FakeSlack.SigningSecret),
        ];
        if (how == "many workspaces") more.AddRange([("Slack__ClientId", "1.2"), ("Slack__ClientSecret", "secret"), ("Slack__PublicUrl", "https://flair.example.com")]);
        else more.Add(("Slack__BotToken", how == "a wrong token" ? "xoxb-wrong" : token));
        if (how.EndsWith("socket", StringComparison.Ordinal)) more.Add(("Slack__AppToken", FakeSlack.AppToken));
        if (how == "a wrong app token") more.Add(("Slack__AppToken", "xapp-wrong"));
        var channel = how switch { "an archived channel" => "C01ARCHIVE1", "no such channel" => "C0NOWHERE", "a shared channel" => "C01SHARED01", _ => "C01GENERAL1" };
        if (how != "many workspaces") more.AddRange([("Subscriptions__team__Platform", "Slack"), ("Subscriptions__team__Channel", channel)]);
        var settings = BotRun.Values(folder.Database, site.Site.Address).ToDictionary(one => one.Key.Replace(":", "__", StringComparison.Ordinal), one => one.Value);
        foreach (var (key, value) in more) settings[key] = value;

        var (code, output) = await BotProcess.RunAsync(folder.File(""), settings, "check");
        Assert.All(says.Split('|'), one => Assert.Contains(one, output, StringComparison.Ordinal));
        Assert.Equal(exitCode, code);
        Assert.DoesNotContain(token, output, StringComparison.Ordinal);
        Assert.Empty(slack.Faults);
    }
}
