// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/listheader.h"

#include "base/text.h"
#include "widgets/articles/cardgeometry.h"
#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/fonts.h"
#include "widgets/search/scopebar.h"
#include "widgets/search/searchfield.h"

#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace broadsheet {
namespace {

constexpr int Height = 105;
constexpr int ScopesHeight = 34;
constexpr int Inset = 14;
constexpr int Button = 32;

int scaled(double length)
{
    return qRound(length * fonts::scale());
}

} // namespace

ListHeader::ListHeader(Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_unreadOnly(
          new IconButton(appearance, icons::Name::Filter, tr("Unread only"), this, QStringLiteral("U")))
    , m_markAllRead(new IconButton(appearance, icons::Name::CheckAll, tr("Mark all as read"), this,
                                   QStringLiteral("Shift+A")))
    , m_search(new SearchField(appearance, this))
    , m_scopes(new ScopeBar(appearance, this))
{
    m_title->setFont(fonts::sans(18, QFont::Bold));
    m_title->setTextFormat(Qt::PlainText);
    m_summary->setFont(fonts::sans(12));
    m_summary->setTextFormat(Qt::PlainText);
    m_unreadOnly->setCheckable(true);
    m_scopes->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, &ListHeader::restyle);
    restyle();
}

void ListHeader::setTitle(const QString &title)
{
    m_fullTitle = title;
    constexpr int longest = 22; // a story's headline is one
    m_search->setPlaceholderText(title.isEmpty() ? tr("Search")
                                                 : tr("Search %1").arg(excerpt(title, longest)));
    place();
}

void ListHeader::setSummary(const QString &summary)
{
    m_summary->setText(summary);
}

void ListHeader::setActionsShown(bool shown)
{
    m_unreadOnly->setVisible(shown);
    m_markAllRead->setVisible(shown);
}

void ListHeader::setScopesShown(bool shown)
{
    if (m_scopes->isHidden() != shown)
        return;
    m_scopes->setVisible(shown);
    updateGeometry();
}

QSize ListHeader::sizeHint() const
{
    return {300, scaled(Height) + (m_scopes->isHidden() ? 0 : scaled(ScopesHeight))};
}

void ListHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance.theme().list);
    painter.fillRect(0, height() - 1, width(), 1, m_appearance.theme().hairline);
}

void ListHeader::resizeEvent(QResizeEvent *)
{
    place();
}

void ListHeader::place()
{
    const auto put = [this](QWidget *widget, int x, int y, int w, int h) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), {x, y, w, h}));
    };
    const int buttonTop = scaled(31.5) - Button / 2;
    const int firstButton = width() - 10 - 2 * Button - 2;
    put(m_unreadOnly, firstButton, buttonTop, Button, Button);
    put(m_markAllRead, firstButton + Button + 2, buttonTop, Button, Button);
    const int left = CardGeometry::ContentLeft;
    const int textWidth = std::max(0, firstButton - 8 - left);
    put(m_title, left, scaled(13), textWidth, scaled(23));
    put(m_summary, left, scaled(36), textWidth, scaled(16));
    m_title->setText(m_title->fontMetrics().elidedText(m_fullTitle, Qt::ElideRight, textWidth));
    m_title->setToolTip(m_title->text() == m_fullTitle ? QString() : m_fullTitle);
    put(m_search, Inset, scaled(61), width() - 2 * Inset, scaled(34));
    put(m_scopes, Inset, scaled(61 + 34 + 6), width() - 2 * Inset, scaled(26));
}

void ListHeader::restyle()
{
    const auto ink = [](QWidget *widget, const QColor &color) {
        QPalette colors = widget->palette();
        colors.setColor(QPalette::WindowText, color);
        widget->setPalette(colors);
    };
    ink(m_title, m_appearance.theme().strong);
    ink(m_summary, m_appearance.theme().text3);
    update();
}

} // namespace broadsheet
