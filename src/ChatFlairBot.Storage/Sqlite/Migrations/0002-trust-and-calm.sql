-- Two tables are made anew, for SQLite cannot widen a CHECK.

ALTER TABLE source ADD COLUMN told TEXT NOT NULL DEFAULT '';           -- kinds of trouble that managers were told since the last accepted poll
ALTER TABLE source ADD COLUMN is_seeding INTEGER NOT NULL DEFAULT 0;   -- the next accepted poll celebrates nothing: this file is an older copy
ALTER TABLE source ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;       -- people who are not listed, and not among "people"

CREATE TABLE poll_2 (
    number       INTEGER PRIMARY KEY,
    source       INTEGER NOT NULL REFERENCES source,
    started_at   INTEGER NOT NULL,
    finished_at  INTEGER NOT NULL,
    outcome      TEXT NOT NULL CHECK (outcome IN ('Complete', 'Incomplete', 'Quarantined', 'Failed')),
    reason       TEXT,
    people       INTEGER NOT NULL,
    stated_total INTEGER,
    changed      INTEGER NOT NULL,
    milestones   INTEGER NOT NULL,
    absent       INTEGER NOT NULL DEFAULT 0,
    impossible   INTEGER NOT NULL DEFAULT 0
);
INSERT INTO poll_2 (number, source, started_at, finished_at, outcome, reason, people, stated_total, changed, milestones)
SELECT number, source, started_at, finished_at, outcome, reason, people, stated_total, changed, milestones FROM poll;
DROP TABLE poll;
ALTER TABLE poll_2 RENAME TO poll;
CREATE INDEX poll_by_source ON poll (source, number);
CREATE INDEX poll_accepted ON poll (source, number) WHERE outcome = 'Complete';

-- Honours are JSON: they are read for one person at a time and compared in the program.
ALTER TABLE person ADD COLUMN honours TEXT;      -- level, badges, expertise now
ALTER TABLE person ADD COLUMN ever TEXT;         -- all that was ever held: what is no news when it comes back
ALTER TABLE person ADD COLUMN groups TEXT;       -- a JSON array of names
ALTER TABLE person ADD COLUMN external_id TEXT;
ALTER TABLE person ADD COLUMN email_hash TEXT;
CREATE INDEX person_by_external_id ON person (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX person_by_email ON person (email_hash) WHERE email_hash IS NOT NULL;

ALTER TABLE milestone ADD COLUMN label TEXT;     -- what the key calls by an id only

-- What a rule that looks at everybody wants to know next time.
CREATE TABLE memory (
    source INTEGER NOT NULL REFERENCES source,
    rule   TEXT NOT NULL,
    text   TEXT NOT NULL,
    PRIMARY KEY (source, rule)
) WITHOUT ROWID;

-- The history: only new heights, in the order of polls, so that it grows at its end.
CREATE TABLE rise (
    poll   INTEGER NOT NULL REFERENCES poll,
    id     INTEGER NOT NULL,
    before INTEGER NOT NULL,                     -- high-water marks
    after  INTEGER NOT NULL,
    PRIMARY KEY (poll, id)
) WITHOUT ROWID;

-- The quarantine: at most one poll of each source.
CREATE TABLE held (
    source  INTEGER PRIMARY KEY REFERENCES source,
    poll    INTEGER NOT NULL REFERENCES poll,
    reasons TEXT NOT NULL,                       -- a JSON array of sentences
    wish    TEXT CHECK (wish IN ('Release', 'Discard')),
    wished_by TEXT
);
CREATE TABLE held_standing (
    source INTEGER NOT NULL REFERENCES held ON DELETE CASCADE,
    id     INTEGER NOT NULL,
    score  INTEGER NOT NULL,
    name   TEXT NOT NULL,
    link   TEXT,
    avatar TEXT,
    more   TEXT NOT NULL,                        -- the rest as JSON, e-mail as its hash
    PRIMARY KEY (source, id)
) WITHOUT ROWID;

CREATE TABLE delivery_2 (
    number       INTEGER PRIMARY KEY,
    kind         TEXT NOT NULL CHECK (kind IN ('card', 'digest', 'notice')),
    milestone    INTEGER REFERENCES milestone,                     -- of a card or a line of a digest
    carrier      INTEGER REFERENCES delivery_2,                    -- the digest that a line went into
    note         TEXT,                                             -- of a notice: JSON
    platform     TEXT NOT NULL,
    workspace    TEXT NOT NULL,
    channel      TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('Waiting', 'Pending', 'Attempting', 'Uncertain', 'Sent', 'Folded', 'Parked', 'Dropped', 'Retracted')),
    planned_on   TEXT,                                             -- the channel's own day whose budget it is of
    attempts     INTEGER NOT NULL DEFAULT 0,
    created_at   INTEGER NOT NULL,
    due_at       INTEGER NOT NULL,
    attempted_at INTEGER,
    settled_at   INTEGER,
    message_id   TEXT,
    reason       TEXT,
    amendment    TEXT CHECK (amendment IN ('Retract', 'Correct')),
    UNIQUE (milestone, platform, workspace, channel)
);
INSERT INTO delivery_2 (number, kind, milestone, platform, workspace, channel, state, attempts, created_at, due_at, attempted_at, settled_at, message_id, reason)
SELECT number, 'card', milestone, platform, workspace, channel, state, attempts, created_at, due_at, attempted_at, settled_at, message_id, reason FROM delivery;
DROP TABLE delivery;
ALTER TABLE delivery_2 RENAME TO delivery;
CREATE INDEX delivery_open ON delivery (platform, workspace, channel, number) WHERE state IN ('Pending', 'Attempting', 'Uncertain');
CREATE INDEX delivery_waiting ON delivery (platform, workspace, channel, due_at) WHERE state = 'Waiting';
CREATE INDEX delivery_sent ON delivery (platform, workspace, channel, number) WHERE state = 'Sent';
CREATE INDEX delivery_planned ON delivery (platform, workspace, channel, planned_on) WHERE planned_on IS NOT NULL;
CREATE INDEX delivery_carried ON delivery (carrier) WHERE carrier IS NOT NULL;
CREATE INDEX delivery_amended ON delivery (platform, workspace, channel) WHERE amendment IS NOT NULL;

