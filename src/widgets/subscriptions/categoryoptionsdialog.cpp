// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/categoryoptionsdialog.h"

#include "base/answer.h"
#include "services/libraryservice.h"
#include "widgets/common/errortext.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace broadsheet {

CategoryOptionsDialog::CategoryOptionsDialog(LibraryService &library, const Category &category,
                                             QWidget *parent)
    : QDialog(parent), m_library(library), m_category(category.id), m_words(new QLabel(this))
{
    setWindowTitle(tr("Options of “%1”").arg(category.name));
    auto *form = new QFormLayout;
    const QString above =
        category.parent.isValid() ? tr("As for the category above") : tr("As for all feeds");
    m_keeping = std::make_unique<KeepingFields>(*form, category.keep, above, this);
    m_words->setWordWrap(true);
    m_words->setText(
        tr("For the feeds of this category and of those inside it. A feed can have limits of its own; "
           "what you starred or wrote about is always kept."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &CategoryOptionsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_words);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(420, sizeHint().height());
}

void CategoryOptionsDialog::accept()
{
    whenAnswered(m_library.setRetention(m_category, m_keeping->limits()), this,
                 [this](const Result<void> &done) {
                     if (done)
                         QDialog::accept();
                     else
                         m_words->setText(errorText(done.error()));
                 });
}

} // namespace broadsheet
