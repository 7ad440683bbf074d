// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QList>
#include <QTabBar>

namespace broadsheet {

class Appearance;

/** Articles that stay open: the first tab follows the list, the others hold what was opened aside. Hidden while
 * there is but one. */
class ReaderTabs : public QTabBar
{
    Q_OBJECT
public:
    explicit ReaderTabs(Appearance &appearance, QWidget *parent = nullptr);

    /** What the list shows now; its tab comes forward. */
    void setListed(ArticleId id, const QString &title);
    /** Behind the others; one that is there already stays where it is. */
    void add(ArticleId id, const QString &title);
    void setTitle(ArticleId id, const QString &title);
    /** The tab in front; not the first one, which belongs to the list. */
    void closeCurrent();
    void step(int by);

    bool isListed() const { return currentIndex() == 0; }
    /** What was opened aside, in its order. */
    QList<ArticleId> aside() const;
    ArticleId articleAt(int index) const;

Q_SIGNALS:
    /** Another tab came forward. */
    void articleWanted(broadsheet::ArticleId id);
    void asideChanged();

protected:
    QSize tabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabLayoutChange() override;

private:
    int indexOf(ArticleId id) const;
    void close(int index);
    void tell();

    Appearance &m_appearance;
};

} // namespace broadsheet
