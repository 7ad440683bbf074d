// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/topicmenu.h"

#include "base/answer.h"
#include "base/text.h"
#include "services/libraryservice.h"
#include "widgets/common/errortext.h"
#include "widgets/common/strip.h"
#include "widgets/reader/articlefoot.h"
#include "widgets/reader/readingpane.h"

#include <QMenu>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype longestTitle = 40;

} // namespace

TopicMenu::TopicMenu(const ReadingParts &parts, ArticleFoot &foot, QObject *parent)
    : QObject(parent), m_parts(parts), m_foot(foot)
{
    connect(&foot, &ArticleFoot::topicMenuWanted, this, &TopicMenu::ask);
}

void TopicMenu::ask(const QString &tag, QWidget *chip)
{
    whenAnswered(m_parts.services.library.isTagFollowed(tag), this,
                 [this, tag, chip = QPointer<QWidget>(chip)](const Result<bool> &followed) {
                     if (chip && followed)
                         open(tag, *chip, *followed);
                 });
}

void TopicMenu::open(const QString &tag, QWidget &chip, bool followed)
{
    const QString title = excerpt(collapsed(tag), longestTitle);
    auto *menu = new QMenu(&m_parts.pane);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("S&how articles"), this, [this, tag, title] {
        ArticleFilter filter;
        filter.tag = tag;
        Q_EMIT m_foot.filterWanted(filter, title);
    });
    //: %1 is a topic such as "World News".
    menu->addAction(followed ? tr("&Stop following “%1”").arg(title) : tr("&Follow “%1”").arg(title), this,
                    [this, tag, followed] { follow(tag, !followed); });
    menu->popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)));
}

void TopicMenu::follow(const QString &tag, bool on)
{
    const QString title = excerpt(collapsed(tag), longestTitle);
    whenAnswered(m_parts.services.library.setTagFollowed(tag, on), this,
                 [this, title, on](const Result<ArticleChanges> &done) {
                     if (!done) {
                         m_parts.strip.warn(errorText(done.error()), {}, 8s);
                         return;
                     }
                     m_parts.strip.say(on ? tr("“%1” is in the sidebar now.").arg(title)
                                          : tr("“%1” is not followed any more.").arg(title),
                                       {{tr("&Undo"),
                                         [this, change = done->change] {
                                             std::ignore = m_parts.services.library.undo(change);
                                         }}},
                                       8s);
                 });
}

} // namespace broadsheet
