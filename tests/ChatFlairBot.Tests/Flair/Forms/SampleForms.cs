using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair.Forms;

namespace ChatFlairBot.Tests.Flair.Forms;

/// <summary>The form as people see it.</summary>
internal static class SampleForms
{
    public static readonly IReadOnlyList<(string Name, string Title)> Sources = [("acme", "Acme Stack"), ("starmind", "Starmind & <Co>"), ("so", "Stack Overflow")];

    public static readonly Subscription Defaults = new(
        "general", new ChannelAddress("Slack", "T01TEAM0001", "C01GENERAL1"), new Terms(Pace.Immediately, new TimeOnly(9, 30), DayOfWeek.Monday, new ChannelHours(TimeZoneInfo.Utc, null, new HashSet<DayOfWeek>()), 10));

    public static SubscribeForm New { get; } = new(Defaults.Channel, null, null, Defaults, Sources, null, []);

    public static SubscribeForm Changed { get; } = New with
    {
        ChannelName = "celebrations",
        Now = Defaults with
        {
            Sources = ["acme"],
            Groups = ["R & D", "Platform Team"],
            Kinds = ["reputation", "badge"],
            Thresholds = [1_000, 5_000],
            Terms = new Terms(
                Pace.Weekly,
                new TimeOnly(16, 0),
                DayOfWeek.Friday,
                new ChannelHours(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), new QuietHours(new TimeOnly(18, 0), new TimeOnly(8, 0)), new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Friday }),
                3),
        },
        Preview = "In the last 90 days this would have been 12 cards and 3 digests.",
        Warnings = ["This channel is shared with another company: its people read every card."],
    };
}
