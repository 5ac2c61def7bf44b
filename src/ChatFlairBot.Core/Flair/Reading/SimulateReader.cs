namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Reads what follows <c>simulate</c>: thresholds, a rate and how far to look back, in any order.</summary>
internal sealed class SimulateReader
{
    private const int DefaultDays = 90;
    private const int MostDays = 3_650;
    private const double MostPerWeek = 100_000;

    private static readonly string[] Fillers =
        ["with", "at", "thresholds", "threshold", "reputation", "points", "and", "or", "vs", "the", "in", "cards", "card", "please", "if"];

    private readonly List<long> _points = [];
    private readonly List<string> _faults = [];
    private int _days = DefaultDays;
    private double? _perWeek;

    public static FlairCommand.Simulate Read(Words words)
    {
        var reader = new SimulateReader();
        while (!words.IsAtEnd) reader.ReadNext(words);
        var thresholds = Points.Thresholds(reader._points, out var fault);
        return new FlairCommand.Simulate(thresholds, reader._days, reader._perWeek, reader._faults.FirstOrDefault() ?? fault);
    }

    private void ReadNext(Words words)
    {
        if (Rates.Take(words) is { } rate) SetRate(rate.Count / rate.Days * 7);
        else if (words.Take("last", "past", "over", "for")) ReadTime(words);
        else if (Durations.Take(words) is { } time) SetTime(time);
        else if (Points.Starts(words)) _points.AddRange(Points.TakeList(words));
        else if (!words.Take(Fillers)) _faults.Add($"I cannot simulate “{Echo.Of(words.Take().Text)}”: write for example simulate 1000,5000 last 90d, or simulate 3 a week.");
    }

    private void ReadTime(Words words)
    {
        words.Take("the");
        if (Durations.Take(words) is { } time) SetTime(time);
        else if (Numbers.Read(words.Key()) is { } days)
        {
            words.Skip(1);
            SetTime(TimeSpan.FromDays(Math.Min(days, MostDays)));
        }
        else _faults.Add("How far to look back? Write last 90d, or last 12 weeks.");
    }

    // "3m" means months to whoever writes it here, and minutes to the language.
    private void SetTime(TimeSpan time)
    {
        if (time > TimeSpan.Zero && time < TimeSpan.FromHours(1)) _faults.Add("That is less than a day: write last 90d, or last 3 months.");
        _days = (int)Math.Clamp(Math.Round(time.TotalDays), 1, MostDays);
    }

    private void SetRate(double perWeek)
    {
        if (perWeek > 0) _perWeek = Math.Min(perWeek, MostPerWeek);
        else _faults.Add("A rate is more than 0: write for example simulate 3 a week.");
    }
}
