// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/picturechoice.h"

#include "base/answer.h"
#include "base/url.h"
#include "base/videostills.h"
#include "services/libraryservice.h"
#include "widgets/common/errortext.h"
#include "widgets/common/filedialogs.h"
#include "widgets/common/strip.h"
#include "widgets/reader/articlesaver.h"
#include "widgets/reader/currentarticle.h"
#include "widgets/reader/imagedecoder.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/pictureview.h"
#include "widgets/reader/readingpane.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

/** The pictures of a page that wait for the reader's word. */
QList<QUrl> waitingPictures(const PageContent &content, const ImageLoader &images)
{
    QList<QUrl> waiting;
    const auto look = [&](const QUrl &url) {
        if (images.isHeldBack(url, content.imagePolicy) && !images.isRefused(url, content.imagePolicy) &&
            !waiting.contains(url))
            waiting.append(url);
    };
    look(content.header.leadImage);
    for (const render::Image &image : content.page.images)
        look(QUrl(image.src));
    for (const render::Embed &embed : content.page.embeds)
        look(QUrl(embed.poster));
    return waiting;
}

/** "a.example, b.example and 3 more". */
QString hostsOf(const QList<QUrl> &urls)
{
    QStringList hosts;
    const auto add = [&hosts](const QString &host) {
        if (!host.isEmpty() && !hosts.contains(host))
            hosts.append(host);
    };
    for (const QUrl &url : urls) {
        add(url.host());
        add(stillHost(url));
    }
    constexpr qsizetype shown = 3;
    if (hosts.size() <= shown)
        return hosts.join(QStringLiteral(", "));
    const int more = int(hosts.size() - shown);
    //: Names of sites: "a.example, b.example and 4 more".
    return PictureChoice::tr("%1 and %n more", nullptr, more)
        .arg(hosts.first(shown).join(QStringLiteral(", ")));
}

} // namespace

PictureChoice::PictureChoice(const ReadingParts &parts, ArticleSaver &saver, Strip &offers, QObject *parent)
    : QObject(parent), m_parts(parts), m_saver(saver), m_offers(offers)
{
    connect(&parts.view, &ReaderView::pictureActivated, this, &PictureChoice::show);
    connect(&parts.current, &CurrentArticle::emptied, &offers, &Strip::dismiss);
}

void PictureChoice::offer()
{
    const auto content = m_parts.view.sharedContent();
    ImageLoader &images = m_parts.services.images;
    const QList<QUrl> waiting = content ? waitingPictures(*content, images) : QList<QUrl>();
    if (waiting.isEmpty()) {
        m_offers.dismiss();
        return;
    }
    QList<Strip::Action> actions{{tr("Show pictures"), [&images, waiting] {
                                      for (const QUrl &url : waiting)
                                          images.allow(url);
                                  }}};
    if (m_parts.current.article() && m_parts.current.article()->headline.feed.isValid()) {
        //: A button: the pictures of this feed are loaded from now on.
        actions.append({tr("Always for this feed"), [this] { setPolicy(ImagePolicy::Always); }});
    }
    m_offers.say(
        tr("%n pictures of this article are not loaded. They come from %1.", nullptr, int(waiting.size()))
            .arg(hostsOf(waiting)),
        actions);
}

std::optional<ImagePolicy> PictureChoice::policy() const
{
    return m_parts.current.article() ? m_parts.current.article()->imagePolicy : std::nullopt;
}

void PictureChoice::setPolicy(std::optional<ImagePolicy> policy)
{
    const Article *article = m_parts.current.article();
    if (!article)
        return;
    SubscriptionEdit edit;
    edit.imagePolicy = policy;
    const ArticleId id = article->headline.id;
    whenAnswered(m_parts.services.library.editSubscription(article->headline.feed, edit), this,
                 [this, id, policy](const Result<void> &done) {
                     if (!done) {
                         m_parts.strip.warn(errorText(done.error()), {}, 8s);
                     } else if (m_parts.current.isWanted(id)) {
                         m_parts.current.setImagePolicy(policy);
                         m_parts.view.setImagePolicy(policy);
                         offer();
                     }
                 });
}

void PictureChoice::addTo(QMenu &menu)
{
    QMenu *choices = menu.addMenu(tr("P&ictures of this feed"));
    const std::pair<QString, std::optional<ImagePolicy>> policies[] = {
        {tr("As for &all feeds"), {}},
        {tr("&Show"), ImagePolicy::Always},
        {tr("Show, but not over a &metered connection"), ImagePolicy::Unmetered},
        {tr("&Only when I ask"), ImagePolicy::Ask},
        {tr("&Never load"), ImagePolicy::Never}};
    auto *group = new QActionGroup(choices);
    for (const auto &[text, wanted] : policies) {
        QAction *action = choices->addAction(text, this, [this, wanted = wanted] { setPolicy(wanted); });
        action->setCheckable(true);
        action->setChecked(policy() == wanted);
        group->addAction(action);
    }
}

void PictureChoice::addTo(QMenu &menu, const QUrl &picture)
{
    if (!isWebUrl(picture))
        return;
    menu.addSeparator();
    menu.addAction(tr("&View picture"), this, [this, picture] { show(picture); });
    menu.addAction(tr("&Save picture…"), this, [this, picture] { save(picture); });
    menu.addAction(tr("Copy picture's &address"), this, [picture] {
        QGuiApplication::clipboard()->setText(picture.toString(QUrl::FullyEncoded));
    });
}

QString PictureChoice::wordsOf(const QUrl &picture) const
{
    if (!m_parts.view.content())
        return {};
    for (const render::Image &image : m_parts.view.content()->page.images) {
        if (QUrl(image.src) == picture)
            return image.alt.isEmpty() ? image.title : image.alt;
    }
    return {};
}

void PictureChoice::show(const QUrl &picture)
{
    auto *view = new PictureView(m_parts.services.images, picture, wordsOf(picture), m_parts.pane.window());
    view->setPolicy(policy());
    connect(view, &PictureView::saveWanted, this, &PictureChoice::save);
    view->open();
}

void PictureChoice::save(const QUrl &picture)
{
    whenAnswered(m_parts.services.images.bytes(picture, policy()), this,
                 [this, picture](const Result<QByteArray> &bytes) {
                     if (!bytes) {
                         m_parts.strip.warn(errorText(bytes.error()), {}, 8s);
                         return;
                     }
                     QString name = picture.scheme() == u"data" ? QString() : picture.fileName();
                     if (name.isEmpty())
                         name = tr("picture") + u'.' + QString::fromLatin1(imagedecoder::formatOf(*bytes));
                     saveAs(*bytes, name);
                 });
}

void PictureChoice::saveAs(const QByteArray &bytes, const QString &name)
{
    m_parts.services.dialogs.saveFile(
        &m_parts.pane, tr("Save the picture"), name, {}, [this, bytes](const QString &path) {
            whenAnswered(m_saver.store(bytes, path), this, [this, path](const Result<void> &done) {
                if (done)
                    m_parts.strip.say(tr("Saved as %1.").arg(path), {}, 5s);
                else
                    m_parts.strip.warn(errorText(done.error()), {}, 8s);
            });
        });
}

} // namespace broadsheet
