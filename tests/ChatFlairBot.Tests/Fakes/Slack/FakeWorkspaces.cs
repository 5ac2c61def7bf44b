namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>The two companies that every fake Slack begins with; ids as in the fixtures.</summary>
internal static class FakeWorkspaces
{
    public static FakeWorkspace Acme()
    {
        var acme = new FakeWorkspace("T01TEAM0001", "Acme", "acme", "U00FLAIRBOT", "B00FLAIRBOT");
        acme.AddUser("U01ALICE001", "alice", "Alice Archer").IsAdmin = true;
        acme.AddUser("U02BOB00002", "bob", "Bob Brown");
        acme.AddUser("W03CAROL003", "carol", "Carol Clark");
        acme.AddUser("U04DAVE0004", "dave", "Dave Dean").IsDeleted = true;
        acme.AddUser(new FakeUser("U05ROBOT005", acme.Id, "robot", "Robot") { IsBot = true, Email = null });
        acme.AddUser(new FakeUser("U09REX00009", "T09OTHER009", "rex", "Devon Rex") { IsStranger = true, Email = null });
        acme.AddUser(Bot(acme));
        acme.AddChannel("C01GENERAL1", "general");
        acme.AddChannel("C01RANDOM01", "random");
        acme.AddChannel(new FakeChannel(acme, "C01PRIVATE1", "private") { IsPrivate = true });
        acme.AddChannel("C01ARCHIVE1", "old-project").IsArchived = true;
        acme.AddChannel("C01SHARED01", "with-partners").IsExtShared = true;
        return acme;
    }

    public static FakeWorkspace Globex()
    {
        var globex = new FakeWorkspace("T02TEAM0002", "Globex", "globex", "U00FLAIRB02", "B00FLAIRB02");
        globex.AddUser("U11GINA0001", "gina", "Gina Grant").IsAdmin = true;
        globex.AddUser("U12HANK0002", "hank", "Hank Hill");
        globex.AddUser(Bot(globex));
        globex.AddChannel("C02GENERAL2", "general");
        globex.AddChannel("C02RANDOM02", "random");
        return globex;
    }

    private static FakeUser Bot(FakeWorkspace workspace) => new(workspace.BotUserId, workspace.Id, "chatflair", "ChatFlair") { IsBot = true, Email = null };
}
