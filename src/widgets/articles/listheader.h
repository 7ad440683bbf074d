// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace broadsheet {

class Appearance;
class IconButton;
class ScopeBar;
class SearchField;

/** The head of the article list: title, counts, two buttons, the search line and, while searching, where it
 * looks. */
class ListHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ListHeader(Appearance &appearance, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSummary(const QString &summary);
    /** False where there is nothing to act on. */
    void setActionsShown(bool shown);
    void setScopesShown(bool shown);
    IconButton *unreadOnly() const { return m_unreadOnly; }
    IconButton *markAllRead() const { return m_markAllRead; }
    SearchField *search() const { return m_search; }
    ScopeBar *scopes() const { return m_scopes; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void restyle();

    Appearance &m_appearance;
    QString m_fullTitle;
    QLabel *m_title;
    QLabel *m_summary;
    IconButton *m_unreadOnly;
    IconButton *m_markAllRead;
    SearchField *m_search;
    ScopeBar *m_scopes;
};

} // namespace broadsheet
