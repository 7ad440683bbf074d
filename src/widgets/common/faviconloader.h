// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QList>
#include <QObject>
#include <QTimer>

class QWidget;

namespace broadsheet {

class IconService;
class LibraryService;
class SyncService;
class Workers;

/** Brings publishers' pictures onto the screen: those on the disk at once, missing ones after a sync. */
class FaviconLoader : public QObject
{
    Q_OBJECT
public:
    /** \a window is repainted when pictures have come. */
    FaviconLoader(IconService &icons, LibraryService &library, SyncService &sync, Workers &workers,
                  QWidget &window);

private:
    void ask(bool afterSync);
    void decode(const QList<FeedId> &feeds, const QByteArray &bytes);

    IconService &m_icons;
    LibraryService &m_library;
    Workers &m_workers;
    QWidget &m_window;
    QTimer m_repaint;
};

} // namespace broadsheet
