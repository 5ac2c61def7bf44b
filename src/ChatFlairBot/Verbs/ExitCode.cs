namespace ChatFlairBot.Verbs;

/// <summary>What the process ends with; scripts rely on it.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The work could not be done: a poll failed, a credential is refused, the address is taken.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the settings are wrong.</summary>
    public const int Usage = 2;

    /// <summary>The store cannot be used: in use, damaged, newer, not writable.</summary>
    public const int Store = 3;
}
