// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/bindialog.h"

#include "base/answer.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "widgets/common/errortext.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace broadsheet {

namespace {

constexpr int mostRows = 2'000;
constexpr int idRole = Qt::UserRole;

} // namespace

BinDialog::BinDialog(LibraryService &library, LibraryEvents &events, QWidget *parent)
    : QDialog(parent), m_library(library), m_list(new QTreeWidget(this)), m_words(new QLabel(this))
{
    setWindowTitle(tr("Recently deleted"));
    resize(680, 440);
    m_list->setAccessibleName(tr("Deleted articles"));
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("Article"), tr("Feed"), tr("Date")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_words->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_back = buttons->addButton(tr("&Put back"), QDialogButtonBox::ActionRole);
    m_back->setEnabled(false);
    connect(m_back, &QPushButton::clicked, this, &BinDialog::takeBack);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::itemActivated, this, &BinDialog::takeBack);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_back->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(&events, &LibraryEvents::articlesChanged, this, &BinDialog::ask);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    ask();
}

void BinDialog::ask()
{
    whenAnswered(m_library.bin(mostRows), this, [this](const Result<QList<ArticleHeadline>> &answer) {
        if (answer)
            show(*answer);
        else
            m_words->setText(errorText(answer.error()));
    });
}

void BinDialog::show(const QList<ArticleHeadline> &headlines)
{
    m_list->clear();
    for (const ArticleHeadline &headline : headlines) {
        auto *item = new QTreeWidgetItem(
            {headline.title.isEmpty() ? tr("Untitled") : headline.title, headline.feedTitle,
             QLocale().toString(headline.sortTime.toLocalTime().date(), QLocale::ShortFormat)});
        item->setData(0, idRole, headline.id.value());
        m_list->addTopLevelItem(item);
    }
    m_list->resizeColumnToContents(2);
    m_list->setColumnWidth(1, 170);
    if (headlines.isEmpty()) {
        m_words->setText(tr("Nothing was deleted in the last 30 days."));
    } else {
        m_words->setText(tr("What is deleted stays here for 30 days."));
        m_list->setCurrentItem(m_list->topLevelItem(0));
    }
}

void BinDialog::takeBack()
{
    QList<ArticleId> ids;
    const auto items = m_list->selectedItems();
    for (const QTreeWidgetItem *item : items)
        ids.append(ArticleId(item->data(0, idRole).toLongLong()));
    if (ids.isEmpty())
        return;
    whenAnswered(m_library.takeBack(ids), this, [this](const Result<ArticleChanges> &done) {
        if (!done)
            m_words->setText(errorText(done.error()));
    });
}

} // namespace broadsheet
