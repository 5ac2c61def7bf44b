using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace ChatFlairBot.Settings;

/// <summary>
/// Fills a settings object from configuration and collects every fault on the way: unknown keys, values of the wrong kind,
/// values out of range. The framework's binder stops at the first of them.
/// </summary>
internal sealed class SettingsReader(ICollection<string> faults)
{
    /// <summary>Fills the object's properties from the section's keys and validates it.</summary>
    /// <param name="target">Holds the defaults of what the section leaves out.</param>
    /// <param name="section">What was configured.</param>
    /// <param name="alsoKnown">Keys of the section that somebody else reads.</param>
    public void Fill(object target, IConfigurationSection section, params string[] alsoKnown)
    {
        var properties = target.GetType().GetProperties().Where(property => property.CanWrite && property.SetMethod!.IsPublic).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        if (section.Value is { Length: > 0 })
        {
            faults.Add($"{section.Path} is a block of settings, not a single value.");
            return;
        }

        foreach (var child in section.GetChildren())
        {
            if (properties.TryGetValue(child.Key, out var property)) Set(target, property, child);
            else if (!alsoKnown.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) faults.Add(Unknown(child.Path, child.Key, [.. properties.Keys, .. alsoKnown]));
        }

        Validate(target, section.Path);
    }

    public static string Unknown(string path, string key, IEnumerable<string> known) =>
        Nearest.Of(key, known) is { } meant ? $"{path} is not a setting. Did you mean {meant}?" : $"{path} is not a setting. Known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}.";

    private void Set(object target, PropertyInfo property, IConfigurationSection section)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) SetList(target, property, type.GetGenericArguments()[0], section);
        else if (Converted(section, type, IsSecret(property)) is { } value) property.SetValue(target, value);
    }

    private void SetList(object target, PropertyInfo property, Type element, IConfigurationSection section)
    {
        if (section.Value is { Length: > 0 })
        {
            faults.Add($"{section.Path} is a list, not the single value '{section.Value}'. In environment variables an element is {section.Path.Replace(":", "__", StringComparison.Ordinal)}__0.");
            return;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var child in section.GetChildren())
        {
            if (Converted(child, element, isSecret: false) is { } value) list.Add(value);
        }

        property.SetValue(target, list);
    }

    private object? Converted(IConfigurationSection section, Type type, bool isSecret)
    {
        // An empty value counts as left out: that is how an environment variable is switched off.
        if (section.Value is null && section.GetChildren().Any())
        {
            faults.Add($"{section.Path} is a single value, not a block or list.");
            return null;
        }

        if (section.Value is not { Length: > 0 } text) return null;
        try
        {
            if (type == typeof(string)) return text;
            if (type == typeof(Uri)) return new Uri(text, UriKind.Absolute);
            // A bare number would pass as a count of days, which nobody means.
            if (type == typeof(TimeSpan) && !text.Contains(':', StringComparison.Ordinal)) throw new FormatException();
            if (type.IsEnum && !Enum.GetNames(type).Contains(text, StringComparer.OrdinalIgnoreCase)) throw new FormatException();
            return TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, text);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            faults.Add($"{section.Path} is {(isSecret ? "not usable" : $"'{text}'")}, but has to be {Wanted(type)}.");
            return null;
        }
    }

    private void Validate(object target, string path)
    {
        var results = new List<ValidationResult>();
        var context = new ValidationContext(target);
        var isValid = Validator.TryValidateObject(target, context, results, validateAllProperties: true);
        // The framework asks the object itself only if no attribute complained.
        if (!isValid && target is IValidatableObject own) results.AddRange(own.Validate(context).Where(result => !results.Exists(one => one.ErrorMessage == result.ErrorMessage)));
        foreach (var result in results)
        {
            var name = result.MemberNames.FirstOrDefault();
            faults.Add(name is null ? $"{path}: {result.ErrorMessage}" : $"{path}:{name}: {result.ErrorMessage}");
        }
    }

    private static bool IsSecret(PropertyInfo property) => property.GetCustomAttribute<DataTypeAttribute>() is { DataType: DataType.Password };

    private static string Wanted(Type type) => type switch
    {
        { IsEnum: true } => string.Join(" or ", Enum.GetNames(type)),
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(TimeSpan) => "a time such as 01:00:00 (hours, minutes, seconds)",
        _ when type == typeof(Uri) => "a whole address such as https://stack.example.com/api/v3",
        _ when type == typeof(double) => "a number such as 0.05",
        _ when type == typeof(TimeOnly) => "a time of day such as 09:30",
        _ => "a whole number",
    };
}
