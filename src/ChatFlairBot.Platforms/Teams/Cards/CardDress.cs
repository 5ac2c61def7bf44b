namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>What a card may be made of, by the version of Adaptive Cards that the place takes.</summary>
internal enum CardDress
{
    /// <summary>1.5: messages, and cards inserted from a search.</summary>
    Full,

    /// <summary>1.3: what is unfurled from a link (learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/link-unfurling). No buttons that the bot answers, no tables.</summary>
    Plain,
}
