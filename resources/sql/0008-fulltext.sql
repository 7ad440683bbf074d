-- SPDX-License-Identifier: GPL-3.0-or-later
-- The text of an article's own page, beside what its feed gave.

-- data is packed as in body; empty: the page gave none, and attempts says how often it was asked. shown: the
-- reader reads this, not the feed's.
CREATE TABLE full_text (
    article  INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    fetched  INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    shown    INTEGER NOT NULL DEFAULT 1 CHECK (shown IN (0, 1)),
    page     TEXT NOT NULL DEFAULT '',
    data     BLOB NOT NULL
) STRICT;

-- The numbers of FullTextWish: 0 nobody has asked yet, 1 only when the reader wants it, 2 always.
ALTER TABLE feed ADD COLUMN full_text INTEGER NOT NULL DEFAULT 0;
