// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/sidebarheader.h"

#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/fonts.h"

#include <QDate>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace broadsheet {

SidebarHeader::SidebarHeader(Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_name(new QLabel(this)), m_date(new QLabel(this))
{
    m_name->setText(QStringLiteral("Broadsheet"));
    QFont name = fonts::serif(22, QFont::Bold);
    name.setLetterSpacing(QFont::PercentageSpacing, 97.5);
    m_name->setFont(name);
    m_name->setFixedHeight(int(34 * fonts::scale()));
    m_date->setFont(fonts::sans(12));
    auto *add = new IconButton(appearance, icons::Name::Add, tr("Add a feed"), this,
                               QKeySequence(Qt::CTRL | Qt::Key_N).toString(QKeySequence::NativeText));
    connect(add, &QAbstractButton::clicked, this, &SidebarHeader::addWanted);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(18, 15, 10, 13);
    layout->setSpacing(0);
    layout->addWidget(m_name, 0, 0);
    layout->addWidget(add, 0, 1, Qt::AlignTop);
    layout->addWidget(m_date, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    connect(&appearance, &Appearance::changed, this, &SidebarHeader::restyle);
    restyle();
    m_minute.setInterval(30'000);
    connect(&m_minute, &QTimer::timeout, this, &SidebarHeader::showDate);
    m_minute.start();
    showDate();
}

void SidebarHeader::restyle()
{
    const auto tint = [](QWidget *label, const QColor &color) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, color);
        label->setPalette(palette);
    };
    tint(m_name, m_appearance.theme().strong);
    tint(m_date, m_appearance.theme().text3);
}

void SidebarHeader::showDate()
{
    //: The date under the program's name, in the language of QLocale: "Thursday, 12 March"
    m_date->setText(QLocale().toString(QDate::currentDate(), tr("dddd, d MMMM")));
}

} // namespace broadsheet
