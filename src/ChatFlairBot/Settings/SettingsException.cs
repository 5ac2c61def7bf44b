namespace ChatFlairBot.Settings;

/// <summary>The settings cannot be used; each fault is a sentence that names the key.</summary>
#pragma warning disable CA1032 // It is only ever thrown with its faults.
internal sealed class SettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
#pragma warning restore CA1032
{
    public IReadOnlyList<string> Faults => faults;
}
