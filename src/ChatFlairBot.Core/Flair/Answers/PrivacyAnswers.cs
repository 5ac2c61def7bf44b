using System.Text.Json;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Flair.Answers;

/// <summary>Answers about what a member allows and what is kept of them: <c>share</c>, <c>export me</c>, <c>forget me</c>.</summary>
internal sealed class PrivacyAnswers(FlairParts parts, Identity identity)
{
    private const int MostMilestones = 1_000;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public async Task<Card> ShareAsync(FlairCommand.Share asked, FlairRequest request, CancellationToken token)
    {
        var people = await PeopleAsync(request, token);
        if (asked.Wish is not { } wish)
        {
            return Say.Notice("Who may learn of your milestones?", "/flair share on: cards in channels, and colleagues may ask.\n/flair share me: you are told in private, nobody else is told or can ask.\n/flair share off: nobody is told anything.");
        }

        if (people.Count == 0) return Unknown();
        await parts.Store.Members.SetConsentAsync(people, wish, parts.Time.GetUtcNow(), token);
        return Say.Notice("Noted", $"From now on it is {IdentityAnswers.Words(wish)}. {(wish is Consent.Share ? "Cards of what you reached before do not follow." : "What was on its way has been stopped.")}");
    }

    public async Task<Card> ExportAsync(FlairRequest request, CancellationToken token)
    {
        var links = await identity.LinksAsync(request, token);
        var people = links.Select(link => link.Person).ToList();
        var allowed = await parts.Consents.OfAsync(people, token);
        var kept = new List<object>();
        foreach (var link in links)
        {
            var standing = (await parts.Store.People.FindAsync(link.Person, token))?.Standing;
            var milestones = await parts.Store.Ledger.OfPersonAsync(link.Person, MostMilestones, token);
            var rises = await parts.Store.History.RisesOfAsync(link.Person, token);
            kept.Add(new
            {
                Person = link.Person.ToString(), Linked = link.Provenance.ToString(), LinkedBy = link.By, LinkedAt = link.At, Allows = allowed[link.Person].ToString(),
                standing?.Name, standing?.Score, standing?.Link, standing?.Avatar, standing?.Groups, standing?.Honours,
                Milestones = milestones.Select(one => new
                {
                    Milestone = one.Key.ToString(), one.PolledAt, one.ScoreBefore, one.ScoreAfter, one.IsCelebrated,
                    Deliveries = one.Deliveries.Select(delivery => new { Channel = delivery.Channel.ToString(), State = delivery.State.ToString(), delivery.SettledAt, delivery.MessageId, delivery.Reason }),
                }),
                History = rises.Select(rise => new { rise.At, rise.Before, rise.After }),
            });
        }

        var text = JsonSerializer.Serialize(new { Member = request.Asker.Id.ToString(), request.Asker.Name, People = kept }, Readable);
        return Say.Notice("Everything I keep of you", $"As {Say.Counted(people.Count, "person", "people")} on the platforms that I watch. Your e-mail address is kept as a keyed hash only.") with
        {
            Attachment = new CardAttachment("flair-export.json", text),
        };
    }

    public async Task<Card> ForgetAsync(FlairCommand.Forget asked, FlairRequest request, CancellationToken token)
    {
        var people = await PeopleAsync(request, token);
        if (!asked.IsConfirmed)
        {
            return Say.Notice(
                "Forget you?",
                "Your standing, milestones, history and links are deleted, and cards about you are taken back where the chat allows it. A keyed hash stays, by which the next polls "
                + "pass you over. It cannot be undone. To do it: /flair forget me yes");
        }

        await parts.Store.Members.ForgetAsync(request.Asker.Id, people, parts.Time.GetUtcNow(), token);
        return people.Count == 0
            ? Say.Notice("Forgotten", "I only knew your name here, and it is gone. Who you are on the platforms that I watch I never knew; link yourself first to be forgotten there too.")
            : Say.Notice("Forgotten", "All of it is gone. Whoever polls the platform next passes you over.");
    }

    private async Task<List<PersonId>> PeopleAsync(FlairRequest request, CancellationToken token) => [.. (await identity.LinksAsync(request, token)).Select(link => link.Person)];

    private Card Unknown() => Say.Notice(
        "I don't know who you are yet", $"So I can't keep to what you say. {(parts.Policy.CanClaim ? "Say who you are first: /flair link @name" : "Ask a manager to link you first: /flair link @you to @name")}");
}
