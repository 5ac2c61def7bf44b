using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Teams;
using ChatFlairBot.Tests.Fakes.Teams;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>What becomes of a card when Teams says no, or nothing.</summary>
public sealed class ConnectorOutcomesTests : IAsyncLifetime
{
    private static readonly Card Card = new(CardKind.Milestone, "Ada reached 1,000 reputation", "Ada reached 1,000 reputation.");

    private TeamsRun _run = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TeamsPlatform Platform => _run.Bot.Part<TeamsPlatform>();

    public async ValueTask InitializeAsync()
    {
        _run = await TeamsRun.StartAsync();
        await _run.InstallAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _run.DisposeAsync();
    }

    [Theory]
    [InlineData("429-Throttled", typeof(PostOutcome.Later))]
    [InlineData("412-PreconditionFailed", typeof(PostOutcome.Later))]
    [InlineData("502-BadGateway", typeof(PostOutcome.Uncertain))]
    [InlineData("504-GatewayTimeout", typeof(PostOutcome.Uncertain))]
    [InlineData("401-BotNotRegistered", typeof(PostOutcome.Gone))]
    [InlineData("403-BotNotInConversationRoster", typeof(PostOutcome.Gone))]
    [InlineData("403-BotDisabledByAdmin", typeof(PostOutcome.Gone))]
    [InlineData("403-ConversationBlockedByUser", typeof(PostOutcome.Gone))]
    [InlineData("403-MessageWritesBlocked", typeof(PostOutcome.Gone))]
    [InlineData("413-MessageSizeTooBig", typeof(PostOutcome.Refused))]
    [InlineData("400-BadSyntax", typeof(PostOutcome.Refused))]
    public async Task A_refusal_has_a_consequence_of_its_own_and_says_so_in_Teams_words(string error, Type outcome)
    {
        _run.Teams.Script.Next(ConnectorOperations.Create, error);
        var came = await PostAsync();
        Assert.IsType(outcome, came);
        Assert.Contains(error.Split('-')[0], came.ToString(), StringComparison.Ordinal);
        Assert.IsType<PostOutcome.Posted>(await PostAsync());
    }

    [Fact]
    public async Task How_long_Teams_asks_to_wait_is_waited_and_up_to_a_quarter_longer()
    {
        _run.Teams.Script.Next(ConnectorOperations.Create, "429-Throttled");
        Assert.InRange(Assert.IsType<PostOutcome.Later>(await PostAsync()).After!.Value, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8.75));
        _run.Teams.Script.Next(ConnectorOperations.Create, ConnectorAnswer.Throttled(null));
        Assert.Null(Assert.IsType<PostOutcome.Later>(await PostAsync()).After);
    }

    [Fact]
    public async Task A_conversation_that_is_not_found_may_come_back_for_a_while_and_then_is_gone()
    {
        _run.Teams.Script.Always(ConnectorOperations.Create, ConnectorAnswer.Error("404-ConversationNotFound"));
        Assert.IsType<PostOutcome.Later>(await PostAsync());
        _run.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.IsType<PostOutcome.Later>(await PostAsync());
        _run.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.IsType<PostOutcome.Gone>(await PostAsync());

        _run.Teams.Script.Always(ConnectorOperations.Create, null);
        Assert.IsType<PostOutcome.Posted>(await PostAsync());
        _run.Teams.Script.Next(ConnectorOperations.Create, "404-ConversationNotFound");
        Assert.IsType<PostOutcome.Later>(await PostAsync());
    }

    [Fact]
    public async Task A_lost_answer_leaves_it_uncertain_and_an_empty_one_does_not()
    {
        _run.Teams.Script.LoseNextAnswer(ConnectorOperations.Create);
        Assert.IsType<PostOutcome.Uncertain>(await PostAsync());
        _run.Teams.Script.NextAfterwards(ConnectorOperations.Create, new ConnectorAnswer(201));
        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync());
        Assert.NotEmpty(posted.MessageId);
        var channel = TeamsRun.AddressOf(_run.Announcements);
        Assert.IsType<PostOutcome.Refused>(await Platform.DeleteAsync(channel, posted.MessageId, Token));
        Assert.IsType<PostOutcome.Refused>(await Platform.UpdateAsync(channel, posted.MessageId, Card, Token));
    }

    [Fact]
    public async Task What_was_posted_is_changed_and_taken_back_once_or_more()
    {
        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync());
        var (channel, post) = (TeamsRun.AddressOf(_run.Announcements), _run.Announcements.Posts[^1]);
        _run.Teams.AnswersEmpty = true;
        Assert.Equal(posted, await Platform.UpdateAsync(channel, posted.MessageId, Card with { Title = "Ada, put right", Summary = "Ada, put right." }, Token));
        Assert.Equal(("Ada, put right.", 1), (post.Summary, post.Edits));
        Assert.Equal(posted, await Platform.DeleteAsync(channel, posted.MessageId, Token));
        Assert.True(post.IsDeleted);
        Assert.Equal(posted, await Platform.DeleteAsync(channel, posted.MessageId, Token));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_fetched_anew()
    {
        Assert.IsType<PostOutcome.Posted>(await PostAsync());
        _run.Teams.Identity.EndBearers();
        Assert.IsType<PostOutcome.Later>(await PostAsync());
        Assert.IsType<PostOutcome.Posted>(await PostAsync());
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_it_waits()
    {
        await using var run = await TeamsRun.StartAsync();
        await run.Sender.SendAsync(run.Sender.Activities.Installation("add-upgrade", run.Teams.Marta, run.Announcements));
        run.Teams.Identity.IsDown = true;
        var calls = run.Teams.Calls.Count;
        Assert.IsType<PostOutcome.Later>(await run.Bot.Part<TeamsPlatform>().PostAsync(TeamsRun.AddressOf(run.Announcements), Card, "d-1", Token));
        Assert.Equal(calls, run.Teams.Calls.Count);
    }

    [Fact]
    public async Task Two_at_once_in_one_channel_take_turns()
    {
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync())), one => Assert.IsType<PostOutcome.Posted>(one));
        Assert.DoesNotContain(_run.Teams.Calls, call => call.Answer?.Status == 412);
    }

    private Task<PostOutcome> PostAsync() => Platform.PostAsync(TeamsRun.AddressOf(_run.Announcements), Card, "d-1", Token);
}
