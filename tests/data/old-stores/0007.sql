-- A store of version 7, with a row at least of what that version brought.;

CREATE TABLE category (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    parent   INTEGER REFERENCES category (id),
    name     TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0
, keep_days INTEGER, keep_count INTEGER) STRICT;

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
, keep_days INTEGER, keep_count INTEGER, fold_duplicates INTEGER NOT NULL DEFAULT 1, unread_when_edited INTEGER NOT NULL DEFAULT 0, validators_url TEXT NOT NULL DEFAULT '', doubtful_hash BLOB, hints TEXT NOT NULL DEFAULT '', moved_to TEXT NOT NULL DEFAULT '', last_new INTEGER, tries INTEGER NOT NULL DEFAULT 0, interval_minutes INTEGER, certificate BLOB, proxy TEXT NOT NULL DEFAULT '', has_secret INTEGER NOT NULL DEFAULT 0, image_policy INTEGER) STRICT;

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
, gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)), binned INTEGER) STRICT;

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
, prefix TEXT NOT NULL DEFAULT '', suffix TEXT NOT NULL DEFAULT '', color INTEGER NOT NULL DEFAULT 0, site_id TEXT NOT NULL DEFAULT '', site_parent TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE comment_history (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    comment  INTEGER NOT NULL REFERENCES comment (id),
    text     TEXT NOT NULL,
    html     TEXT NOT NULL DEFAULT '',
    edited   INTEGER,
    replaced INTEGER NOT NULL
) STRICT;

