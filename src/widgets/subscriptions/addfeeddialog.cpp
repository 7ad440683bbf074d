// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/addfeeddialog.h"

#include "base/answer.h"
#include "base/url.h"
#include "services/libraryservice.h"
#include "subscriptions/ui_addfeeddialog.h"
#include "widgets/common/appearance.h"
#include "widgets/common/errortext.h"

#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace broadsheet {

namespace {

/** Between the names of a category and the one in it, as shown and as typed. */
const QString pathMark = QStringLiteral(" / ");

QString pathOf(const LibraryOverview &overview, CategoryId id)
{
    QStringList names;
    // Bounded: a damaged library must not make us walk in a circle.
    for (int depth = 0; id.isValid() && depth < 32; ++depth) {
        const auto category = std::find_if(overview.categories.begin(), overview.categories.end(),
                                           [id](const Category &c) { return c.id == id; });
        if (category == overview.categories.end())
            break;
        names.prepend(category->name);
        id = category->parent;
    }
    return names.join(pathMark);
}

} // namespace

AddFeedDialog::AddFeedDialog(LibraryService &library, FeedFinder &finder, Appearance &appearance,
                             const LibraryOverview &overview, QWidget *parent)
    : QDialog(parent)
    , m_library(library)
    , m_finder(finder)
    , m_appearance(appearance)
    , m_overview(overview)
    , m_ui(std::make_unique<Ui::AddFeedDialog>())
{
    m_ui->setupUi(this);
    setModal(true);
    m_ui->category->addItem(QString());
    for (const Category &category : overview.categories)
        m_ui->category->addItem(pathOf(overview, category.id), QVariant::fromValue(category.id));
    m_ui->category->lineEdit()->setPlaceholderText(tr("No category"));
    m_ui->category->lineEdit()->setAccessibleName(tr("Category"));
    m_ui->foundLabel->hide();
    m_ui->found->hide();
    m_ui->found->setAccessibleName(tr("Feeds of this site"));
    m_ui->progress->setMaximum(0);
    setBusy(false);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &AddFeedDialog::next);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] {
        ++m_question;
        m_search.cancel();
    });
    connect(m_ui->address, &QLineEdit::textEdited, this, [this] {
        offer({});
        setBusy(false);
    });
    connect(m_ui->found, &QListWidget::itemChanged, this, [this] { setBusy(false); });
}

AddFeedDialog::~AddFeedDialog() = default;

void AddFeedDialog::setAddress(const QString &address)
{
    m_ui->address->setText(address);
    m_ui->address->selectAll();
    setBusy(false);
}

void AddFeedDialog::setCategory(CategoryId category)
{
    const int row = m_ui->category->findData(QVariant::fromValue(category));
    m_ui->category->setCurrentIndex(qMax(0, row));
}

void AddFeedDialog::setBusy(bool busy, const QString &message)
{
    QPushButton *forward = m_ui->buttons->button(QDialogButtonBox::Ok);
    const bool choosing = !m_offered.isEmpty();
    bool chosen = !choosing;
    for (int row = 0; row < m_ui->found->count(); ++row)
        chosen |= m_ui->found->item(row)->checkState() == Qt::Checked;
    forward->setText(choosing ? tr("&Add the chosen") : tr("&Add"));
    forward->setDefault(true);
    forward->setEnabled(!busy && chosen && !m_ui->address->text().trimmed().isEmpty());
    m_ui->address->setEnabled(!busy);
    m_ui->category->setEnabled(!busy);
    m_ui->progress->setVisible(busy);
    tell(message, false);
}

void AddFeedDialog::tell(const QString &message, bool trouble)
{
    QPalette palette = m_ui->message->palette();
    palette.setColor(QPalette::WindowText,
                     trouble ? m_appearance.theme().kicker : m_appearance.theme().text2);
    m_ui->message->setPalette(palette);
    m_ui->message->setText(message);
    m_ui->message->setVisible(!message.isEmpty());
}

void AddFeedDialog::next()
{
    QList<FeedCandidate> chosen;
    for (int row = 0; row < m_ui->found->count() && row < m_offered.size(); ++row)
        if (m_ui->found->item(row)->checkState() == Qt::Checked)
            chosen << m_offered[row];
    if (chosen.isEmpty())
        find();
    else
        subscribe(chosen);
}

