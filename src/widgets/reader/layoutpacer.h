// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTextDocument>
#include <QTimer>

#include <functional>

namespace broadsheet {

/**
 * Lays a long document out in turns of the event loop that nobody feels. Qt does so by itself, but doubles
 * its steps up to 200,000 characters, of which each takes 40 ms and more. Short documents are left to Qt.
 * The turns have a timer of their own: Qt's stops as soon as its layout is at the end, and that may be long
 * before the pacer is, since Qt lays out more than it is asked for, and is asked by others too.
 */
class LayoutPacer : public QObject
{
    Q_OBJECT
public:
    explicit LayoutPacer(QObject *parent = nullptr);

    /** Too long to be built within a frame. */
    static bool isLong(const QTextDocument &document);

    /** \a document has its layout and stands in its view. */
    void watch(QTextDocument *document);
    /** What lies at \a position and after it is to be laid out anew. */
    void beginAgain(int position);

    /** Everything is laid out, or the document is short. */
    bool isDone() const { return m_next < 0; }
    bool hasReached(int position) const { return m_next < 0 || position < m_next; }
    /** Runs \a function when the layout has reached \a position, at once where it has; replaces one that
     * waits. */
    void whenReached(int position, std::function<void()> function);
    /** Forgets what waits. */
    void forget() { m_waiting = {}; }

Q_SIGNALS:
    /** A long document is laid out to its end. */
    void finished();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void goOnFrom(int position);
    void advance();
    void runWaiting();

    QPointer<QTextDocument> m_document;
    QTimer m_turns;  ///< runs while there is something to lay out
    int m_next = -1; ///< the first position that may not be laid out; negative: all is
    int m_awaited = 0;
    std::function<void()> m_waiting;
};

} // namespace broadsheet
