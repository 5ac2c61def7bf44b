using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Platforms.Slack.Views;
using ChatFlairBot.Tests.Cards;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Flair.Forms;
using ChatFlairBot.Tests.Platforms.Slack.Blocks;

namespace ChatFlairBot.Tests.Platforms.Slack.Views;

public sealed class SubscribeViewTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public Task A_new_subscription() => ApproveAsync(SubscribeView.Build(SampleForms.New), "SubscribeNew");

    [Fact]
    public Task One_that_is_changed() => ApproveAsync(SubscribeView.Build(SampleForms.Changed), "SubscribeChanged");

    [Fact]
    public void What_nobody_touches_comes_back_as_it_was()
    {
        var answer = SubscribeView.Read(new FilledForm(SubscribeView.Build(SampleForms.Changed)).Json());
        Assert.Empty(answer.Faults);
        Assert.Equal("C01GENERAL1", answer.Channel);
        var wish = answer.Wish;
        Assert.True(wish.IsWhole);
        Assert.Equal(["acme"], wish.Sources);
        Assert.Equal(["R & D", "Platform Team"], wish.Groups);
        Assert.Equal(["reputation", "badge"], wish.Kinds);
        Assert.Null(wish.AtLeast);
        Assert.Equal([1_000, 5_000], wish.Thresholds);
        Assert.Equal((Pace.Weekly, new TimeOnly(16, 0), DayOfWeek.Friday), (wish.Pace!.Value, wish.DigestAt!.Value, wish.DigestOn!.Value));
        Assert.Equal((new TimeOnly(18, 0), new TimeOnly(8, 0)), wish.Quiet);
        Assert.False(wish.IsQuietOff);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Friday], wish.WorkingDays);
        Assert.Equal("Europe/Berlin", wish.Zone);
        Assert.Equal(3, wish.CardsPerDay);
    }

    [Fact]
    public void A_new_form_asks_for_everything()
    {
        var wish = SubscribeView.Read(new FilledForm(SubscribeView.Build(SampleForms.New)).Json()).Wish;
        Assert.Equal(["all"], wish.Sources);
        Assert.Equal(MilestoneKey.Kinds, wish.Kinds);
        Assert.Equal(0, wish.AtLeast);
        Assert.Empty(wish.Thresholds);
        Assert.Null(wish.Quiet);
        Assert.True(wish.IsQuietOff);
        Assert.Equal(7, wish.WorkingDays!.Count);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(100, true)]
    [InlineData(250, true)]
    public void All_platforms_stay_all_however_many_there_are(int count, bool isShown)
    {
        var view = SubscribeView.Build(SampleForms.New with { Sources = [.. Enumerable.Range(0, count).Select(at => ($"source-{at}", $"Source {at}"))] });
        BlockRules.CheckView(view);
        Assert.Equal(isShown, view["blocks"]!.AsArray().Any(block => (string?)block!["block_id"] == SubscribeFields.Sources));
        Assert.Equal(["all"], SubscribeView.Read(new FilledForm(view).Json()).Wish.Sources);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void Slack_takes_forms_whatever_stands_in_them(int seed)
    {
        var text = new RandomCards(seed);
        foreach (var at in Enumerable.Range(0, 300))
        {
            var now = SampleForms.Changed.Now! with { Groups = [text.Text(), text.Text()], Sources = [text.Text(), "acme"], AtLeast = at * 1_000_003L };
            var view = SubscribeView.Build(new SubscribeForm(new("Slack", "T1", text.Text()), text.Text(), now, SampleForms.Defaults, [("a", text.Text()), ("b", text.Text())], text.Text(), [text.Text(), text.Text()]));
            BlockRules.CheckView(view);
            Assert.DoesNotContain(SubscribeFields.Kinds, SubscribeView.Read(new FilledForm(view).Json()).Faults.Keys);
        }
    }

    private static Task ApproveAsync(JsonObject view, string name)
    {
        BlockRules.CheckView(view);
        return Approved.MatchAsync(view.ToJsonString(Readable), Path.Combine("Platforms", "Slack", "Approved", $"{name}.approved.json"));
    }
}
