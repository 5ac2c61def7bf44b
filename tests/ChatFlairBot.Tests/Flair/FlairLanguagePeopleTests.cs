using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Tests.Flair;

public sealed class FlairLanguagePeopleTests
{
    [Theory]
    [InlineData("@ada", "ada", null)]
    [InlineData("＠ada", "ada", null)]
    [InlineData("@Ada Lovelace", "Ada Lovelace", null)]
    [InlineData("Ada Lovelace", "Ada Lovelace", null)]
    [InlineData("<@U123ABC>", "", "U123ABC")]
    [InlineData("<@U123ABC|ada>", "ada", "U123ABC")]
    [InlineData("<@U123ABC|Ada Lovelace> please", "Ada Lovelace", "U123ABC")]
    [InlineData("<@>", "<@>", null)]
    [InlineData("<@U1", "<@U1", null)]
    [InlineData("<@U;1>", "<@U;1>", null)]
    [InlineData("<at>Ada Lovelace</at>", "Ada Lovelace", null)]
    [InlineData("<AT id=\"0\">Ada Lovelace</AT>", "Ada Lovelace", "0")]
    [InlineData("<at>Ada", "Ada", null)]
    [InlineData("<!channel>", "<!channel>", null)]
    [InlineData("\"Ada Lovelace\"", "Ada Lovelace", null)]
    [InlineData("@„Ada Lovelace“", "Ada Lovelace", null)]
    [InlineData("'t Hooft", "t Hooft", null)]
    [InlineData("  @ada?! ", "ada", null)]
    [InlineData("@a\u200Bda\u00A0Lovelace", "ada Lovelace", null)]
    [InlineData("@", "", null)]
    [InlineData("", "", null)]
    public void A_mention(string text, string name, string? member) => Assert.Equal(new Mention(name, member), Mention.Parse(text));

    [Theory]
    [InlineData("<@U123ABC|ada>", "ada", "U123ABC")]
    [InlineData("<@U123ABC> --here", "", "U123ABC")]
    [InlineData("<at>Ada Lovelace</at>", "Ada Lovelace", null)]
    public void Somebody_whom_the_platform_named(string text, string name, string? member) =>
        Assert.Equal(new FlairCommand.Somebody(new Mention(name, member)), Read(text));

    [Theory]
    [InlineData("why", null, null)]
    [InlineData("why?", null, null)]
    [InlineData("why me", null, null)]
    [InlineData("Why me?", null, null)]
    [InlineData("why @", null, null)]
    [InlineData("why @ada", "ada", null)]
    [InlineData("why Ada Lovelace?", "Ada Lovelace", null)]
    [InlineData("why d-12-18c", null, "d-12-18c")]
    [InlineData("why D-12-18C", null, "d-12-18c")]
    [InlineData("why card d-12-18c.", null, "d-12-18c")]
    [InlineData("why `d-12-18c`", null, "d-12-18c")]
    [InlineData("why d‑12‑18c", null, "d-12-18c")]
    [InlineData("why #12", null, "12")]
    [InlineData("why 12", null, "12")]
    [InlineData("why d-12-xyz", "d-12-xyz", null)]
    [InlineData("why d--18c", "d--18c", null)]
    [InlineData("why d-12-", "d-12-", null)]
    [InlineData("why #", "#", null)]
    public void Why(string text, string? who, string? card) => Assert.Equal(new FlairCommand.Why(who is null ? null : new Mention(who), card), Read(text));

    [Theory]
    [InlineData("whoami")]
    [InlineData("WhoAmI?")]
    [InlineData("who am i")]
    [InlineData("Who am I?")]
    public void Who_am_I(string text) => Assert.Equal(new FlairCommand.WhoAmI(), Read(text));

    [Theory]
    [InlineData("link", null, null)]
    [InlineData("link @", null, null)]
    [InlineData("link @Ada Lovelace", null, "Ada Lovelace")]
    [InlineData("link to @ada", null, "ada")]
    [InlineData("link me to @ada", null, "ada")]
    [InlineData("link @ada to", null, "ada")]
    [InlineData("link @member to @person", "member", "person")]
    [InlineData("link @member = @person", "member", "person")]
    [InlineData("link @Bo Derek=@Ada Lovelace", "Bo Derek", "Ada Lovelace")]
    [InlineData("link @member -> @person", "member", "person")]
    [InlineData("link @member=>@person", "member", "person")]
    [InlineData("link @member → @person", "member", "person")]
    [InlineData("link \"Road to Rio\" to 'Ada = Lovelace'", "Road to Rio", "Ada = Lovelace")]
    [InlineData("link <at>Bo to Derek</at> to <at>Ada</at>", "Bo to Derek", "Ada")]
    [InlineData("LINK Bo TO Ada", "Bo", "Ada")]
    public void Link(string text, string? member, string? person) => Assert.Equal(
        new FlairCommand.Link(member is null ? null : new Mention(member), person is null ? null : new Mention(person)),
        Read(text));

    [Fact]
    public void Link_of_a_member_whom_the_platform_named()
    {
        var expected = new FlairCommand.Link(new Mention("", "U1"), new Mention("Ada = Lovelace", "U2"));

        Assert.Equal(expected, Read("link <@U1> to <@U2|Ada = Lovelace>"));
        Assert.Equal(expected, Read("link <@U1> = <@U2|Ada = Lovelace>"));
        Assert.Equal(new FlairCommand.Link(new Mention("", "U1"), new Mention("", "U2")), Read("link <@U1>=<@U2>"));
    }

    [Theory]
    [InlineData("unlink", null)]
    [InlineData("unlink me", null)]
    [InlineData("unlink @ada", "ada")]
    public void Unlink(string text, string? member) => Assert.Equal(new FlairCommand.Unlink(member is null ? null : new Mention(member)), Read(text));

    [Theory]
    [InlineData("share on", Consent.Share)]
    [InlineData("share yes", Consent.Share)]
    [InlineData("share all", Consent.Share)]
    [InlineData("share public", Consent.Share)]
    [InlineData("share with everyone", Consent.Share)]
    [InlineData("share me", Consent.OnlyMe)]
    [InlineData("share only me", Consent.OnlyMe)]
    [InlineData("Share “Only Me”!", Consent.OnlyMe)]
    [InlineData("share only with me", Consent.OnlyMe)]
    [InlineData("share private", Consent.OnlyMe)]
    [InlineData("share off", Consent.Never)]
    [InlineData("share never", Consent.Never)]
    [InlineData("share no", Consent.Never)]
    [InlineData("share", null)]
    [InlineData("share on off", null)]
    [InlineData("share never mind", null)]
    [InlineData("share @ada", null)]
    public void Share(string text, Consent? wish) => Assert.Equal(new FlairCommand.Share(wish), Read(text));

    [Theory]
    [InlineData("export")]
    [InlineData("export me")]
    public void Export(string text) => Assert.Equal(new FlairCommand.Export(), Read(text));

    [Theory]
    [InlineData("forget", false)]
    [InlineData("forget me", false)]
    [InlineData("Forget me!", false)]
    [InlineData("forget me yes", true)]
    [InlineData("forget me, YES.", true)]
    public void Forget(string text, bool isConfirmed) => Assert.Equal(new FlairCommand.Forget(isConfirmed), Read(text));

    private static FlairCommand Read(string text) => FlairLanguage.Parse(text).Command;
}
