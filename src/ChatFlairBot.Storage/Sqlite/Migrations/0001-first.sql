-- Times are milliseconds since 1970 UTC.

CREATE TABLE source (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE COLLATE NOCASE,
    site   TEXT,                            -- which site the snapshot is of, whatever its name
    people INTEGER NOT NULL DEFAULT 0       -- counted at commit: counting a large table is no work for a lookup
);

CREATE TABLE poll (
    number       INTEGER PRIMARY KEY,
    source       INTEGER NOT NULL REFERENCES source,
    started_at   INTEGER NOT NULL,
    finished_at  INTEGER NOT NULL,
    outcome      TEXT NOT NULL CHECK (outcome IN ('Complete', 'Incomplete', 'Failed')),
    reason       TEXT,
    people       INTEGER NOT NULL,
    stated_total INTEGER,
    changed      INTEGER NOT NULL,
    milestones   INTEGER NOT NULL
);
CREATE INDEX poll_by_source ON poll (source, number);

-- The snapshot, hot half: what a poll compares. Narrow, so that a poll reads and rewrites few pages.
CREATE TABLE standing (
    source     INTEGER NOT NULL REFERENCES source,
    id         INTEGER NOT NULL,
    score      INTEGER NOT NULL,
    high_water INTEGER NOT NULL CHECK (high_water >= score),
    words      INTEGER NOT NULL,            -- fingerprint of the person's words
    PRIMARY KEY (source, id)
) WITHOUT ROWID;

-- How many people have each score: a rank is a sum over some thousand scores instead of a count of some hundred thousand people.
CREATE TABLE score (
    source INTEGER NOT NULL REFERENCES source,
    score  INTEGER NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (source, score)
) WITHOUT ROWID;

-- The snapshot, cold half: written only when somebody's words change.
CREATE TABLE person (
    source INTEGER NOT NULL REFERENCES source,
    id     INTEGER NOT NULL,
    name   TEXT NOT NULL,
    folded TEXT NOT NULL,                   -- the name as it is compared
    link   TEXT,
    avatar TEXT,
    PRIMARY KEY (source, id)
) WITHOUT ROWID;

-- The ledger: every milestone once and for ever.
CREATE TABLE milestone (
    number       INTEGER PRIMARY KEY,
    source       INTEGER NOT NULL REFERENCES source,
    id           INTEGER NOT NULL,
    key          TEXT NOT NULL,
    height       INTEGER NOT NULL,
    rule         TEXT NOT NULL,
    rule_version INTEGER NOT NULL,
    score_before INTEGER NOT NULL,
    score_after  INTEGER NOT NULL,
    poll         INTEGER NOT NULL REFERENCES poll,
    reached_at   INTEGER NOT NULL,
    announcement TEXT NOT NULL CHECK (announcement IN ('none', 'pending', 'fanned out')),
    UNIQUE (source, id, key)
);
CREATE INDEX milestone_pending ON milestone (number) WHERE announcement = 'pending';

CREATE TABLE delivery (
    number       INTEGER PRIMARY KEY,
    milestone    INTEGER NOT NULL REFERENCES milestone,
    platform     TEXT NOT NULL,
    workspace    TEXT NOT NULL,
    channel      TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('Pending', 'Attempting', 'Uncertain', 'Sent', 'Parked', 'Dropped')),
    attempts     INTEGER NOT NULL DEFAULT 0,
    created_at   INTEGER NOT NULL,
    due_at       INTEGER NOT NULL,
    attempted_at INTEGER,
    settled_at   INTEGER,
    message_id   TEXT,
    reason       TEXT,
    UNIQUE (milestone, platform, workspace, channel)
);
CREATE INDEX delivery_open ON delivery (platform, workspace, channel, number) WHERE state IN ('Pending', 'Attempting', 'Uncertain');
CREATE INDEX delivery_sent ON delivery (platform, workspace, channel, number) WHERE state = 'Sent';
