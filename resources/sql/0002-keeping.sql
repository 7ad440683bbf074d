-- SPDX-License-Identifier: GPL-3.0-or-later
-- How long articles are kept, and where those go that are thrown away.

-- NULL: as the category says, or the library; 0: no limit.
ALTER TABLE category ADD COLUMN keep_days INTEGER;

ALTER TABLE category ADD COLUMN keep_count INTEGER;

ALTER TABLE feed ADD COLUMN keep_days INTEGER;

ALTER TABLE feed ADD COLUMN keep_count INTEGER;

-- 1: its content was thinned out or thrown away, so it does not come back when the feed still lists it.
ALTER TABLE article ADD COLUMN gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1));

-- In the bin since then, with its content, out of every view (present = 0); NULL: not in the bin.
ALTER TABLE article ADD COLUMN binned INTEGER;

CREATE INDEX article_binned ON article (binned) WHERE binned IS NOT NULL;

-- A sync tells the index of many articles at once. With room for them it writes fewer and larger segments, and
-- they are merged when there are many, not a little at each commit: a fifth of the cost of a sync.
INSERT INTO article_text (article_text, rank) VALUES ('hashsize', 8388608);

INSERT INTO article_text (article_text, rank) VALUES ('automerge', 0);

INSERT INTO article_text (article_text, rank) VALUES ('crisismerge', 32);
