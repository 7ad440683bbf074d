// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/textchoice.h"

#include "base/answer.h"
#include "base/url.h"
#include "services/fulltextservice.h"
#include "widgets/common/errortext.h"
#include "widgets/common/strip.h"
#include "widgets/reader/currentarticle.h"
#include "widgets/reader/readertoolbar.h"
#include "widgets/reader/readerview.h"
#include "widgets/reader/readingpane.h"

#include <QMenu>

namespace broadsheet {

using namespace std::chrono_literals;

TextChoice::TextChoice(const ReadingParts &parts, ReaderToolbar &toolbar, Strip &offers, QObject *parent)
    : QObject(parent), m_parts(parts), m_toolbar(toolbar), m_offers(offers)
{
    connect(&toolbar, &ReaderToolbar::fullTextWanted, this, &TextChoice::toggle);
    connect(&parts.current, &CurrentArticle::otherTextCame, this, &TextChoice::take);
    connect(&parts.current, &CurrentArticle::emptied, &offers, &Strip::dismiss);
}

void TextChoice::pageShown(bool again)
{
    const Article *article = m_parts.current.article();
    const bool available = m_parts.services.fullTexts && article && isWebUrl(article->headline.url);
    m_toolbar.setFullText(available, available && article->fullText && article->fullText->shown);
    if (article && !again)
        offer();
}

void TextChoice::toggle()
{
    const Article *article = m_parts.current.article();
    if (!m_parts.services.fullTexts || !article)
        return;
    if (!article->fullText)
        return fetch();
    whenAnswered(m_parts.services.fullTexts->show(article->headline.id, !article->fullText->shown), this,
                 [this](const Result<void> &done) {
                     if (!done)
                         m_parts.strip.warn(errorText(done.error()), {}, 8s);
                 });
}

void TextChoice::fetch()
{
    const Article &article = *m_parts.current.article();
    const ArticleId id = article.headline.id;
    if (!isWebUrl(article.headline.url)) {
        m_parts.strip.say(tr("This article has no page of its own."), {}, 5s);
        return;
    }
    m_parts.strip.say(tr("Fetching the full text…"));
    whenAnswered(m_parts.services.fullTexts->fetch(id), this, [this, id](const Result<void> &done) {
        if (!m_parts.current.isWanted(id))
            return;
        if (done)
            m_parts.strip.dismiss();
        else
            m_parts.strip.warn(errorText(done.error()),
                               {{tr("Open in the &browser"), [this] { Q_EMIT browserWanted(); }}}, 12s);
    });
}

void TextChoice::take(const Article &article)
{
    const FullTextService *service = m_parts.services.fullTexts;
    const bool asked = m_parts.current.article()->fullText.has_value() ||
                       (service && service->isFetching(article.headline.id));
    if (asked || m_parts.view.place().position == 0) {
        m_parts.current.show(article);
        return;
    }
    // It came by itself while somebody reads: nothing moves under their eyes.
    m_parts.strip.say(tr("The full text is here."),
                      {{tr("Show"), [this, article] { m_parts.current.show(article); }}});
}

void TextChoice::setWish(FullTextWish wish)
{
    const Article *article = m_parts.current.article();
    if (!article)
        return;
    m_parts.current.setFullTextWish(wish);
    whenAnswered(m_parts.services.fullTexts->setWish(article->headline.feed, wish), this,
                 [this](const Result<void> &done) {
                     if (!done)
                         m_parts.strip.warn(errorText(done.error()), {}, 8s);
                 });
    if (wish == FullTextWish::Always && !article->fullText)
        fetch();
}

void TextChoice::offer()
{
    const Article &article = *m_parts.current.article();
    const FeedId feed = article.headline.feed;
    if (feed != m_offered)
        m_offers.dismiss();
    if (!m_parts.services.fullTexts || !feed.isValid() || article.fullText ||
        article.fullTextWish != FullTextWish::Undecided)
        return;
    const ArticleId id = article.headline.id;
    whenAnswered(m_parts.services.fullTexts->isTeasing(feed), this,
                 [this, id, feed](const Result<bool> &teasing) {
                     if (!m_parts.current.isWanted(id) || !m_parts.current.isHere() || !teasing || !*teasing)
                         return;
                     m_offered = feed;
                     m_offers.say(tr("%1 gives only the first lines of its articles.")
                                      .arg(m_parts.current.article()->headline.feedTitle),
                                  {{tr("&Always fetch the full text"),
                                    [this, feed] {
                                        if (m_parts.current.article() &&
                                            m_parts.current.article()->headline.feed == feed)
                                            setWish(FullTextWish::Always);
                                    }},
                                   {tr("No, thanks"), [] {}}});
                     // Asked once; afterwards it is in the menu of the article.
                     m_parts.current.setFullTextWish(FullTextWish::OnDemand);
                     std::ignore = m_parts.services.fullTexts->setWish(feed, FullTextWish::OnDemand);
                 });
}

void TextChoice::addTo(QMenu &menu)
{
    const Article *article = m_parts.current.article();
    if (!m_parts.services.fullTexts || !article || !isWebUrl(article->headline.url))
        return;
    QAction *full = menu.addAction(tr("&Full text"), this, &TextChoice::toggle);
    full->setCheckable(true);
    full->setChecked(article->fullText && article->fullText->shown);
    full->setShortcut(Qt::Key_F);
    if (article->fullText)
        menu.addAction(tr("Fetch the full text a&new"), this, &TextChoice::fetch);
    QAction *always = menu.addAction(tr("A&lways the full text of this feed"), this, [this](bool on) {
        setWish(on ? FullTextWish::Always : FullTextWish::OnDemand);
    });
    always->setCheckable(true);
    always->setChecked(article->fullTextWish == FullTextWish::Always);
}

} // namespace broadsheet
