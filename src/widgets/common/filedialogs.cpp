// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/filedialogs.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace broadsheet {

void DesktopFileDialogs::openFile(QWidget *parent, const QString &title, const QString &filter,
                                  std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void DesktopFileDialogs::saveFile(QWidget *parent, const QString &title, const QString &suggestion,
                                  const QString &filter, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, suggestion, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(suggestion).suffix());
    dialog->selectFile(suggestion);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void DesktopFileDialogs::confirm(QWidget *parent, const QString &question, const QString &explanation,
                                 const QString &action, std::function<void()> agreed)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, {}, question, QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(explanation);
    box->setTextFormat(Qt::PlainText);
    QPushButton *accept = box->addButton(action, QMessageBox::AcceptRole);
    box->setDefaultButton(accept);
    QObject::connect(box, &QMessageBox::buttonClicked, parent,
                     [accept, agreed = std::move(agreed)](auto *button) {
                         if (button == accept)
                             agreed();
                     });
    box->open();
}

} // namespace broadsheet
