-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stories: articles that tell one event. A story has two members or more; with fewer its row goes.

CREATE TABLE story (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL
) STRICT;

CREATE INDEX story_last ON story (last);

-- why is JSON: the words shared with the others, each with its part of the likeness.
CREATE TABLE story_member (
    article  INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    story    INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    likeness REAL NOT NULL,
    why      TEXT NOT NULL
) STRICT;

CREATE INDEX story_member_story ON story_member (story);

-- The reader took the article out of the story: it stays out.
CREATE TABLE story_apart (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    story   INTEGER NOT NULL,
    PRIMARY KEY (article, story)
) STRICT, WITHOUT ROWID;

-- Articles up to this number have been looked at. What was there before this table is caught up with.
CREATE TABLE story_progress (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    until INTEGER NOT NULL
) STRICT;

INSERT INTO story_progress (id, until) VALUES (1, 0);

ALTER TABLE feed ADD COLUMN fold_duplicates INTEGER NOT NULL DEFAULT 1;

ALTER TABLE feed ADD COLUMN unread_when_edited INTEGER NOT NULL DEFAULT 0;
