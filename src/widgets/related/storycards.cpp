// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/related/storycards.h"

#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/frontpage/storycard.h"

#include <QLabel>

#include <utility>

namespace broadsheet {

namespace {

constexpr int headingHeight = 24;
constexpr int headingGap = 12;
constexpr int gap = 18;
constexpr int narrow = 560;
constexpr int most = 3;

int columnsIn(int width)
{
    return width < narrow ? most - 1 : most;
}

int cardWidth(int width)
{
    const int columns = columnsIn(width);
    return (width - (columns - 1) * gap) / columns;
}

} // namespace

StoryCards::StoryCards(Appearance &appearance, ThumbnailLoader &thumbnails, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_thumbnails(thumbnails), m_heading(new QLabel(this))
{
    m_heading->setFont(fonts::sans(17, QFont::Bold));
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setText(tr("More stories today"));
    setAccessibleName(m_heading->text());
    restyle();
    connect(&appearance, &Appearance::changed, this, &StoryCards::restyle);
}

void StoryCards::restyle()
{
    QPalette palette = m_heading->palette();
    palette.setColor(QPalette::WindowText, m_appearance.theme().strong);
    m_heading->setPalette(palette);
}

void StoryCards::setStories(const QList<Story> &stories)
{
    for (StoryCard *card : std::exchange(m_cards, {})) {
        card->hide();
        card->deleteLater();
    }
    for (const Story &story : stories.mid(0, most)) {
        auto *card = new StoryCard(StoryCard::Kind::Small, story, QDateTime::currentDateTimeUtc(),
                                   m_appearance, m_thumbnails, this);
        connect(card, &QAbstractButton::clicked, this, [this, id = story.id] { Q_EMIT storyWanted(id); });
        m_cards.append(card);
    }
    place();
}

int StoryCards::heightForWidth(int width) const
{
    int tallest = 0;
    for (const StoryCard *card : m_cards.mid(0, columnsIn(width)))
        tallest = qMax(tallest, card->heightForWidth(cardWidth(width)));
    return headingHeight + headingGap + tallest;
}

void StoryCards::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void StoryCards::place()
{
    m_heading->setGeometry(0, 0, width(), headingHeight);
    const int wide = cardWidth(width());
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        const bool shown = i < columnsIn(width());
        m_cards[i]->setVisible(shown);
        if (shown)
            m_cards[i]->setGeometry(int(i) * (wide + gap), headingHeight + headingGap, wide,
                                    m_cards[i]->heightForWidth(wide));
    }
}

} // namespace broadsheet
