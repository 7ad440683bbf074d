// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"

#include <QScrollArea>
#include <QTimer>

#include <memory>
#include <vector>

class QLabel;

namespace broadsheet {

class Appearance;
class ImageLoader;
class LibraryEvents;
class LibraryService;
class PreparedPage;
class ReaderView;
class ReadingService;
class Settings;
class Workers;

struct NewspaperServices
{
    LibraryService &library;
    ReadingService &reading;
    LibraryEvents &events;
    Settings &settings;
    Appearance &appearance;
    ImageLoader &images;
    Workers &workers;
};

/**
 * The articles of a view or a search one below the other, each as a page. Only those around what is in sight are
 * loaded, and let go again when they are far away: a view of ten thousand costs what is seen of it.
 */
class NewspaperView : public QScrollArea
{
    Q_OBJECT
public:
    explicit NewspaperView(const NewspaperServices &services, QWidget *parent = nullptr);
    ~NewspaperView() override;

    /** What \a filter shows, in the order of the list, at most some thousand. */
    void showArticles(const ArticleFilter &filter, const QString &title);
    /** The hits of a search. */
    void showArticles(const QList<ArticleId> &ids, const QString &title);
    /** The one at the top of what is in sight; invalid where there is none. */
    ArticleId current() const;
    int count() const { return int(m_items.size()); }
    /** How many are laid out at present. */
    int loaded() const;

public Q_SLOTS:
    void next();
    void previous();
    /** A screen on or back; false where there is no more. */
    bool pageDown();
    bool pageUp();

Q_SIGNALS:
    /** Enter, or a click on a headline's kicker: the article alone. */
    void articleWanted(broadsheet::ArticleId id);
    void filterWanted(const broadsheet::ArticleFilter &filter, const QString &title);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Item;

    void take(const QList<ArticleId> &ids);
    void clear();
    void arrange();
    void scrolled();
    void loadAround();
    void load(Item &item);
    void opened(ArticleId id, const Result<Article> &answer);
    void layOut(const std::shared_ptr<PreparedPage> &page);
    void unload(Item &item);
    void markPassed();
    void goTo(int index);
    void activate(const QUrl &url, const Article &article);
    int indexAt(int y) const;
    Item *item(ArticleId id);
    int contentWidth() const;

    NewspaperServices m_services;
    QWidget *m_paper;
    QLabel *m_head;
    std::vector<std::unique_ptr<Item>> m_items;
    QTimer m_arranging;
    QTimer m_loading;
    quint64 m_question = 0;    ///< answers to earlier ones are dropped
    QList<ArticleId> m_passed; ///< to be marked as read together
};

} // namespace broadsheet
