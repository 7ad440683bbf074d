// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;

namespace broadsheet {

class Appearance;
class IconButton;
class Settings;

/** The strip above the page: 49 high with a hairline. */
class ReaderToolbar : public QWidget
{
    Q_OBJECT
public:
    ReaderToolbar(Settings &settings, Appearance &appearance, QWidget *parent = nullptr);

    /** Shown between the buttons; empty while the page's own headline is in sight. */
    void setHeadline(const QString &headline);
    QString headline() const { return m_headline; }
    void setStarred(bool starred);
    void setUnread(bool unread);
    void setHasLink(bool hasLink);
    /** The text of the article's own page: whether there can be one, and whether it is what is read. */
    void setFullText(bool available, bool shown);
    void setCommentsShown(bool shown);
    /** Without an article only the space remains. */
    void setButtonsShown(bool shown);

Q_SIGNALS:
    void previousWanted();
    void nextWanted();
    void starWanted();
    void readToggleWanted();
    void fullTextWanted();
    void copyLinkWanted();
    void browserWanted();
    void commentsWanted(bool shown);
    /** \a menu is about to be shown, and empty. */
    void moreMenuWanted(QMenu *menu);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void openTextPanel();
    void openMoreMenu();

    Settings &m_settings;
    Appearance &m_appearance;
    QString m_headline;
    QList<IconButton *> m_buttons;
    IconButton *m_next;
    IconButton *m_star;
    IconButton *m_unread;
    IconButton *m_fullText;
    IconButton *m_text;
    IconButton *m_copy;
    IconButton *m_browser;
    IconButton *m_comments;
    IconButton *m_more;
    bool m_starred = false;
};

} // namespace broadsheet
