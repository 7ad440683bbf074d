-- SPDX-License-Identifier: GPL-3.0-or-later
-- The library. Times are milliseconds since 1970 in UTC; booleans are 0 and 1; texts are never NULL, '' is none.
-- Each statement ends with a semicolon and a blank line (see migrator.cpp).

CREATE TABLE category (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    parent   INTEGER REFERENCES category (id),
    name     TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX category_parent ON category (parent);

-- A feed stays when it is unsubscribed (subscribed = 0), since starred and commented articles hang on it.
-- key_scope is the canonical URL when it was first subscribed: article keys are made with it for ever.
CREATE TABLE feed (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    canonical       TEXT NOT NULL UNIQUE,
    key_scope       TEXT NOT NULL,
    url             TEXT NOT NULL,
    site_url        TEXT NOT NULL DEFAULT '',
    title           TEXT NOT NULL DEFAULT '',
    custom_title    TEXT NOT NULL DEFAULT '',
    icon_url        TEXT NOT NULL DEFAULT '',
    category        INTEGER REFERENCES category (id) ON DELETE SET NULL,
    position        INTEGER NOT NULL DEFAULT 0,
    subscribed      INTEGER NOT NULL DEFAULT 1,
    paused          INTEGER NOT NULL DEFAULT 0,
    status          INTEGER NOT NULL DEFAULT 0,
    error_code      INTEGER,
    error_detail    TEXT NOT NULL DEFAULT '',
    error_subject   TEXT NOT NULL DEFAULT '',
    error_number    INTEGER,
    failures        INTEGER NOT NULL DEFAULT 0,
    added           INTEGER NOT NULL,
    last_fetch      INTEGER,
    last_success    INTEGER,
    next_fetch      INTEGER,
    etag            BLOB,
    last_modified   BLOB,
    body_hash       BLOB,
    redirects_seen  INTEGER NOT NULL DEFAULT 0,
    redirect_target TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX feed_category ON feed (category);

-- What the reader did with an article, and what tells it from others. The row outlives its content
-- (present = 0), so that a feed subscribed anew finds what was read. Ids are never used again.
CREATE TABLE article (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    key            BLOB NOT NULL UNIQUE CHECK (length(key) = 16),
    feed           INTEGER NOT NULL REFERENCES feed (id),
    present        INTEGER NOT NULL DEFAULT 1 CHECK (present IN (0, 1)),
    read           INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
    starred        INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    first_seen     INTEGER NOT NULL,
    sort_time      INTEGER NOT NULL,
    revisions      INTEGER NOT NULL DEFAULT 0,
    comments       INTEGER NOT NULL DEFAULT 0,
    canonical_hash INTEGER
) STRICT;

-- One covering index a view; the feed is in each, so that a category is read in order without a sort.
CREATE INDEX article_newest ON article (sort_time, id, feed) WHERE present = 1;

CREATE INDEX article_unread ON article (sort_time, id, feed) WHERE present = 1 AND read = 0;

CREATE INDEX article_starred ON article (sort_time, id, feed) WHERE present = 1 AND starred = 1;

CREATE INDEX article_commented ON article (sort_time, id, feed) WHERE present = 1 AND comments > 0;

CREATE INDEX article_feed ON article (feed, sort_time, id) WHERE present = 1;

CREATE INDEX article_feed_unread ON article (feed, sort_time, id) WHERE present = 1 AND read = 0;

CREATE INDEX article_canonical ON article (canonical_hash) WHERE canonical_hash IS NOT NULL;

-- What the publisher wrote, apart from the body. substance is a hash of title and text, whole one of everything.
CREATE TABLE content (
    article           INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    title             TEXT NOT NULL,
    excerpt           TEXT NOT NULL DEFAULT '',
    byline            TEXT NOT NULL DEFAULT '',
    url               TEXT NOT NULL DEFAULT '',
    image             TEXT NOT NULL DEFAULT '',
    authors           TEXT NOT NULL DEFAULT '',
    tags              TEXT NOT NULL DEFAULT '',
    enclosures        TEXT NOT NULL DEFAULT '',
    language          TEXT NOT NULL DEFAULT '',
    published         INTEGER,
    published_offset  INTEGER NOT NULL DEFAULT 0,
    modified          INTEGER,
    modified_offset   INTEGER NOT NULL DEFAULT 0,
    comments_url      TEXT NOT NULL DEFAULT '',
    comments_feed_url TEXT NOT NULL DEFAULT '',
    site_comments     INTEGER,
    substance         BLOB NOT NULL,
    whole             BLOB NOT NULL
) STRICT;

-- Summary, markup and plain text in one zstd frame: the text costs little beside the markup it comes from.
CREATE TABLE body (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    data    BLOB NOT NULL
) STRICT;

CREATE TABLE revision (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    article       INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    replaced      INTEGER NOT NULL,
    title_changed INTEGER NOT NULL,
    body_changed  INTEGER NOT NULL,
    title         TEXT NOT NULL,
    data          BLOB NOT NULL
) STRICT;

CREATE INDEX revision_article ON revision (article);

-- A publisher's term; name is the normalised form, label the first spelling seen.
CREATE TABLE tag (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    total INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE article_tag (
    tag     INTEGER NOT NULL REFERENCES tag (id),
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (tag, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_tag_article ON article_tag (article);

-- Hangs on the article's key, not its row: what the reader wrote outlives article and feed. The snapshot
-- tells what it was about.
CREATE TABLE comment (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid          BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    article_key   BLOB NOT NULL,
    parent        INTEGER REFERENCES comment (id),
    name          TEXT NOT NULL DEFAULT '',
    text          TEXT NOT NULL,
    html          TEXT NOT NULL DEFAULT '',
    quote         TEXT NOT NULL DEFAULT '',
    created       INTEGER NOT NULL,
    edited        INTEGER,
    origin        INTEGER NOT NULL DEFAULT 0,
    url           TEXT NOT NULL DEFAULT '',
    deleted       INTEGER,
    article_title TEXT NOT NULL DEFAULT '',
    article_url   TEXT NOT NULL DEFAULT '',
    feed_title    TEXT NOT NULL DEFAULT '',
    feed_url      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX comment_article ON comment (article_key);

CREATE INDEX comment_parent ON comment (parent);

CREATE TABLE comment_history (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    comment  INTEGER NOT NULL REFERENCES comment (id),
    text     TEXT NOT NULL,
    html     TEXT NOT NULL DEFAULT '',
    edited   INTEGER,
    replaced INTEGER NOT NULL
) STRICT;

CREATE INDEX comment_history_comment ON comment_history (comment);

-- parent 0 is a reply to the article itself.
CREATE TABLE draft (
    article_key BLOB NOT NULL,
    parent      INTEGER NOT NULL,
    text        TEXT NOT NULL,
    saved       INTEGER NOT NULL,
    PRIMARY KEY (article_key, parent)
) STRICT, WITHOUT ROWID;

-- What the reader did, in order. payload is JSON; articles the ids it really changed, packed (see changelog.cpp).
CREATE TABLE change (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid     BLOB NOT NULL UNIQUE,
    device   BLOB NOT NULL,
    time     INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    payload  TEXT NOT NULL DEFAULT '{}',
    articles BLOB,
    undone   INTEGER REFERENCES change (id)
) STRICT;

CREATE INDEX change_undone ON change (undone) WHERE undone IS NOT NULL;

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO setting (name, value) VALUES ('device', randomblob(16));

CREATE VIRTUAL TABLE article_text USING fts5 (
    title, body, authors, tags,
    content = '', prefix = '2 3', tokenize = "unicode61 remove_diacritics 2"
);

CREATE VIRTUAL TABLE comment_text USING fts5 (
    text, quote, name,
    content = '', prefix = '2 3', tokenize = "unicode61 remove_diacritics 2"
);

-- Fewer, larger merges: a sync writes many small segments, and merging was a quarter of its cost.
INSERT INTO article_text (article_text, rank) VALUES ('automerge', 8);

-- Counts are kept, not counted.
CREATE TABLE feed_count (
    feed   INTEGER PRIMARY KEY REFERENCES feed (id) ON DELETE CASCADE,
    unread INTEGER NOT NULL DEFAULT 0,
    total  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE library_count (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    unread    INTEGER NOT NULL DEFAULT 0,
    total     INTEGER NOT NULL DEFAULT 0,
    starred   INTEGER NOT NULL DEFAULT 0,
    commented INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO library_count (id) VALUES (1);

CREATE TRIGGER feed_added AFTER INSERT ON feed
BEGIN
    INSERT INTO feed_count (feed) VALUES (new.id);
END;

CREATE TRIGGER article_added AFTER INSERT ON article WHEN new.present = 1
BEGIN
    UPDATE feed_count SET unread = unread + 1 - new.read, total = total + 1 WHERE feed = new.feed;
    UPDATE library_count
    SET unread = unread + 1 - new.read, total = total + 1, starred = starred + new.starred,
        commented = commented + (new.comments > 0);
END;

CREATE TRIGGER article_changed AFTER UPDATE OF present, read, starred, comments ON article
WHEN old.present <> new.present OR old.read <> new.read OR old.starred <> new.starred
    OR (old.comments > 0) <> (new.comments > 0)
BEGIN
    UPDATE feed_count
    SET unread = unread + new.present * (1 - new.read) - old.present * (1 - old.read),
        total = total + new.present - old.present
    WHERE feed = new.feed;
    UPDATE library_count
    SET unread = unread + new.present * (1 - new.read) - old.present * (1 - old.read),
        total = total + new.present - old.present,
        starred = starred + new.present * new.starred - old.present * old.starred,
        commented = commented + new.present * (new.comments > 0) - old.present * (old.comments > 0);
END;

CREATE TRIGGER tag_given AFTER INSERT ON article_tag
BEGIN
    UPDATE tag SET total = total + 1 WHERE id = new.tag;
END;

CREATE TRIGGER tag_taken AFTER DELETE ON article_tag
BEGIN
    UPDATE tag SET total = total - 1 WHERE id = old.tag;
END;

