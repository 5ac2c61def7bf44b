using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>A member of a workspace, or somebody from outside whom a shared channel shows (docs.slack.dev/reference/objects/user-object).</summary>
internal sealed class FakeUser(string id, string teamId, string name, string realName)
{
    public string Id => id;

    public string TeamId => teamId;

    public string Name { get; set; } = name;

    public string RealName { get; set; } = realName;

    public string? Email { get; set; } = $"{name}@example.com";

    public string Locale { get; set; } = "en-GB";

    public bool IsDeleted { get; set; }

    public bool IsAdmin { get; set; }

    public bool IsRestricted { get; set; }

    public bool IsUltraRestricted { get; set; }

    public bool IsBot { get; init; }

    public bool IsAppUser { get; init; }

    /// <summary>From another organisation and met in no channel: Slack tells next to nothing about such a person.</summary>
    public bool IsStranger { get; init; }

    public JsonObject ToJson(bool withEmail, bool withLocale) => IsStranger ? StrangerJson() : MemberJson(withEmail, withLocale);

    private JsonObject StrangerJson() => new()
    {
        ["id"] = Id,
        ["team_id"] = TeamId,
        ["name"] = Name,
        ["real_name"] = RealName,
        ["profile"] = new JsonObject { ["image_24"] = $"https://example.com/{Name}_24.png", ["team"] = TeamId, ["display_name"] = Name },
        ["is_stranger"] = true,
    };

    private JsonObject MemberJson(bool withEmail, bool withLocale)
    {
        var profile = new JsonObject
        {
            ["real_name"] = RealName,
            ["real_name_normalized"] = RealName,
            ["display_name"] = Name,
            ["display_name_normalized"] = Name,
        };
        if (withEmail && Email is not null) profile["email"] = Email;
        profile["image_72"] = $"https://example.com/{Name}_72.png";
        profile["team"] = TeamId;
        var user = new JsonObject
        {
            ["id"] = Id,
            ["team_id"] = TeamId,
            ["name"] = Name,
            ["deleted"] = IsDeleted,
            ["color"] = "9f69e7",
            ["real_name"] = RealName,
            ["tz"] = "Europe/Paris",
            ["tz_offset"] = 3_600,
            ["profile"] = profile,
            ["is_admin"] = IsAdmin,
            ["is_owner"] = false,
            ["is_restricted"] = IsRestricted,
            ["is_ultra_restricted"] = IsUltraRestricted,
            ["is_bot"] = IsBot,
            ["is_app_user"] = IsAppUser,
            ["updated"] = 1_763_700_000,
        };
        if (withLocale) user["locale"] = Locale;
        return user;
    }
}
