// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/attachments.h"

#include "base/answer.h"
#include "services/downloadservice.h"
#include "widgets/common/errortext.h"
#include "widgets/common/filedialogs.h"
#include "widgets/common/strip.h"
#include "widgets/reader/articlefoot.h"
#include "widgets/reader/audiobar.h"
#include "widgets/reader/currentarticle.h"
#include "widgets/reader/readerview.h"
#include "widgets/reader/readingpane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

QString stateOf(qint64 received, qint64 total)
{
    if (total <= 0)
        return QLocale().formattedDataSize(received, 1, QLocale::DataSizeSIFormat);
    //: How much of a file is saved.
    return Attachments::tr("%1 %").arg(QLocale().toString(received * 100 / total));
}

} // namespace

Attachments::Attachments(const ReadingParts &parts, ArticleFoot &foot, AudioBar &audio, QObject *parent)
    : QObject(parent), m_parts(parts), m_foot(foot), m_audio(audio)
{
    connect(&audio, &AudioBar::failed, this, [this](const QUrl &url) {
        m_parts.strip.warn(tr("This recording cannot be played here."),
                           {{tr("&Open it outside"), [this, url] { Q_EMIT outsideWanted(url); }}}, 12s);
    });
    connect(&foot, &ArticleFoot::enclosureChosen, this, &Attachments::openMenu);
    DownloadService *downloads = parts.services.downloads;
    if (!downloads)
        return;
    connect(downloads, &DownloadService::progress, this,
            [this](const QUrl &url, qint64 received, qint64 total) {
                m_foot.setSaving(url, stateOf(received, total));
            });
    connect(downloads, &DownloadService::ended, this, [this](const QUrl &url) { m_foot.setSaving(url, {}); });
}

bool Attachments::isRecordingAttached(const QUrl &url) const
{
    const Article *article = m_parts.current.article();
    return article && std::ranges::any_of(article->enclosures, [&url](const Enclosure &enclosure) {
               return QUrl(enclosure.url) == url && isRecording(url, enclosure.mimeType);
           });
}

bool Attachments::playsHere(const QUrl &url)
{
    const PageContent *content = m_parts.view.content();
    if (!m_audio.canPlay() || !content || !isRecording(url))
        return false;
    const bool embedded = std::ranges::any_of(content->page.embeds, [&url](const render::Embed &embed) {
        return embed.kind == render::Embed::Kind::Audio && QUrl(embed.url) == url;
    });
    if (embedded)
        play(url);
    return embedded;
}

void Attachments::play(const QUrl &url)
{
    const Article *article = m_parts.current.article();
    m_audio.play(url, article ? article->headline.title : url.fileName());
}

void Attachments::openMenu(const QUrl &url, QWidget *chip)
{
    DownloadService *downloads = m_parts.services.downloads;
    auto *menu = new QMenu(&m_parts.pane);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_audio.canPlay() && isRecordingAttached(url))
        menu->addAction(tr("&Play"), this, [this, url] { play(url); });
    menu->addAction(tr("&Open"), this, [this, url] { Q_EMIT outsideWanted(url); });
    if (downloads && downloads->isSaving(url))
        menu->addAction(tr("&Stop saving"), this, [downloads, url] { downloads->stop(url); });
    else if (downloads)
        menu->addAction(tr("&Save…"), this, [this, url] { save(url); });
    menu->addAction(tr("Copy &address"), this,
                    [url] { QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded)); });
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height() + 2)));
}

void Attachments::save(const QUrl &url)
{
    const QString name = url.fileName().isEmpty() ? tr("file") : url.fileName();
    m_parts.services.dialogs.saveFile(&m_parts.pane, tr("Save the file"), name, {},
                                      [this, url](const QString &path) { keepSaving(url, path); });
}

void Attachments::keepSaving(const QUrl &url, const QString &path)
{
    whenAnswered(
        m_parts.services.downloads->save(url, path), this, [this, url, path](const Result<void> &done) {
            if (done)
                m_parts.strip.say(tr("Saved as %1.").arg(path), {}, 5s);
            else if (done.error().code == ErrorCode::Cancelled)
                m_parts.strip.say(tr("Stopped. Saved under the same name, it goes on where it stopped."), {},
                                  8s);
            else
                m_parts.strip.warn(errorText(done.error()),
                                   {{tr("&Try again"), [this, url, path] { keepSaving(url, path); }}}, 12s);
        });
}

} // namespace broadsheet
