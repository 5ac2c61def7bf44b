using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Teams;
using ChatFlairBot.Tests.Contracts;

namespace ChatFlairBot.Tests.Platforms.Teams;

public sealed class TeamsContractTests : ChatPlatformContract
{
    private TeamsRun _run = null!;

    protected override ChannelAddress Channel => TeamsRun.AddressOf(_run.Announcements);

    public override async ValueTask InitializeAsync()
    {
        _run = await TeamsRun.StartAsync();
        await _run.InstallAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _run.DisposeAsync();
    }

    protected override IChatPlatform OpenPlatform() => _run.Bot.Part<TeamsPlatform>();

    // Teams may know a channel again that it did not know a moment before.
    protected override void PassGrace() => _run.Clock.Advance(TimeSpan.FromMinutes(16));

    // Teams keeps nothing by which a repetition could be told.
    protected override bool RecognisesRepetition => false;

    protected override Task<IReadOnlyList<string>> TitlesAsync() => Task.FromResult<IReadOnlyList<string>>([.. _run.Announcements.Posts.Skip(1).Select(post => TitleOf(post.Card!))]);

    // The first text of a card is its title.
    private static string TitleOf(System.Text.Json.Nodes.JsonObject card) => string.Concat(
        Fakes.Teams.TeamsCards.Elements(card["body"]).First(one => (string?)one["type"] == "RichTextBlock")["inlines"]!.AsArray().Select(one => one is System.Text.Json.Nodes.JsonValue ? (string?)one : (string?)one!["text"]));
}
