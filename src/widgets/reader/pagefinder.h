// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTextCursor>

namespace broadsheet {

class Appearance;
class ReaderView;

/** Find in the article: all hits, the current one, and their marks in the view. Case does not matter. */
class PageFinder : public QObject
{
    Q_OBJECT
public:
    static constexpr int hitLimit = 10'000;

    PageFinder(ReaderView &view, Appearance &appearance, QObject *parent = nullptr);

    /** Empty: no hits, no marks. The first hit at or after what is in sight becomes the current one. */
    void setText(const QString &text);
    void next();
    void previous();

    int hitCount() const { return int(m_hits.size()); }
    /** From 1; 0 where there is none. */
    int current() const { return m_hits.isEmpty() ? 0 : m_current + 1; }

Q_SIGNALS:
    void changed();

private:
    void search();
    void step(int by);
    void mark();

    ReaderView &m_view;
    Appearance &m_appearance;
    QString m_text;
    QList<QTextCursor> m_hits;
    int m_current = 0;
};

} // namespace broadsheet
