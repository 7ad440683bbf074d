// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QKeyEvent;

namespace broadsheet {

class Actions;
class Settings;

/** Makes single letters commands in list, sidebar and reader, never in a text field or a dialog; "G" waits
 * for the second key. */
class LetterKeys : public QObject
{
    Q_OBJECT
public:
    LetterKeys(QWidget &window, const Actions &actions, const Settings &settings);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isCommandPlace(const QWidget *focus, const QKeyEvent &key) const;
    bool take(const QKeyEvent &key);

    QWidget &m_window;
    const Actions &m_actions;
    const Settings &m_settings;
    QTimer m_go; ///< runs while the key after G is awaited
};

} // namespace broadsheet
