using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Tests.Standings;

public sealed class NameFoldingTests
{
    [Theory]
    [InlineData("Ada Lindqvist", "ada lindqvist")]
    [InlineData("  ADA   LINDQVIST ", "ada lindqvist")]
    [InlineData("ada.lindqvist", "ada lindqvist")]
    [InlineData("ada_lindqvist-smith", "ada lindqvist smith")]
    [InlineData("O'Brien", "o brien")]
    [InlineData("O’Brien", "o brien")]
    [InlineData("J.-P.", "j p")]
    [InlineData("Żaneta", "zaneta")]
    [InlineData("Z\u0307aneta", "zaneta")]
    [InlineData("Pál Ó Dálaigh", "pal o dalaigh")]
    [InlineData("Ünterberg-Østergaard", "unterberg ostergaard")]
    [InlineData("Łukasz Ğ İşçi", "lukasz g isci")]
    [InlineData("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ", "aaaaaaceeeeiiiinoooooouuuuy")]
    [InlineData("Jiří Dvořák", "jiri dvorak")]
    [InlineData("Ștefan Țepeș", "stefan tepes")]
    [InlineData("Nguyễn Thị Ngọc Ánh", "nguyen thi ngoc anh")]
    [InlineData("Ada × Bo ÷ Cy", "ada bo cy")]
    [InlineData("ليلى حداد", "ليلى حداد")]
    [InlineData("渡辺 葵", "渡辺 葵")]
    [InlineData("Ada\tLindqvist\n", "ada lindqvist")]
    [InlineData("...", "")]
    [InlineData("", "")]
    public void Names_are_folded(string name, string folded) => Assert.Equal(folded, NameFolding.Fold(name));

    [Fact]
    public void What_is_folded_stays_as_it_is()
    {
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++)
        {
            var name = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => (char)random.Next(1, 0x250)));
            var folded = NameFolding.Fold(name);
            Assert.True(folded == NameFolding.Fold(folded), $"Round {round}: “{name}” is folded to “{folded}”, and that to “{NameFolding.Fold(folded)}”.");
        }
    }
}
