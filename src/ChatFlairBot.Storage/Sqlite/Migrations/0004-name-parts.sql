-- The later words of names, each with all that follows it, so that a last name is found as fast as a first name,
-- and that nobody has a name is known as fast.

CREATE TABLE name_part (
    folded TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES source,
    id     INTEGER NOT NULL,
    PRIMARY KEY (folded, source, id)
) WITHOUT ROWID;
WITH RECURSIVE part (folded, source, id) AS (
    SELECT substr(folded, instr(folded, ' ') + 1), source, id FROM person WHERE instr(folded, ' ') > 0
    UNION ALL SELECT substr(folded, instr(folded, ' ') + 1), source, id FROM part WHERE instr(folded, ' ') > 0)
INSERT INTO name_part (folded, source, id) SELECT folded, source, id FROM part ORDER BY folded, source, id;
