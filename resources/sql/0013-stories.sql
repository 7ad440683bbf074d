-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the reader took out of a story stays apart from the articles that told it. A story's number is no lasting
-- name: a story of one goes, and comes back under another when somebody else tells it.

CREATE TABLE story_apart_from (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    other   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_apart_from_other ON story_apart_from (other);

INSERT INTO story_apart_from (article, other)
SELECT a.article, m.article FROM story_apart a JOIN story_member m ON m.story = a.story WHERE m.article <> a.article;

DROP TABLE story_apart;
