namespace ChatFlairBot.Core.Flair.Forms;

/// <summary>A form that somebody filled in, however a platform hands it over. Nothing of it is certain, and reading it never throws.</summary>
public interface IFormFields
{
    /// <summary>The id of the channel that the form is about; empty when it carried none.</summary>
    string Channel { get; }

    /// <summary>Of how many sources one could choose; null when nobody knows.</summary>
    int? SourceCount { get; }

    /// <summary>What was written, trimmed; empty for nothing.</summary>
    string Written(string field);

    /// <summary>The value of the choice, or null.</summary>
    string? Chosen(string field);

    /// <summary>The values of the choices, each once.</summary>
    IReadOnlyList<string> AllChosen(string field);

    /// <summary>The time, or null for none.</summary>
    TimeOnly? Time(string field);
}
