using System.Globalization;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Tests.Cards;

public sealed class CardMakerTests
{
    private readonly CardMaker _cards = new(
        new MilestoneRules([new ReputationThresholdRule([500, 1_000])]), new Dictionary<string, string>(StringComparer.Ordinal) { ["acme"] = "Acme Stack" });

    [Fact]
    public void A_milestone_card_tells_who_reached_what_where()
    {
        var card = _cards.Milestone(Announcement(Person() with { Link = "https://stack.example.com/users/7", Avatar = "https://avatars.example.com/7" }));

        Assert.Equal(
            new Card(CardKind.Milestone, "Ada Lindqvist reached 500 reputation", "Ada Lindqvist reached 500 reputation on Acme Stack.")
            {
                Link = new Uri("https://stack.example.com/users/7"),
                Avatar = new CardPicture(new Uri("https://avatars.example.com/7"), "Avatar of Ada Lindqvist"),
                Progress = new CardProgress(510, 1_000, "490 more to reach 1,000"),
                Footer = "Acme Stack",
            },
            card with { Facts = [], Rows = [] },
            (one, other) => one == other with { Facts = one.Facts, Rows = one.Rows });
        Assert.Empty(card.Facts);
        Assert.Empty(card.Rows);
    }

    [Fact]
    public void Whoever_fell_below_again_is_shown_without_progress() => Assert.Null(_cards.Milestone(Announcement(Person() with { Score = 499 })).Progress);

    [Fact]
    public void Above_the_last_milestone_there_is_no_progress() => Assert.Null(_cards.Milestone(Announcement(Person() with { Score = 1_000 })).Progress);

    [Fact]
    public void A_milestone_of_another_kind_is_told_in_its_own_words()
    {
        var announcement = Announcement(Person()) with { Key = new MilestoneKey("badge", "gold:17"), Label = "Guru" };

        Assert.Equal("Ada Lindqvist earned the gold badge “Guru”", _cards.Milestone(announcement).Title);
    }

    [Fact]
    public void A_source_without_a_title_is_called_by_its_name() =>
        Assert.Equal("beta", _cards.Milestone(Announcement(Person() with { Person = new PersonId("beta", 7) })).Footer);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JAVASCRIPT:alert(1)")]
    [InlineData("data:text/html,<script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://stack.example.com/")]
    [InlineData("/users/7")]
    [InlineData("//stack.example.com/users/7")]
    [InlineData("stack.example.com")]
    [InlineData("https://")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_web_address_is_left_out_everywhere(string? address)
    {
        var person = Person() with { Link = address, Avatar = address };
        var cards = new[] { _cards.Milestone(Announcement(person)), _cards.Flair([new RankedStanding(person, 1, 1)]), _cards.Top("acme", [person]) };

        Assert.All(cards, card => Assert.Null(card.Link));
        Assert.All(cards, card => Assert.Null(card.Avatar?.Address));
        Assert.All(cards.SelectMany(card => card.Rows), row => Assert.Null(row.Link));
    }

    [Fact]
    public void An_address_without_end_is_left_out() => Assert.Null(WebAddress.Of("https://stack.example.com/" + new string('a', 2_000)));

    [Theory]
    [InlineData("Ada\u202Etsivqdnil", "Adatsivqdnil")]
    [InlineData("\u202A\u202B\u202C\u202D\u2066\u2067\u2068\u2069Ada", "Ada")]
    [InlineData("Ada\r\nLindqvist\t!", "Ada Lindqvist !")]
    [InlineData("\0\u0007Ada\u001B[31m", "Ada [31m")]
    [InlineData("Ada\u0085\u2028Lindqvist", "Ada Lindqvist")]
    [InlineData("  Ada   Lindqvist  ", "Ada Lindqvist")]
    [InlineData("Mo <Ops> O'Brien & Co", "Mo <Ops> O'Brien & Co")]
    [InlineData("ليلى حداد", "ليلى حداد")]
    [InlineData("", "Person 7")]
    [InlineData(" \u202E\n ", "Person 7")]
    public void A_name_is_one_line_that_turns_nothing_around(string name, string shown) => Assert.Equal(shown, CardMaker.Name(Person() with { Name = name }));

    [Fact]
    public void A_long_name_is_cut_between_signs_as_people_see_them()
    {
        var family = "👩‍👩‍👧‍👦";

        var name = CardMaker.Name(Person() with { Name = string.Concat(Enumerable.Repeat(family, 20)) + new string('x', 5_000) });

        Assert.Equal(string.Concat(Enumerable.Repeat(family, 20)) + new string('x', CardMaker.LongestName - 21) + "…", name);
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(101, 100)]
    public void The_longest_name_is_shown_whole(int length, int shown) => Assert.Equal(shown, CardMaker.Name(Person() with { Name = new string('x', length) }).Length);

    [Theory]
    [InlineData("Z", 10_000)]
    [InlineData("Zalgo", 300)]
    [InlineData("\u0301", 10_000)]
    public void A_name_that_is_piled_up_from_marks_is_bounded_too(string start, int marks)
    {
        var piled = string.Concat(start.Select(letter => letter + new string('\u0335', marks)));

        var name = CardMaker.Name(Person() with { Name = piled });

        Assert.InRange(name.Length, 1, 4 * CardMaker.LongestName);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1_010, "1,010")]
    [InlineData(2_000_000_000, "2,000,000,000")]
    [InlineData(long.MaxValue, "9,223,372,036,854,775,807")]
    public void Numbers_are_grouped_whatever_the_machine_speaks(long value, string shown)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberGroupSeparator = "'", NumberDecimalDigits = 3 } };
            Assert.Equal(shown, CardMaker.Number(value));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_list_ranks_equal_scores_alike_and_its_summary_names_three()
    {
        var card = _cards.Top("acme", [Person("A", 9), Person("B", 9), Person("C", 8), Person("D", 7)]);

        Assert.Equal(["1", "1", "3", "4"], card.Rows.Select(row => row.Lead));
        Assert.Equal("Top 4 on Acme Stack: A 9, B 9, C 8 …", card.Summary);
    }

    private static Standing Person(string name = "Ada Lindqvist", long score = 510) => new(new PersonId("acme", 7), name, score, null, null);

    private static Announcement Announcement(Standing standing) => new(1, MilestoneKey.Reputation(500), 500, DateTimeOffset.UnixEpoch, standing);
}
