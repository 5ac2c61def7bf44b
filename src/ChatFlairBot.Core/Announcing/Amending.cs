using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Takes messages back and puts them right, where the platform lets us.</summary>
public sealed class Amending(IDeliveryStore store, IReadOnlyList<IChatPlatform> platforms, ContentCards cards)
{
    /// <summary>Carries out a channel's amendments. One that the platform asks to repeat later stays.</summary>
    /// <returns>How many were carried out or given up.</returns>
    public async Task<int> RunAsync(ChannelAddress channel, CancellationToken token)
    {
        var done = 0;
        foreach (var amendment in await store.AmendmentsAsync(channel, token))
        {
            var outcome = await AttemptAsync(amendment, token);
            if (outcome is PostOutcome.Later or PostOutcome.Uncertain) break;
            await store.SettleAmendmentAsync(amendment, Failure(outcome), token);
            done++;
        }

        return done;
    }

    private async Task<PostOutcome> AttemptAsync(Amendment amendment, CancellationToken token)
    {
        if (platforms.FirstOrDefault(one => one.Name == amendment.Channel.Platform) is not ICardEditor editor)
        {
            return new PostOutcome.Refused($"{amendment.Channel.Platform} does not let messages be changed.");
        }

        try
        {
            return amendment is { Kind: AmendmentKind.Correct, Content: { } content }
                ? await editor.UpdateAsync(amendment.Channel, amendment.MessageId, await cards.OfAsync(content, amendment.Channel, amendment.Key, token), token)
                : await editor.DeleteAsync(amendment.Channel, amendment.MessageId, token);
        }
#pragma warning disable CA1031 // The boundary to other people's transports; the amendment stays and is tried again.
        catch (Exception broken) when (!token.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return new PostOutcome.Uncertain(broken.Message);
        }
    }

    private static string? Failure(PostOutcome outcome) => outcome switch
    {
        PostOutcome.Gone gone => gone.Reason,
        PostOutcome.Refused refused => refused.Reason,
        _ => null,
    };
}
