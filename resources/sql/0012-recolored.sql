-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a highlight got the colour it has; nothing: when it was made. Of two machines' colours the later one wins.
ALTER TABLE comment ADD COLUMN recolored INTEGER;
