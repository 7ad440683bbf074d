// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/reader/articlesaver.h"
#include "widgets/reader/readingparts.h"

#include <QObject>
#include <QUrl>

class QMenu;

namespace broadsheet {

/** The article, or what is selected of it, for other programs: on the clipboard, in a file, on paper. */
class ArticleOutput : public QObject
{
    Q_OBJECT
public:
    ArticleOutput(const ReadingParts &parts, ArticleSaver &saver, QObject *parent = nullptr);

    /** The article's address without what only counts readers. */
    void copyLink();
    void copyAsText();
    void copyAsMarkdown();
    /** What is selected, with the headline and the link. */
    void copyQuotation();
    void print();
    void addTo(QMenu &menu);
    /** What concerns the selection and \a link. */
    void addTo(QMenu &menu, const QUrl &link);

Q_SIGNALS:
    void openWanted(const QUrl &link);

private:
    void copied(const QString &text);
    void saveAs(ArticleSaver::Format format);
    void saved(const QString &path, const Result<void> &done);

    ReadingParts m_parts;
    ArticleSaver &m_saver;
};

} // namespace broadsheet
