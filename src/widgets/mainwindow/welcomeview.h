// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace broadsheet {

class Appearance;

/** The first page of an empty library: four ways to begin. Fetches nothing. */
class WelcomeView : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomeView(Appearance &appearance, QWidget *parent = nullptr);

Q_SIGNALS:
    void addWanted();
    void starterWanted();
    void importWanted();
    void guideWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void setSizes(bool narrow);

    Appearance &m_appearance;
    QLabel *m_kicker;
    QLabel *m_headline;
    QLabel *m_standfirst;
    bool m_narrow = false;
};

} // namespace broadsheet
