// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/proxyfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QUrl>

namespace broadsheet {

namespace {

const QString directValue = QStringLiteral("direct");
const QString httpScheme = QStringLiteral("http");
const QString socksScheme = QStringLiteral("socks5");

} // namespace

ProxyField::ProxyField(const QString &asAbove, const QString &value, QWidget *parent)
    : QWidget(parent), m_way(new QComboBox(this)), m_address(new QLineEdit(this))
{
    m_way->setObjectName(QStringLiteral("proxyWay"));
    m_way->addItems({asAbove, tr("None"), tr("HTTP"), tr("SOCKS 5")});
    m_way->setAccessibleName(tr("Proxy"));
    m_address->setObjectName(QStringLiteral("proxyAddress"));
    m_address->setPlaceholderText(tr("host:port"));
    m_address->setAccessibleName(tr("Address of the proxy"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_way, 1);
    row->addWidget(m_address, 1);
    setFocusProxy(m_way);
    show(value);
    connect(m_way, &QComboBox::currentIndexChanged, this, [this] {
        showWay();
        if (m_address->isVisibleTo(this) && m_address->text().isEmpty())
            m_address->setFocus();
        Q_EMIT changed();
    });
    connect(m_address, &QLineEdit::editingFinished, this, &ProxyField::changed);
}

void ProxyField::show(const QString &value)
{
    const QUrl url(value);
    Way way = AsAbove;
    if (value == directValue)
        way = Direct;
    else if (!url.host().isEmpty())
        way = url.scheme() == httpScheme ? Http : Socks;
    m_way->setCurrentIndex(way);
    if (way == Http || way == Socks)
        m_address->setText(url.authority());
    showWay();
}

void ProxyField::showWay()
{
    const int way = m_way->currentIndex();
    m_address->setVisible(way == Http || way == Socks);
}

QString ProxyField::value() const
{
    switch (m_way->currentIndex()) {
    case Direct:
        return directValue;
    case Http:
    case Socks:
        break;
    default:
        return {};
    }
    // Whoever pastes a whole address means its host.
    QString typed = m_address->text().trimmed();
    typed.remove(0, typed.indexOf(QLatin1String("://")) < 0 ? 0 : typed.indexOf(QLatin1String("://")) + 3);
    QUrl url;
    url.setScheme(m_way->currentIndex() == Http ? httpScheme : socksScheme);
    url.setAuthority(typed.section(u'/', 0, 0));
    url.setUserInfo({}); // what is kept here is no place for a password
    return url.host().isEmpty() ? QString() : url.toString();
}

} // namespace broadsheet
