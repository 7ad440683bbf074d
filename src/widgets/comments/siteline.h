// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sitecomments.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace broadsheet {

class Appearance;
class QuietLink;
class SiteCommentService;
struct Error;

/**
 * What is known of the discussion on the article's site: being fetched, how many and how old, what went
 * wrong; with "Refresh" and "Answer on the site". Fetches when it is seen for a moment. Nothing where the
 * article names no place for comments.
 */
class SiteLine : public QWidget
{
    Q_OBJECT
public:
    SiteLine(SiteCommentService &site, Appearance &appearance, QWidget *parent = nullptr);

    void showArticle(ArticleId article);
    /** How many of the comments that are shown are the site's. */
    void setCount(int count);
    QString sentence() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    /** It has something to say, or nothing any more. */
    void wantedChanged(bool wanted);
    /** The page on which one can answer. */
    void pageWanted(const QUrl &url);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void ask();
    void refresh(bool asked);
    void tell(const Error &error);
    void tellState();
    void arrange();
    void applyTheme();

    SiteCommentService &m_site;
    Appearance &m_appearance;
    QLabel *m_sentence;
    QuietLink *m_again;
    QuietLink *m_answer;
    QTimer m_later; ///< an article that is only passed by is not asked about
    ArticleId m_article;
    SiteDiscussion m_known;
    QString m_problem;
    int m_count = 0;
    bool m_busy = false;
    bool m_offered = false;
};

} // namespace broadsheet
