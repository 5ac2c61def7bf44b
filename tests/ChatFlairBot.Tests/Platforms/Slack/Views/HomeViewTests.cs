using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Platforms.Slack.Views;
using ChatFlairBot.Tests.Cards;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Platforms.Slack.Blocks;

namespace ChatFlairBot.Tests.Platforms.Slack.Views;

public sealed class HomeViewTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public Task The_home_of_a_member_who_looks_after_the_bot() => ApproveAsync(HomeView.Build(SampleHomes.Home), "Home");

    [Fact]
    public Task The_home_of_somebody_whom_nobody_knows() => ApproveAsync(HomeView.Build(SampleHomes.HomeOfNobody), "HomeOfNobody");

    [Fact]
    public void Others_see_no_channels() => Assert.DoesNotContain("flair_edit", HomeView.Build(SampleHomes.Home with { IsManager = false }).ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public void Of_many_channels_the_first_are_shown_and_the_rest_counted()
    {
        var channel = SampleHomes.Home.Channels[0];
        var view = HomeView.Build(SampleHomes.Home with { Channels = [.. Enumerable.Range(100, 70).Select(at => channel with { Id = $"C01CHANNEL{at}" })], Warnings = ["a", "b", "c", "d", "e", "f"] });
        BlockRules.CheckView(view);
        Assert.InRange(view["blocks"]!.AsArray().Count, 80, 100);
        Assert.Matches("[0-9]+ more are not shown", view.ToJsonString());
        Assert.Contains("C01CHANNEL115", view.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Consent.Share, "share")]
    [InlineData(Consent.OnlyMe, "onlyme")]
    [InlineData(Consent.Never, "never")]
    public void What_they_allow_is_chosen_and_comes_back(Consent consent, string value)
    {
        var state = new FilledForm(HomeView.Build(SampleHomes.Home with { Consent = consent })).Json();
        var chosen = state.GetProperty("state").GetProperty("values").GetProperty("flair_sharing").GetProperty("flair_share").GetProperty("selected_option").GetProperty("value").GetString();
        Assert.Equal(value, chosen);
        Assert.Equal(consent, HomeView.Meant(chosen));
        Assert.Null(HomeView.Meant("Share"));
        Assert.Null(HomeView.Meant(null));
    }

    [Fact]
    public void Slack_takes_homes_whatever_they_say()
    {
        var text = new RandomCards(11);
        foreach (var card in new RandomCards(12).Take(300))
        {
            var channels = Enumerable.Range(0, 25).Select(at => new HomeChannel(text.Text(), card.Facts, at % 3 == 0, at % 2 == 0, at % 5 == 0));
            BlockRules.CheckView(HomeView.Build(new HomeContent(card, card.Facts.Count % 2 == 0 ? Consent.Never : null, true, [.. channels], [text.Text()]), _ => true));
        }
    }

    private static Task ApproveAsync(JsonObject view, string name)
    {
        BlockRules.CheckView(view);
        return Approved.MatchAsync(view.ToJsonString(Readable), Path.Combine("Platforms", "Slack", "Approved", $"{name}.approved.json"));
    }
}
