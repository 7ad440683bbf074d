// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/feedhealthdialog.h"

#include "base/answer.h"
#include "base/url.h"
#include "services/feedfinder.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/syncservice.h"
#include "widgets/common/appearance.h"
#include "widgets/common/errortext.h"
#include "widgets/subscriptions/feedhealthmodel.h"
#include "widgets/subscriptions/feedoptionsdialog.h"
#include "widgets/subscriptions/trytext.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace broadsheet {

namespace {

constexpr int headSize = 15;
constexpr int filterWidth = 240;
constexpr int rowHeight = 32;

/** Rows with room, as everywhere else in the window. */
class RoomyRows : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize usual = QStyledItemDelegate::sizeHint(option, index);
        return {usual.width() + 24, std::max(rowHeight, usual.height() + 8)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->decorationSize = {16, 16};
    }
};

/** The certificate that was refused, out of the error's detail; empty if it was something else. */
QByteArray refusedCertificate(const Subscription &feed)
{
    if (!feed.lastError || feed.lastError->code != ErrorCode::TlsFailed)
        return {};
    static const QRegularExpression pattern(QStringLiteral("\\[sha256:([0-9a-f]{64})\\]"));
    return QByteArray::fromHex(pattern.match(feed.lastError->detail).captured(1).toLatin1());
}

} // namespace

FeedHealthDialog::FeedHealthDialog(const FeedHealthServices &services, QWidget *parent)
    : QDialog(parent)
    , m_library(services.library)
    , m_sync(services.sync)
    , m_finder(services.finder)
    , m_appearance(services.appearance)
    , m_model(new FeedHealthModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_view(new QTreeView(this))
    , m_tries(new QListWidget(this))
    , m_words(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_filter(new QLineEdit(this))
{
    build();
    connect(&m_appearance, &Appearance::changed, this, &FeedHealthDialog::takeColors);
    connect(&services.events, &LibraryEvents::libraryChanged, this, &FeedHealthDialog::readAgain);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FeedHealthDialog::showFeed);
    takeColors();
    readAgain();
}

void FeedHealthDialog::build()
{
    setWindowTitle(tr("Feed health"));
    resize(900, 620);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(FeedHealthModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setFilterKeyColumn(FeedHealthModel::Title);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setMinimumHeight(2 * fontMetrics().lineSpacing()); // so that the lists do not jump
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 16);
    layout->setSpacing(12);
    layout->addWidget(makeHead());
    layout->addWidget(makeLists(), 1);
    layout->addWidget(m_words);
    layout->addWidget(makeButtons());
    m_view->setFocus();
}

QWidget *FeedHealthDialog::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    QFont large = font();
    large.setPixelSize(headSize);
    large.setWeight(QFont::DemiBold);
    m_summary->setFont(large);
    m_filter->setPlaceholderText(tr("Find a feed"));
    m_filter->setAccessibleName(tr("Find a feed"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(filterWidth);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_sorted->setFilterFixedString(text);
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_sorted->index(0, 0));
    });
    row->addWidget(m_summary, 1);
    row->addWidget(m_filter);
    return head;
}

