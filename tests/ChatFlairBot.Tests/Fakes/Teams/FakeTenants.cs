using System.Globalization;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>The people, teams and chats of the fixtures, which every fake connector begins with.</summary>
internal static class FakeTenants
{
    public const string MartaId = "29:1mRtAlInDqViSt0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKL-a";
    public const string MartasChat = "a:1PersonalChatMarta_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_0123456789";
    public const string BotName = "ChatFlair";

    /// <summary>The bot as Teams knows it.</summary>
    public const string BotId = $"28:{FakeIdentity.AppId}";

    public static void Fill(FakeConnector connector)
    {
        var guild = new FakeTeam("19:pLaTf0rmT3amGeneralXyZ0123456789abcdEFG1@thread.tacv2", "Platform Guild", "c0f6a1d2-93b8-4f0d-a2ce-71e5b3d94f60");
        guild.AddChannel("19:4nn0unc3m3ntsChannelQrS9876543210zyxWV1@thread.tacv2", "Announcements");
        guild.Members.AddRange(
        [
            Person(MartaId, "Marta Lindqvist", "7c1f5a86-2b3d-4e90-9d77-1a0f6e5c4b32", "marta.lindqvist@contoso.example"),
            Person("29:1tOmAsOkAfOr0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN-b", "Tomás Okafor", "0e9d3b71-58c4-47af-8b16-6f2a7d90c5e8", "tomas.okafor@contoso.example"),
            Person("29:1yUkIbRaNdTsAtO0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJ-c", "Yuki Brandt-Sato", "d4a7c2f9-1e65-4b08-b3da-90c5e8f17a26", "yuki.brandt-sato@contoso.example"),
            new FakeMember("29:1gUeStUsEr0123456789", "Anon1 (Guest)", ObjectId: null) { Role = "anonymous" },
        ]);
        connector.Teams.Add(guild);
        var chat = new FakeRoom("19:9f8e7d6c5b4a39281706f5e4d3c2b1a0@thread.v2", FakeRoom.GroupChat) { Own = [.. guild.Members.Take(3)] };
        connector.Chats[chat.Id] = chat;
    }

    /// <summary>Many channels beside the others: many-1 and so on.</summary>
    public static IReadOnlyList<FakeRoom> AddChannels(this FakeTeam team, int count) =>
    [
        .. Enumerable.Range(1, count).Select(number => team.AddChannel(
            string.Create(CultureInfo.InvariantCulture, $"19:many{number:D4}Of{team.GroupId[..8]}@thread.tacv2"), string.Create(CultureInfo.InvariantCulture, $"many-{number}"))),
    ];

    /// <summary>Many people beside the others.</summary>
    public static void AddMembers(this FakeTeam team, int count) => team.Members.AddRange(Enumerable.Range(1, count).Select(number => Person(
        string.Create(CultureInfo.InvariantCulture, $"29:1member{number:D6}Of{team.GroupId[..8]}"), string.Create(CultureInfo.InvariantCulture, $"Member {number}"),
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{number:D12}"), string.Create(CultureInfo.InvariantCulture, $"member{number}@contoso.example"))));

    private static FakeMember Person(string id, string name, string objectId, string address) => new(id, name, objectId) { Email = address, UserPrincipalName = address };
}
