-- SPDX-License-Identifier: GPL-3.0-or-later
-- Articles of several feeds that are one and the same: all have one canonical_hash.

-- 1: another feed had it when it came, so lists may leave it out (whether they do, the feeds' fold_duplicates and
-- the view say).
ALTER TABLE article ADD COLUMN twin INTEGER NOT NULL DEFAULT 0 CHECK (twin IN (0, 1));

UPDATE article SET twin = 1
WHERE canonical_hash IS NOT NULL
    AND EXISTS (SELECT 1 FROM article o WHERE o.canonical_hash = article.canonical_hash AND o.id < article.id
                AND o.feed <> article.feed);

-- What the counts of folded views take off.
CREATE INDEX article_twin ON article (canonical_hash, id, feed, sort_time) WHERE present = 1 AND twin = 1;

CREATE INDEX article_twin_unread ON article (canonical_hash, id, feed, sort_time)
WHERE present = 1 AND twin = 1 AND read = 0;

CREATE INDEX article_twin_starred ON article (canonical_hash, id, feed, sort_time)
WHERE present = 1 AND twin = 1 AND starred = 1;

-- Another name of a page (the id of its entry, where a redirect led) and the canonical_hash it goes by.
CREATE TABLE article_alias (
    hash      INTEGER PRIMARY KEY,
    canonical INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
