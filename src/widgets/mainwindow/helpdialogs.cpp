// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/helpdialogs.h"

#include "widgets/common/fonts.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace broadsheet {

namespace {

class HelpDialog : public QDialog
{
    Q_DECLARE_TR_FUNCTIONS(HelpDialog)
public:
    explicit HelpDialog(QWidget *parent) : QDialog(parent), m_layout(new QVBoxLayout(this))
    {
        setAttribute(Qt::WA_DeleteOnClose);
    }

    void finish()
    {
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        m_layout->addWidget(buttons);
        open();
    }

    void addKeys(const QList<KeyEntry> &keys)
    {
        setWindowTitle(tr("Keys"));
        resize(480, 620);
        m_layout->addWidget(makeKeyList(keys));
    }

    void addAbout()
    {
        setWindowTitle(tr("About Broadsheet"));
        auto *name = new QLabel(QStringLiteral("Broadsheet"));
        name->setFont(fonts::serif(29, QFont::Bold));
        auto *text = new QLabel;
        text->setWordWrap(true);
        text->setMinimumWidth(380);
        text->setText(
            tr("Version %1\n\nA desktop news reader that sets articles as if in print.\n\n"
               "Free software under the GNU General Public License, version 3 or later. It comes with the "
               "typefaces Literata, Inter and JetBrains Mono, under the SIL Open Font License.")
                .arg(QCoreApplication::applicationVersion()));
        m_layout->addWidget(name);
        m_layout->addWidget(text);
    }

private:
    QVBoxLayout *m_layout;
};

} // namespace

void openKeys(const QList<KeyEntry> &keys, QWidget *parent)
{
    auto *dialog = new HelpDialog(parent);
    dialog->addKeys(keys);
    dialog->finish();
}

void openAbout(QWidget *parent)
{
    auto *dialog = new HelpDialog(parent);
    dialog->addAbout();
    dialog->finish();
}

} // namespace broadsheet
