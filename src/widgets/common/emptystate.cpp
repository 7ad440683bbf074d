// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/emptystate.h"

#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/fonts.h"

#include <QLabel>

namespace broadsheet {

namespace {

constexpr int iconSize = 52;
constexpr int sentenceWidth = 290;

} // namespace

EmptyState::EmptyState(Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_picture(new QLabel(this))
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_button(new TextButton(appearance, TextButton::Kind::Filled, {}, this))
{
    m_title->setFont(fonts::serif(20, QFont::DemiBold));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_sentence->setFont(fonts::sans(13.5));
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::RichText);
    connect(m_button, &QAbstractButton::clicked, this, &EmptyState::buttonClicked);
    connect(&appearance, &Appearance::changed, this, &EmptyState::restyle);
    restyle();
}

void EmptyState::setContents(icons::Name icon, const QString &title, const QString &sentence,
                             const QString &button)
{
    m_icon = icon;
    m_title->setText(title);
    // Rich text only for the height of its lines, which a plain label cannot be given.
    m_sentence->setText(QStringLiteral("<p style=\"line-height:%1px;\">%2</p>")
                            .arg(21 * fonts::scale())
                            .arg(sentence.toHtmlEscaped()));
    m_sentence->setAccessibleName(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    restyle();
    place();
}

void EmptyState::restyle()
{
    const Theme &theme = m_appearance.theme();
    QColor ink = theme.text3;
    ink.setAlphaF(0.67f);
    m_picture->setPixmap(icons::pixmap(m_icon, ink, iconSize, devicePixelRatioF()));
    const auto tint = [](QWidget *label, const QColor &color) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, color);
        label->setPalette(palette);
    };
    tint(m_title, theme.text);
    tint(m_sentence, theme.text2);
}

void EmptyState::place()
{
    if (width() <= 0)
        return;
    const int text = qMin(int(sentenceWidth * fonts::scale()), width() - 2 * 18);
    const int titleWidth = qMax(text, qMin(width() - 2 * 18, 420));
    const int windowTop = mapTo(window(), QPoint(0, 0)).y();
    int y = qMax(18, int(window()->height() * 0.44) - 82 - windowTop);
    m_picture->setGeometry((width() - iconSize) / 2, y, iconSize, iconSize);
    y += iconSize + 14;
    const int titleHeight = m_title->heightForWidth(titleWidth);
    m_title->setGeometry((width() - titleWidth) / 2, y, titleWidth, titleHeight);
    y += titleHeight + 6;
    const int sentenceHeight = m_sentence->heightForWidth(text);
    m_sentence->setGeometry((width() - text) / 2, y, text, sentenceHeight);
    y += sentenceHeight + 18;
    const QSize button = m_button->sizeHint();
    m_button->setGeometry((width() - button.width()) / 2, y, button.width(), button.height());
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void EmptyState::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    place();
}

void EmptyState::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    place();
}

} // namespace broadsheet