-- What channels asked for in chat. Those of the settings are not here.
CREATE TABLE subscription (
    platform   TEXT NOT NULL,
    workspace  TEXT NOT NULL,
    channel    TEXT NOT NULL,
    wish       TEXT NOT NULL,                    -- JSON
    owner      TEXT NOT NULL,                    -- the member who asked, by the platform's id
    created_at INTEGER NOT NULL,
    PRIMARY KEY (platform, workspace, channel)
) WITHOUT ROWID;
CREATE TABLE pause (
    platform  TEXT NOT NULL,
    workspace TEXT NOT NULL,
    channel   TEXT NOT NULL,
    until     INTEGER NOT NULL,
    by        TEXT NOT NULL,
    PRIMARY KEY (platform, workspace, channel)
) WITHOUT ROWID;

CREATE TABLE member (
    number      INTEGER PRIMARY KEY,
    platform    TEXT NOT NULL,
    workspace   TEXT NOT NULL,
    id          TEXT NOT NULL,
    name        TEXT NOT NULL,
    folded      TEXT NOT NULL,
    UNIQUE (platform, workspace, id)
);
CREATE TABLE link (
    member     INTEGER NOT NULL REFERENCES member ON DELETE CASCADE,
    source     INTEGER NOT NULL REFERENCES source,
    id         INTEGER NOT NULL,
    provenance TEXT NOT NULL CHECK (provenance IN ('ExternalId', 'Email', 'Manager', 'Self')),
    by         TEXT NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (member, source, id)
) WITHOUT ROWID;
CREATE INDEX link_by_person ON link (source, id);

-- By keyed hash of the person, so that "never" can outlive everything else that is known of them.
CREATE TABLE consent (
    person       TEXT PRIMARY KEY,
    wish         TEXT NOT NULL CHECK (wish IN ('Share', 'OnlyMe', 'Never')),
    is_forgotten INTEGER NOT NULL DEFAULT 0,
    at           INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
