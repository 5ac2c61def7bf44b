namespace ChatFlairBot.Platforms.Teams;

/// <summary>How a bot is registered (learn.microsoft.com/azure/bot-service/bot-service-quickstart-registration).</summary>
internal enum TeamsAppType
{
    /// <summary>An application of one directory, with a secret or a certificate.</summary>
    SingleTenant,

    /// <summary>One of any directory. New bots cannot be of this kind any more.</summary>
    MultiTenant,

    /// <summary>An identity that Azure gives to the machine the bot runs on; no secret.</summary>
    UserAssignedMSI,
}
