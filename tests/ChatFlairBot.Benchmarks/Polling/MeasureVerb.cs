using System.CommandLine;
using System.Text.Json;

namespace ChatFlairBot.Benchmarks.Polling;

/// <summary><c>measure</c>: one measurement in a process of its own; <c>poll</c> starts it and reads its only line of output.</summary>
internal static class MeasureVerb
{
    public static Command Make()
    {
        var what = new Argument<string>("what").AcceptOnlyFromAmong("floor", "fill", "pairs");
        var site = new Option<Uri>("--site") { Required = true, CustomParser = result => new Uri(result.Tokens.Single().Value) };
        var data = new Option<string>("--data") { Required = true };
        var pairs = new Option<int>("--pairs");
        var percent = new Option<double>("--percent");
        var verb = new Command("measure") { what, site, data, pairs, percent };
        verb.Hidden = true;
        verb.SetAction(async (parsed, token) =>
        {
            var measurement = new Measurement(parsed.GetRequiredValue(site), parsed.GetRequiredValue(data));
            var measured = parsed.GetRequiredValue(what) switch
            {
                "floor" => await measurement.FloorAsync(token),
                "fill" => await measurement.FillAsync(token),
                _ => await measurement.PairsAsync(parsed.GetValue(pairs), parsed.GetValue(percent), token),
            };
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(measured with { PeakMemory = OwnProcess.PeakMemory() }, MeasuredJson.Default.Measured));
        });
        return verb;
    }
}
