using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Slack.Views;
using ChatFlairBot.Tests.Cards;

namespace ChatFlairBot.Tests.Platforms.Slack.Views;

/// <summary>The home tab as people see it.</summary>
internal static class SampleHomes
{
    public static HomeContent Home { get; } = new(
        SampleCards.All.First(one => one.Name == "Flair").Card,
        Consent.Share,
        true,
        [
            new("C01GENERAL1", SampleCards.Settings.Facts, IsFixed: false, IsPaused: true, IsShared: true),
            new("C02LEGENDS1", SampleCards.Settings.Facts, IsFixed: true, IsPaused: false, IsShared: false),
        ],
        []);

    public static HomeContent HomeOfNobody { get; } = new(
        new Card(CardKind.Notice, "I don't know who you are yet", "I don't know who you are yet.") { Text = "Nobody on the platforms that I watch has your e-mail address." }, null, false, [], ["Polls of Acme Stack fail since yesterday."]);
}
