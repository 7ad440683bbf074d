-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where reading stopped, what a feed's pictures may do, and where a publisher can be followed.

-- NULL: as for all feeds; else the numbers of ImagePolicy.
ALTER TABLE feed ADD COLUMN image_policy INTEGER;

CREATE TABLE reading_place (
    article  INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    top      REAL NOT NULL
) STRICT;

-- A publisher's home page that was looked at; site is its host in lower case.
CREATE TABLE site (
    site   TEXT PRIMARY KEY,
    looked INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What it names as its accounts, in its order; feed_url '' is one that has none.
CREATE TABLE site_account (
    site     TEXT NOT NULL REFERENCES site (site) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind     INTEGER NOT NULL,
    name     TEXT NOT NULL,
    url      TEXT NOT NULL,
    feed_url TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (site, position)
) STRICT, WITHOUT ROWID;
