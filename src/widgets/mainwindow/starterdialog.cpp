// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/starterdialog.h"

#include "base/answer.h"
#include "services/libraryservice.h"
#include "widgets/common/errortext.h"
#include "widgets/common/strip.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QXmlStreamReader>

namespace broadsheet {

StarterDialog::StarterDialog(LibraryService &library, Appearance &appearance, QWidget *parent)
    : QDialog(parent), m_library(library), m_tree(new QTreeWidget(this)), m_strip(new Strip(appearance, this))
{
    setWindowTitle(tr("Well-known feeds"));
    resize(520, 600);
    auto *intro = new QLabel(tr("Tick what you want to read. You can change all of it later."), this);
    intro->setWordWrap(true);
    m_tree->setAccessibleName(tr("Well-known feeds"));
    m_tree->setHeaderHidden(true);
    m_tree->setColumnCount(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_forward = buttons->button(QDialogButtonBox::Ok);
    m_forward->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &StarterDialog::subscribe);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    layout->addWidget(m_tree);
    layout->addWidget(m_strip);
    layout->addWidget(buttons);
    load();
    connect(m_tree, &QTreeWidget::itemChanged, this, &StarterDialog::countChosen);
    countChosen();
}

void StarterDialog::load()
{
    QFile file(QStringLiteral(":/starter/starter.opml"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the resource starter.opml is missing");
    QXmlStreamReader xml(&file);
    QTreeWidgetItem *shelf = nullptr;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("outline"))
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        const QString text = attributes.value(QLatin1String("text")).toString();
        const QString url = attributes.value(QLatin1String("xmlUrl")).toString();
        QTreeWidgetItem *item = nullptr;
        if (url.isEmpty()) {
            item = shelf = new QTreeWidgetItem(m_tree, {text});
            item->setFlags(item->flags() | Qt::ItemIsAutoTristate);
        } else {
            item = new QTreeWidgetItem(shelf, {text});
            item->setData(0, Qt::UserRole, QUrl(url));
            item->setData(0, Qt::UserRole + 1, QUrl(attributes.value(QLatin1String("htmlUrl")).toString()));
            item->setToolTip(0, url);
        }
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(0, Qt::Unchecked);
    }
    m_tree->expandAll();
    // A beginning of two shelves, so that one click is enough.
    for (int row = 0; row < qMin(2, m_tree->topLevelItemCount()); ++row)
        m_tree->topLevelItem(row)->setCheckState(0, Qt::Checked);
}

int StarterDialog::chosenCount() const
{
    int chosen = 0;
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row)
        for (int i = 0; i < m_tree->topLevelItem(row)->childCount(); ++i)
            chosen += m_tree->topLevelItem(row)->child(i)->checkState(0) == Qt::Checked;
    return chosen;
}

void StarterDialog::countChosen()
{
    const int chosen = chosenCount();
    m_forward->setText(chosen == 1 ? tr("&Subscribe to one feed")
                                   : tr("&Subscribe to %n feeds", nullptr, chosen));
    m_forward->setEnabled(chosen > 0 && m_pending == 0);
}

void StarterDialog::subscribe()
{
    m_pending = chosenCount();
    m_tree->setEnabled(false);
    countChosen();
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *shelf = m_tree->topLevelItem(row);
        if (shelf->checkState(0) == Qt::Unchecked)
            continue;
        whenAnswered(m_library.ensureCategory({shelf->text(0)}), this,
                     [this, shelf](const Result<CategoryId> &category) {
                         // Without its category a feed is still better than none.
                         subscribeShelf(shelf, category ? *category : CategoryId());
                     });
    }
}

void StarterDialog::subscribeShelf(const QTreeWidgetItem *shelf, CategoryId category)
{
    for (int i = 0; i < shelf->childCount(); ++i) {
        const QTreeWidgetItem *item = shelf->child(i);
        if (item->checkState(0) != Qt::Checked)
            continue;
        NewSubscription wish;
        wish.feedUrl = item->data(0, Qt::UserRole).toUrl();
        wish.siteUrl = item->data(0, Qt::UserRole + 1).toUrl();
        wish.feedTitle = item->text(0);
        wish.category = category;
        whenAnswered(m_library.subscribe(wish), this,
                     [this](const Result<Subscription> &answer) { finishOne(answer); });
    }
}

void StarterDialog::finishOne(const Result<Subscription> &answer)
{
    if (answer)
        m_subscribed << answer->id;
    else if (answer.error().code != ErrorCode::AlreadyExists)
        m_strip->warn(errorText(answer.error()));
    if (--m_pending > 0)
        return;
    if (!m_subscribed.isEmpty())
        Q_EMIT subscribed(m_subscribed);
    if (!m_strip->isVisible()) {
        accept();
        return;
    }
    m_tree->setEnabled(true);
    countChosen();
}

} // namespace broadsheet
