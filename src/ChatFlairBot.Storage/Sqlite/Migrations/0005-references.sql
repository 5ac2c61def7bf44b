-- Where and how the bot speaks in a workspace, on platforms where a token alone does not say it.

ALTER TABLE workspace ADD COLUMN reference TEXT;