QWidget *FeedHealthDialog::makeLists()
{
    m_view->setModel(m_sorted);
    m_view->setAccessibleName(tr("Feeds"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setItemDelegate(new RoomyRows(this));
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(FeedHealthModel::Health, Qt::AscendingOrder);
    // What is known of each column is read whole; the names take what is left.
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(FeedHealthModel::Title, QHeaderView::Stretch);
    m_tries->setAccessibleName(tr("The last tries of this feed"));
    m_tries->setItemDelegate(new RoomyRows(this));
    m_tries->setWordWrap(true);
    auto *below = new QWidget(this);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 8, 0, 0);
    auto *label = new QLabel(tr("The &last tries"), below);
    label->setBuddy(m_tries);
    column->addWidget(label);
    column->addWidget(m_tries, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_view);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget *FeedHealthDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto add = [&](const QString &text, void (FeedHealthDialog::*slot)()) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    m_again = add(tr("&Try again"), &FeedHealthDialog::tryAgain);
    m_find = add(tr("&Find the new address"), &FeedHealthDialog::findAddress);
    m_move = add(tr("&Use the new address"), &FeedHealthDialog::acceptMove);
    m_certificate = add(tr("&Accept this certificate…"), &FeedHealthDialog::acceptCertificate);
    m_options = add(tr("&Options…"), &FeedHealthDialog::openOptions);
    m_pause = add(tr("&Pause"), &FeedHealthDialog::togglePaused);
    m_unsubscribe = add(tr("U&nsubscribe…"), &FeedHealthDialog::unsubscribe);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void FeedHealthDialog::takeColors()
{
    m_model->setColors(m_appearance.theme());
}

void FeedHealthDialog::summarize()
{
    const int troubled = m_model->troubled();
    if (m_model->rowCount() == 0)
        m_summary->setText(tr("You are not subscribed to any feed yet."));
    else if (troubled == 0)
        m_summary->setText(tr("All feeds are fine."));
    else
        m_summary->setText(tr("%n of your feeds need you.", nullptr, troubled));
}

void FeedHealthDialog::readAgain()
{
    whenAnswered(m_library.overview(), this, [this](const Result<LibraryOverview> &overview) {
        if (!overview)
            return say(errorText(overview.error()));
        whenAnswered(m_library.articlesAWeek(), this,
                     [this, feeds = overview->subscriptions](const Result<QHash<FeedId, double>> &weekly) {
                         m_model->setFeeds(feeds, weekly ? *weekly : QHash<FeedId, double>());
                         summarize();
                         if (!m_view->currentIndex().isValid())
                             m_view->setCurrentIndex(m_sorted->index(0, 0));
                         m_view->scrollTo(m_view->currentIndex()); // what was done to it may have moved it
                         showFeed();
                     });
    });
}

const Subscription *FeedHealthDialog::current() const
{
    return m_model->feed(m_sorted->mapToSource(m_view->currentIndex()));
}

bool FeedHealthDialog::isSubscribed(const QUrl &url) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (canonicalUrl(m_model->feed(m_model->index(row, 0))->feedUrl) == canonicalUrl(url))
            return true;
    }
    return false;
}

QList<FeedId> FeedHealthDialog::chosen() const
{
    QList<FeedId> feeds;
    const auto rows = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        feeds << row.data(FeedHealthModel::FeedRole).value<FeedId>();
    return feeds;
}

void FeedHealthDialog::showFeed()
{
    const Subscription *feed = current();
    for (QPushButton *button : {m_again, m_find, m_options, m_pause, m_unsubscribe})
        button->setEnabled(feed);
    const bool movedOntoAnother = feed && feed->movedTo.isValid() && isSubscribed(feed->movedTo);
    m_move->setVisible(feed && feed->movedTo.isValid() && !movedOntoAnother);
    m_certificate->setVisible(feed && !refusedCertificate(*feed).isEmpty());
    m_pause->setText(feed && feed->status == FeedStatus::Paused ? tr("&Resume") : tr("&Pause"));
    if (!feed) {
        m_tries->clear();
        return;
    }
    if (movedOntoAnother)
        say(tr("The publisher says that this feed is now the one at %1, to which you are subscribed as well. "
               "You can "
               "unsubscribe from this one: what you starred and wrote stays.")
                .arg(displayUrl(feed->movedTo)));
    else if (feed->movedTo.isValid())
        say(tr("The publisher says that this feed now lives at %1.").arg(displayUrl(feed->movedTo)));
    else
        say(feed->lastError ? errorText(*feed->lastError) : QString());
    whenAnswered(m_library.fetchTries(feed->id), this,
                 [this, id = feed->id](const Result<QList<FetchTry>> &tries) {
                     if (tries && current() && current()->id == id)
                         showTries(*tries);
                 });
}

void FeedHealthDialog::showTries(const QList<FetchTry> &tries)
{
    m_tries->clear();
    for (const FetchTry &one : tries) {
        const QString time = QLocale().toString(one.at.toLocalTime(), QLocale::ShortFormat);
        //: %1 is a date and time, %2 what came of it
        m_tries->addItem(tr("%1 – %2").arg(time, tryText(one, current()->feedUrl)));
    }
}

void FeedHealthDialog::say(const QString &sentence)
{
    m_words->setText(sentence);
}

void FeedHealthDialog::tryAgain()
{
    if (const auto feeds = chosen(); !feeds.isEmpty())
        m_sync.start(true, feeds);
}

