namespace ChatFlairBot.Benchmarks.Site;

/// <summary>Invented names: 240 first names and 4,800 last names, so that first names are shared by many and full names by few.</summary>
internal static class SiteNames
{
    private static readonly string[] Starts = ["Ba", "Ce", "Di", "Fo", "Gu", "Ha", "Je", "Ki", "Lo", "Mu", "Na", "Pe", "Ri", "So", "Tu", "Va"];
    private static readonly string[] Middles = ["bel", "car", "din", "fos", "gul", "han", "jes", "kir", "lom", "mun", "nal", "per", "ris", "sor", "tus", "val", "wen", "xil", "yar", "zem"];
    private static readonly string[] Ends = ["a", "o", "ine", "us", "ek", "ia", "in", "on", "el", "is", "an", "ur", "ya", "et", "ov"];

    private const int Firsts = 240;
    private const int Lasts = 4_800;

    public static string First(int id)
    {
        var pick = (int)(Spread(id) % Firsts);
        return Starts[pick % Starts.Length] + Ends[pick / Starts.Length];
    }

    public static string Last(int id)
    {
        var pick = (int)(Spread(id) / Firsts % Lasts);
        return Starts[pick % Starts.Length] + Middles[pick / Starts.Length % Middles.Length] + Ends[pick / Starts.Length / Middles.Length];
    }

    public static string Full(int id) => $"{First(id)} {Last(id)}";

    // Any mixing of bits does: neighbours must not share a name.
    private static ulong Spread(int id)
    {
        var mixed = (ulong)id * 0x9E3779B97F4A7C15;
        return (mixed ^ (mixed >> 32)) * 0xBF58476D1CE4E5B9 >> 20;
    }
}
