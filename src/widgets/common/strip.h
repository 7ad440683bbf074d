// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>

class QHBoxLayout;
class QLabel;

namespace broadsheet {

class Appearance;

/**
 * A message at the foot of a pane: a sentence and at most two things to do about it ("Undo"; "Try again",
 * "Details"). A screen reader speaks it, since it has the role of a notification. Hidden until said.
 */
class Strip : public QWidget
{
    Q_OBJECT
public:
    struct Action
    {
        QString text;
        std::function<void()> run;
    };

    explicit Strip(Appearance &appearance, QWidget *parent = nullptr);

    /** Zero \a stay: until dismiss(). An action hides the strip before it runs. */
    void say(const QString &sentence, const QList<Action> &actions = {}, std::chrono::milliseconds stay = {});
    /** The same for something that went wrong: with a warning sign. */
    void warn(const QString &sentence, const QList<Action> &actions = {},
              std::chrono::milliseconds stay = {});
    void dismiss();
    QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void show(const QString &sentence, const QList<Action> &actions, std::chrono::milliseconds stay,
              bool warning);
    void leave();
    void restyle();

    Appearance &m_appearance;
    QLabel *m_sign;
    QLabel *m_sentence;
    QHBoxLayout *m_actions;
    QTimer m_stay;
};

} // namespace broadsheet
