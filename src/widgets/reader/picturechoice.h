// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/imagepolicy.h"
#include "widgets/reader/readingparts.h"

#include <QObject>
#include <QUrl>

#include <optional>

class QMenu;

namespace broadsheet {

class ArticleSaver;

/** The pictures of the article: whether they are loaded, and what is done with one of them. */
class PictureChoice : public QObject
{
    Q_OBJECT
public:
    /** \a offers: where it is told which pictures wait for the reader's word, and whom loading them would
     * reach. */
    PictureChoice(const ReadingParts &parts, ArticleSaver &saver, Strip &offers, QObject *parent = nullptr);

    /** After a page is shown, or another setting holds. */
    void offer();
    /** A sub-menu: how the pictures of the article's feed are treated. */
    void addTo(QMenu &menu);
    /** What can be done with \a picture; nothing if it is none. */
    void addTo(QMenu &menu, const QUrl &picture);
    /** Large, over the window. */
    void show(const QUrl &picture);

private:
    void setPolicy(std::optional<ImagePolicy> policy);
    void save(const QUrl &picture);
    void saveAs(const QByteArray &bytes, const QString &name);
    std::optional<ImagePolicy> policy() const;
    QString wordsOf(const QUrl &picture) const;

    ReadingParts m_parts;
    ArticleSaver &m_saver;
    Strip &m_offers;
};

} // namespace broadsheet
