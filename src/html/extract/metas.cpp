// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/metas.h"

#include "html/entities.h"

namespace broadsheet::html {

Metas::Metas(const Dom &dom)
{
    QHash<QByteArray, qsizetype> properties; // how many of a name's values are such
    for (int node = 0; node < dom.size(); ++node) {
        if (dom.tag(node) != Tag::Meta)
            continue;
        const QString content = decoded(dom.attribute(node, "content"));
        if (content.isEmpty())
            continue;
        for (const char *kind : {"property", "name", "itemprop", "http-equiv"}) {
            const QByteArray names = dom.attribute(node, kind).toByteArray().toLower().simplified();
            if (names.isEmpty())
                continue;
            for (QByteArray name : names.split(' ')) {
                name.replace('.', ':');
                QStringList &values = m_values[name];
                // RDFa's property is meant for machines, name is often left over from another page.
                if (values.size() < 20 && m_values.size() < 500)
                    values.insert(qstrcmp(kind, "property") == 0 ? properties[name]++ : values.size(),
                                  content);
            }
        }
    }
}

QString Metas::first(std::initializer_list<const char *> names) const
{
    for (const char *name : names) {
        const QStringList values = m_values.value(name);
        for (const QString &value : values) {
            if (!value.isEmpty())
                return value;
        }
    }
    return {};
}

} // namespace broadsheet::html
