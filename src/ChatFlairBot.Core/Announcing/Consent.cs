namespace ChatFlairBot.Core.Announcing;

/// <summary>Who may learn of somebody's milestones, as that person wishes it.</summary>
public enum Consent
{
    /// <summary>Cards go to the channels, and colleagues may ask.</summary>
    Share,

    /// <summary>Only the person is told and may ask; nobody else hears of anything.</summary>
    OnlyMe,

    /// <summary>Not even the person is told. It survives the deletion of their data as a keyed hash, so that a later poll cannot undo it.</summary>
    Never,
}