void AddFeedDialog::find()
{
    setBusy(true, tr("Looking for feeds…"));
    const int question = ++m_question;
    m_search = m_finder.find(m_ui->address->text());
    whenAnswered(m_search, this, [this, question](const Result<QList<FeedCandidate>> &answer) {
        if (question == m_question)
            take(answer);
    });
}

void AddFeedDialog::take(const Result<QList<FeedCandidate>> &answer)
{
    setBusy(false);
    if (!answer) {
        tell(answer.error().code == ErrorCode::InvalidArgument ? tr("That is not an address.")
                                                               : errorText(answer.error()),
             true);
        m_ui->address->setFocus();
        m_ui->address->selectAll();
        return;
    }
    if (answer->size() == 1)
        subscribe(*answer);
    else
        offer(*answer);
}

void AddFeedDialog::offer(const QList<FeedCandidate> &candidates)
{
    const QSignalBlocker quiet(m_ui->found);
    m_offered = candidates;
    m_ui->found->clear();
    for (const FeedCandidate &candidate : candidates) {
        const QString address = displayUrl(candidate.feedUrl);
        auto *item = new QListWidgetItem(candidate.title.isEmpty() ? address : candidate.title, m_ui->found);
        item->setToolTip(address);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_ui->found->count() == 1 ? Qt::Checked : Qt::Unchecked);
    }
    const bool any = !candidates.isEmpty();
    m_ui->foundLabel->setVisible(any);
    m_ui->found->setVisible(any);
    if (any) {
        m_ui->found->setCurrentRow(0);
        m_ui->found->setFocus();
        setBusy(false);
    }
}

QStringList AddFeedDialog::categoryPath() const
{
    QStringList path;
    for (const QString &name : m_ui->category->currentText().split(QStringLiteral("/")))
        if (!name.trimmed().isEmpty())
            path << name.trimmed();
    return path;
}

void AddFeedDialog::subscribe(const QList<FeedCandidate> &candidates)
{
    setBusy(true, tr("Adding…"));
    // An old category is taken by its id, since its name may hold the mark that parts a path.
    const int row = m_ui->category->findText(m_ui->category->currentText());
    const QStringList path = categoryPath();
    if (row >= 0 || path.isEmpty()) {
        subscribeTo(m_ui->category->itemData(qMax(0, row)).value<CategoryId>(), candidates);
        return;
    }
    whenAnswered(m_library.ensureCategory(path), this,
                 [this, candidates](const Result<CategoryId> &category) {
                     if (category) {
                         subscribeTo(*category, candidates);
                         return;
                     }
                     setBusy(false);
                     tell(errorText(category.error()), true);
                 });
}

void AddFeedDialog::subscribeTo(CategoryId category, const QList<FeedCandidate> &candidates)
{
    m_pending = int(candidates.size());
    for (const FeedCandidate &candidate : candidates) {
        NewSubscription wish;
        wish.feedUrl = candidate.feedUrl;
        wish.siteUrl = candidate.siteUrl;
        wish.feedTitle = candidate.title;
        wish.category = category;
        whenAnswered(
            m_library.subscribe(wish), this,
            [this, url = candidate.feedUrl](const Result<Subscription> &answer) { finishOne(answer, url); });
    }
}

void AddFeedDialog::finishOne(const Result<Subscription> &answer, const QUrl &url)
{
    if (answer) {
        m_subscribed << answer->id;
        if (!url.userInfo().isEmpty() && !m_library.isLastLoginKept())
            m_troubles << tr("There is no keyring, so this login lasts until Broadsheet is closed.");
    } else if (answer.error().code == ErrorCode::AlreadyExists) {
        m_troubles << tr("You have this feed already.");
        for (const Subscription &subscription : std::as_const(m_overview.subscriptions))
            if (subscription.feedUrl == url)
                Q_EMIT alreadySubscribed(subscription.id);
    } else {
        m_troubles << errorText(answer.error());
    }
    if (--m_pending == 0)
        finishAll();
}

void AddFeedDialog::finishAll()
{
    if (!m_subscribed.isEmpty())
        Q_EMIT subscribed(std::exchange(m_subscribed, {}));
    if (m_troubles.isEmpty()) {
        accept();
        return;
    }
    // What went wrong stays to be read, even where other feeds of the choice were added.
    setBusy(false);
    m_troubles.removeDuplicates();
    tell(std::exchange(m_troubles, {}).join(u'\n'), true);
}

} // namespace broadsheet
