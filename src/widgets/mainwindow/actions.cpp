// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/actions.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>

#include <array>

namespace broadsheet {

namespace {

enum class Place { File, Go, Article, View, Help, None };

struct Entry
{
    ActionId id;
    Place place;
    const char *text;
    const char *shortcuts; ///< portable text, parted by blanks; hold everywhere in the window
    const char *letter;    ///< one key outside text fields; "G T": T after G
    bool checkable = false;
    bool separated = false; ///< a line above it in the menu
};

// clang-format off
constexpr Entry table[] = {
    {ActionId::AddFeed, Place::File, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Add a feed…"), "Ctrl+N", ""},
    {ActionId::NewCategory, Place::File, QT_TRANSLATE_NOOP("broadsheet::Actions", "&New category…"), "", ""},
    {ActionId::ImportOpml, Place::File, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Import subscriptions…"), "", "", false, true},
    {ActionId::ExportOpml, Place::File, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Export subscriptions…"), "", ""},
    {ActionId::ImportComments, Place::File, QT_TRANSLATE_NOOP("broadsheet::Actions", "I&mport comments…"), "", "", false, true},
    {ActionId::ExportComments, Place::File, QT_TRANSLATE_NOOP("broadsheet::Actions", "Ex&port comments…"), "", ""},
    {ActionId::Refresh, Place::File, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Refresh all feeds"), "F5 Ctrl+R", "", false, true},
    {ActionId::RefreshView, Place::File, QT_TRANSLATE_NOOP("broadsheet::Actions", "Refresh &this view"), "Shift+F5 Ctrl+Shift+R", ""},
    {ActionId::FeedHealth, Place::File, QT_TRANSLATE_NOOP("broadsheet::Actions", "Feed &health…"), "", ""},
    {ActionId::Bin, Place::File, QT_TRANSLATE_NOOP("broadsheet::Actions", "Recently &deleted…"), "", ""},
    {ActionId::Settings, Place::File, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Settings…"), "Ctrl+,", "", false, true},
    {ActionId::Quit, Place::File, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Quit"), "Ctrl+Q", "", false, true},
    {ActionId::NextArticle, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Next article"), "", "J"},
    {ActionId::PreviousArticle, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Previous article"), "", "K"},
    {ActionId::NextUnread, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "Next &unread article"), "", "N"},
    {ActionId::PreviousUnread, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "Previous un&read article"), "", "P"},
    {ActionId::PageDown, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "A screen &on, then the next unread"), "", "Space"},
    {ActionId::PageUp, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "A screen &back"), "", "Shift+Space"},
    {ActionId::GoToday, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Today"), "", "G T", false, true},
    {ActionId::FrontPage, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "Front pa&ge"), "", "G P"},
    {ActionId::GoUnread, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "Unr&ead"), "", "G U"},
    {ActionId::GoStarred, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Starred"), "", "G S"},
    {ActionId::GoCommented, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Commented"), "", "G C"},
    {ActionId::GoStories, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "Stor&ies"), "", "G A"},
    {ActionId::GoAll, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "&All articles"), "", "G E"},
    {ActionId::OwnComments, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "&My comments…"), "", "G M"},
    {ActionId::Highlights, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "High&lights…"), "", "G H"},
    {ActionId::Search, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "Searc&h"), "Ctrl+K", "/", false, true},
    {ActionId::Find, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Find in the article"), "Ctrl+F", ""},
    {ActionId::FindNext, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "Find ne&xt"), "F3", ""},
    {ActionId::FindPrevious, Place::Go, QT_TRANSLATE_NOOP("broadsheet::Actions", "Find pre&vious"), "Shift+F3", ""},
    {ActionId::Star, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Star"), "", "S"},
    {ActionId::ToggleRead, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Read or unread"), "", "M"},
    {ActionId::MarkAllRead, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "Mark &all as read"), "", "Shift+A"},
    {ActionId::Delete, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Delete"), "", "D"},
    {ActionId::Undo, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Undo"), "Ctrl+Z", ""},
    {ActionId::KeepInTab, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "Keep &open in a tab"), "Ctrl+T", ""},
    {ActionId::CloseTab, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "C&lose tab"), "Ctrl+W", ""},
    {ActionId::Reply, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "Re&ply"), "", "R", false, true},
    {ActionId::Quote, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Quote the selection in a reply"), "", "Q"},
    {ActionId::Highlight, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Highlight the selection"), "", "H"},
    {ActionId::Annotate, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Note on the selection"), "", "Shift+H"},
    {ActionId::NextPassage, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "Ne&xt highlight"), "", "L"},
    {ActionId::PreviousPassage, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "Pre&vious highlight"), "", "Shift+L"},
    {ActionId::FullText, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Full text"), "", "F", false, true},
    {ActionId::OpenInBrowser, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "Open in the &browser"), "", "B"},
    {ActionId::OpenBehind, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "Open in the bro&wser, behind"), "", "Shift+B"},
    {ActionId::CopyLink, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Copy link"), "Ctrl+Shift+C", ""},
    {ActionId::CopyMarkdown, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "Copy as &Markdown"), "Ctrl+Alt+C", ""},
    {ActionId::CopyQuotation, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "Copy as quotat&ion"), "", ""},
    {ActionId::SaveBook, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "Save as a boo&k…"), "", "", false, true},
    {ActionId::Print, Place::Article, QT_TRANSLATE_NOOP("broadsheet::Actions", "Prin&t…"), "Ctrl+P", ""},
    {ActionId::Newspaper, Place::View, QT_TRANSLATE_NOOP("broadsheet::Actions", "All articles of the view in &one page"), "", "V"},
    {ActionId::UnreadOnly, Place::View, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Unread only"), "", "U", true},
    {ActionId::Comments, Place::View, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Comments panel"), "", "C", true},
    {ActionId::Sidebar, Place::View, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Sidebar"), "F9", "", true},
    {ActionId::ReadingOnly, Place::View, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Reading only"), "F11", "", true},
    {ActionId::NextPane, Place::View, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Next pane"), "F6", "", false, true},
    {ActionId::PreviousPane, Place::View, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Previous pane"), "Shift+F6", ""},
    {ActionId::NextTab, Place::View, QT_TRANSLATE_NOOP("broadsheet::Actions", "Ne&xt tab"), "Ctrl+Tab Ctrl+PgDown", ""},
    {ActionId::PreviousTab, Place::View, QT_TRANSLATE_NOOP("broadsheet::Actions", "Pre&vious tab"), "Ctrl+Shift+Tab Ctrl+PgUp", ""},
    {ActionId::Caret, Place::View, QT_TRANSLATE_NOOP("broadsheet::Actions", "Walk through the &text with a caret"), "F7", ""},
    {ActionId::ZoomIn, Place::View, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Larger text"), "Ctrl++ Ctrl+=", "", false, true},
    {ActionId::ZoomOut, Place::View, QT_TRANSLATE_NOOP("broadsheet::Actions", "S&maller text"), "Ctrl+-", ""},
    {ActionId::ZoomReset, Place::View, QT_TRANSLATE_NOOP("broadsheet::Actions", "Usual text si&ze"), "Ctrl+0", ""},
    {ActionId::Keys, Place::Help, QT_TRANSLATE_NOOP("broadsheet::Actions", "&Keys"), "", "?"},
    {ActionId::About, Place::Help, QT_TRANSLATE_NOOP("broadsheet::Actions", "&About Broadsheet"), "", ""},
    {ActionId::MenuBar, Place::None, QT_TRANSLATE_NOOP("broadsheet::Actions", "Menu"), "F10", ""},
};
// clang-format on

QString withoutMnemonic(QString text)
{
    text.remove(u'&');
    return text.endsWith(u'…') ? text.chopped(1).trimmed() : text; // some languages have a blank before it
}

} // namespace

Actions::Actions(QWidget &window) : QObject(&window)
{
    for (const Entry &entry : table) {
        auto *action = new QAction(tr(entry.text), this);
        action->setCheckable(entry.checkable);
        QList<QKeySequence> shortcuts;
        for (const QString &key : QString::fromLatin1(entry.shortcuts).split(u' ', Qt::SkipEmptyParts))
            shortcuts << QKeySequence(key, QKeySequence::PortableText);
        action->setShortcuts(shortcuts);
        window.addAction(action);
        m_actions.insert(int(entry.id), action);
    }
}

void Actions::fill(QMenuBar &menuBar) const
{
    const std::array titles{std::pair(Place::File, tr("&File")), std::pair(Place::Go, tr("&Go")),
                            std::pair(Place::Article, tr("&Article")), std::pair(Place::View, tr("&View")),
                            std::pair(Place::Help, tr("&Help"))};
    for (const auto &[place, title] : titles) {
        QMenu *menu = menuBar.addMenu(title);
        for (const Entry &entry : table) {
            if (entry.place != place)
                continue;
            if (entry.separated)
                menu->addSeparator();
            menu->addAction((*this)[entry.id]);
        }
    }
}

QList<KeyEntry> Actions::keys() const
{
    QList<KeyEntry> keys;
    for (const Entry &entry : table) {
        QStringList names;
        const QString letter = QString::fromLatin1(entry.letter);
        if (letter.startsWith(QLatin1String("G ")))
            names << tr("G, then %1", "two keys, one after the other").arg(letter.mid(2));
        else if (!letter.isEmpty())
            names << QKeySequence(letter, QKeySequence::PortableText).toString(QKeySequence::NativeText);
        for (const QKeySequence &sequence : (*this)[entry.id]->shortcuts())
            names << sequence.toString(QKeySequence::NativeText);
        if (!names.isEmpty())
            keys << KeyEntry{names.join(QStringLiteral(", ")), withoutMnemonic(tr(entry.text))};
    }
    return keys;
}

QAction *Actions::forLetter(const QKeyEvent &event, bool afterGo) const
{
    QString key;
    if (event.key() == Qt::Key_Slash || event.key() == Qt::Key_Question) {
        key = QChar(ushort(event.key())); // whichever modifier the layout needs for it
    } else {
        const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
        if (modifiers & ~Qt::ShiftModifier)
            return nullptr;
        key = QKeySequence(int(modifiers) | event.key()).toString(QKeySequence::PortableText);
    }
    if (afterGo)
        key.prepend(QLatin1String("G "));
    for (const Entry &entry : table)
        if (*entry.letter && key == QLatin1String(entry.letter))
            return (*this)[entry.id];
    return nullptr;
}

} // namespace broadsheet
