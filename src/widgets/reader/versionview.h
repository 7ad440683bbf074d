// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "model/textdiff.h"
#include "widgets/reader/readingstyle.h"

#include <QTextBrowser>

class QComboBox;
class QLabel;

namespace broadsheet {

class Appearance;
class ReadingService;
class TextButton;
class Workers;

/**
 * The versions of an article that its publisher changed: one edit after the other, with what came, went and moved.
 * Page keys and arrows scroll, Left and Right go to the edit before and after, Escape goes back to the article.
 */
class VersionView : public QWidget
{
    Q_OBJECT
public:
    VersionView(ReadingService &reading, Workers &workers, Appearance &appearance, QWidget *parent = nullptr);

    void setStyle(const ReadingStyle &style);
    /** Shows the last edit. */
    void showArticle(ArticleId id);

Q_SIGNALS:
    /** The reader goes back to the article. */
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QList<ArticleVersion> &versions);
    void compare();
    void display();
    void step(int by);
    void restyle();
    void setMargins();
    bool isNarrow() const;

    Workers &m_workers;
    ReadingService &m_reading;
    Appearance &m_appearance;
    ReadingStyle m_style;
    TextButton *m_back;
    QComboBox *m_choice;
    TextButton *m_earlier;
    TextButton *m_later;
    QLabel *m_summary;
    QTextBrowser *m_text;
    ArticleId m_current; ///< the present question; answers for others are dropped
    QList<ArticleVersion> m_versions;
    VersionChange m_change;
    int m_question = 0;    ///< of comparisons
    bool m_narrow = false; ///< as the text is set
};

} // namespace broadsheet
