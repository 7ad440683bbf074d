// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"
#include "widgets/reader/readingparts.h"

#include <QObject>

class QMenu;

namespace broadsheet {

class ReaderToolbar;

/** Which text of an article is read: what its feed gave, or that of its own page. */
class TextChoice : public QObject
{
    Q_OBJECT
public:
    /** \a offers: where a feed that only teases is told of, once. */
    TextChoice(const ReadingParts &parts, ReaderToolbar &toolbar, Strip &offers, QObject *parent = nullptr);

    /** After another page is shown; \a again: another content of the same article. */
    void pageShown(bool again);
    /** Fetches the text of the article's own page; where it is there, changes between it and the feed's. */
    void toggle();
    void addTo(QMenu &menu);

Q_SIGNALS:
    void browserWanted();

private:
    void fetch();
    void take(const Article &article);
    void offer();
    void setWish(FullTextWish wish);

    ReadingParts m_parts;
    ReaderToolbar &m_toolbar;
    Strip &m_offers;
    FeedId m_offered; ///< the feed that the offer is about
};

} // namespace broadsheet
