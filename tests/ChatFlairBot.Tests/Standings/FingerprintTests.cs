using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Tests.Standings;

/// <summary>Fingerprints are kept in databases: a value that changes would make every snapshot look changed.</summary>
public sealed class FingerprintTests
{
    [Theory]
    [InlineData("", null, null, 34_109_043)]
    [InlineData("Ada Lindqvist", null, null, -434_731_951)]
    [InlineData("Ada Lindqvist", "https://stack.example.com/users/7", "https://avatars.example.com/7", 755_584_775)]
    [InlineData("渡辺 葵 😀", "x", "", 1_444_298_762)]
    public void Values_stay_what_they_are(string name, string? link, string? avatar, int expected) => Assert.Equal(expected, Fingerprint.Of(name, link, avatar));

    [Fact]
    public void It_differs_when_any_word_differs()
    {
        string?[][] words =
        [
            ["Ada", "link", "avatar"], ["Adb", "link", "avatar"], ["Ada", "linl", "avatar"], ["Ada", "link", "avatas"], ["ada", "link", "avatar"],
            ["Ada", null, "avatar"], ["Ada", "link", null], ["Ada", null, null], ["", "link", "avatar"], ["Ada", "avatar", "link"],
            ["Adal", "ink", "avatar"], ["Ad", "alink", "avatar"], ["Ada", "linka", "vatar"], ["Ada ", "link", "avatar"], ["Ada\0", "link", "avatar"],
            ["AdaLovelace.", "", ""], ["AdaL", "ovelace.", ""], ["AdaLovel", "ace.", ""], ["AdaL", "ovel", "ace."], ["", "AdaLovelace.", ""],
        ];

        Assert.Equal(words.Length, words.Select(one => Fingerprint.Of(one[0]!, one[1], one[2])).Distinct().Count());
    }

    [Fact]
    public void Many_people_rarely_share_one()
    {
        var prints = Enumerable.Range(0, 50_000).Select(number => Fingerprint.Of($"Person {number}", $"https://stack.example.com/users/{number}", null));

        // By chance alone 50,000 values of 32 bits collide 0.3 times.
        Assert.InRange(prints.Distinct().Count(), 49_995, 50_000);
    }

    [Fact]
    public void The_score_is_not_among_the_words()
    {
        var ada = new Standing(new PersonId("acme", 7), "Ada", 10, "link", "avatar");

        Assert.Equal(ada.WordsFingerprint, (ada with { Score = 11 }).WordsFingerprint);
        Assert.NotEqual(ada.WordsFingerprint, (ada with { Name = "Bo" }).WordsFingerprint);
        Assert.NotEqual(ada.WordsFingerprint, (ada with { Link = "other" }).WordsFingerprint);
        Assert.NotEqual(ada.WordsFingerprint, (ada with { Avatar = "other" }).WordsFingerprint);
    }
}
