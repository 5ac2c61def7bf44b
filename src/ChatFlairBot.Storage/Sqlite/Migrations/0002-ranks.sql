-- How many people have each score: a rank is a sum over some thousand scores instead of a count of some hundred thousand people.
CREATE TABLE score (
    source INTEGER NOT NULL REFERENCES source,
    score  INTEGER NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (source, score)
) WITHOUT ROWID;

INSERT INTO score SELECT source, score, COUNT(*) FROM standing GROUP BY source, score;
