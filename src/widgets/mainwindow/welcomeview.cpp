// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/welcomeview.h"

#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/common/icons.h"
#include "widgets/common/inputmode.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace broadsheet {

namespace {

/** A row with an icon, what it does, and a line about it; the whole row is the button. */
class Way : public QAbstractButton
{
public:
    Way(Appearance &appearance, icons::Name icon, const QString &title, const QString &about, QWidget *parent)
        : QAbstractButton(parent), m_appearance(appearance), m_icon(icon), m_about(about)
    {
        setText(title);
        setAccessibleName(title);
        setAccessibleDescription(about);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        const int words = titleHeight(width - wordsInset) + gap + aboutHeight(width - wordsInset);
        return qMax(int(76 * fonts::scale()), words + int(28 * fonts::scale()));
    }
    QSize sizeHint() const override { return {600, heightForWidth(600)}; }
    QSize minimumSizeHint() const override { return {200, int(76 * fonts::scale())}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = m_appearance.theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool ring = showsFocusRing(this);
        painter.setPen(ring ? QPen(theme.accent, 2) : QPen(theme.hairline, 1));
        painter.setBrush(underMouse() ? theme.hover : QColor(Qt::transparent));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 9, 9);
        constexpr int iconSize = 24;
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const double x = mirrored ? width() - 20 - iconSize : 20;
        painter.drawPixmap(QPointF(x, (height() - iconSize) / 2.0),
                           icons::pixmap(m_icon, theme.accent, iconSize, devicePixelRatioF()));
        const QRect words = mirrored ? rect().adjusted(20, 0, -64, 0) : rect().adjusted(64, 0, -20, 0);
        const int title = titleHeight(words.width());
        const int about = aboutHeight(words.width());
        const int top = (height() - title - gap - about) / 2;
        painter.setFont(titleFont());
        painter.setPen(theme.strong);
        painter.drawText(QRect(words.left(), top, words.width(), title), inLines, text());
        painter.setFont(aboutFont());
        painter.setPen(theme.text2);
        painter.drawText(QRect(words.left(), top + title + gap, words.width(), about), inLines, m_about);
    }

private:
    static constexpr int wordsInset = 84; ///< what is left and right of the words
    static constexpr int gap = 3;
    static constexpr int inLines = Qt::TextWordWrap | int(Qt::AlignTop) | int(Qt::AlignLeading);

    static QFont titleFont() { return fonts::serif(16.5, QFont::DemiBold); }
    static QFont aboutFont() { return fonts::sans(13); }
    static int heightOf(const QString &words, const QFont &font, int width)
    {
        return QFontMetrics(font).boundingRect(QRect(0, 0, qMax(width, 1), 10000), inLines, words).height();
    }
    int titleHeight(int width) const { return heightOf(text(), titleFont(), width); }
    int aboutHeight(int width) const { return heightOf(m_about, aboutFont(), width); }

    Appearance &m_appearance;
    icons::Name m_icon;
    QString m_about;
};

} // namespace

WelcomeView::WelcomeView(Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_kicker(new QLabel(tr("Welcome")))
    , m_headline(new QLabel(tr("Your own newspaper, every day")))
    , m_standfirst(
          new QLabel(tr("Choose whom you want to hear from. Broadsheet fetches their articles, sets them "
                        "as if in print, and keeps everything on this computer.")))
{
    setAutoFillBackground(true);
    setAccessibleName(tr("Welcome"));
    QFont kicker = fonts::sans(12.5, QFont::Bold);
    kicker.setLetterSpacing(QFont::AbsoluteSpacing, 0.9);
    kicker.setCapitalization(QFont::AllUppercase);
    m_kicker->setFont(kicker);
    setSizes(false);
    for (QLabel *label : {m_headline, m_standfirst})
        label->setWordWrap(true);

    auto *column = new QWidget;
    column->setMaximumWidth(600);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(10);
    rows->addWidget(m_kicker);
    rows->addWidget(m_headline);
    rows->addWidget(m_standfirst);
    rows->addSpacing(16);
    const auto add = [&](icons::Name icon, const QString &title, const QString &about, auto signal) {
        auto *way = new Way(appearance, icon, title, about, column);
        connect(way, &QAbstractButton::clicked, this, signal);
        rows->addWidget(way);
        return way;
    };
    Way *first =
        add(icons::Name::Newspaper, tr("Start with well-known feeds"),
            tr("World news, technology, science, culture: you choose."), &WelcomeView::starterWanted);
    add(icons::Name::Add, tr("Add a feed"), tr("By the address of a feed or of a website."),
        &WelcomeView::addWanted);
    add(icons::Name::Folder, tr("Bring your subscriptions"), tr("With an OPML file from another reader."),
        &WelcomeView::importWanted);
    add(icons::Name::TextSize, tr("Read the guide"), tr("What Broadsheet can do, in a few short articles."),
        &WelcomeView::guideWanted);
    setFocusProxy(first);

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(36, 24, 36, 24);
    layout->addStretch(2);
    auto *centre = new QHBoxLayout;
    centre->addStretch(1);
    centre->addWidget(column, 100);
    centre->addStretch(1);
    layout->addLayout(centre);
    layout->addStretch(3);
    auto *scroller = new QScrollArea; // a small window has no room for all of it
    scroller->setFrameShape(QFrame::NoFrame);
    scroller->setWidgetResizable(true);
    scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroller->setFocusPolicy(Qt::NoFocus);
    scroller->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    scroller->setWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroller);
    connect(&appearance, &Appearance::changed, this, &WelcomeView::restyle);
    restyle();
}

/** A narrow pane is set in smaller type, so that words find their place in the line. */
void WelcomeView::setSizes(bool narrow)
{
    QFont headline = fonts::serif(narrow ? 26 : 35, QFont::Bold);
    headline.setLetterSpacing(QFont::PercentageSpacing, 98.5);
    m_headline->setFont(headline);
    m_standfirst->setFont(fonts::serif(narrow ? 16 : 18));
    m_narrow = narrow;
}

void WelcomeView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const bool narrow = width() < 480 * fonts::scale(); narrow != m_narrow)
        setSizes(narrow);
}

void WelcomeView::restyle()
{
    const Theme &theme = m_appearance.theme();
    const auto tint = [](QWidget *widget, QPalette::ColorRole role, const QColor &color) {
        QPalette palette = widget->palette();
        palette.setColor(role, color);
        widget->setPalette(palette);
    };
    tint(this, QPalette::Window, theme.reader);
    tint(m_kicker, QPalette::WindowText, theme.kicker);
    tint(m_headline, QPalette::WindowText, theme.strong);
    tint(m_standfirst, QPalette::WindowText, theme.text2);
}

} // namespace broadsheet
