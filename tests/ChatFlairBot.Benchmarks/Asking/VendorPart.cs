using System.Text.Json;

namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>The other end of <see cref="VendorProcess"/>: a line of input is an order, a line of output what came of it.</summary>
internal static class VendorPart
{
    public static async Task PlayAsync(VendorWelcome welcome, Func<VendorOrder, Task<Outcome>> carryOut, CancellationToken token)
    {
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(welcome, VendorJson.Default.VendorWelcome));
        while (await Console.In.ReadLineAsync(token) is { } line)
        {
            var outcome = await carryOut(JsonSerializer.Deserialize(line, VendorJson.Default.VendorOrder)!);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(outcome, VendorJson.Default.Outcome));
        }
    }
}
