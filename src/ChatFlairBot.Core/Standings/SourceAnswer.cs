using System.Diagnostics.CodeAnalysis;

namespace ChatFlairBot.Core.Standings;

/// <summary>A value from a source, or the fault that came in its place.</summary>
public sealed class SourceAnswer<T>
    where T : class
{
    private SourceAnswer(T? value, SourceFault? fault)
    {
        Value = value;
        Fault = fault;
    }

    public T? Value { get; }

    public SourceFault? Fault { get; }

    public static implicit operator SourceAnswer<T>(T value) => new(value, null);

    public static implicit operator SourceAnswer<T>(SourceFault fault) => new(null, fault);

    /// <summary>Tells whether there is a value; if not, there is a fault.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out SourceFault? fault)
    {
        value = Value;
        fault = Fault;
        return value is not null;
    }
}
