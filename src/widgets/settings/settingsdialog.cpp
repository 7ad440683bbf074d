// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settingsdialog.h"

#include "widgets/settings/settingspages.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QListWidget>
#include <QStackedWidget>

namespace broadsheet {

SettingsDialog::SettingsDialog(Settings &settings, const QList<KeyEntry> &keys, ImageLoader *images,
                               QWidget *parent)
    : QDialog(parent), m_titles(new QListWidget(this)), m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Settings"));
    resize(640, 440);
    m_titles->setAccessibleName(tr("Pages"));
    m_titles->setFixedWidth(150);
    addPage(tr("Appearance"), makeAppearancePage(settings));
    addPage(tr("Reading"), makeReadingPage(settings));
    addPage(tr("Fetching"), makeFetchingPage(settings));
    addPage(tr("Keeping"), makeKeepingPage(settings, images));
    addPage(tr("Comments"), makeCommentsPage(settings));
    addPage(tr("Keyboard"), makeKeyboardPage(settings, keys));
    connect(m_titles, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_titles->setCurrentRow(0);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QGridLayout(this);
    layout->addWidget(m_titles, 0, 0);
    layout->addWidget(m_pages, 0, 1);
    layout->addWidget(buttons, 1, 0, 1, 2);
    layout->setColumnStretch(1, 1);
}

void SettingsDialog::addPage(const QString &title, QWidget *page)
{
    m_titles->addItem(title);
    m_pages->addWidget(page);
}

} // namespace broadsheet
