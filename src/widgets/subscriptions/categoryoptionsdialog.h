// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/subscription.h"
#include "widgets/subscriptions/keepingfields.h"

#include <QDialog>

#include <memory>

class QLabel;

namespace broadsheet {

class LibraryService;

/** How long the articles of a category's feeds are kept, unless a feed has a wish of its own. */
class CategoryOptionsDialog : public QDialog
{
    Q_OBJECT
public:
    CategoryOptionsDialog(LibraryService &library, const Category &category, QWidget *parent = nullptr);

    void accept() override;

private:
    LibraryService &m_library;
    const CategoryId m_category;
    std::unique_ptr<KeepingFields> m_keeping;
    QLabel *m_words;
};

} // namespace broadsheet
