// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/readertabs.h"

#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/fonts.h"
#include "widgets/common/inputmode.h"

#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>

namespace broadsheet {

namespace {

constexpr int tabHeight = 36;
constexpr int widest = 220;
constexpr int narrowest = 90;

} // namespace

ReaderTabs::ReaderTabs(Appearance &appearance, QWidget *parent) : QTabBar(parent), m_appearance(appearance)
{
    setObjectName(QStringLiteral("readerTabs"));
    setAccessibleName(tr("Open articles"));
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setFont(fonts::sans(12.5));
    setFocusPolicy(Qt::TabFocus);
    addTab(tr("From the list"));
    hide();
    connect(this, &QTabBar::currentChanged, this, &ReaderTabs::tell);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

ArticleId ReaderTabs::articleAt(int index) const
{
    return tabData(index).value<ArticleId>();
}

int ReaderTabs::indexOf(ArticleId id) const
{
    for (int i = 1; i < count(); ++i) {
        if (articleAt(i) == id)
            return i;
    }
    return -1;
}

void ReaderTabs::setListed(ArticleId id, const QString &title)
{
    const QSignalBlocker silent(this); // who says so shows it already
    setTabData(0, QVariant::fromValue(id));
    //: The tab that shows what is chosen in the list, while that is nothing.
    const QString words = id.isValid() ? title : tr("From the list");
    setTabText(0, words);
    setTabToolTip(0, words);
    setCurrentIndex(0);
}

void ReaderTabs::add(ArticleId id, const QString &title)
{
    if (!id.isValid() || indexOf(id) > 0)
        return;
    const int index = addTab(title);
    setTabData(index, QVariant::fromValue(id));
    setTabToolTip(index, title);
    auto *shut = new IconButton(m_appearance, icons::Name::Close, tr("Close this tab"), this);
    shut->setMetrics(24, 12);
    shut->setFocusPolicy(Qt::NoFocus);
    connect(shut, &QAbstractButton::clicked, this, [this, id] { close(indexOf(id)); });
    setTabButton(index, QTabBar::RightSide, shut);
    show();
    Q_EMIT asideChanged();
}

void ReaderTabs::setTitle(ArticleId id, const QString &title)
{
    for (int i = 0; i < count(); ++i) {
        if (articleAt(i) == id) {
            setTabText(i, title);
            setTabToolTip(i, title);
        }
    }
}

void ReaderTabs::close(int index)
{
    if (index <= 0)
        return;
    removeTab(index);
    setVisible(count() > 1);
    Q_EMIT asideChanged();
}

void ReaderTabs::closeCurrent()
{
    close(currentIndex());
}

void ReaderTabs::step(int by)
{
    setCurrentIndex((currentIndex() + by + count()) % count());
}

QList<ArticleId> ReaderTabs::aside() const
{
    QList<ArticleId> ids;
    for (int i = 1; i < count(); ++i)
        ids.append(articleAt(i));
    return ids;
}

void ReaderTabs::tell()
{
    Q_EMIT articleWanted(articleAt(currentIndex()));
}

QSize ReaderTabs::tabSizeHint(int) const
{
    return {qBound(narrowest, width() / qMax(1, count()), widest), tabHeight};
}

void ReaderTabs::tabLayoutChange()
{
    QTabBar::tabLayoutChange();
    update();
}

void ReaderTabs::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton)
        return close(tabAt(event->pos()));
    QTabBar::mouseReleaseEvent(event);
}

void ReaderTabs::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.list);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.hairline);
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool current = i == currentIndex();
        if (current) {
            painter.fillRect(tab, theme.reader);
            painter.fillRect(QRect(tab.left(), tab.bottom() - 1, tab.width(), 2), theme.accent);
        }
        painter.fillRect(QRect(tab.right(), tab.top(), 1, tab.height()), theme.hairline);
        painter.setFont(fonts::sans(12.5, current ? QFont::DemiBold : QFont::Normal));
        painter.setPen(current ? theme.text : theme.text2);
        const QRect words = tab.adjusted(12, 0, i > 0 ? -34 : -12, 0);
        painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(tabText(i), Qt::ElideRight, words.width()));
        if (current && showsFocusRing(this)) {
            painter.setPen(QPen(theme.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(tab).adjusted(3, 3, -3, -3), 6, 6);
        }
    }
}

} // namespace broadsheet
