-- Installations of the bot, what was heard from them, and who was glad about a card.

CREATE TABLE workspace (
    platform     TEXT NOT NULL,
    id           TEXT NOT NULL,
    name         TEXT NOT NULL,
    enterprise   TEXT,
    app          TEXT,
    bot          TEXT,
    installed_by TEXT,
    installed_at INTEGER NOT NULL,
    scopes       TEXT NOT NULL,
    secret       TEXT,                           -- encrypted by the platform's adapter
    expires_at   INTEGER,
    left_at      INTEGER,
    PRIMARY KEY (platform, id)
) WITHOUT ROWID;

-- So that what is sent twice is done once.
CREATE TABLE heard (
    key TEXT PRIMARY KEY,
    at  INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE congratulation (
    delivery  INTEGER NOT NULL REFERENCES delivery ON DELETE CASCADE,
    platform  TEXT NOT NULL,
    workspace TEXT NOT NULL,
    member    TEXT NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (delivery, platform, workspace, member)
) WITHOUT ROWID;