CREATE TABLE draft (
    article_key BLOB NOT NULL,
    parent      INTEGER NOT NULL,
    text        TEXT NOT NULL,
    saved       INTEGER NOT NULL,
    PRIMARY KEY (article_key, parent)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE comment_text USING fts5 (
    text, quote, name,
    content = '', prefix = '2 3', tokenize = "unicode61 remove_diacritics 2"
);

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

CREATE TABLE story (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL
) STRICT;

CREATE TABLE story_member (
    article  INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    story    INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    likeness REAL NOT NULL,
    why      TEXT NOT NULL
) STRICT;

CREATE TABLE story_apart (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    story   INTEGER NOT NULL,
    PRIMARY KEY (article, story)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_progress (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    until INTEGER NOT NULL
) STRICT;

CREATE TABLE host_hold (
    host  TEXT PRIMARY KEY,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE reading_place (
    article  INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    top      REAL NOT NULL
) STRICT;

CREATE TABLE site (
    site   TEXT PRIMARY KEY,
    looked INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE site_account (
    site     TEXT NOT NULL REFERENCES site (site) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind     INTEGER NOT NULL,
    name     TEXT NOT NULL,
    url      TEXT NOT NULL,
    feed_url TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (site, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE comment_source (
    article_key   BLOB PRIMARY KEY,
    url           TEXT NOT NULL,
    etag          BLOB,
    last_modified BLOB,
    body_hash     BLOB,
    fetched       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE article_text USING fts5 (
    title, body, authors, tags, beginnings,
    content = '', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE search_backlog (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    until INTEGER NOT NULL
) STRICT;

INSERT INTO "category" VALUES (1, NULL, 'News', 0, 90, NULL);

INSERT INTO "category" VALUES (2, 1, 'Coast', 0, NULL, NULL);

INSERT INTO "feed" VALUES (1, 'https://feeds.example/harbour.xml', 'https://feeds.example/harbour.xml', 'https://feeds.example/harbour.xml', 'https://harbour.example/', 'The Harbour Post', '', '', 2, 0, 1, 0, 1, NULL, '', '', NULL, 0, 1795480139179, 1795480142428, 1795480142428, 1795563865428, NULL, X'5475652c203234204e6f7620323032362030303a32393a303220474d54', X'b6ac0a0c0d2194c020c3b9e74a4e7dad43e8520a', 0, '', NULL, 500, 1, 1, 'https://feeds.example/harbour.xml', X'000102030405060708090a0b0c0d0e0f10111213', '{"ttl":120}', 'http://moved.example/feed', 1764246000000, 2, 360, X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'socks5://proxy.example:1080', 1, 1);

INSERT INTO "feed" VALUES (2, 'https://feeds.example/hill.xml', 'https://feeds.example/hill.xml', 'https://feeds.example/hill.xml', 'https://hill.example/', 'The Hill Gazette', 'My hill', '', NULL, 0, 0, 0, 0, NULL, '', '', NULL, 0, 1795480139437, NULL, 1795480142422, NULL, NULL, NULL, NULL, 0, '', NULL, NULL, 1, 0, '', NULL, '', '', NULL, 0, NULL, NULL, '', 0, NULL);

INSERT INTO "article" VALUES (1, X'e77195a1b1c174693fcf33bee00f6f75', 1, 1, 1, 0, 1795480139200, 1780308000000, 0, 2, 4666342508095687317, 0, NULL);

INSERT INTO "article" VALUES (2, X'4ea85674776c717d4c8e862ab1e81a53', 1, 1, 0, 1, 1795480139200, 1780304400000, 1, 1, -1097121371915826902, 0, NULL);

INSERT INTO "article" VALUES (3, X'2d182eb5eee92bbfbd92f6b3f60292ae', 1, 1, 1, 0, 1795480139200, 1780300800000, 0, 0, -2080518432710966634, 0, NULL);

INSERT INTO "article" VALUES (4, X'f0d85b47abf3d74178166b0feb31cade', 2, 0, 0, 0, 1795480139455, 1780308000000, 0, 0, 3214595243044839663, 0, NULL);

INSERT INTO "article" VALUES (5, X'4e80f0f99c5df378bd91e6759dc282e1', 2, 0, 0, 0, 1795480139455, 1780304400000, 0, 0, -8254819195681220999, 0, NULL);

INSERT INTO "article" VALUES (6, X'4b764dc828726835df49969af0d155e8', 2, 0, 0, 0, 1795480139455, 1780300800000, 0, 0, 1075981239530280159, 0, NULL);

INSERT INTO "article" VALUES (7, X'000102030405060708090a0b0c0d0e0f', 1, 0, 1, 0, 1795480139200, 1780308000000, 0, 0, NULL, 1, 1764163200000);

INSERT INTO "content" VALUES (1, 'The book fair opens', 'Forty stalls, and rain.', '', 'https://harbour.example/fair', '', '', '', '', '', 1780308000000, 0, NULL, 0, '', '', NULL, X'36517e2bb0260edfb14fbeb7de16e576', X'a8b9f612172fa82d5da9a000e3a75b31');

INSERT INTO "content" VALUES (2, 'Night trains are back', 'From June on one may sleep all the way to the coast and back.', 'Ada Reed', 'https://harbour.example/rail', '', '[{"email":"a@harbour.example","name":"Ada Reed"}]', '["Travel"]', '[{"size":1000,"type":"audio/mpeg","url":"https://harbour.example/rail.mp3"}]', '', 1780304400000, 0, NULL, 0, '', '', NULL, X'3a835d7a04a47dad90d043c98a600aa3', X'bc5cef673174cf7e7f6dfa5615118100');

INSERT INTO "content" VALUES (3, 'High water at the quay', 'The tide rose higher than the boards could hold.', '', 'https://harbour.example/tide', '', '', '["Sea","Weather"]', '', '', 1780300800000, 0, NULL, 0, '', '', NULL, X'cd064e8d3483d711df19694c28a9af2b', X'd527ac81808368b8bf957525d6772f34');

INSERT INTO "content" VALUES (7, 'The book fair opens', 'Forty stalls, and rain.', '', 'https://harbour.example/fair', '', '', '', '', '', 1780308000000, 0, NULL, 0, '', '', NULL, X'36517e2bb0260edfb14fbeb7de16e576', X'a8b9f612172fa82d5da9a000e3a75b31');

INSERT INTO "body" VALUES (1, X'28b52ffd2041950100a402000000001e0000003c703e466f727479207374616c6c732c20616e64207261696e2e3c2f703e17000000010012b52a03');

INSERT INTO "body" VALUES (2, X'28b52ffd208d6d0200b244101790c539689106b7c815cec436cc661db9db1c95ebbf4a0ab687a3041328e88e237a67eb162d7bbbc03161cfbc2bc45c6f978ebad73d2ac078daa538cad8266c3b0200850469e4b64001');

INSERT INTO "body" VALUES (3, X'28b52ffd207315020032440e14b03707448c9a316a53c4dc09475984b11b93610a6d05a382025ccafb529286d9ad9385f1cdc879f3c21fe84696cb78a8194f1855da0e6d1b0100433b5251');

INSERT INTO "body" VALUES (7, X'28b52ffd2041950100a402000000001e0000003c703e466f727479207374616c6c732c20616e64207261696e2e3c2f703e17000000010012b52a03');

INSERT INTO "revision" VALUES (1, 2, 1795480142428, 0, 1, 'Night trains are back', X'28b52ffd20631d0200b403000000002f0000003c703e46726f6d204a756e65206f6e206f6e65206d617920736c65657020746f2074686520636f6173742e3c2f703e2800000001007b960a0a');

INSERT INTO "tag" VALUES (1, 'travel', 'Travel', 1);

INSERT INTO "tag" VALUES (2, 'sea', 'Sea', 1);

INSERT INTO "tag" VALUES (3, 'weather', 'Weather', 1);

INSERT INTO "article_tag" VALUES (1, 2);

INSERT INTO "article_tag" VALUES (2, 3);

INSERT INTO "article_tag" VALUES (3, 3);

INSERT INTO "comment" VALUES (1, X'f897f2413853405a81474d6f03955fdd', X'e77195a1b1c174693fcf33bee00f6f75', NULL, 'Ann', 'I was there.', '<p>I was there.</p>', '', 1795480141275, NULL, 0, '', NULL, 'The book fair opens', 'https://harbour.example/fair', 'The Harbour Post', 'https://feeds.example/harbour.xml', '', '', 0, '', '');

INSERT INTO "comment" VALUES (2, X'0383e01307074dafb0b6f261730ef546', X'e77195a1b1c174693fcf33bee00f6f75', 1, '', 'So was I.', '<p>So was I.</p>', '', 1795480141465, NULL, 0, '', NULL, 'The book fair opens', 'https://harbour.example/fair', 'The Harbour Post', 'https://feeds.example/harbour.xml', '', '', 0, '', '');

INSERT INTO "comment" VALUES (3, X'7ee8a54d107c4a5ca8d87413cd5d5811', X'4ea85674776c717d4c8e862ab1e81a53', NULL, '', 'No typo', '<p>No typo</p>', '', 1795480141794, 1795480142059, 0, '', NULL, 'Night trains are back', 'https://harbour.example/rail', 'The Harbour Post', 'https://feeds.example/harbour.xml', '', '', 0, '', '');

INSERT INTO "comment_history" VALUES (1, 3, 'A typo', '<p>A typo</p>', NULL, 1795480142059);

INSERT INTO "draft" VALUES (X'2d182eb5eee92bbfbd92f6b3f60292ae', 0, 'half a thought', 1764249600000);

INSERT INTO "change" VALUES (1, X'ee98e69d8f734780bf82f77271807762', X'39df8d40069684620abc23e5b36e3ac5', 1795480139179, 'subscribe', '{"feed":1,"url":"https://feeds.example/harbour.xml"}', NULL, NULL);

INSERT INTO "change" VALUES (2, X'912b2c71b69b4c19bd7c103b5391299d', X'39df8d40069684620abc23e5b36e3ac5', 1795480139437, 'subscribe', '{"feed":2,"url":"https://feeds.example/hill.xml"}', NULL, NULL);

INSERT INTO "change" VALUES (3, X'e1db74ae25d44a6e84bac82536d5dc5d', X'39df8d40069684620abc23e5b36e3ac5', 1795480140433, 'star', '{"value":true}', X'28b52ffd20084100000200000000000000', NULL);

INSERT INTO "change" VALUES (4, X'4634a5a5ec934977a0a0518fc58cd16c', X'39df8d40069684620abc23e5b36e3ac5', 1795480140894, 'read', '{"value":true}', X'28b52ffd201081000001000000000000000200000000000000', NULL);

INSERT INTO "change" VALUES (5, X'9e555b09d7554daa8774d3a914ac818e', X'39df8d40069684620abc23e5b36e3ac5', 1795480141275, 'comment-add', '{"comment":1,"uuid":"f897f2413853405a81474d6f03955fdd"}', NULL, NULL);

INSERT INTO "change" VALUES (6, X'96ee75251c094c50b55e823ce821cd69', X'39df8d40069684620abc23e5b36e3ac5', 1795480141465, 'comment-add', '{"comment":2,"uuid":"0383e01307074dafb0b6f261730ef546"}', NULL, NULL);

INSERT INTO "change" VALUES (7, X'b10f60cc2b594b8fb8a6823b6806a7f2', X'39df8d40069684620abc23e5b36e3ac5', 1795480141794, 'comment-add', '{"comment":3,"uuid":"7ee8a54d107c4a5ca8d87413cd5d5811"}', NULL, NULL);

INSERT INTO "change" VALUES (8, X'c2aa0515ec9048259f88d8907774c0c9', X'39df8d40069684620abc23e5b36e3ac5', 1795480142059, 'comment-edit', '{"comment":3,"uuid":"7ee8a54d107c4a5ca8d87413cd5d5811"}', NULL, NULL);

INSERT INTO "change" VALUES (9, X'948aa5c9eb25457aad519e500dac0002', X'39df8d40069684620abc23e5b36e3ac5', 1795480142894, 'unsubscribe', '{"feed":2}', NULL, NULL);

INSERT INTO "setting" VALUES ('device', X'39df8d40069684620abc23e5b36e3ac5');

INSERT INTO "feed_count" VALUES (1, 1, 3);

INSERT INTO "feed_count" VALUES (2, 0, 0);

INSERT INTO "library_count" VALUES (1, 1, 3, 1, 2);

INSERT INTO "story" VALUES (1, 1764242400000, 1764246000000);

INSERT INTO "story_member" VALUES (1, 1, 0.5, '[["tide",0.5]]');

INSERT INTO "story_member" VALUES (2, 1, 0.5, '[["tide",0.5]]');

INSERT INTO "story_apart" VALUES (3, 1);

INSERT INTO "story_progress" VALUES (1, 7);

INSERT INTO "host_hold" VALUES ('busy.example:443', 1764253200000);

INSERT INTO "fetch_log" VALUES (1, 0, 1764242400000, 0, 200, 3, 0, 4096, 120, '', NULL, '');

INSERT INTO "fetch_log" VALUES (1, 1, 1764246000000, 3, 500, 0, 0, 0, 0, '', 17, 'the server answered with HTTP status 500');

INSERT INTO "reading_place" VALUES (1, 812, 0.25);

INSERT INTO "site" VALUES ('news.example', 1764246000000);

INSERT INTO "site_account" VALUES ('news.example', 0, 1, '@news', 'https://social.example/@news', 'https://social.example/@news.rss');

INSERT INTO "comment_source" VALUES (X'e77195a1b1c174693fcf33bee00f6f75', 'https://news.example/1/comments.rss', X'22633122', NULL, X'0000000000000000000000000000000000000000', 1764246000000);

INSERT INTO "search_backlog" VALUES (1, 7);

DELETE FROM "comment_text_data";

INSERT INTO "comment_text_data" VALUES (1, X'03080001');

INSERT INTO "comment_text_data" VALUES (10, X'000000000104040004010101020101030101040101');

INSERT INTO "comment_text_data" VALUES (137438953473, X'000000590430616e6e0106010202010169010202010574686572650102040103776173010203000331616e01060102020102746801020401027761010203000432616e6e010601020201037468650102040103776173010203040a060a080a07070b08');

INSERT INTO "comment_text_data" VALUES (274877906945, X'000000310230690202040102736f0202020103776173020203000331736f02020201027761020203000432776173020203040607080807');

INSERT INTO "comment_text_data" VALUES (412316860417, X'0000002402306103020201047479706f030203000331747903020300043274797003020304060908');

INSERT INTO "comment_text_data" VALUES (549755813889, X'00000031023061030101026e6f03020201047479706f0303030003316e6f03020201027479030303000432747970030303040507090807');

DELETE FROM "comment_text_idx";

INSERT INTO "comment_text_idx" VALUES (1, X'', 2);

INSERT INTO "comment_text_idx" VALUES (2, X'', 2);

INSERT INTO "comment_text_idx" VALUES (3, X'', 2);

INSERT INTO "comment_text_idx" VALUES (4, X'', 2);

DELETE FROM "comment_text_docsize";

INSERT INTO "comment_text_docsize" VALUES (1, X'030001');

INSERT INTO "comment_text_docsize" VALUES (2, X'030000');

INSERT INTO "comment_text_docsize" VALUES (3, X'020000');

DELETE FROM "comment_text_config";

INSERT INTO "comment_text_config" VALUES ('version', 4);

DELETE FROM "article_text_data";

INSERT INTO "article_text_data" VALUES (1, X'');

INSERT INTO "article_text_data" VALUES (10, X'00000003000000');

DELETE FROM "article_text_idx";

DELETE FROM "article_text_docsize";

DELETE FROM "article_text_config";

INSERT INTO "article_text_config" VALUES ('automerge', 0);

INSERT INTO "article_text_config" VALUES ('crisismerge', 48);

INSERT INTO "article_text_config" VALUES ('hashsize', 8388608);

INSERT INTO "article_text_config" VALUES ('version', 4);

DELETE FROM sqlite_sequence WHERE name = 'category';

INSERT INTO sqlite_sequence VALUES ('category', 2);

DELETE FROM sqlite_sequence WHERE name = 'feed';

INSERT INTO sqlite_sequence VALUES ('feed', 2);

DELETE FROM sqlite_sequence WHERE name = 'article';

INSERT INTO sqlite_sequence VALUES ('article', 7);

DELETE FROM sqlite_sequence WHERE name = 'revision';

INSERT INTO sqlite_sequence VALUES ('revision', 1);

DELETE FROM sqlite_sequence WHERE name = 'comment';

INSERT INTO sqlite_sequence VALUES ('comment', 3);

DELETE FROM sqlite_sequence WHERE name = 'comment_history';

INSERT INTO sqlite_sequence VALUES ('comment_history', 1);

DELETE FROM sqlite_sequence WHERE name = 'change';

INSERT INTO sqlite_sequence VALUES ('change', 9);

DELETE FROM sqlite_sequence WHERE name = 'story';

INSERT INTO sqlite_sequence VALUES ('story', 1);

CREATE INDEX category_parent ON category (parent);

CREATE INDEX feed_category ON feed (category);

CREATE INDEX article_newest ON article (sort_time, id, feed) WHERE present = 1;

CREATE INDEX article_unread ON article (sort_time, id, feed) WHERE present = 1 AND read = 0;

CREATE INDEX article_starred ON article (sort_time, id, feed) WHERE present = 1 AND starred = 1;

CREATE INDEX article_commented ON article (sort_time, id, feed) WHERE present = 1 AND comments > 0;

CREATE INDEX article_feed ON article (feed, sort_time, id) WHERE present = 1;

CREATE INDEX article_feed_unread ON article (feed, sort_time, id) WHERE present = 1 AND read = 0;

CREATE INDEX article_canonical ON article (canonical_hash) WHERE canonical_hash IS NOT NULL;

CREATE INDEX revision_article ON revision (article);

CREATE INDEX article_tag_article ON article_tag (article);

CREATE INDEX comment_article ON comment (article_key);

CREATE INDEX comment_parent ON comment (parent);

CREATE INDEX comment_history_comment ON comment_history (comment);

CREATE INDEX change_undone ON change (undone) WHERE undone IS NOT NULL;

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

CREATE INDEX article_binned ON article (binned) WHERE binned IS NOT NULL;

CREATE INDEX story_last ON story (last);

CREATE INDEX story_member_story ON story_member (story);

CREATE INDEX comment_own ON comment (created, id) WHERE origin = 0 AND deleted IS NULL;

CREATE TRIGGER article_met_its_comments AFTER INSERT ON article
WHEN EXISTS (SELECT 1 FROM comment WHERE article_key = new.key AND origin = 0 AND deleted IS NULL)
BEGIN
    UPDATE article
    SET comments = (SELECT count(*) FROM comment WHERE article_key = new.key AND origin = 0 AND deleted IS NULL)
    WHERE id = new.id;
END;

PRAGMA application_id = 1114796904;

PRAGMA user_version = 7;
