// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"

#include <QMainWindow>

#include <memory>

namespace broadsheet {

class Appearance;
class CommentService;
class FeedFinder;
class FileDialogs;
class DownloadService;
class FollowService;
class FullTextService;
class ImageLoader;
class LibraryEvents;
class LibraryService;
class ReadingService;
class SearchService;
class SiteCommentService;
class Settings;
class StoryService;
class SyncService;
class Workers;

struct MainWindowServices
{
    LibraryService &library;
    ReadingService &reading;
    CommentService &comments;
    SearchService &search;
    SyncService &sync;
    FeedFinder &finder;
    LibraryEvents &events;
    Settings &settings;
    Appearance &appearance;
    ImageLoader &images;
    Workers &workers;
    QString profile;                            ///< state.ini lies there
    FileDialogs *dialogs = nullptr;             ///< nullptr: the desktop's own
    StoryService *stories = nullptr;            ///< nullptr: no front page
    SiteCommentService *siteComments = nullptr; ///< nullptr: the panel shows what is kept
    FollowService *follow = nullptr;            ///< nullptr: publishers have no accounts
    FullTextService *fullTexts = nullptr;       ///< nullptr: articles are as their feed gives them
    DownloadService *downloads = nullptr;       ///< nullptr: what is attached is opened only
};

/** Arranges the four panes and connects them; decides nothing about articles. */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const MainWindowServices &services);
    ~MainWindow() override;

public Q_SLOTS:
    /** Opens the dialog that adds a feed, with \a address filled in. */
    void addFeed(const QString &address = {});
    /** Opens what somebody gave the program to open: the address of a comment, or of a feed to add. */
    void openAddress(const QString &address);
    /** Says below the feeds why nothing is fetched by itself; empty: nothing holds it back. */
    void setFetchingHeldBack(const QString &reason);
    /** Turns to a feed that was just subscribed, and opens its first article as soon as it is there. */
    void showNewFeed(broadsheet::FeedId feed);

Q_SIGNALS:
    /** The reader wants the feed that explains the program. */
    void guideWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet
