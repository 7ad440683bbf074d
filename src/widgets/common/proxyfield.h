// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace broadsheet {

/** By which way requests go: as somebody above says, straight, or by a proxy whose address is asked for. */
class ProxyField : public QWidget
{
    Q_OBJECT
public:
    /** \a asAbove: what is said for "no wish of its own". \a value: '', 'direct' or an address. */
    ProxyField(const QString &asAbove, const QString &value, QWidget *parent = nullptr);

    /** '' as above, 'direct', http://host:port or socks5://host:port. A proxy without an address is no wish.
     */
    QString value() const;

Q_SIGNALS:
    /** A choice was made, or an address was typed to its end. */
    void changed();

private:
    enum Way { AsAbove, Direct, Http, Socks };
    void show(const QString &value);
    void showWay();

    QComboBox *m_way;
    QLineEdit *m_address;
};

} // namespace broadsheet
