// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/subscriptioncommands.h"

#include "base/answer.h"
#include "services/libraryservice.h"
#include "services/syncservice.h"
#include "widgets/common/appearance.h"
#include "widgets/common/errortext.h"
#include "widgets/common/filedialogs.h"
#include "widgets/common/icons.h"
#include "widgets/subscriptions/categoryoptionsdialog.h"
#include "widgets/subscriptions/feedoptionsdialog.h"
#include "widgets/subscriptions/subscriptionmodel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMenu>
#include <QSaveFile>

#include <algorithm>

namespace broadsheet {

namespace {

constexpr qint64 largestOpml = 64 * 1024 * 1024;

SubscriptionModel::Kind kindOf(const QModelIndex &index)
{
    return SubscriptionModel::Kind(index.data(SubscriptionModel::KindRole).toInt());
}

/** Mnemonics are made by us: an ampersand in a title is one. */
QString menuText(QString title)
{
    return title.replace(u'&', QStringLiteral("&&"));
}

} // namespace

QString importText(const ImportResult &result)
{
    QStringList parts;
    parts << (result.feeds == 1 ? SubscriptionCommands::tr("One feed was added.")
                                : SubscriptionCommands::tr("%n feeds were added.", nullptr, result.feeds));
    if (result.duplicates > 0)
        parts << (result.duplicates == 1
                      ? SubscriptionCommands::tr("One was already there.")
                      : SubscriptionCommands::tr("%n were already there.", nullptr, result.duplicates));
    const int failed = int(result.failed.size());
    if (failed > 0)
        parts << (failed == 1 ? SubscriptionCommands::tr("One line could not be used.")
                              : SubscriptionCommands::tr("%n lines could not be used.", nullptr, failed));
    if (result.passingLogins > 0)
        parts << SubscriptionCommands::tr(
            "There is no keyring, so the logins in the list last until Broadsheet is closed.");
    return parts.join(u' ');
}

SubscriptionCommands::SubscriptionCommands(LibraryService &library, SyncService &sync, Appearance &appearance,
                                           FileDialogs &dialogs, SubscriptionModel &model, QWidget *window)
    : QObject(window)
    , m_library(library)
    , m_sync(sync)
    , m_appearance(appearance)
    , m_dialogs(dialogs)
    , m_model(model)
    , m_window(window)
{
    connect(&model, &SubscriptionModel::feedRenamed, this, &SubscriptionCommands::renameFeed);
    connect(&model, &SubscriptionModel::categoryRenamed, this, &SubscriptionCommands::renameCategory);
    connect(&model, &SubscriptionModel::feedMoved, this, &SubscriptionCommands::moveFeed);
    connect(&model, &SubscriptionModel::categoryMoved, this, &SubscriptionCommands::moveCategory);
}

template <typename T>
void SubscriptionCommands::watch(QFuture<Result<T>> answer)
{
    whenAnswered(answer, this, [this](const Result<T> &result) {
        if (!result && result.error().code != ErrorCode::Cancelled)
            Q_EMIT warned(errorText(result.error()));
    });
}

void SubscriptionCommands::fill(QMenu &menu, const QModelIndex &index)
{
    if (index.isValid()) {
        fillCommon(menu, index);
        if (kindOf(index) == SubscriptionModel::Kind::Feed)
            fillFeed(menu, index);
        else if (kindOf(index) == SubscriptionModel::Kind::Category)
            fillCategory(menu, index);
        menu.addSeparator();
    }
    const QColor ink = m_appearance.theme().text2;
    CategoryId category;
    if (index.isValid())
        category = index.data(SubscriptionModel::CategoryRole).value<CategoryId>();
    menu.addAction(icons::icon(icons::Name::Add, ink), tr("&Add a feed…"), this,
                   [this, category] { Q_EMIT addFeedWanted(category); });
    menu.addAction(icons::icon(icons::Name::Folder, ink), tr("&New category…"), this,
                   [this] { newCategory(); });
}

void SubscriptionCommands::fillCommon(QMenu &menu, const QModelIndex &index)
{
    const QColor ink = m_appearance.theme().text2;
    const ArticleFilter filter = m_model.filter(index);
    if (kindOf(index) == SubscriptionModel::Kind::Heading ||
        kindOf(index) == SubscriptionModel::Kind::OwnWords)
        return;
    QAction *read = menu.addAction(icons::icon(icons::Name::CheckAll, ink), tr("&Mark all as read"), this,
                                   [this, filter] { markAllRead(filter); });
    read->setEnabled(index.data(SubscriptionModel::CountRole).toLongLong() > 0);
    if (kindOf(index) == SubscriptionModel::Kind::Topic) {
        const QPersistentModelIndex row = index;
        menu.addAction(icons::icon(icons::Name::Trash, ink), tr("&Stop following"),
                       QKeySequence(Qt::Key_Delete), this, [this, row] { remove(row); });
        return;
    }
    menu.addAction(icons::icon(icons::Name::Refresh, ink), tr("Re&fresh"), this,
                   [this, filter] { refresh(filter); });
}

void SubscriptionCommands::fillFeed(QMenu &menu, const QModelIndex &index)
{
    const QColor ink = m_appearance.theme().text2;
    const auto feed = index.data(SubscriptionModel::FeedRole).value<FeedId>();
    const Subscription *subscription = m_model.subscription(feed);
    if (!subscription)
        return;
    menu.addSeparator();
    const QPersistentModelIndex row = index;
    menu.addAction(icons::icon(icons::Name::Edit, ink), tr("&Rename"), QKeySequence(Qt::Key_F2), this,
                   [this, row] { Q_EMIT renameWanted(row); });
    menu.addMenu(moveMenu(menu, feed, subscription->category));
    const bool paused = subscription->status == FeedStatus::Paused;
    QAction *pause = menu.addAction(tr("&Pause fetching"), this, [this, feed, paused] {
        SubscriptionEdit edit;
        edit.paused = !paused;
        watch(m_library.editSubscription(feed, edit));
    });
    pause->setCheckable(true);
    pause->setChecked(paused);
    menu.addAction(icons::icon(icons::Name::Settings, ink), tr("&Options…"), this, [this, feed] {
        if (const Subscription *present = m_model.subscription(feed)) {
            auto *dialog = new FeedOptionsDialog(m_library, *present, m_window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        }
    });
    menu.addSeparator();
    menu.addAction(icons::icon(icons::Name::Copy, ink), tr("Copy feed &address"), this,
                   [url = subscription->feedUrl] {
                       QGuiApplication::clipboard()->setText(url.toString(QUrl::RemoveUserInfo));
                   });
    if (subscription->siteUrl.scheme().startsWith(QLatin1String("http")))
        menu.addAction(icons::icon(icons::Name::OpenOutside, ink), tr("Open &website"), this,
                       [url = subscription->siteUrl] { QDesktopServices::openUrl(url); });
    menu.addSeparator();
    menu.addAction(icons::icon(icons::Name::Trash, ink), tr("&Unsubscribe…"), QKeySequence(Qt::Key_Delete),
                   this, [this, row] { remove(row); });
}

QMenu *SubscriptionCommands::moveMenu(QMenu &menu, FeedId feed, CategoryId present)
{
    auto *move = new QMenu(tr("Mo&ve to"), &menu);
    const auto add = [&](const QString &name, CategoryId category) {
        QAction *action =
            move->addAction(name, this, [this, feed, category] { moveFeed(feed, category, -1); });
        action->setCheckable(true);
        action->setChecked(category == present);
    };
    add(tr("No category"), {});
    for (const Category &category : m_model.overview().categories)
        add(menuText(category.name), category.id);
    return move;
}

void SubscriptionCommands::fillCategory(QMenu &menu, const QModelIndex &index)
{
    const QColor ink = m_appearance.theme().text2;
    const QPersistentModelIndex row = index;
    const auto category = index.data(SubscriptionModel::CategoryRole).value<CategoryId>();
    menu.addSeparator();
    menu.addAction(icons::icon(icons::Name::Edit, ink), tr("&Rename"), QKeySequence(Qt::Key_F2), this,
                   [this, row] { Q_EMIT renameWanted(row); });
    menu.addAction(tr("New category &inside…"), this, [this, category] { newCategory(category); });
    menu.addAction(icons::icon(icons::Name::Settings, ink), tr("&Options…"), this,
                   [this, category] { openOptions(category); });
    menu.addAction(icons::icon(icons::Name::Trash, ink), tr("Remove &category…"),
                   QKeySequence(Qt::Key_Delete), this, [this, row] { remove(row); });
}

void SubscriptionCommands::openOptions(CategoryId category)
{
    const auto &all = m_model.overview().categories;
    const auto found = std::ranges::find(all, category, &Category::id);
    if (found == all.end())
        return;
    auto *dialog = new CategoryOptionsDialog(m_library, *found, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SubscriptionCommands::remove(const QModelIndex &index)
{
    const QString title = index.data().toString();
    if (!index.isValid())
        return;
    if (kindOf(index) == SubscriptionModel::Kind::Feed) {
        const auto feed = index.data(SubscriptionModel::FeedRole).value<FeedId>();
        m_dialogs.confirm(m_window, tr("Unsubscribe from “%1”?").arg(title),
                          tr("Its articles leave your lists. What you starred or wrote stays."),
                          tr("&Unsubscribe"), [this, feed, title] { unsubscribe(feed, title); });
    } else if (kindOf(index) == SubscriptionModel::Kind::Category) {
        const auto category = index.data(SubscriptionModel::CategoryRole).value<CategoryId>();
        m_dialogs.confirm(m_window, tr("Remove the category “%1”?").arg(title),
                          tr("You stay subscribed to its feeds; they move one level up."), tr("&Remove"),
                          [this, category] { watch(m_library.removeCategory(category)); });
    } else if (kindOf(index) == SubscriptionModel::Kind::Topic) {
        // Nothing is lost by it, and it can be undone: no question.
        leaveTopic(m_model.filter(index).tag, title);
    }
}

void SubscriptionCommands::leaveTopic(const QString &tag, const QString &title)
{
    whenAnswered(m_library.setTagFollowed(tag, false), this,
                 [this, title](const Result<ArticleChanges> &result) {
                     if (result)
                         Q_EMIT said(tr("“%1” is not followed any more.").arg(title), result->change);
                     else
                         Q_EMIT warned(errorText(result.error()));
                 });
}

void SubscriptionCommands::unsubscribe(FeedId feed, const QString &title)
{
    whenAnswered(m_library.unsubscribe(feed), this, [this, title](const Result<ArticleChanges> &result) {
        if (result)
            Q_EMIT said(tr("Unsubscribed from “%1”.").arg(title), result->change);
        else
            Q_EMIT warned(errorText(result.error()));
    });
}

void SubscriptionCommands::newCategory(CategoryId parent)
{
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New category"));
    dialog->setLabelText(tr("&Name:"));
    dialog->setOkButtonText(tr("&Add"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, parent](const QString &name) {
        if (name.trimmed().isEmpty())
            return;
        QStringList path{name.trimmed()};
        // A path of names, since that is how categories are made; bounded like every walk upwards.
        CategoryId above = parent;
        for (int depth = 0; above.isValid() && depth < 32; ++depth) {
            for (const Category &category : m_model.overview().categories) {
                if (category.id == above) {
                    path.prepend(category.name);
                    above = category.parent;
                    break;
                }
            }
        }
        watch(m_library.ensureCategory(path));
    });
    dialog->open();
}

void SubscriptionCommands::markAllRead(const ArticleFilter &filter)
{
    whenAnswered(m_library.markAllRead(filter), this, [this](const Result<ArticleChanges> &result) {
        if (result)
            Q_EMIT said(tr("Marked as read."), result->change);
        else
            Q_EMIT warned(errorText(result.error()));
    });
}

void SubscriptionCommands::refresh(const ArticleFilter &filter)
{
    if (filter.feed.isValid()) {
        m_sync.start(true, {filter.feed});
        return;
    }
    if (!filter.category.isValid()) {
        m_sync.start(true);
        return;
    }
    // With what lies in its sub-categories: the overview lists parents before their children.
    QList<CategoryId> shelves{filter.category};
    for (const Category &category : m_model.overview().categories)
        if (shelves.contains(category.parent))
            shelves << category.id;
    QList<FeedId> feeds;
    for (const Subscription &subscription : m_model.overview().subscriptions)
        if (shelves.contains(subscription.category))
            feeds << subscription.id;
    if (!feeds.isEmpty())
        m_sync.start(true, feeds);
}

void SubscriptionCommands::importOpml()
{
    m_dialogs.openFile(m_window, tr("Import subscriptions"),
                       tr("Subscription lists (*.opml *.xml);;All files (*)"), [this](const QString &path) {
                           QFile file(path);
                           if (!file.open(QIODevice::ReadOnly)) {
                               Q_EMIT warned(errorText({ErrorCode::FileUnreadable, {}, path, {}}));
                               return;
                           }
                           if (file.size() > largestOpml) {
                               Q_EMIT warned(errorText({ErrorCode::TooLarge, {}, path, {}}));
                               return;
                           }
                           takeImport(file.readAll());
                       });
}

void SubscriptionCommands::takeImport(const QByteArray &bytes)
{
    whenAnswered(m_library.importOpml(bytes), this, [this](const Result<ImportResult> &result) {
        if (!result) {
            Q_EMIT warned(errorText(result.error()));
            return;
        }
        if (result->feeds > 0)
            m_sync.start(false);
        if (result->failed.isEmpty() && result->passingLogins == 0)
            Q_EMIT said(importText(*result));
        else
            Q_EMIT warned(importText(*result));
    });
}

void SubscriptionCommands::exportOpml()
{
    m_dialogs.saveFile(
        m_window, tr("Export subscriptions"), QStringLiteral("broadsheet.opml"),
        tr("Subscription lists (*.opml)"), [this](const QString &path) {
            whenAnswered(m_library.exportOpml(), this, [this, path](const Result<QByteArray> &result) {
                if (!result) {
                    Q_EMIT warned(errorText(result.error()));
                    return;
                }
                QSaveFile file(path);
                if (file.open(QIODevice::WriteOnly) && file.write(*result) == result->size() && file.commit())
                    Q_EMIT said(
                        tr("Your subscriptions were written to “%1”.").arg(QFileInfo(path).fileName()));
                else
                    Q_EMIT warned(errorText({ErrorCode::FileUnwritable, file.errorString(), path, {}}));
            });
        });
}

void SubscriptionCommands::renameFeed(FeedId feed, const QString &title)
{
    SubscriptionEdit edit;
    edit.customTitle = title; // empty: as the feed calls itself
    watch(m_library.editSubscription(feed, edit));
}

void SubscriptionCommands::renameCategory(CategoryId category, const QString &name)
{
    watch(m_library.renameCategory(category, name));
}

void SubscriptionCommands::moveFeed(FeedId feed, CategoryId category, int position)
{
    SubscriptionEdit edit;
    edit.category = category;
    if (position >= 0)
        edit.position = position;
    watch(m_library.editSubscription(feed, edit));
}

void SubscriptionCommands::moveCategory(CategoryId category, CategoryId parent, int position)
{
    if (position < 0) {
        position = 0;
        for (const Category &other : m_model.overview().categories)
            position += other.parent == parent && other.id != category;
    }
    watch(m_library.moveCategory(category, parent, position));
}

} // namespace broadsheet
