-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where listening to a recording stopped, and which topics the reader follows.

-- By its address: a recording that is heard to half is the same in any feed, and
-- the reader finds it again when the article comes back.
CREATE TABLE listening_place (
    url      TEXT PRIMARY KEY,
    position INTEGER NOT NULL, -- ms
    changed  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- When the reader began to follow a topic; NULL: not followed.
ALTER TABLE tag ADD COLUMN followed INTEGER;

CREATE INDEX tag_followed ON tag (followed) WHERE followed IS NOT NULL;
