// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the view for pictures that come, fail, or turn out to be nothing.
#include "widgets/reader/readerview.h"

#include "widgets/reader/layoutpacer.h"
#include "widgets/reader/pageobjects.h"
#include "widgets/reader/textplace.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>

#include <chrono>

namespace broadsheet {

using namespace std::chrono_literals;

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
    QList<int> positions;
    for (const QUrl &url : std::exchange(m_changedPictures, {}))
        positions += m_objects->outgrown(*document(), url);
    if (!positions.isEmpty()) {
        const Place before = place();
        layOutAgain(positions);
        if (before.position > 0)
            setPlace(before);
        m_footTimer.start(0ms);
    }
    viewport()->update();
    m_prefetchTimer.start();
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

void ReaderView::hideSpentPictures()
{
    const QList<int> positions = m_objects->takeSpent();
    if (positions.isEmpty())
        return;
    const Place before = place();
    for (const int position : positions) {
        QTextBlock block = document()->findBlock(position);
        block.setVisible(false);
        block.layout()->clearLayout();
    }
    layOutAgain(positions);
    if (before.position > 0)
        setPlace(before);
    m_footTimer.start(0ms);
}

/** How wide a picture is comes to light only when it is here. */
void ReaderView::placeCaptions()
{
    if (!m_content)
        return;
    const auto captions = m_objects->takeMisplaced(*document());
    if (captions.isEmpty())
        return;
    const Place before = place();
    QList<int> positions;
    for (const auto &caption : captions)
        positions.append(caption.first);
    for (const textplace::Span &span : textplace::together(*document(), positions)) {
        m_pacer->change(*document(), span.from, [this, &captions, &span] {
            QTextCursor cursor(document());
            cursor.beginEditBlock();
            for (const auto &[position, format] : captions) {
                if (!span.contains(position))
                    continue;
                cursor.setPosition(position);
                cursor.setBlockFormat(format);
            }
            cursor.endEditBlock();
        });
    }
    if (before.position > 0)
        setPlace(before);
    m_footTimer.start(0ms);
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
