// SPDX-License-Identifier: GPL-3.0-or-later
// What is attached to an article: opened in its own program, or saved.
#include "base/answer.h"
#include "services/downloadservice.h"
#include "widgets/common/errortext.h"
#include "widgets/common/filedialogs.h"
#include "widgets/common/strip.h"
#include "widgets/reader/articlefoot.h"
#include "widgets/reader/readingpane_p.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

QString stateOf(qint64 received, qint64 total)
{
    if (total <= 0)
        return QLocale().formattedDataSize(received, 1, QLocale::DataSizeSIFormat);
    //: How much of a file is saved.
    return ReadingPane::tr("%1 %").arg(QLocale().toString(received * 100 / total));
}

} // namespace

void ReadingPane::Private::connectDownloads()
{
    connect(m_foot, &ArticleFoot::enclosureChosen, this, &Private::openEnclosureMenu);
    if (!m_services.downloads)
        return;
    connect(m_services.downloads, &DownloadService::progress, this, [this](const QUrl &url, qint64 received, qint64 total) {
        m_foot->setSaving(url, stateOf(received, total));
    });
    connect(m_services.downloads, &DownloadService::ended, this, [this](const QUrl &url) { m_foot->setSaving(url, {}); });
}

void ReadingPane::Private::openEnclosureMenu(const QUrl &url, QWidget *chip)
{
    auto *menu = new QMenu(&m_pane);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(ReadingPane::tr("&Open"), this, [this, url] { activate(url); });
    if (m_services.downloads && m_services.downloads->isSaving(url)) {
        menu->addAction(ReadingPane::tr("&Stop saving"), this, [this, url] { m_services.downloads->stop(url); });
    } else if (m_services.downloads) {
        menu->addAction(ReadingPane::tr("&Save…"), this, [this, url] { saveEnclosure(url); });
    }
    menu->addAction(ReadingPane::tr("Copy &address"), this, [url] {
        QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded));
    });
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height() + 2)));
}

void ReadingPane::Private::saveEnclosure(const QUrl &url)
{
    const QString name = url.fileName().isEmpty() ? ReadingPane::tr("file") : url.fileName();
    m_services.dialogs.saveFile(&m_pane, ReadingPane::tr("Save the file"), name, {},
                                [this, url](const QString &path) { keepSaving(url, path); });
}

void ReadingPane::Private::keepSaving(const QUrl &url, const QString &path)
{
    whenAnswered(m_services.downloads->save(url, path), this, [this, url, path](const Result<void> &done) {
        if (done)
            m_strip->say(ReadingPane::tr("Saved as %1.").arg(path), {}, 5s);
        else if (done.error().code == ErrorCode::Cancelled)
            m_strip->say(ReadingPane::tr("Stopped. Saved under the same name, it goes on where it stopped."), {}, 8s);
        else
            m_strip->warn(errorText(done.error()),
                          {{ReadingPane::tr("&Try again"), [this, url, path] { keepSaving(url, path); }}}, 12s);
    });
}

} // namespace broadsheet
