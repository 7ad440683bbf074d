// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/reader/articleheader.h"
#include "widgets/reader/readingstyle.h"

#include <QSet>
#include <QTextBrowser>
#include <QTimer>

#include <memory>

namespace broadsheet {

class Appearance;
class ImageLoader;
class LinkStrip;
class PageObjects;

/** What a page shows: made off the article once, set anew for each theme and size. */
struct PageContent
{
    ArticleHeader header;
    render::Page page;
};

/**
 * The article as a page: a document of DocumentBuilder, what PagePainter draws under it, and the foot's
 * widgets scrolled with it. Loads nothing by itself and opens nothing: links are told by linkActivated().
 */
class ReaderView : public QTextBrowser
{
    Q_OBJECT
public:
    /** Where the reader is: a character and how far its line lies under the upper edge. */
    struct Place
    {
        int position = 0;
        double offset = 0;
    };

    ReaderView(ImageLoader &images, Appearance &appearance, QWidget *parent = nullptr);
    ~ReaderView() override;

    void setStyle(const ReadingStyle &style);
    const ReadingStyle &readingStyle() const { return m_style; }
    /** The style for the room there is now; what a document is to be built with. */
    ReadingStyle styleForWidth() const;
    /** Shows another article from its top. \a ready: its document, if it was built already. */
    void setContent(std::shared_ptr<const PageContent> content, std::unique_ptr<QTextDocument> ready = {});
    const PageContent *content() const { return m_content.get(); }
    /** A widget whose height follows its width, under the text in the same column. Taken over. */
    void setFoot(QWidget *foot);
    /** The foot wants another height. */
    void updateFoot();
    QWidget *foot() const { return m_foot; }

    Place place() const;
    void setPlace(const Place &place);
    /** A screen on or back; false where there is no more. */
    bool pageDown();
    bool pageUp();
    /** Scrolls so that \a rect of the foot is seen. */
    void showInFoot(const QRect &rect);
    void showAnchor(const QString &name);
    /** Marks to be drawn over the text beside the view's own: hits of a search. */
    void setHighlights(const QList<QTextEdit::ExtraSelection> &highlights);
    /** The reader's own marks on passages, drawn below those of a search. */
    void setMarks(const QList<QTextEdit::ExtraSelection> &marks);
    /** Scrolls a passage to the middle, where it is not in sight. */
    void showPassage(const QTextCursor &passage);
    /** First and last position in sight. */
    std::pair<int, int> visibleRange() const;

    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void linkActivated(const QUrl &url);
    /** A click on a picture that leads nowhere else. */
    void pictureActivated(const QUrl &url);
    /** The headline of the page left or came back. */
    void headlineSeen(bool seen);
    void scrolled();
    /** Another document stands in the view: cursors into the old one are of no use any more. */
    void rebuilt();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    int columnFor(int width) const;
    void rebuild();
    void recolour();
    void attach(std::unique_ptr<QTextDocument> document);
    void setMargins(QTextDocument &document);
    void fitToWidth();
    void placeFoot();
    void tellHeadline();
    void pictureChanged(const QUrl &url);
    void takePictures();
    void prefetchPictures();
    void hover(const QUrl &url);
    void showSelections();
    QTextCharFormat formatAt(const QPoint &viewportPoint) const;
    double documentY() const;

    Appearance &m_appearance;
    ImageLoader &m_images;
    PageObjects *m_objects;
    LinkStrip *m_strip;
    QWidget *m_foot = nullptr;
    ReadingStyle m_style;
    ReadingStyle m_builtWith;
    std::shared_ptr<const PageContent> m_content;
    QTimer m_pictureTimer; ///< pictures that come together are laid out together
    QTimer m_footTimer;    ///< the foot is placed when the layout has got that far
    QTimer m_prefetchTimer;
    QSet<QUrl> m_changedPictures;
    QList<QTextEdit::ExtraSelection> m_marks;
    QList<QTextEdit::ExtraSelection> m_highlights;
    QList<QTextEdit::ExtraSelection> m_hovered;
    double m_footTop = -1; ///< in the document; negative: not known yet
    int m_headlineEnd = 0;
    bool m_headlineSeen = true;
    QPoint m_pressed;
};

} // namespace broadsheet
