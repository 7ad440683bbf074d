// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/faviconloader.h"

#include "base/answer.h"
#include "services/iconservice.h"
#include "services/libraryservice.h"
#include "services/syncservice.h"
#include "services/workers.h"
#include "widgets/common/favicons.h"
#include "widgets/reader/imagedecoder.h"

#include <QAbstractScrollArea>
#include <QWidget>

#include <chrono>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

constexpr int largestSide = 64; // px: four times the tile, for dense screens
constexpr auto repaintEvery = 250ms;

} // namespace

FaviconLoader::FaviconLoader(IconService &icons, LibraryService &library, SyncService &sync, Workers &workers,
                             QWidget &window)
    : QObject(&window), m_icons(icons), m_library(library), m_workers(workers), m_window(window)
{
    m_repaint.setSingleShot(true);
    m_repaint.setInterval(repaintEvery);
    connect(&m_repaint, &QTimer::timeout, this, [this] {
        const auto areas = m_window.findChildren<QAbstractScrollArea *>();
        for (QAbstractScrollArea *area : areas)
            area->viewport()->update();
    });
    connect(&icons, &IconService::iconRead, this, &FaviconLoader::decode);
    connect(&sync, &SyncService::finished, this, [this] { ask(true); });
    ask(false);
}

void FaviconLoader::ask(bool afterSync)
{
    whenAnswered(m_library.overview(), this, [this, afterSync](const Result<LibraryOverview> &overview) {
        if (!overview)
            return;
        if (afterSync)
            m_icons.refresh(overview->subscriptions);
        else
            m_icons.read(overview->subscriptions);
    });
}

void FaviconLoader::decode(const QList<FeedId> &feeds, const QByteArray &bytes)
{
    const auto decoding = m_workers.run([bytes]() -> QImage {
        const auto decoded = imagedecoder::decode(bytes, QSize(largestSide, largestSide));
        // A banner would be a smear in sixteen pixels, a counter's picture nothing at all; the letter is better.
        return decoded && favicons::isIcon(decoded->image) ? decoded->image : QImage();
    });
    whenAnswered(decoding, this, [this, feeds](const QImage &icon) {
        if (icon.isNull())
            return;
        for (const FeedId feed : feeds)
            favicons::setIcon(feed, icon);
        m_repaint.start();
    });
}

} // namespace broadsheet
