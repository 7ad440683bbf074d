// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QObject>
#include <QTimer>

namespace broadsheet {

class ArticleFoot;
class ReaderView;

/** Brings a comment of the article's foot into sight as soon as it is there, and keeps it there while what
 * stands above it (stories, accounts, further replies) comes later; until the reader scrolls. */
class CommentSight : public QObject
{
    Q_OBJECT
public:
    CommentSight(ReaderView &view, ArticleFoot &foot, QObject *parent = nullptr);

    void show(CommentId id);
    /** Another article is shown. */
    void forget();

private:
    void look();
    void hold();

    ReaderView &m_view;
    ArticleFoot &m_foot;
    CommentId m_wanted;
    CommentId m_held;
    QTimer m_holding;
};

} // namespace broadsheet
