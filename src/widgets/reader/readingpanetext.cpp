// SPDX-License-Identifier: GPL-3.0-or-later
// Which text of an article is read: what the feed gave, or that of its own page.
#include "base/answer.h"
#include "base/url.h"
#include "services/fulltextservice.h"
#include "widgets/common/errortext.h"
#include "widgets/common/strip.h"
#include "widgets/reader/readingpane_p.h"

#include <QActionGroup>
#include <QMenu>

namespace broadsheet {

using namespace std::chrono_literals;

void ReadingPane::Private::showTextState()
{
    const bool available = m_services.fullTexts && m_article && isWebUrl(m_article->headline.url);
    m_toolbar->setFullText(available, available && m_article->fullText && m_article->fullText->shown);
}

void ReadingPane::Private::toggleFullText()
{
    if (!m_services.fullTexts || !m_article)
        return;
    if (!m_article->fullText)
        return fetchFullText();
    whenAnswered(m_services.fullTexts->show(m_current, !m_article->fullText->shown), this,
                 [this](const Result<void> &done) {
                     if (!done)
                         m_strip->warn(errorText(done.error()), {}, 8s);
                 });
}

void ReadingPane::Private::fetchFullText()
{
    const ArticleId id = m_current;
    if (!isWebUrl(m_article->headline.url)) {
        m_strip->say(ReadingPane::tr("This article has no page of its own."), {}, 5s);
        return;
    }
    m_strip->say(ReadingPane::tr("Fetching the full text…"));
    whenAnswered(m_services.fullTexts->fetch(id), this, [this, id](const Result<void> &done) {
        if (id != m_current)
            return;
        if (done)
            m_strip->dismiss();
        else
            m_strip->warn(errorText(done.error()),
                          {{ReadingPane::tr("Open in the &browser"), [this] { openInBrowser(); }}}, 12s);
    });
}

void ReadingPane::Private::takeOtherText(const Article &article)
{
    const bool wanted = m_article->fullText.has_value() || m_services.fullTexts->isFetching(m_current) ||
                        m_view->place().position == 0;
    if (wanted) {
        opened(m_current, article);
        return;
    }
    // It came by itself while somebody reads: nothing moves under their eyes.
    m_strip->say(ReadingPane::tr("The full text is here."),
                 {{ReadingPane::tr("Show"), [this, article] { opened(article.headline.id, article); }}});
}

void ReadingPane::Private::setFullTextWish(FullTextWish wish)
{
    if (!m_article)
        return;
    m_article->fullTextWish = wish;
    whenAnswered(m_services.fullTexts->setWish(m_article->headline.feed, wish), this,
                 [this](const Result<void> &done) {
                     if (!done)
                         m_strip->warn(errorText(done.error()), {}, 8s);
                 });
    if (wish == FullTextWish::Always && !m_article->fullText)
        fetchFullText();
}

void ReadingPane::Private::offerFullText()
{
    const FeedId feed = m_article->headline.feed;
    if (feed != m_offered)
        m_offerStrip->dismiss();
    if (!m_services.fullTexts || !feed.isValid() || m_article->fullText ||
        m_article->fullTextWish != FullTextWish::Undecided)
        return;
    const ArticleId id = m_current;
    whenAnswered(m_services.fullTexts->isTeasing(feed), this, [this, id, feed](const Result<bool> &teasing) {
        if (id != m_current || !m_article || !teasing || !*teasing)
            return;
        m_offered = feed;
        m_offerStrip->say(
            ReadingPane::tr("%1 gives only the first lines of its articles.").arg(m_article->headline.feedTitle),
            {{ReadingPane::tr("&Always fetch the full text"),
              [this, feed] {
                  if (m_article && m_article->headline.feed == feed)
                      setFullTextWish(FullTextWish::Always);
              }},
             {ReadingPane::tr("No, thanks"), [] {}}});
        // Asked once; afterwards it is in the menu of the article.
        m_article->fullTextWish = FullTextWish::OnDemand;
        std::ignore = m_services.fullTexts->setWish(feed, FullTextWish::OnDemand);
    });
}

void ReadingPane::Private::addTextChoices(QMenu &menu)
{
    if (!m_services.fullTexts || !isWebUrl(m_article->headline.url))
        return;
    QAction *full = menu.addAction(ReadingPane::tr("&Full text"), this, &Private::toggleFullText);
    full->setCheckable(true);
    full->setChecked(m_article->fullText && m_article->fullText->shown);
    full->setShortcut(Qt::Key_F);
    if (m_article->fullText)
        menu.addAction(ReadingPane::tr("Fetch the full text a&new"), this, &Private::fetchFullText);
    QAction *always = menu.addAction(ReadingPane::tr("A&lways the full text of this feed"), this, [this](bool on) {
        setFullTextWish(on ? FullTextWish::Always : FullTextWish::OnDemand);
    });
    always->setCheckable(true);
    always->setChecked(m_article->fullTextWish == FullTextWish::Always);
}

} // namespace broadsheet
