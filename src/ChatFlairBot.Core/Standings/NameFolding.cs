using System.Text;

namespace ChatFlairBot.Core.Standings;

/// <summary>Brings names to the form in which they are compared: lower case, without accents, one space between words.</summary>
/// <remarks>
/// Its own table rather than Unicode normalisation, because the process runs without the operating system's ICU, where
/// normalisation leaves letters as they are. Other scripts than Latin keep their letters.
/// </remarks>
public static class NameFolding
{
    // The base letters of U+00C0 to U+017F; a space stands for the two signs among them that are no letters.
    private const string LatinBases =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
        + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    // The base letters of U+1E00 to U+1EFF, Vietnamese among them.
    private const string MoreLatinBases =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
        + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
        + "wwwwwwwwwwxxxxyyzzzzzzhtwyassssdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
        + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";

    private const char FirstAccented = '\u00C0';
    private const char FirstOfMore = '\u1E00';

    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var sign in name)
        {
            var letter = Base(char.ToLowerInvariant(sign));
            if (letter is '\0') continue;
            if (letter is not ' ') folded.Append(letter);
            else if (folded.Length > 0 && folded[^1] is not ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    private static char Base(char sign)
    {
        if (sign >= FirstAccented && sign - FirstAccented < LatinBases.Length) return LatinBases[sign - FirstAccented];
        if (sign >= FirstOfMore && sign - FirstOfMore < MoreLatinBases.Length) return MoreLatinBases[sign - FirstOfMore];
        // Romanian's letters with a comma below lie apart from all others.
        if (sign is '\u0219' or '\u021B') return sign is '\u0219' ? 's' : 't';
        if (sign is >= '\u0300' and <= '\u036F') return '\0';
        if (sign is '.' or '_' or '-' or '\'' or '\u2019' || char.IsWhiteSpace(sign) || char.IsControl(sign)) return ' ';
        return sign;
    }
}
