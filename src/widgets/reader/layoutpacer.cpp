// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/layoutpacer.h"

#include <QAbstractEventDispatcher>
#include <QAbstractTextDocumentLayout>
#include <QElapsedTimer>
#include <QTextBlock>
#include <QTimerEvent>

#include <algorithm>
#include <chrono>
#include <utility>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

/** Shorter ones are laid out within a frame anyway. */
constexpr int pacedText = 12'000;
constexpr int longText = 60'000;
/** Characters between two looks at the clock. */
constexpr int step = 2000;
/** From the end of one turn to the next, so that the window answers in between; as Qt's own. */
constexpr auto pause = 10ms;
constexpr qint64 turn = 5'000'000;        ///< ns
constexpr qint64 hurriedTurn = 9'000'000; ///< ns, while somebody waits for a place further down

/** The layout has two timers: one for the next step, and one without an interval that tells its size. */
bool isForNextStep(QObject *layout, int timerId)
{
    const auto timers = QAbstractEventDispatcher::instance()->registeredTimers(layout);
    return std::ranges::any_of(timers, [timerId](const QAbstractEventDispatcher::TimerInfo &timer) {
        return timer.timerId == timerId && timer.interval > 0;
    });
}

} // namespace

LayoutPacer::LayoutPacer(QObject *parent) : QObject(parent)
{
    m_turns.setSingleShot(true);
    m_turns.setInterval(pause);
    connect(&m_turns, &QTimer::timeout, this, &LayoutPacer::advance);
}

bool LayoutPacer::isLong(const QTextDocument &document)
{
    return document.characterCount() >= longText;
}

void LayoutPacer::watch(QTextDocument *document)
{
    if (m_document)
        m_document->documentLayout()->removeEventFilter(this);
    m_document = document;
    m_waiting = {};
    m_next = -1;
    m_turns.stop();
    if (!document || document->characterCount() < pacedText)
        return;
    document->documentLayout()->installEventFilter(this);
    goOnFrom(0);
}

void LayoutPacer::beginAgain(int position)
{
    if (m_document && m_document->characterCount() >= pacedText)
        goOnFrom(m_next < 0 ? position : std::min(m_next, position));
}

void LayoutPacer::goOnFrom(int position)
{
    m_next = position;
    if (!m_turns.isActive())
        m_turns.start();
}

void LayoutPacer::whenReached(int position, std::function<void()> function)
{
    m_waiting = std::move(function);
    m_awaited = position;
    runWaiting();
}

void LayoutPacer::runWaiting()
{
    if (m_waiting && hasReached(m_awaited))
        std::exchange(m_waiting, {})();
}

bool LayoutPacer::eventFilter(QObject *watched, QEvent *event)
{
    // Qt's own steps rest until ours are at the end, where it sees for itself that nothing is left.
    if (event->type() == QEvent::Timer && m_next >= 0 && m_document &&
        watched == m_document->documentLayout() &&
        isForNextStep(watched, static_cast<QTimerEvent *>(event)->timerId()))
        return true;
    return QObject::eventFilter(watched, event);
}

void LayoutPacer::advance()
{
    if (!m_document || m_next < 0)
        return;
    QElapsedTimer clock;
    clock.start();
    const qint64 time = m_waiting ? hurriedTurn : turn;
    while (m_next >= 0 && clock.nsecsElapsed() < time) {
        QTextBlock block = m_document->findBlock(m_next + step);
        const bool isLast = !block.isValid() || !block.next().isValid();
        if (!block.isValid())
            block = m_document->lastBlock();
        m_document->documentLayout()->blockBoundingRect(block); // lays out up to its end
        m_next = isLast ? -1 : block.position() + block.length();
    }
    // After the layout has told its size, by a timer of its own, so that there is room to scroll.
    if (m_waiting && hasReached(m_awaited))
        QTimer::singleShot(1, this, &LayoutPacer::runWaiting);
    if (m_next < 0)
        Q_EMIT finished();
    else
        m_turns.start();
}

} // namespace broadsheet
