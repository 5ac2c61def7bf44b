using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Tests.Flair;

public sealed class FlairLanguageChannelTests
{
    [Theory]
    [InlineData("simulate", "", 90, null)]
    [InlineData("simulate 1000,5000 last 90d", "1000 5000", 90, null)]
    [InlineData("simulate 1k 5k last 12 weeks", "1000 5000", 84, null)]
    [InlineData("simulate last 30d", "", 30, null)]
    [InlineData("simulate 30 days", "", 30, null)]
    [InlineData("simulate last month", "", 30, null)]
    [InlineData("simulate last 3 months", "", 90, null)]
    [InlineData("simulate last 45", "", 45, null)]
    [InlineData("simulate last year 500", "500", 365, null)]
    [InlineData("simulate last 12h", "", 1, null)]
    [InlineData("simulate last 0d", "", 1, null)]
    [InlineData("simulate last 99999999999999999999999d", "", 3_650, null)]
    [InlineData("simulate last 99999999999999999999999", "", 3_650, null)]
    [InlineData("simulate 3 a week last 90d", "", 90, 3.0)]
    [InlineData("simulate 2.5 per week", "", 90, 2.5)]
    [InlineData("simulate 3/week", "", 90, 3.0)]
    [InlineData("simulate 2 cards a day", "", 90, 14.0)]
    [InlineData("simulate 999999999999 a week", "", 90, 100_000.0)]
    [InlineData("simulate 5000, 1000, 1000", "1000 5000", 90, null)]
    [InlineData("simulate 1,000", "1000", 90, null)]
    [InlineData("simulate 1,000,000", "1000000", 90, null)]
    [InlineData("simulate 1,000,5000", "1000 5000", 90, null)]
    [InlineData("simulate 100,500,1000", "100 500 1000", 90, null)]
    [InlineData("simulate 2.5k and 10k points", "2500 10000", 90, null)]
    [InlineData("simulate at 2 or 100000000", "2 100000000", 90, null)]
    public void Simulate(string text, string thresholds, int days, double? perWeek)
    {
        var simulate = Assert.IsType<FlairCommand.Simulate>(Read(text));

        Assert.Equal(thresholds, string.Join(' ', simulate.Thresholds));
        Assert.Equal((days, perWeek, null), (simulate.Days, simulate.WantedPerWeek, simulate.Fault));
    }

    [Theory]
    [InlineData("simulate 1 1000", "A threshold is a number from 2 to 100,000,000.")]
    [InlineData("simulate 100000001", "A threshold is a number from 2 to 100,000,000.")]
    [InlineData("simulate 1k 99999999999999999999999", "A threshold is a number from 2 to 100,000,000.")]
    [InlineData("simulate 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22", "These are 21 thresholds: write at most 20.")]
    [InlineData("simulate 0 a week", "A rate is more than 0: write for example simulate 3 a week.")]
    [InlineData("simulate last", "How far to look back? Write last 90d, or last 12 weeks.")]
    [InlineData("simulate last 3m", "That is less than a day: write last 90d, or last 3 months.")]
    [InlineData("simulate 1.000", "I cannot simulate “1.000”: write for example simulate 1000,5000 last 90d, or simulate 3 a week.")]
    [InlineData("simulate -5", "I cannot simulate “-5”: write for example simulate 1000,5000 last 90d, or simulate 3 a week.")]
    [InlineData("simulate <!channel>", "I cannot simulate “‹!channel›”: write for example simulate 1000,5000 last 90d, or simulate 3 a week.")]
    public void Simulate_says_what_it_cannot_read(string text, string fault) => Assert.Equal(fault, Assert.IsType<FlairCommand.Simulate>(Read(text)).Fault);

    [Theory]
    [InlineData("pause 3d", 3 * 24 * 60)]
    [InlineData("pause 2 hours", 120)]
    [InlineData("pause for 2 hours", 120)]
    [InlineData("pause 1w", 7 * 24 * 60)]
    [InlineData("pause 30m", 30)]
    [InlineData("pause 1.5h", 90)]
    [InlineData("pause 1d12h", 36 * 60)]
    [InlineData("pause 2 hours and 30 minutes", 150)]
    [InlineData("pause a week", 7 * 24 * 60)]
    [InlineData("pause this channel for 1 day, please", 24 * 60)]
    [InlineData("pause 0.001h", 1)]
    [InlineData("pause 366d", 365 * 24 * 60)]
    [InlineData("pause 300d 300d", 365 * 24 * 60)]
    [InlineData("pause 99999999999999999999999999y", 365 * 24 * 60)]
    public void Pause(string text, int minutes) => Assert.Equal(new FlairCommand.Pause(TimeSpan.FromMinutes(minutes)), Read(text));

    [Theory]
    [InlineData("pause")]
    [InlineData("pause please")]
    [InlineData("pause until resumed")]
    [InlineData("pause forever")]
    public void Pause_until_somebody_resumes(string text) => Assert.Equal(new FlairCommand.Pause(null), Read(text));

    [Theory]
    [InlineData("pause 0d", "0d")]
    [InlineData("pause -3d", "-3d")]
    [InlineData("pause until monday", "until monday")]
    [InlineData("pause 3", "3")]
    [InlineData("pause 3d x", "3d x")]
    public void Pause_says_what_it_cannot_read(string text, string typed) => Assert.Equal(
        new FlairCommand.Pause(null, $"“{typed}” is no length of time: write pause 3d, pause 2 hours or pause 1w, or pause alone until somebody resumes."),
        Read(text));

    [Theory]
    [InlineData("quarantine", QuarantineAct.List, null)]
    [InlineData("quarantine list", QuarantineAct.List, null)]
    [InlineData("quarantine show", QuarantineAct.Show, null)]
    [InlineData("quarantine show acme", QuarantineAct.Show, "acme")]
    [InlineData("quarantine Acme Stack", QuarantineAct.Show, "Acme Stack")]
    [InlineData("quarantine 2", QuarantineAct.Show, "2")]
    [InlineData("quarantine release", QuarantineAct.Release, null)]
    [InlineData("Quarantine Release 2.", QuarantineAct.Release, "2")]
    [InlineData("quarantine discard \"Acme Stack\"", QuarantineAct.Discard, "Acme Stack")]
    public void Quarantine(string text, QuarantineAct act, string? source) => Assert.Equal(new FlairCommand.Quarantine(act, source), Read(text));

    [Theory]
    [InlineData("d-12-18c", "d-12-18c")]
    [InlineData("card #12", "12")]
    [InlineData("12.", "12")]
    public void Retract_and_correct_take_a_card(string typed, string card)
    {
        Assert.Equal(new FlairCommand.Retract(card), Read($"retract {typed}"));
        Assert.Equal(new FlairCommand.Correct(card), Read($"correct {typed}"));
    }

    [Fact]
    public void What_takes_nothing_is_known_whatever_follows()
    {
        Assert.Equal(new FlairCommand.Preview(), Read("preview"));
        Assert.Equal(new FlairCommand.Unsubscribe(), Read("unsubscribe please"));
        Assert.Equal(new FlairCommand.Resume(), Read("resume now"));
        Assert.Equal(new FlairCommand.Resume(), Read("unpause"));
        Assert.Equal(new FlairCommand.Status(), Read("Status?"));
    }

    private static FlairCommand Read(string text) => FlairLanguage.Parse(text).Command;
}