/** Looks at the publisher's page for the feed that it offers today. */
void FeedHealthDialog::findAddress()
{
    const Subscription *feed = current();
    if (!feed)
        return;
    const QUrl page =
        isWebUrl(feed->siteUrl) ? feed->siteUrl : feed->feedUrl.resolved(QUrl(QStringLiteral("/")));
    m_find->setEnabled(false);
    say(tr("Looking at %1…").arg(displayUrl(page)));
    const auto finding = m_finder.find(page.toString(QUrl::FullyEncoded));
    whenAnswered(finding, this,
                 [this, id = feed->id, old = feed->feedUrl](const Result<QList<FeedCandidate>> &found) {
                     m_find->setEnabled(true);
                     if (!found)
                         return say(errorText(found.error()));
                     const auto other = std::ranges::find_if(*found, [&old](const FeedCandidate &candidate) {
                         return canonicalUrl(candidate.feedUrl) != canonicalUrl(old);
                     });
                     if (other == found->end())
                         return say(tr("The publisher's page names the address that you have."));
                     useAddress(id, other->feedUrl);
                 });
}

void FeedHealthDialog::useAddress(FeedId feed, const QUrl &url)
{
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("New address"),
                        tr("Take %1 as the address of this feed from now on? What you have read, starred and "
                           "written stays.")
                            .arg(displayUrl(url)),
                        QMessageBox::Yes | QMessageBox::No, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this, feed, url](int answer) {
        if (answer != QMessageBox::Yes)
            return;
        SubscriptionEdit wish;
        wish.feedUrl = url;
        edit(feed, wish, true);
    });
    box->open();
}

void FeedHealthDialog::acceptMove()
{
    if (const Subscription *feed = current(); feed && feed->movedTo.isValid())
        useAddress(feed->id, feed->movedTo);
}

void FeedHealthDialog::acceptCertificate()
{
    const Subscription *feed = current();
    const QByteArray certificate = feed ? refusedCertificate(*feed) : QByteArray();
    if (certificate.isEmpty())
        return;
    auto *box = new QMessageBox(
        QMessageBox::Warning, tr("Certificate"),
        tr("The server's certificate cannot be verified: somebody else may be answering in its "
           "place. Accept this one certificate for this feed all the same?\n\nSHA-256: %1")
            .arg(QString::fromLatin1(certificate.toHex(':'))),
        QMessageBox::Yes | QMessageBox::No, this);
    box->setDefaultButton(QMessageBox::No);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this, id = feed->id, certificate](int answer) {
        if (answer != QMessageBox::Yes)
            return;
        SubscriptionEdit wish;
        wish.certificate = certificate;
        edit(id, wish, true);
    });
    box->open();
}

void FeedHealthDialog::openOptions()
{
    const Subscription *feed = current();
    if (!feed)
        return;
    auto *dialog = new FeedOptionsDialog(m_library, *feed, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id = feed->id] { m_sync.start(true, {id}); });
    dialog->open();
}

void FeedHealthDialog::togglePaused()
{
    const Subscription *feed = current();
    if (!feed)
        return;
    SubscriptionEdit wish;
    wish.paused = feed->status != FeedStatus::Paused;
    edit(feed->id, wish, false);
}

void FeedHealthDialog::edit(FeedId feed, const SubscriptionEdit &wish, bool fetchAfter)
{
    whenAnswered(m_library.editSubscription(feed, wish), this,
                 [this, feed, fetchAfter](const Result<void> &done) {
                     if (!done)
                         return say(errorText(done.error()));
                     if (fetchAfter)
                         m_sync.start(true, {feed});
                 });
}

void FeedHealthDialog::unsubscribe()
{
    const Subscription *feed = current();
    if (!feed)
        return;
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Unsubscribe"),
                        tr("Unsubscribe from “%1”? Starred and commented articles stay.").arg(feed->title()),
                        QMessageBox::Yes | QMessageBox::No, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this, id = feed->id](int answer) {
        if (answer != QMessageBox::Yes)
            return;
        whenAnswered(m_library.unsubscribe(id), this, [this](const Result<ArticleChanges> &done) {
            if (!done)
                say(errorText(done.error()));
        });
    });
    box->open();
}

} // namespace broadsheet
