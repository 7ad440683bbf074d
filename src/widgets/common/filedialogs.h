// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace broadsheet {

/** Questions to the person that open a window of the desktop; a test gives the answer instead. The answer
 * comes later, and not at all if the question was dismissed. */
class FileDialogs
{
public:
    virtual ~FileDialogs() = default;
    virtual void openFile(QWidget *parent, const QString &title, const QString &filter,
                          std::function<void(const QString &path)> chosen) = 0;
    virtual void saveFile(QWidget *parent, const QString &title, const QString &suggestion,
                          const QString &filter, std::function<void(const QString &path)> chosen) = 0;
    /** A question with one way forward, named by \a action. */
    virtual void confirm(QWidget *parent, const QString &question, const QString &explanation,
                         const QString &action, std::function<void()> agreed) = 0;
};

/** The desktop's own dialogs, without blocking. */
class DesktopFileDialogs : public FileDialogs
{
public:
    void openFile(QWidget *parent, const QString &title, const QString &filter,
                  std::function<void(const QString &path)> chosen) override;
    void saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter,
                  std::function<void(const QString &path)> chosen) override;
    void confirm(QWidget *parent, const QString &question, const QString &explanation, const QString &action,
                 std::function<void()> agreed) override;
};

} // namespace broadsheet
