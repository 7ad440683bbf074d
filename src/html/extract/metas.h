// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/dom.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <initializer_list>

namespace broadsheet::html {

/** A page's meta elements by name, property or itemprop, in lower case, with ":" for ".". */
class Metas
{
public:
    explicit Metas(const Dom &dom);

    /** The value of the first of these names that has one; empty: none has. */
    QString first(std::initializer_list<const char *> names) const;
    QStringList all(const char *name) const { return m_values.value(name); }

private:
    QHash<QByteArray, QStringList> m_values;
};

} // namespace broadsheet::html
