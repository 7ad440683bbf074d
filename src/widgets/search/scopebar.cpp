// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/scopebar.h"

#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/common/inputmode.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace broadsheet {
namespace {

constexpr int Padding = 10;

class Toggle : public QAbstractButton
{
public:
    Toggle(Appearance &appearance, const QString &text, QWidget *parent)
        : QAbstractButton(parent), m_appearance(appearance)
    {
        setText(text);
        setCheckable(true);
        setFont(fonts::sans(12, QFont::Medium));
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    }

    QSize sizeHint() const override
    {
        const QString words = QString(text()).remove(u'&');
        return {fontMetrics().horizontalAdvance(words) + 2 * Padding, qRound(26 * fonts::scale())};
    }
    QSize minimumSizeHint() const override { return {24, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = m_appearance.theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        if (isChecked())
            painter.setBrush(theme.sel);
        else if (underMouse() || isDown())
            painter.setBrush(theme.hover);
        if (isChecked() || underMouse() || isDown())
            painter.drawRoundedRect(rect(), 7, 7);
        painter.setPen(isChecked() ? theme.selText : theme.text2);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
        if (showsFocusRing(this)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.accent, 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
        }
    }

private:
    Appearance &m_appearance;
};

} // namespace

ScopeBar::ScopeBar(Appearance &appearance, QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    //: Where a search looks: in the view that is open
    const QString texts[] = {tr("This &view"), tr("&Everything"), tr("Co&mments")};
    for (int i = 0; i < 3; ++i) {
        auto *button = new Toggle(appearance, texts[i], this);
        m_buttons.addButton(button, i);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    m_buttons.button(int(SearchScope::View))->setChecked(true);
    connect(&m_buttons, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT scopeChanged();
    });
}

void ScopeBar::setScope(SearchScope scope)
{
    m_buttons.button(int(scope))->setChecked(true);
}

} // namespace broadsheet
