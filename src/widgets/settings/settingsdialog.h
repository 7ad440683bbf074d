// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/keylist.h"

#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace broadsheet {

class ImageLoader;
class Settings;

/** Holds the pages; what is changed holds at once, so there is nothing to confirm. */
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    /** \a images: whose pictures on the disk can be counted and cleared; nullptr: there are none. */
    SettingsDialog(Settings &settings, const QList<KeyEntry> &keys, ImageLoader *images,
                   QWidget *parent = nullptr);

private:
    void addPage(const QString &title, QWidget *page);

    QListWidget *m_titles;
    QStackedWidget *m_pages;
};

} // namespace broadsheet
