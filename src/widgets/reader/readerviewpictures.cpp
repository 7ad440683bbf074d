// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the view for pictures that come, fail, or turn out to be nothing.
#include "widgets/reader/readerview.h"

#include "widgets/reader/layoutpacer.h"
#include "widgets/reader/pageobjects.h"
#include "widgets/reader/textplace.h"

#include <QAbstractTextDocumentLayout>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

constexpr qint64 turn = 5; ///< ms

} // namespace

void ReaderView::pictureChanged(const QUrl &url)
{
    if (!m_objects->has(url))
        return;
    m_changedPictures.insert(url);
    if (!m_pictureTimer.isActive())
        m_pictureTimer.start();
}

void ReaderView::takePictures()
{
    fitPictures();
    viewport()->update();
    m_prefetchTimer.start();
}

/** Gives pictures the room that they turned out to need, none to those that show nothing, and captions their place.
 * Qt passes over what it has not laid out yet when something above that changes, and never comes back: where the
 * layout is not at its end, all of this waits for it. */
void ReaderView::fitPictures()
{
    if (!m_content || !m_pacer->isDone())
        return;
    QList<int> positions = std::exchange(m_unfitted, {});
    for (const QUrl &url : std::exchange(m_changedPictures, {}))
        positions += m_objects->outgrown(*document(), url);
    const QList<int> spent = m_objects->takeSpent();
    const auto captions = m_objects->takeMisplaced(*document());
    m_captions.insert(captions);
    positions += spent + captions.keys();
    if (positions.isEmpty())
        return;
    document()->documentLayout()->documentSize(); // lays out the rest of a short one
    const Place before = place();
    for (const int position : spent) {
        QTextBlock block = document()->findBlock(position);
        block.setVisible(false);
        block.layout()->clearLayout();
    }
    QElapsedTimer clock;
    clock.start();
    std::ranges::sort(positions); // as the spans are
    qsizetype next = 0;
    for (const textplace::Span &span : textplace::together(*document(), positions)) {
        if (clock.elapsed() >= turn)
            break;
        const qsizetype first = next;
        while (next < positions.size() && span.contains(positions[next]))
            ++next;
        fit(span, positions.mid(first, next - first));
    }
    m_unfitted = positions.mid(next);
    if (m_unfitted.isEmpty())
        m_captions.clear();
    else
        m_fitTimer.start();
    if (before.position > 0)
        setPlace(before);
    m_footTimer.start(0ms);
}

/** One change for all of \a positions, so that Qt lays them out once. */
void ReaderView::fit(const textplace::Span &span, const QList<int> &positions)
{
    const auto moves = [this](int position) { return m_captions.contains(position); };
    if (std::ranges::none_of(positions, moves)) {
        document()->markContentsDirty(span.from, span.length);
        return;
    }
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (const int position : positions) {
        cursor.setPosition(position);
        cursor.setBlockFormat(m_captions.value(position, cursor.blockFormat()));
    }
    cursor.endEditBlock();
}

void ReaderView::prefetchPictures()
{
    if (!m_content)
        return;
    const double from = documentY();
    m_objects->prefetch(textplace::positionAt(*document(), {0, from}),
                        textplace::positionAt(*document(), {0, from + 3.0 * viewport()->height()}),
                        devicePixelRatioF());
}

void ReaderView::repaintPicture(const QUrl &url)
{
    if (m_objects->has(url))
        viewport()->update();
}

void ReaderView::setImagePolicy(std::optional<ImagePolicy> policy)
{
    if (!m_content)
        return;
    auto content = std::make_shared<PageContent>(*m_content);
    content->imagePolicy = policy;
    m_content = std::move(content);
    m_objects->setPolicy(policy);
    rebuild();
}

} // namespace broadsheet
