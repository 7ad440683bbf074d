-- SPDX-License-Identifier: GPL-3.0-or-later
-- Highlights, and the comments of the site.

-- Where the quote of a comment lies in the article: the words before and after it. color 0 is no highlight.
ALTER TABLE comment ADD COLUMN prefix TEXT NOT NULL DEFAULT '';

ALTER TABLE comment ADD COLUMN suffix TEXT NOT NULL DEFAULT '';

ALTER TABLE comment ADD COLUMN color INTEGER NOT NULL DEFAULT 0;

-- The site's own name of its comment, and of the one it answers, which may come later than the answer.
ALTER TABLE comment ADD COLUMN site_id TEXT NOT NULL DEFAULT '';

ALTER TABLE comment ADD COLUMN site_parent TEXT NOT NULL DEFAULT '';

-- "My comments" and "Highlights", newest first.
CREATE INDEX comment_own ON comment (created, id) WHERE origin = 0 AND deleted IS NULL;

-- What was fetched of a site's discussion, with what its server gave to ask again with.
CREATE TABLE comment_source (
    article_key   BLOB PRIMARY KEY,
    url           TEXT NOT NULL,
    etag          BLOB,
    last_modified BLOB,
    body_hash     BLOB,
    fetched       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Comments may be here before their article is: taken in from another machine.
CREATE TRIGGER article_met_its_comments AFTER INSERT ON article
WHEN EXISTS (SELECT 1 FROM comment WHERE article_key = new.key AND origin = 0 AND deleted IS NULL)
BEGIN
    UPDATE article
    SET comments = (SELECT count(*) FROM comment WHERE article_key = new.key AND origin = 0 AND deleted IS NULL)
    WHERE id = new.id;
END;
