// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QVBoxLayout;

namespace broadsheet {

class Appearance;
class Settings;

/**
 * How pages are set, under the toolbar's button: colours, face, size, spacing, column. Each choice holds at once
 * and the page behind shows it; Esc or a click elsewhere takes the panel away.
 */
class TextPanel : public QFrame
{
    Q_OBJECT
public:
    TextPanel(Settings &settings, Appearance &appearance, QWidget *parent);

    /** Under \a button, its right edge at the button's; deletes itself when it is done. */
    void openUnder(const QWidget &button);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Choice
    {
        QString name;         ///< for a screen reader and the tooltip
        QString text;         ///< on the segment
        double textSize = 13; ///< px
        bool serif = false;
        int lineGap = 0; ///< three lines so far apart instead of words
        int swatch = -1; ///< a ColorScheme: a sample of its paper instead of words
    };
    void addRow(const QString &label, const QList<Choice> &choices, int present,
                const std::function<void(int)> &chosen);

    Settings &m_settings;
    Appearance &m_appearance;
    QVBoxLayout *m_rows;

    friend class TextSegment;
};

} // namespace broadsheet
