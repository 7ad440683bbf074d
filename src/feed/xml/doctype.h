// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

namespace broadsheet::feed {

/** What a document type declaration tells us: the general entities of its internal subset, nothing else. */
struct Doctype
{
    QHash<QByteArray, QByteArray>
        entities;          ///< name to replacement text (may hold markup), bounded in number and size
    bool external = false; ///< names a DTD that we never load: entities unknown to us may be declared there
};

/**
 * Reads a document type declaration that starts at \a at ("<!DOCTYPE") and says in \a at where it ends.
 * Entities that refer to entities, parameter entities and external ones are left out: a feed needs none, a
 * bomb does (XML 1.0 §4.2).
 */
Doctype readDoctype(QByteArrayView document, qsizetype *at);

} // namespace broadsheet::feed
