namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>Answers what Teams sent, once it is known to be from Teams.</summary>
internal interface ITeamsReceiver
{
    /// <exception cref="Core.Storing.StoreException">It could not be written down; Teams is to send it again.</exception>
    Task<InvokeAnswer> ReceiveAsync(TeamsActivity activity, CancellationToken token);
}
