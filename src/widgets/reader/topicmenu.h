// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/reader/readingparts.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace broadsheet {

class ArticleFoot;

/** Follows topics of the article: a topic that is followed has a row in the sidebar, with all that have it.
 */
class TopicMenu : public QObject
{
    Q_OBJECT
public:
    TopicMenu(const ReadingParts &parts, ArticleFoot &foot, QObject *parent = nullptr);

private:
    void ask(const QString &tag, QWidget *chip);
    void open(const QString &tag, QWidget &chip, bool followed);
    void follow(const QString &tag, bool on);

    ReadingParts m_parts;
    ArticleFoot &m_foot;
};

} // namespace broadsheet
