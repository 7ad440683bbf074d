-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a fetch leaves behind for the next one: hints, the address its validators belong to, hosts that want to be left
-- alone, and the last tries of each feed. And what the reader wants of one feed. Secrets are never here.

-- The address that gave etag and last_modified; they are sent to no other. '' is the feed's own.
ALTER TABLE feed ADD COLUMN validators_url TEXT NOT NULL DEFAULT '';

-- The hash of a body that seemed cut. If the same comes again, it is no accident of the transfer.
ALTER TABLE feed ADD COLUMN doubtful_hash BLOB;

-- What feed and server said about when to come again, as JSON (fetchhints.cpp): a 304 does not repeat it.
ALTER TABLE feed ADD COLUMN hints TEXT NOT NULL DEFAULT '';

-- Where a permanent redirect leads that needs the reader's word, such as from https to http.
ALTER TABLE feed ADD COLUMN moved_to TEXT NOT NULL DEFAULT '';

-- When a fetch last brought something new.
ALTER TABLE feed ADD COLUMN last_new INTEGER;

-- How many tries have been logged in all; the place of the next one in fetch_log.
ALTER TABLE feed ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;

-- The reader's wish: minutes between fetches, NULL is as the feed has it.
ALTER TABLE feed ADD COLUMN interval_minutes INTEGER;

-- SHA-256 of the one certificate that the reader accepts for this feed though it does not verify.
ALTER TABLE feed ADD COLUMN certificate BLOB;

-- '' as the program's setting says, 'direct', or an address such as socks5://host:port.
ALTER TABLE feed ADD COLUMN proxy TEXT NOT NULL DEFAULT '';

-- 1: the reader gave a login, headers or cookies, which lie in the keyring.
ALTER TABLE feed ADD COLUMN has_secret INTEGER NOT NULL DEFAULT 0;

-- Hosts (name:port) that answered 429 or 503 and are not asked before a time.
CREATE TABLE host_hold (
    host  TEXT PRIMARY KEY,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The last tries of each feed, in a ring: place is the number of the try modulo the length of the ring.
CREATE TABLE fetch_log (
    feed        INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
    place       INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    kind        INTEGER NOT NULL,
    http_status INTEGER,
    new         INTEGER NOT NULL DEFAULT 0,
    updated     INTEGER NOT NULL DEFAULT 0,
    bytes       INTEGER NOT NULL DEFAULT 0,
    duration_ms INTEGER NOT NULL DEFAULT 0,
    moved_to    TEXT NOT NULL DEFAULT '',
    error_code  INTEGER,
    detail      TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (feed, place)
) STRICT, WITHOUT ROWID;
