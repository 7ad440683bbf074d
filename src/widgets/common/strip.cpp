// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/strip.h"

#include "widgets/common/accessible.h"
#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/fonts.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace broadsheet {

using namespace std::chrono_literals;

Strip::Strip(Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_sign(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_actions(new QHBoxLayout)
{
    installAccessibleRoles();
    setAttribute(Qt::WA_StyledBackground, false);
    setFont(fonts::sans(13));
    m_sentence->setFont(fonts::sans(13));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(m_sign);
    layout->addWidget(m_sentence, 1);
    layout->addLayout(m_actions);
    m_actions->setSpacing(2);
    m_stay.setSingleShot(true);
    connect(&m_stay, &QTimer::timeout, this, &Strip::leave);
    connect(&appearance, &Appearance::changed, this, &Strip::restyle);
    restyle();
    hide();
}

void Strip::say(const QString &sentence, const QList<Action> &actions, std::chrono::milliseconds stay)
{
    show(sentence, actions, stay, false);
}

void Strip::warn(const QString &sentence, const QList<Action> &actions, std::chrono::milliseconds stay)
{
    show(sentence, actions, stay, true);
}

QString Strip::sentence() const
{
    return m_sentence->text();
}

void Strip::dismiss()
{
    m_stay.stop();
    hide();
}

/** Not from under the pointer that is about to press one of its buttons. */
void Strip::leave()
{
    if (m_actions->count() > 0 && (underMouse() || isAncestorOf(QApplication::focusWidget())))
        m_stay.start(1s);
    else
        dismiss();
}

void Strip::show(const QString &sentence, const QList<Action> &actions, std::chrono::milliseconds stay,
                 bool warning)
{
    // Hidden first: a screen reader speaks a notification when it appears.
    hide();
    while (QLayoutItem *item = m_actions->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    m_sign->setVisible(warning);
    for (const Action &action : actions) {
        auto *button = new TextButton(m_appearance, TextButton::Kind::Quiet, action.text, this);
        connect(button, &QAbstractButton::clicked, this, [this, run = action.run] {
            dismiss();
            run();
        });
        m_actions->addWidget(button);
    }
    QWidget::show();
    raise();
    if (stay.count() > 0)
        m_stay.start(stay);
    else
        m_stay.stop();
}

void Strip::restyle()
{
    m_sign->setPixmap(
        icons::pixmap(icons::Name::Warning, m_appearance.theme().kicker, 18, devicePixelRatioF()));
    update();
}

void Strip::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.raised);
    painter.fillRect(0, 0, width(), 1, theme.hairline);
}

} // namespace broadsheet
