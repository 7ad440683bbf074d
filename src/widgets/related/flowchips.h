// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace broadsheet {

class Appearance;
class Chip;

/** A line of words ("Read more about:") and chips under it, which flow into as many rows as the width asks
 * for. */
class FlowChips : public QWidget
{
    Q_OBJECT
public:
    explicit FlowChips(Appearance &appearance, QWidget *parent = nullptr);

    void setHeading(const QString &heading);
    void add(Chip *chip);
    void clear();
    void remove(Chip *chip);
    bool isEmpty() const { return m_chips.isEmpty(); }
    const QList<Chip *> &chips() const { return m_chips; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {300, heightForWidth(300)}; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int place(int width, bool move) const;
    void restyle();

    Appearance &m_appearance;
    QLabel *m_heading;
    QList<Chip *> m_chips;
};

} // namespace broadsheet
