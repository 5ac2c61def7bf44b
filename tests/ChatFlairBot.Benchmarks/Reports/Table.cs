namespace ChatFlairBot.Benchmarks.Reports;

/// <summary>A table in plain text: the first column to the left, all others to the right.</summary>
internal sealed class Table(IReadOnlyList<string> titles)
{
    private readonly List<IReadOnlyList<string>> _rows = [titles];

    public void Add(IReadOnlyList<string> cells) => _rows.Add(cells);

    public void Print()
    {
        var widths = Enumerable.Range(0, titles.Count).Select(column => _rows.Max(row => row[column].Length)).ToList();
        Console.WriteLine();
        foreach (var row in _rows) Console.WriteLine(string.Join("   ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))));
        Console.WriteLine();
    }
}
