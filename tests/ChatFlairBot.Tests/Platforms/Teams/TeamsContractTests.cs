using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Teams;
using ChatFlairBot.Tests.Contracts;
using FakeCards = ChatFlairBot.Tests.Fakes.Teams.TeamsCards;

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

    // The first text of a card is its title, with a sign before it and what keeps the direction of writing.
    private static string TitleOf(JsonObject card)
    {
        var first = FakeCards.Elements(card["body"]).First(one => FakeCards.Type(one) is "TextBlock" or "RichTextBlock");
        var text = (string?)first["text"] ?? string.Concat(first["inlines"]!.AsArray().Select(one => one is JsonValue ? (string?)one : (string?)one!["text"]));
        return text.Replace("🎉 ", "", StringComparison.Ordinal).Replace("\u200E", "", StringComparison.Ordinal);
    }
}
