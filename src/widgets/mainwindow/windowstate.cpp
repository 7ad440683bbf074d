// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/windowstate.h"

#include <QDir>
#include <QSettings>

namespace broadsheet {

namespace {

QString fileOf(const QString &profile)
{
    return QDir(profile).filePath(QStringLiteral("state.ini"));
}

const QString geometryKey = QStringLiteral("window/geometry");
const QString widthsKey = QStringLiteral("panes/widths");
const QString sidebarKey = QStringLiteral("panes/sidebar");
const QString commentsKey = QStringLiteral("panes/comments");
const QString foldingKey = QStringLiteral("sidebar/folding");
const QString unreadOnlyKey = QStringLiteral("view/unreadOnly");
const QString tabsKey = QStringLiteral("reader/tabs");
const QString viewKey = QStringLiteral("view/view");
const QString categoryKey = QStringLiteral("view/category");
const QString feedKey = QStringLiteral("view/feed");

} // namespace

WindowState WindowState::read(const QString &profile)
{
    const QSettings file(fileOf(profile), QSettings::IniFormat);
    WindowState state;
    state.geometry = file.value(geometryKey).toByteArray();
    for (const QVariant &width : file.value(widthsKey).toList())
        state.paneWidths << width.toInt();
    for (const QVariant &id : file.value(tabsKey).toList())
        state.tabs << ArticleId(id.toLongLong());
    state.folding = file.value(foldingKey).toByteArray();
    state.sidebar = file.value(sidebarKey, true).toBool();
    state.comments = file.value(commentsKey, false).toBool();
    state.unreadOnly = file.value(unreadOnlyKey, false).toBool();
    state.filter.category = CategoryId(file.value(categoryKey).toLongLong());
    state.filter.feed = FeedId(file.value(feedKey).toLongLong());
    using View = ArticleFilter::View;
    const int view = file.value(viewKey, int(View::Today)).toInt();
    const bool row = state.filter.category.isValid() || state.filter.feed.isValid();
    state.filter.view = row ? View::All : View(qBound(int(View::Today), view, int(View::Stories)));
    return state;
}

void WindowState::write(const QString &profile) const
{
    QSettings file(fileOf(profile), QSettings::IniFormat);
    QVariantList widths;
    for (const int width : paneWidths)
        widths << width;
    file.setValue(geometryKey, geometry);
    file.setValue(widthsKey, widths);
    file.setValue(foldingKey, folding);
    QVariantList ids;
    for (const ArticleId id : tabs)
        ids << id.value();
    file.setValue(tabsKey, ids);
    file.setValue(sidebarKey, sidebar);
    file.setValue(commentsKey, comments);
    file.setValue(unreadOnlyKey, unreadOnly);
    file.setValue(viewKey, int(filter.view));
    file.setValue(categoryKey, filter.category.value());
    file.setValue(feedKey, filter.feed.value());
}

} // namespace broadsheet
