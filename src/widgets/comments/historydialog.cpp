// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/historydialog.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace broadsheet {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HistoryDialog)
};

} // namespace

void openHistoryDialog(QWidget *parent, const QList<CommentVersion> &versions)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Earlier wordings"));
    dialog->resize(460, 380);
    auto *text = new QPlainTextEdit(dialog);
    text->setReadOnly(true);
    text->setAccessibleName(dialog->windowTitle());
    QStringList parts;
    for (auto version = versions.crbegin(); version != versions.crend(); ++version) {
        const QString until = QLocale().toString(version->replaced.toLocalTime(), QLocale::ShortFormat);
        parts.append(Words::tr("Until %1:").arg(until) + u'\n' + version->text);
    }
    text->setPlainText(parts.join(QStringLiteral("\n\n")));
    (new QVBoxLayout(dialog))->addWidget(text);
    dialog->open();
}

} // namespace broadsheet
