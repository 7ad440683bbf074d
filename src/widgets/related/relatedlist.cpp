// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/related/relatedlist.h"

#include "widgets/articles/cardtext.h"
#include "widgets/articles/thumbnailloader.h"
#include "widgets/common/appearance.h"
#include "widgets/common/favicons.h"
#include "widgets/common/fonts.h"
#include "widgets/common/inputmode.h"

#include <QLabel>
#include <QPainter>

namespace broadsheet {

namespace {

constexpr int headingHeight = 24;
constexpr int headingGap = 6;
constexpr int picture = 64;

QString timeText(const QDateTime &time)
{
    return CardText::time(time, QDateTime::currentDateTimeUtc());
}

} // namespace

RelatedRow::RelatedRow(const ArticleHeadline &headline, bool last, Appearance &appearance,
                       ThumbnailLoader &thumbnails, QWidget *parent)
    : QAbstractButton(parent)
    , m_headline(headline)
    , m_last(last)
    , m_appearance(appearance)
    , m_thumbnails(thumbnails)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    //: A related article, as a screen reader says it: headline, source, time.
    setAccessibleName(tr("%1, %2, %3").arg(headline.title, headline.feedTitle, timeText(headline.sortTime)));
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    connect(&thumbnails, &ThumbnailLoader::ready, this, [this](const QUrl &url) {
        if (url == m_headline.image)
            update();
    });
}

void RelatedRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPixmap thumbnail =
        m_headline.image.isEmpty()
            ? QPixmap()
            : m_thumbnails.thumbnail(m_headline.image, {picture, picture}, 7, devicePixelRatioF());
    const int room = width() - (thumbnail.isNull() ? 0 : picture + 20);

    const QFont title = fonts::serif(16.5, QFont::DemiBold);
    painter.setFont(title);
    painter.setPen(underMouse() ? theme.accent : theme.strong);
    painter.drawText(QRect(0, 10, room, 23), Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(title).elidedText(m_headline.title, Qt::ElideRight, room));
    const QFont excerpt = fonts::sans(13);
    painter.setFont(excerpt);
    painter.setPen(theme.text2);
    painter.drawText(QRect(0, 34, room, 18), Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(excerpt).elidedText(m_headline.excerpt, Qt::ElideRight, room));
    const QPixmap tile = favicons::tile(m_headline.feed, m_headline.feedTitle, 14, devicePixelRatioF());
    painter.drawPixmap(QRect(0, 57, 14, 14), tile);
    const QFont meta = fonts::sans(12);
    painter.setFont(meta);
    const QString words = m_headline.feedTitle + QStringLiteral("  ·  ") + timeText(m_headline.sortTime);
    painter.drawText(QRect(21, 55, room - 21, 18), Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(meta).elidedText(words, Qt::ElideRight, room - 21));

    if (!thumbnail.isNull())
        painter.drawPixmap(QRect(width() - picture, 11, picture, picture), thumbnail);
    if (!m_last)
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.hairline);
    if (showsFocusRing(this)) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 2, -1, -3), 7, 7);
    }
}

RelatedList::RelatedList(Appearance &appearance, ThumbnailLoader &thumbnails, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_thumbnails(thumbnails), m_heading(new QLabel(this))
{
    m_heading->setFont(fonts::sans(17, QFont::Bold));
    m_heading->setTextFormat(Qt::PlainText);
    restyle();
    connect(&appearance, &Appearance::changed, this, &RelatedList::restyle);
}

void RelatedList::restyle()
{
    QPalette palette = m_heading->palette();
    palette.setColor(QPalette::WindowText, m_appearance.theme().strong);
    m_heading->setPalette(palette);
}

void RelatedList::setArticles(const QString &heading, const QList<ArticleHeadline> &headlines)
{
    m_heading->setText(heading);
    setAccessibleName(heading);
    for (RelatedRow *row : std::exchange(m_rows, {})) {
        row->hide();
        row->deleteLater();
    }
    for (qsizetype i = 0; i < headlines.size(); ++i) {
        auto *row =
            new RelatedRow(headlines.at(i), i + 1 == headlines.size(), m_appearance, m_thumbnails, this);
        connect(row, &QAbstractButton::clicked, this, [this, row] { Q_EMIT articleWanted(row->article()); });
        row->show();
        m_rows.append(row);
    }
    place();
}

QSize RelatedList::sizeHint() const
{
    return {300, headingHeight + headingGap + int(m_rows.size()) * RelatedRow::rowHeight};
}

void RelatedList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void RelatedList::place()
{
    m_heading->setGeometry(0, 0, width(), headingHeight);
    int y = headingHeight + headingGap;
    for (RelatedRow *row : m_rows) {
        row->setGeometry(0, y, width(), RelatedRow::rowHeight);
        y += RelatedRow::rowHeight;
    }
}

} // namespace broadsheet
