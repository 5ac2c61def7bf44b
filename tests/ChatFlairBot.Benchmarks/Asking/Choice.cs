using ChatFlairBot.Benchmarks.Site;

namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>Who asks what.</summary>
/// <param name="Kind">Which kind of question it is.</param>
/// <param name="Asker">Whose id at the site.</param>
/// <param name="Text">What they write.</param>
/// <param name="Expected">What the answer says and no other does.</param>
internal sealed record Choice(string Kind, int Asker, string Text, string Expected)
{
    /// <summary>Of a hundred questions 60 mention a member, 25 name somebody in full, 5 are about oneself, 4 a list, 3 for help, 3 for nobody there is.</summary>
    /// <param name="colleagues">Who is there.</param>
    /// <param name="random">Chooses.</param>
    /// <param name="mention">How a member is mentioned.</param>
    /// <param name="help">What the help says and nothing else does.</param>
    public static Choice Make(Colleagues colleagues, Random random, Func<int, string> mention, string help)
    {
        var asker = Any(colleagues.Members, random);
        return random.Next(100) switch
        {
            < 60 => Mention(Any(colleagues.Members, random)),
            < 85 => Name(Any(colleagues.Others, random)),
            < 90 => Me(),
            < 94 => new("top", asker, "top", "Top 10 on"),
            < 97 => new("help", asker, "help", help),
            _ => new("nobody there is", asker, $"Nobody {SiteNames.Last(random.Next())}ski", "Nobody found"),
        };

        Choice Mention(int id) => new("mention", asker, mention(id), Has(id));
        Choice Name(int id) => new("full name", asker, SiteNames.Full(id), Has(id));

        Choice Me()
        {
            while (!Colleagues.IsLinked(asker)) asker = Any(colleagues.Members, random);
            return new("me", asker, "me", Has(asker));
        }
    }

    private static string Has(int id) => $"{SiteNames.Full(id)} has ";

    private static int Any(IReadOnlyList<int> ids, Random random) => ids[random.Next(ids.Count)];
}
