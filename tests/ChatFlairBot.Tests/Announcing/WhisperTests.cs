using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>Whoever said "only me" hears of their milestones, and nobody else does.</summary>
public sealed class WhisperTests : IDisposable
{
    private static readonly ChannelAddress General = new("Fake", ChannelAddress.DefaultWorkspace, "general");
    private static readonly MemberId Ada = new("Fake", ChannelAddress.DefaultWorkspace, "U7");

    private readonly SeededBot _bot = new();
    private readonly List<string> _told = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_told_in_private_once_and_the_channel_is_not()
    {
        await RiseAsync(Consent.OnlyMe, new Telling(_told, tellsMembers: true));
        Assert.Equal(["Fake/default/@U7: Ada Lovelace reached 100 reputation, Why"], _told);
        await Announcer(new Telling(_told, tellsMembers: true)).RunAsync(Stop);
        Assert.Single(_told);
        var traces = (await _bot.Store.Ledger.OfPersonAsync(new PersonId("acme", 7), 1, Stop))[0].Deliveries;
        Assert.Equal([(DeliveryState.Sent, (string?)null), (DeliveryState.Dropped, "They keep their milestones to themselves.")], traces.Select(one => (one.State, one.Reason)).OrderBy(one => one.State is not DeliveryState.Sent));
    }

    [Fact]
    public async Task Whoever_said_never_is_told_nothing()
    {
        await RiseAsync(Consent.Never, new Telling(_told, tellsMembers: true));
        Assert.Empty(_told);
    }

    [Fact]
    public async Task A_platform_that_cannot_whisper_tells_nobody()
    {
        await RiseAsync(Consent.OnlyMe, new Telling(_told, tellsMembers: false));
        Assert.Empty(_told);
    }

    [Fact]
    public async Task Where_no_channel_asked_for_it_they_are_not_told_either()
    {
        await RiseAsync(Consent.OnlyMe, new Telling(_told, tellsMembers: true), new("some", General, Fakes.Announcer.Always) { AtLeast = 1_000 });
        Assert.Empty(_told);
    }

    [Fact]
    public async Task A_member_who_cannot_be_told_is_nobodys_business()
    {
        await RiseAsync(Consent.OnlyMe, new Telling(_told, tellsMembers: true, gone: true));
        Assert.Equal(0, (await _bot.Store.Deliveries.CountAsync(Stop)).GetValueOrDefault(DeliveryState.Parked));
    }

    public void Dispose() => _bot.Dispose();

    private async Task RiseAsync(Consent wish, Telling platform, Subscription? subscription = null)
    {
        await _bot.PollAsync(Stop);
        _bot.Source.Set(7, 50, "Ada Lovelace");
        await _bot.PollAsync(Stop);
        await _bot.Store.Members.SeeAsync(new Member(Ada, "Ada Lovelace"), Stop);
        await _bot.Store.Members.LinkAsync(Ada, new MemberLink(new PersonId("acme", 7), Provenance.Manager, "somebody", _bot.Clock.GetUtcNow()), Stop);
        await _bot.Store.Members.SetConsentAsync([new PersonId("acme", 7)], wish, _bot.Clock.GetUtcNow(), Stop);
        _bot.Source.Set(7, 110, "Ada Lovelace");
        await _bot.PollAsync(Stop);
        var announcer = Announcer(platform, subscription);
        await announcer.RunAsync(Stop);
        await announcer.Planning.RunAsync(ChannelAddress.Of(Ada), Stop);
        await announcer.RunAsync(Stop);
    }

    private Announcer Announcer(IChatPlatform platform, Subscription? subscription = null) => new(_bot.Store, _bot, platform, subscription ?? Fakes.Announcer.To(General));

    private sealed class Telling(List<string> told, bool tellsMembers, bool gone = false) : IChatPlatform
    {
        public string Name => "Fake";

        public bool TellsMembers => tellsMembers;

        public Task<PostOutcome> PostAsync(ChannelAddress channel, Card card, string deliveryKey, CancellationToken token)
        {
            if (gone) return Task.FromResult<PostOutcome>(new PostOutcome.Gone("Their account is closed."));
            told.Add($"{channel}: {card.Title}, {string.Join(' ', card.Actions.Select(one => one.Kind))}");
            Assert.Contains("Only you see this", card.Text, StringComparison.Ordinal);
            return Task.FromResult<PostOutcome>(new PostOutcome.Posted("m1"));
        }
    }
}
