using System.Text.Json;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Platforms.Slack.Views;
using ChatFlairBot.Tests.Flair.Forms;
using ChatFlairBot.Tests.Flair;

namespace ChatFlairBot.Tests.Platforms.Slack.Views;

public sealed class SubscribeReaderTests
{
    private readonly FilledForm _form = new(SubscribeView.Build(SampleForms.New));

    [Theory]
    [InlineData("1000, 5000", "1000 5000")]
    [InlineData("5,000 1,000", "1000 5000")]
    [InlineData("1,000, 5,000 and 10,000", "1000 5000 10000")]
    [InlineData("1k and 2.5k", "1000 2500")]
    [InlineData(" 1000;5000;1000 ", "1000 5000")]
    public void Thresholds_are_read_as_the_command_reads_them(string written, string expected) =>
        Assert.Equal(expected, string.Join(' ', SubscribeView.Read(_form.Write(SubscribeFields.Thresholds, written).Json()).Wish.Thresholds));

    [Theory]
    [InlineData(SubscribeFields.Thresholds, "many")]
    [InlineData(SubscribeFields.Thresholds, "1")]
    [InlineData(SubscribeFields.Thresholds, "1000, x")]
    [InlineData(SubscribeFields.Thresholds, "3 a week")]
    [InlineData(SubscribeFields.Thresholds, "999999999")]
    [InlineData(SubscribeFields.Thresholds, "2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23")]
    [InlineData(SubscribeFields.AtLeast, "-1")]
    [InlineData(SubscribeFields.AtLeast, "1.5")]
    [InlineData(SubscribeFields.AtLeast, "100000001")]
    [InlineData(SubscribeFields.AtLeast, "99999999999999999999999999")]
    [InlineData(SubscribeFields.CardsPerDay, "1001")]
    [InlineData(SubscribeFields.CardsPerDay, "lots")]
    [InlineData(SubscribeFields.Zone, "Berlin")]
    [InlineData(SubscribeFields.Zone, "")]
    [InlineData(SubscribeFields.Zone, "../../etc/passwd")]
    [InlineData(SubscribeFields.Zone, "Europe/\0Berlin")]
    public void What_cannot_be_is_named_at_its_field(string field, string written)
    {
        var faults = SubscribeView.Read(_form.Write(field, written).Json()).Faults;
        var (block, fault) = Assert.Single(faults);
        Assert.Equal(field, block);
        Assert.InRange(fault.Length, 10, 150);
        Assert.EndsWith(".", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("18:00", null, SubscribeFields.QuietUntil)]
    [InlineData(null, "08:00", SubscribeFields.QuietFrom)]
    [InlineData("08:00", "08:00", SubscribeFields.QuietUntil)]
    [InlineData("08:00", "07:30", SubscribeFields.QuietUntil)]
    [InlineData("00:00", "23:59", SubscribeFields.QuietUntil)]
    [InlineData("18:00", "08:00", null)]
    [InlineData("08:00", "07:00", null)]
    public void Quiet_hours_have_two_ends_and_leave_an_hour(string? from, string? until, string? fault)
    {
        var answer = SubscribeView.Read(_form.Write(SubscribeFields.QuietFrom, from).Write(SubscribeFields.QuietUntil, until).Json());
        Assert.Equal(fault is null ? [] : [fault], answer.Faults.Keys);
        Assert.Equal(fault is null, answer.Wish.Quiet is not null);
        Assert.False(answer.Wish.IsQuietOff);
        if (answer.Wish.Quiet is { } quiet) Assert.NotNull(new QuietHours(quiet.From, quiet.Until));
    }

    [Fact]
    public void Nothing_chosen_where_something_has_to_be_is_a_fault()
    {
        var form = _form.Choose(SubscribeFields.Kinds).Choose(SubscribeFields.Days).Choose(SubscribeFields.Pace).Choose(SubscribeFields.Sources);
        var answer = SubscribeView.Read(form.Json());
        Assert.Equal(new[] { SubscribeFields.Days, SubscribeFields.Kinds, SubscribeFields.Pace }.Order(), answer.Faults.Keys.Order());
        Assert.Equal(["all"], answer.Wish.Sources);
    }

    [Fact]
    public void Points_beside_thresholds_stay_and_none_takes_none_back()
    {
        Assert.Equal(0, SubscribeView.Read(_form.Write(SubscribeFields.AtLeast, null).Json()).Wish.AtLeast);
        _form.Write(SubscribeFields.Thresholds, "1000, 5000");
        Assert.Null(SubscribeView.Read(_form.Json()).Wish.AtLeast);
        Assert.Equal(2_000, SubscribeView.Read(_form.Write(SubscribeFields.AtLeast, "2000").Json()).Wish.AtLeast);
    }

    [Fact]
    public void Groups_are_lines_and_Slack_may_have_escaped_them() =>
        Assert.Equal(["R & D", "<Ops>"], SubscribeView.Read(_form.Write(SubscribeFields.Groups, "R &amp; D\r\n\n &lt;Ops&gt; \nr & d").Json()).Wish.Groups);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{}")]
    [InlineData("{\"private_metadata\":\"{\"}")]
    [InlineData("{\"private_metadata\":\"[1]\",\"state\":[]}")]
    [InlineData("{\"private_metadata\":\"{\\\"channel\\\":7,\\\"sources\\\":1e99}\",\"state\":{\"values\":null}}")]
    [InlineData("{\"private_metadata\":\"\\ud800\"}")]
    [InlineData("{\"state\":{\"values\":{\"flair_zone\":{\"flair_zone\":{\"value\":\"\\ud800\"}},\"flair_kinds\":{\"flair_kinds\":{\"selected_options\":[1,null,{},{\"value\":{}}]}}}}}")]
    [InlineData("{\"\\ud800\":1,\"state\":{\"\\udc00\":2,\"values\":{\"\\ud800\":{}}}}")]
    public void What_is_no_form_is_all_faults_and_no_exception(string json)
    {
        var answer = SubscribeView.Read(JsonElement.Parse(json));
        Assert.Equal("", answer.Channel);
        Assert.Contains(SubscribeFields.Kinds, answer.Faults.Keys);
        Assert.Contains(SubscribeFields.Zone, answer.Faults.Keys);
    }

    [Fact]
    public void Whatever_is_written_never_breaks_it_and_never_makes_a_wish_that_cannot_be()
    {
        var random = new Random(5);
        string[] fields = [SubscribeFields.Thresholds, SubscribeFields.AtLeast, SubscribeFields.CardsPerDay, SubscribeFields.Zone, SubscribeFields.Groups, SubscribeFields.QuietFrom, SubscribeFields.DigestAt];
        foreach (var line in CommandFuzz.Lines(3_000, seed: 9))
        {
            var text = line.Length > 300 ? line[..300] : line;
            var (_, wish, faults) = SubscribeView.Read(_form.Write(fields[random.Next(fields.Length)], text).Choose(SubscribeFields.Sources, text, "acme").Json());
            Assert.All(faults.Values, fault => Assert.InRange(fault.Length, 1, 150));
            Assert.All(wish.Thresholds, one => Assert.InRange(one, 2, 100_000_000));
            Assert.InRange(wish.Thresholds.Count, 0, 20);
            Assert.InRange(wish.AtLeast ?? 0, 0, 100_000_000);
            Assert.InRange(wish.CardsPerDay ?? 0, 0, 1_000);
            if (wish.Zone is { } zone) Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _));
        }
    }
}
