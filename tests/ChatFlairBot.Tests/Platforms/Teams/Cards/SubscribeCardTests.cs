using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Platforms.Teams.Cards;
using ChatFlairBot.Tests.Cards;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Flair;
using ChatFlairBot.Tests.Flair.Forms;

namespace ChatFlairBot.Tests.Platforms.Teams.Cards;

public sealed class SubscribeCardTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public Task A_new_subscription() => ApproveAsync(SubscribeCard.Build(SampleForms.New), "SubscribeNew");

    [Fact]
    public Task One_that_is_changed() => ApproveAsync(SubscribeCard.Build(SampleForms.Changed), "SubscribeChanged");

    [Fact]
    public Task One_that_cannot_be_kept()
    {
        var data = new SubmittedCard(SubscribeCard.Build(SampleForms.New)).Write(SubscribeFields.Thresholds, "many").Write(SubscribeFields.Zone, "Berlin").Write(SubscribeFields.Kinds, "").Json();
        return ApproveAsync(SubscribeCard.Build(SampleForms.New, data, SubscribeCard.Read(data).Faults), "SubscribeFaults");
    }

    [Fact]
    public void What_nobody_touches_comes_back_as_it_was()
    {
        var answer = SubscribeCard.Read(new SubmittedCard(SubscribeCard.Build(SampleForms.Changed)).Json());
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
        var wish = SubscribeCard.Read(new SubmittedCard(SubscribeCard.Build(SampleForms.New)).Json()).Wish;
        Assert.Equal(["all"], wish.Sources);
        Assert.Equal(MilestoneKey.Kinds, wish.Kinds);
        Assert.Equal(0, wish.AtLeast);
        Assert.Empty(wish.Thresholds);
        Assert.True(wish.IsQuietOff);
        Assert.Equal(7, wish.WorkingDays!.Count);
    }

    [Fact]
    public void A_form_that_is_shown_again_keeps_all_that_was_written()
    {
        var written = new SubmittedCard(SubscribeCard.Build(SampleForms.Changed)).Write(SubscribeFields.Groups, "Ops\n<at>Ada</at> & *Co*").Write(SubscribeFields.QuietFrom, "21:30").Write(SubscribeFields.AtLeast, "2000").Write(SubscribeFields.Sources, "").Json();
        var again = new SubmittedCard(SubscribeCard.Build(SampleForms.New, written, new Dictionary<string, string>(StringComparer.Ordinal))).Json();
        var (before, after) = (SubscribeCard.Read(written).Wish, SubscribeCard.Read(again).Wish);
        Assert.Equal(JsonSerializer.Serialize(before), JsonSerializer.Serialize(after));
        Assert.Equal(["Ops", "<at>Ada</at> & *Co*"], after.Groups);
    }

    [Theory]
    [InlineData("{\"flair_at_least\":2500}", 2_500)]
    [InlineData("{\"flair_at_least\":\"2500\"}", 2_500)]
    [InlineData("{\"flair_at_least\":2.5}", null)]
    [InlineData("{\"flair_at_least\":1e99}", null)]
    [InlineData("{}", 0)]
    public void A_number_is_one_whether_it_comes_as_number_or_as_text(string json, int? points) => Assert.Equal(points, SubscribeCard.Read(JsonElement.Parse(json)).Wish.AtLeast);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(40, true)]
    [InlineData(250, true)]
    public void All_platforms_stay_all_however_many_there_are(int count, bool isShown)
    {
        var card = SubscribeCard.Build(SampleForms.New with { Sources = [.. Enumerable.Range(0, count).Select(at => ($"source-{at}", $"Source {at}"))] });
        AdaptiveRules.Check(card);
        Assert.Equal(isShown, card["body"]!.AsArray().Any(item => (string?)item!["id"] == SubscribeFields.Sources));
        Assert.Equal(["all"], SubscribeCard.Read(new SubmittedCard(card).Json()).Wish.Sources);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{}")]
    [InlineData("{\"channel\":7,\"sources\":1e99,\"flair_kinds\":[]}")]
    [InlineData("{\"channel\":\"\\ud800\",\"flair_zone\":\"\\ud800\",\"flair_days\":{}}")]
    public void What_is_no_form_is_all_faults_and_no_exception(string json)
    {
        var answer = SubscribeCard.Read(JsonElement.Parse(json));
        Assert.Contains(SubscribeFields.Kinds, answer.Faults.Keys);
        Assert.Contains(SubscribeFields.Zone, answer.Faults.Keys);
        AdaptiveRules.Check(SubscribeCard.Build(SampleForms.New, JsonElement.Parse(json), answer.Faults));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void Teams_takes_forms_whatever_stands_in_them(int seed)
    {
        var text = new RandomCards(seed);
        var random = new Random(seed);
        string[] fields = [SubscribeFields.Thresholds, SubscribeFields.AtLeast, SubscribeFields.CardsPerDay, SubscribeFields.Zone, SubscribeFields.Groups, SubscribeFields.QuietFrom, SubscribeFields.Kinds, SubscribeFields.Pace];
        foreach (var at in Enumerable.Range(0, 200))
        {
            var now = SampleForms.Changed.Now! with { Groups = [text.Text(), text.Text()], Sources = [text.Text(), "acme"], AtLeast = at * 1_000_003L };
            var form = new SubscribeForm(new("Teams", "T1", text.Text()), text.Text(), now, SampleForms.Defaults, [("a", text.Text()), ("b", text.Text()), (text.Text(), text.Text())], text.Text(), [text.Text(), text.Text()]);
            var card = SubscribeCard.Build(form);
            AdaptiveRules.Check(card);
            var written = new SubmittedCard(card).Write(fields[random.Next(fields.Length)], text.Text()).Write(fields[random.Next(fields.Length)], text.Text()).Json();
            AdaptiveRules.Check(SubscribeCard.Build(form, written, SubscribeCard.Read(written).Faults));
        }
    }

    [Fact]
    public void Whatever_is_written_never_makes_a_wish_that_cannot_be()
    {
        var form = new SubmittedCard(SubscribeCard.Build(SampleForms.New));
        foreach (var line in CommandFuzz.Lines(2_000, seed: 9))
        {
            var (_, wish, faults) = SubscribeCard.Read(form.Write(SubscribeFields.Thresholds, line).Write(SubscribeFields.Groups, line).Write(SubscribeFields.Zone, line).Json());
            Assert.All(faults.Values, fault => Assert.InRange(fault.Length, 1, 150));
            Assert.All(wish.Thresholds, one => Assert.InRange(one, 2, 100_000_000));
            if (wish.Zone is { } zone) Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _));
        }
    }

    private static Task ApproveAsync(JsonObject card, string name)
    {
        AdaptiveRules.Check(card);
        return Approved.MatchAsync(card.ToJsonString(Readable), Path.Combine("Platforms", "Teams", "Approved", $"{name}.approved.json"));
    }
}
