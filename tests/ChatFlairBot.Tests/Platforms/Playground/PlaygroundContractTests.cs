using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Tests.Contracts;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Platforms.Playground;

public sealed class PlaygroundContractTests : ChatPlatformContract
{
    private readonly TempFolder _folder = new();
    private readonly ManualClock _clock = new();
    private FakeStackOverflow _site = null!;
    private BotRun _bot = null!;

    protected override ChannelAddress Channel => new("Playground", ChannelAddress.DefaultWorkspace, "celebrations");

    public override async ValueTask InitializeAsync()
    {
        _site = await FakeStackOverflow.StartAsync(_clock, 1);
        _bot = await BotRun.StartAsync(_folder, _site, _clock);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _bot.DisposeAsync();
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    protected override IChatPlatform OpenPlatform() => _bot.Part<IChatPlatform>();

    protected override async Task<IReadOnlyList<string>> TitlesAsync()
    {
        await using var viewer = await Viewer.ConnectAsync(_bot.Http);
        await viewer.UntilAsync(1);
        return viewer.Titles(Channel.Channel);
    }
}
