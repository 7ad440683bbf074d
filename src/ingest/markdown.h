// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringView>

namespace broadsheet::ingest {

/** What "[name]: address" says, by the folded name (CommonMark §4.7). */
using NamedAddresses = QHash<QString, QString>;

/**
 * The markup of a reply's Markdown, see commentText(). Escaped, but not cleaned yet. CommonMark with GitHub's
 * tables, tasks and struck out words, read as people write replies: each line break is kept, a line below a
 * quotation is not a part of it, "~" alone stands for "about", tags are words, and pictures become links. Linear
 * but for nested quotes and lists.
 */
QByteArray markupOfMarkdown(QStringView markdown);

/** The markup within one block, whose lines are parted by "\n": code, emphasis, links. */
QByteArray inlineMarkup(QStringView text, const NamedAddresses &named = {});

/** Whether \a address may be linked to: of the web, or for mail. */
bool isLinkAddress(QStringView address);

/** The name of a NamedAddresses entry: case and blanks make no difference. */
QString foldedName(QStringView name);

} // namespace broadsheet::ingest
