// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/footstrip.h"

#include <QAbstractScrollArea>
#include <QEvent>

namespace broadsheet {

namespace {

QWidget *scrollerAround(QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (qobject_cast<QAbstractScrollArea *>(parent))
            return parent;
    return widget;
}

} // namespace

FootStrip::FootStrip(Appearance &appearance, QWidget *home) : Strip(appearance, home), m_home(home)
{
    setObjectName(QStringLiteral("footStrip"));
}

FootStrip &FootStrip::attached()
{
    QWidget *host = m_home ? scrollerAround(m_home) : nullptr;
    if (host && host != m_host) {
        if (m_host)
            m_host->removeEventFilter(this);
        m_host = host;
        setParent(host);
        host->installEventFilter(this);
    }
    return *this;
}

void FootStrip::place()
{
    if (!m_host)
        return;
    const int high = qMax(44, heightForWidth(m_host->width()));
    setGeometry(0, m_host->height() - high, m_host->width(), high);
}

bool FootStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_host && event->type() == QEvent::Resize)
        place();
    return Strip::eventFilter(watched, event);
}

void FootStrip::showEvent(QShowEvent *event)
{
    place();
    Strip::showEvent(event);
}

} // namespace broadsheet
