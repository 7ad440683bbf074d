// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/feedhealthdialog.h"

#include "base/answer.h"
#include "base/url.h"
#include "services/feedfinder.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/syncservice.h"
#include "widgets/common/errortext.h"
#include "widgets/subscriptions/feedhealthmodel.h"
#include "widgets/subscriptions/feedoptionsdialog.h"
#include "widgets/subscriptions/trytext.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace broadsheet {

namespace {

/** The certificate that was refused, out of the error's detail; empty if it was something else. */
QByteArray refusedCertificate(const Subscription &feed)
{
    if (!feed.lastError || feed.lastError->code != ErrorCode::TlsFailed)
        return {};
    static const QRegularExpression pattern(QStringLiteral("\\[sha256:([0-9a-f]{64})\\]"));
    return QByteArray::fromHex(pattern.match(feed.lastError->detail).captured(1).toLatin1());
}

} // namespace

FeedHealthDialog::FeedHealthDialog(LibraryService &library, SyncService &sync, FeedFinder &finder,
                                   LibraryEvents &events, QWidget *parent)
    : QDialog(parent)
    , m_library(library)
    , m_sync(sync)
    , m_finder(finder)
    , m_model(new FeedHealthModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_view(new QTreeView(this))
    , m_tries(new QListWidget(this))
    , m_words(new QLabel(this))
{
    build();
    connect(&events, &LibraryEvents::libraryChanged, this, &FeedHealthDialog::readAgain);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FeedHealthDialog::showFeed);
    readAgain();
}

void FeedHealthDialog::build()
{
    setWindowTitle(tr("Feed health"));
    resize(860, 560);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(FeedHealthModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_view->setModel(m_sorted);
    m_view->setAccessibleName(tr("Feeds"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(FeedHealthModel::Health, Qt::AscendingOrder);
    // What is known of each column is read whole; the names take what is left.
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(FeedHealthModel::Title, QHeaderView::Stretch);
    m_tries->setAccessibleName(tr("The last tries of this feed"));
    m_words->setWordWrap(true);

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

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_view);
    splitter->addWidget(m_tries);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_words);
    layout->addWidget(buttons);
}

void FeedHealthDialog::readAgain()
{
    whenAnswered(m_library.overview(), this, [this](const Result<LibraryOverview> &overview) {
        if (!overview)
            return say(errorText(overview.error()));
        whenAnswered(m_library.articlesAWeek(), this,
                     [this, feeds = overview->subscriptions](const Result<QHash<FeedId, double>> &weekly) {
                         m_model->setFeeds(feeds, weekly ? *weekly : QHash<FeedId, double>());
                         if (!m_view->currentIndex().isValid())
                             m_view->setCurrentIndex(m_sorted->index(0, 0));
                         showFeed();
                     });
    });
}

const Subscription *FeedHealthDialog::current() const
{
    return m_model->feed(m_sorted->mapToSource(m_view->currentIndex()));
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
    m_move->setVisible(feed && feed->movedTo.isValid());
    m_certificate->setVisible(feed && !refusedCertificate(*feed).isEmpty());
    m_pause->setText(feed && feed->status == FeedStatus::Paused ? tr("&Resume") : tr("&Pause"));
    if (!feed) {
        m_tries->clear();
        return;
    }
    if (feed->movedTo.isValid())
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
    m_words->setVisible(!sentence.isEmpty());
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
