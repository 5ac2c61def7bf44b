using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Tests.Flair;

public sealed class FlairLanguageWishTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("to this channel, please", "")]
    [InlineData("from acme", "sources acme")]
    [InlineData("from acme, starmind", "sources acme,starmind")]
    [InlineData("from acme,starmind and Beta Stack daily", "sources acme,starmind,Beta Stack; pace Daily")]
    [InlineData("from \"Daily Stack\" daily", "sources Daily Stack; pace Daily")]
    [InlineData("from all", "sources all")]
    [InlineData("acme", "others acme")]
    [InlineData("acme, starmind weekly", "others acme,starmind; pace Weekly")]
    [InlineData("acme,starmind", "others acme,starmind")]
    [InlineData("\"Acme Stack\" badges", "others Acme Stack; kinds badge")]
    public void Whence(string words, string wish) => Reads(words, wish);

    [Theory]
    [InlineData("group Platform Team", "groups Platform Team")]
    [InlineData("department Sales daily", "groups Sales; pace Daily")]
    [InlineData("groups Platform Team, Data from 1000", "groups Platform Team,Data; least 1000")]
    [InlineData("group \"Daily Business\" daily", "groups Daily Business; pace Daily")]
    [InlineData("group “Women in Tech” badges", "groups Women in Tech; kinds badge")]
    [InlineData("group Women in Tech badges", "groups Women in Tech; kinds badge")]
    [InlineData("group Research and Development and levels", "groups Research and Development; kinds level")]
    [InlineData("group Experts experts", "groups Experts; kinds expert")]
    [InlineData("from group Platform from acme", "sources acme; groups Platform")]
    [InlineData("group A department B", "groups A,B")]
    [InlineData("group Platform 1000+ quiet off", "groups Platform; least 1000; quiet off")]
    public void Of_whom(string words, string wish) => Reads(words, wish);

    [Theory]
    [InlineData("reputation, levels, badges, ranks, experts, first points and collectives", "kinds reputation,level,badge,rank,expert,first,collective")]
    [InlineData("Level badge rank expert first collective badge", "kinds level,badge,rank,expert,first,collective")]
    [InlineData("everything", "kinds reputation,level,badge,rank,expert,first,collective")]
    [InlineData("only badges", "kinds badge")]
    [InlineData("from 1000", "least 1000")]
    [InlineData("from 2.5k points", "least 2500")]
    [InlineData("at least 1,000", "least 1000")]
    [InlineData("atleast 1000.", "least 1000")]
    [InlineData("1000+", "least 1000")]
    [InlineData("1k+ acme", "others acme; least 1000")]
    [InlineData(">=500", "least 500")]
    [InlineData("500 or more", "least 500")]
    [InlineData("from 0", "least 0")]
    [InlineData("at 1000,5000", "thresholds 1000,5000")]
    [InlineData("at 5000, 1000 and 10k daily", "thresholds 1000,5000,10000; pace Daily")]
    [InlineData("at 1000 5000 3 a day", "thresholds 1000,5000; max 3")]
    [InlineData("at 50", "thresholds 50")]
    [InlineData("at 5,10", "thresholds 5,10")]
    [InlineData("at 10, 100, 1000", "thresholds 10,100,1000")]
    public void Of_what(string words, string wish) => Reads(words, wish);

    [Theory]
    [InlineData("immediately", "pace Immediately")]
    [InlineData("now", "pace Immediately")]
    [InlineData("LIVE!", "pace Immediately")]
    [InlineData("at once", "pace Immediately")]
    [InlineData("daily", "pace Daily")]
    [InlineData("once a day", "pace Daily")]
    [InlineData("a weekly digest", "pace Weekly")]
    [InlineData("every week", "pace Weekly")]
    [InlineData("at 09:30", "at 09:30")]
    [InlineData("daily at 9", "pace Daily; at 09:00")]
    [InlineData("at 9 am", "at 09:00")]
    [InlineData("9:30am", "at 09:30")]
    [InlineData("9:30 PM", "at 21:30")]
    [InlineData("at 9 p.m.", "at 21:00")]
    [InlineData("at 12am", "at 00:00")]
    [InlineData("at 17h", "at 17:00")]
    [InlineData("17h30", "at 17:30")]
    [InlineData("at 9.30", "at 09:30")]
    [InlineData("at 0930", "at 09:30")]
    [InlineData("at 9 o’clock", "at 09:00")]
    [InlineData("at noon", "at 12:00")]
    [InlineData("at 24:00", "at 00:00")]
    [InlineData("on monday", "on Monday")]
    [InlineData("mondays", "on Monday")]
    [InlineData("every Tue", "on Tuesday")]
    [InlineData("weekly on thursday at 16:00", "pace Weekly; at 16:00; on Thursday")]
    public void How_soon(string words, string wish) => Reads(words, wish);

    [Theory]
    [InlineData("quiet 18:00-08:00", "quiet 18:00-08:00")]
    [InlineData("quiet 18:00 – 08:00", "quiet 18:00-08:00")]
    [InlineData("quiet 18:00—08:00", "quiet 18:00-08:00")]
    [InlineData("quiet from 18 to 8", "quiet 18:00-08:00")]
    [InlineData("quiet hours 6pm-8am", "quiet 18:00-08:00")]
    [InlineData("quiet between 6 pm and 8 am daily", "pace Daily; quiet 18:00-08:00")]
    [InlineData("quiet 18h-24:00", "quiet 18:00-00:00")]
    [InlineData("quiet off", "quiet off")]
    [InlineData("no quiet hours", "quiet off")]
    [InlineData("quiet off quiet 9-17", "quiet 09:00-17:00")]
    [InlineData("weekdays", "days Mon,Tue,Wed,Thu,Fri")]
    [InlineData("on working days", "days Mon,Tue,Wed,Thu,Fri")]
    [InlineData("mon-fri", "days Mon,Tue,Wed,Thu,Fri")]
    [InlineData("Mon–Fri", "days Mon,Tue,Wed,Thu,Fri")]
    [InlineData("monday to thursday", "days Mon,Tue,Wed,Thu")]
    [InlineData("sun-thu", "days Mon,Tue,Wed,Thu,Sun")]
    [InlineData("mon,tue,thu", "days Mon,Tue,Thu")]
    [InlineData("mon, tue and thu", "days Mon,Tue,Thu")]
    [InlineData("thu mon", "days Mon,Thu")]
    [InlineData("mon-wed,fri", "days Mon,Tue,Wed,Fri")]
    [InlineData("on monday mon-fri", "on Monday; days Mon,Tue,Wed,Thu,Fri")]
    [InlineData("every day", "days Mon,Tue,Wed,Thu,Fri,Sat,Sun")]
    [InlineData("everyday", "days Mon,Tue,Wed,Thu,Fri,Sat,Sun")]
    [InlineData("all days", "days Mon,Tue,Wed,Thu,Fri,Sat,Sun")]
    [InlineData("in Europe/Berlin", "zone Europe/Berlin")]
    [InlineData("zone America/New_York", "zone America/New_York")]
    [InlineData("America/Argentina/Buenos_Aires.", "zone America/Argentina/Buenos_Aires")]
    [InlineData("time zone Nowhere", "zone Nowhere")]
    [InlineData("UTC", "zone UTC")]
    [InlineData("max 3", "max 3")]
    [InlineData("max 3 a day", "max 3")]
    [InlineData("at most 3 cards per day", "max 3")]
    [InlineData("budget 3", "max 3")]
    [InlineData("3/day", "max 3")]
    [InlineData("no limit", "max 0")]
    [InlineData("unlimited", "max 0")]
    [InlineData("max 1000", "max 1000")]
    public void When_and_how_many(string words, string wish) => Reads(words, wish);

    [Theory]
    [InlineData("quiet 25:00-8", "faults “quiet 25:00-8” names no quiet hours: write quiet 18:00-08:00, or quiet off.")]
    [InlineData("quiet 8-8", "faults “quiet 8-8” names no quiet hours: write quiet 18:00-08:00, or quiet off.")]
    [InlineData("quiet daily", "pace Daily; faults “quiet” names no quiet hours: write quiet 18:00-08:00, or quiet off.")]
    [InlineData("quiet 25:00-8 1000+", "least 1000; faults “quiet 25:00-8” names no quiet hours: write quiet 18:00-08:00, or quiet off.")]
    [InlineData("at 25:00", "faults “at 25:00” is no time of day: write at 9:30, at 17:00 or at 5pm.")]
    [InlineData("at 13pm", "faults “at 13pm” is no time of day: write at 9:30, at 17:00 or at 5pm.")]
    [InlineData("9:75", "faults “9:75” is no time of day: write at 9:30, at 17:00 or at 5pm.")]
    [InlineData("at least some", "others some; faults “at least” needs a number of points, up to 100,000,000: write at least 1000.")]
    [InlineData("999999999999+", "faults “999999999999+” needs a number of points, up to 100,000,000: write at least 1000.")]
    [InlineData("at 1,5000", "thresholds 5000; faults A threshold is a number from 2 to 100,000,000.")]
    [InlineData("hourly", "faults “hourly” is no pace I keep: write immediately, daily or weekly.")]
    [InlineData("on mondya", "faults “on mondya” names no days: write on monday, mon-fri or mon,tue,thu.")]
    [InlineData("mon,tue,xyz", "faults “mon,tue,xyz” names no days: write on monday, mon-fri or mon,tue,thu.")]
    [InlineData("max", "faults “max” is no number of cards a day from 0 to 1,000: write max 3 a day, or no limit.")]
    [InlineData("max -3", "faults “max -3” is no number of cards a day from 0 to 1,000: write max 3 a day, or no limit.")]
    [InlineData("max 1001", "faults “max 1001” is no number of cards a day from 0 to 1,000: write max 3 a day, or no limit.")]
    [InlineData("max 3 a week", "faults “max 3 a week” is no number of cards a day from 0 to 1,000: write max 3 a day, or no limit.")]
    [InlineData("no badges", "faults “no badges” leaves something out: write what is wanted instead, for example from acme reputation levels.")]
    [InlineData("levels except from acme, beta", "kinds level; faults “except from acme, beta” leaves something out: write what is wanted instead, for example from acme reputation levels.")]
    [InlineData("not acme daily", "pace Daily; faults “not acme” leaves something out: write what is wanted instead, for example from acme reputation levels.")]
    [InlineData("group", "faults “group” needs a name: write group Platform Team.")]
    [InlineData("from", "faults “from” needs a platform or a number of points: write from acme, or from 1000.")]
    [InlineData("zone", "faults “zone” needs the name of a time zone: write zone Europe/Berlin.")]
    [InlineData("1000", "faults “1000” alone could mean anything: write 1000+ or at 1000 for points, at 9:30 for a time, max 3 for cards a day.")]
    public void What_was_meant_and_cannot_be_read_is_said(string words, string wish) => Reads(words, wish);

    [Fact]
    public void Wishes_stand_in_any_order()
    {
        string[] clauses =
        [
            "from acme, starmind", "group Platform Team", "levels", "at least 1000", "at 1000,5000", "daily", "at 9:30", "on monday", "quiet from 18 to 8", "mon-fri", "in Europe/Berlin", "max 3 a day",
        ];
        const string Expected = "sources acme,starmind; groups Platform Team; kinds level; least 1000; thresholds 1000,5000; pace Daily; at 09:30; on Monday; "
            + "quiet 18:00-08:00; days Mon,Tue,Wed,Thu,Fri; zone Europe/Berlin; max 3";
        var random = new Random(20_260_303);
        for (var round = 0; round < 500; round++)
        {
            random.Shuffle(clauses);
            Reads(string.Join(' ', clauses), Expected);
        }
    }

    [Theory]
    [InlineData("settings")]
    [InlineData("settings show")]
    [InlineData("Setting")]
    public void Settings_alone_shows_them(string text) => Assert.Equal(new FlairCommand.Settings(null), FlairLanguage.Parse(text).Command);

    private static void Reads(string words, string wish)
    {
        Assert.Equal(wish, WishText.Of(Assert.IsType<FlairCommand.Subscribe>(FlairLanguage.Parse($"subscribe {words}").Command).Wish));
        if (words.Length > 0) Assert.Equal(wish, WishText.Of(Assert.IsType<FlairCommand.Settings>(FlairLanguage.Parse($"/flair SETTINGS  {words} ").Command).Wish!));
    }
}
