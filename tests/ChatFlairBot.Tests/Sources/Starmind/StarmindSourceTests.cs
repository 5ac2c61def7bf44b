using System.Text.Json;
using ChatFlairBot.Tests.Contracts;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Sources.Starmind;

/// <summary>What every source owes. The directory of people is the list that comes in pages; scores come whole.</summary>
public sealed class StarmindSourceTests : ReputationSourceContract
{
    protected override string Secret => FakeStarmind.Token;

    /// <summary>Names are needed before anybody can be passed on.</summary>
    private protected override int PeopleBeforeAFault => 0;

    /// <summary>The list of scores says nothing of its length.</summary>
    private protected override long? StatedTotal => null;

    private protected override async Task<IFakeSite> StartAsync(ManualClock clock, int people) => await FakeStarmind.StartAsync(people);

    private protected override string Page(int firstId, int people, int pages) => JsonSerializer.Serialize(new
    {
        total = people * pages,
        items = Enumerable.Range(firstId, people).Select(id => new { id, firstname = "Person", lastname = $"{id}" }),
    });
}
