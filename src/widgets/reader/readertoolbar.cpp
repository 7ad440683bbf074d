// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/readertoolbar.h"

#include "settings/settings.h"
#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/textpanel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace broadsheet {

ReaderToolbar::ReaderToolbar(Settings &settings, Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_appearance(appearance)
{
    setFixedHeight(49);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 14, 1);
    row->setSpacing(4);
    const auto button = [this, row](icons::Name icon, const QString &name, const char *key) {
        auto *made = new IconButton(m_appearance, icon, name, this, QString::fromLatin1(key));
        made->setFocusPolicy(Qt::TabFocus);
        row->addWidget(made);
        m_buttons.append(made);
        return made;
    };
    IconButton *previous = button(icons::Name::Up, tr("Previous article"), "K");
    m_next = button(icons::Name::Down, tr("Next article"), "J");
    row->addStretch(1);
    m_star = button(icons::Name::Starred, tr("Star"), "S");
    m_unread = button(icons::Name::Unread, tr("Unread"), "M");
    m_fullText = button(icons::Name::FullText, tr("Full text"), "F");
    m_text = button(icons::Name::TextSize, tr("Text size and face"), "");
    m_copy = button(icons::Name::Link, tr("Copy link"), "Ctrl+Shift+C");
    m_browser = button(icons::Name::OpenOutside, tr("Open in the browser"), "B");
    m_comments = button(icons::Name::Comment, tr("Comments beside the article"), "C");
    m_more = button(icons::Name::More, tr("More"), "");
    m_star->setCheckable(true);
    m_star->setCheckedBackground(false);
    m_unread->setCheckable(true);
    m_unread->setCheckedBackground(false);
    m_comments->setCheckable(true);
    m_fullText->setCheckable(true);

    connect(previous, &QAbstractButton::clicked, this, &ReaderToolbar::previousWanted);
    connect(m_next, &QAbstractButton::clicked, this, &ReaderToolbar::nextWanted);
    // The button shows what is stored, so that it never says more than what happened.
    connect(m_star, &QAbstractButton::clicked, this, [this](bool checked) {
        m_star->setChecked(!checked);
        Q_EMIT starWanted();
    });
    connect(m_unread, &QAbstractButton::clicked, this, [this](bool checked) {
        m_unread->setChecked(!checked);
        Q_EMIT readToggleWanted();
    });
    connect(m_fullText, &QAbstractButton::clicked, this, [this](bool checked) {
        m_fullText->setChecked(!checked);
        Q_EMIT fullTextWanted();
    });
    connect(m_text, &QAbstractButton::clicked, this, &ReaderToolbar::openTextPanel);
    connect(m_more, &QAbstractButton::clicked, this, &ReaderToolbar::openMoreMenu);
    connect(m_copy, &QAbstractButton::clicked, this, &ReaderToolbar::copyLinkWanted);
    connect(m_browser, &QAbstractButton::clicked, this, &ReaderToolbar::browserWanted);
    connect(m_comments, &QAbstractButton::clicked, this, &ReaderToolbar::commentsWanted);
    connect(&appearance, &Appearance::changed, this, [this] {
        setStarred(m_starred);
        update();
    });
}

void ReaderToolbar::setHeadline(const QString &headline)
{
    m_headline = headline;
    update();
}

void ReaderToolbar::setStarred(bool starred)
{
    m_starred = starred;
    m_star->setChecked(starred);
    m_star->setIconName(starred ? icons::Name::StarFilled : icons::Name::Starred);
    m_star->setIconColor(starred ? std::optional(m_appearance.theme().star) : std::nullopt);
}

void ReaderToolbar::setUnread(bool unread)
{
    m_unread->setChecked(unread);
}

void ReaderToolbar::setHasLink(bool hasLink)
{
    m_copy->setEnabled(hasLink);
    m_browser->setEnabled(hasLink);
}

void ReaderToolbar::setFullText(bool available, bool shown)
{
    m_fullText->setEnabled(available);
    m_fullText->setChecked(shown);
}

void ReaderToolbar::setCommentsShown(bool shown)
{
    m_comments->setChecked(shown);
}

void ReaderToolbar::setButtonsShown(bool shown)
{
    for (IconButton *button : m_buttons)
        button->setVisible(shown);
    if (!shown)
        setHeadline({});
}

void ReaderToolbar::openTextPanel()
{
    auto *panel = new TextPanel(m_settings, m_appearance, this);
    panel->openUnder(*m_text);
}

/** What is done more seldom than the buttons: saving, printing, copying as something. */
void ReaderToolbar::openMoreMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT moreMenuWanted(menu);
    const QPoint corner = m_more->mapToGlobal(QPoint(m_more->width(), m_more->height() + 2));
    menu->popup(corner - QPoint(menu->sizeHint().width(), 0));
}

void ReaderToolbar::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.reader);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.hairline);
    if (m_headline.isEmpty())
        return;
    painter.setFont(fonts::sans(13, QFont::Medium));
    painter.setPen(theme.text2);
    const QRect room(m_next->geometry().right() + 14, 0, m_star->x() - m_next->geometry().right() - 28,
                     height() - 1);
    constexpr int shortest = 80; // less than a word or two says nothing
    if (room.width() < shortest)
        return;
    painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_headline, Qt::ElideRight, room.width()));
}

} // namespace broadsheet
