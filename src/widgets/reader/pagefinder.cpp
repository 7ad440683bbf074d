// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/pagefinder.h"

#include "widgets/common/appearance.h"
#include "widgets/reader/readerview.h"

#include <QTextDocument>

namespace broadsheet {

PageFinder::PageFinder(ReaderView &view, Appearance &appearance, QObject *parent)
    : QObject(parent), m_view(view), m_appearance(appearance)
{
    connect(&view, &ReaderView::rebuilt, this, [this] {
        // Cursors of the old document would follow it into nowhere.
        m_hits.clear();
        if (!m_text.isEmpty())
            search();
    });
    connect(&view, &ReaderView::scrolled, this, [this] {
        if (!m_hits.isEmpty())
            mark();
    });
}

void PageFinder::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_current = 0;
    search();
    if (!m_hits.isEmpty()) {
        const int from = m_view.visibleRange().first;
        const auto it = std::find_if(m_hits.cbegin(), m_hits.cend(),
                                     [from](const QTextCursor &hit) { return hit.selectionStart() >= from; });
        m_current = it == m_hits.cend() ? 0 : int(it - m_hits.cbegin());
        m_view.showPassage(m_hits.at(m_current));
    }
    mark();
    Q_EMIT changed();
}

void PageFinder::search()
{
    m_hits.clear();
    if (!m_text.trimmed().isEmpty()) {
        QTextCursor hit(m_view.document());
        while (m_hits.size() < hitLimit) {
            hit = m_view.document()->find(m_text, hit);
            if (hit.isNull())
                break;
            m_hits.append(hit);
        }
    }
    m_current = m_hits.isEmpty() ? 0 : qBound(0, m_current, int(m_hits.size()) - 1);
    mark();
}

void PageFinder::next()
{
    step(1);
}

void PageFinder::previous()
{
    step(-1);
}

void PageFinder::step(int by)
{
    if (m_hits.isEmpty())
        return;
    const int count = int(m_hits.size());
    m_current = (m_current + by + count) % count;
    m_view.showPassage(m_hits.at(m_current));
    mark();
    Q_EMIT changed();
}

void PageFinder::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto [from, to] = m_view.visibleRange();
    for (int i = 0; i < m_hits.size(); ++i) {
        const QTextCursor &hit = m_hits.at(i);
        // Ten thousand selections would be painted one by one: those in sight are enough.
        if (hit.selectionEnd() < from || hit.selectionStart() > to)
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = hit;
        mark.format.setBackground(i == m_current ? m_appearance.theme().findCurrent
                                                 : m_appearance.theme().find);
        marks.append(mark);
    }
    m_view.setHighlights(marks);
}

} // namespace broadsheet
