// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "widgets/common/filedialogs.h"
#include "widgets/mainwindow/actions.h"
#include "widgets/mainwindow/altkey.h"
#include "widgets/mainwindow/mainwindow.h"

#include <functional>

class QStackedWidget;

namespace broadsheet {

class ArticlePane;
class CommentsPanel;
class FrontPage;
class NewspaperView;
class OwnComments;
class PaneLayout;
class ReadingPane;
class SubscriptionPane;
class WelcomeView;

/** The window's panes and what connects them: mainwindow.cpp connects them with each other,
 * mainwindowactions.cpp with the actions. */
class MainWindow::Private
{
public:
    Private(const MainWindowServices &s, MainWindow *window);

    void connectPanes();
    void connectReader();
    void connectWelcome();
    void makeFrontPage();
    void showFrontPage();
    void showNewspaper();
    bool newspaperShown() const;
    bool isFrontPageFitting() const;
    void offerFrontPage();
    void showStory(StoryId id);
    void connectActions();
    void connectViewActions();
    void connectComments();
    void showOwnComments(bool highlights);
    void openComment(ArticleId article, CommentId comment);
    void openCommentLink(const QUrl &link);
    void showList();
    bool ownCommentsShown() const;
    void on(ActionId id, const std::function<void()> &run);
    /** The same for what is done to one article: in the newspaper it first comes to stand alone. */
    void onArticle(ActionId id, const std::function<void()> &run);
    void showArticle(ArticleId id);
    void readAlone(ArticleId id);
    void showFilter(const ArticleFilter &filter, const QString &title);
    void setComments(bool shown);
    void nextPane(int step);
    void step(int by);
    void pageDown();
    void toggleMenu(bool shown);
    bool openMenu(int key);
    void openSettings();
    void restore();
    void save() const;

    MainWindowServices services;
    MainWindow *q;
    DesktopFileDialogs desktopDialogs;
    SystemClock clock;
    Actions actions;
    SubscriptionPane *sidebar;
    ArticlePane *list;
    ReadingPane *reader;
    CommentsPanel *comments;
    WelcomeView *welcome;
    FrontPage *frontPage = nullptr;
    NewspaperView *newspaper = nullptr; ///< made when first asked for
    QStackedWidget *listPlace;          ///< the articles, or what the reader wrote
    OwnComments *ownComments = nullptr; ///< made when first asked for
    QStackedWidget *readerPlace;        ///< the reader, or the welcome of an empty library
    PaneLayout *layout;
    AltKey altKey;
};

} // namespace broadsheet
