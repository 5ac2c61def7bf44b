namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>By which Teams tells what was pressed: <c>value.action.verb</c> of an <c>adaptiveCard/action</c> invoke; <c>value.action.data</c> holds what the fields below name.</summary>
internal static class TeamsVerbs
{
    /// <summary>Data: <see cref="Delivery"/>.</summary>
    public const string Congratulate = "congratulate";

    /// <summary>Data: <see cref="Delivery"/>.</summary>
    public const string Why = "why";

    /// <summary>Data: <see cref="Delivery"/>.</summary>
    public const string Settings = "settings";

    /// <summary>Teams asks by itself whenever it shows a card that can be congratulated; the answer is the card with its count of now. Data: <see cref="Delivery"/>.</summary>
    public const string Refresh = "refresh";

    /// <summary>Show the form. Data: <see cref="Channel"/>.</summary>
    public const string OpenForm = "subscribe.open";

    /// <summary>Keep what the form says. Data: its fields, <see cref="Channel"/> and <see cref="Sources"/>.</summary>
    public const string SaveForm = "subscribe.save";

    /// <summary>Show in the form what it would bring. Data as of <see cref="SaveForm"/>.</summary>
    public const string PreviewForm = "subscribe.preview";

    /// <summary>In the data: the key of a card's delivery.</summary>
    public const string Delivery = "delivery";

    /// <summary>In the data: the id of the channel that a form is about.</summary>
    public const string Channel = "channel";

    /// <summary>In the data: of how many sources one could choose.</summary>
    public const string Sources = "sources";
}
