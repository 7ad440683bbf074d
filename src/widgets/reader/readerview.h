// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/imagepolicy.h"
#include "model/article.h"
#include "widgets/reader/articleheader.h"
#include "widgets/reader/readingstyle.h"

#include <QSet>
#include <QTextBrowser>
#include <QTextFormat>
#include <QTimer>

#include <memory>
#include <optional>

class QMenu;

namespace broadsheet {

namespace textplace {
struct Span;
}

class Appearance;
class ImageLoader;
class LayoutPacer;
class LinkStrip;
class PageObjects;
class WideCode;

/** What a page shows: made off the article once, set anew for each theme and size. */
struct PageContent
{
    ArticleHeader header;
    render::Page page;
    std::optional<ImagePolicy> imagePolicy; ///< what the reader set for the feed; empty: as for all
};

/**
 * The article as a page: a document of DocumentBuilder, what PagePainter draws under it, and the foot's
 * widgets scrolled with it. Loads nothing by itself and opens nothing: links are told by linkActivated().
 */
class ReaderView : public QTextBrowser
{
    Q_OBJECT
public:
    /** Where the reader is. */
    using Place = ReadingPlace;

    ReaderView(ImageLoader &images, Appearance &appearance, QWidget *parent = nullptr);
    ~ReaderView() override;

    void setStyle(const ReadingStyle &style);
    const ReadingStyle &readingStyle() const { return m_style; }
    /** The style for the room there is now; what a document is to be built with. */
    ReadingStyle styleForWidth() const;
    /** Shows another article from its top. \a ready: its document, if it was built already. */
    void setContent(std::shared_ptr<const PageContent> content, std::unique_ptr<QTextDocument> ready = {});
    const PageContent *content() const { return m_content.get(); }
    const std::shared_ptr<const PageContent> &sharedContent() const { return m_content; }
    /** A widget whose height follows its width, under the text in the same column. Taken over. */
    void setFoot(QWidget *foot);
    /** From now on a long page that needs other colours or sizes is not built here, which would take a while,
     * but told by buildingWanted(). */
    void letOthersBuildLongPages() { m_othersBuild = true; }
    /** Another setting holds for pictures: the page is laid out anew, in its place. */
    void renewPictures() { rebuild(); }
    /** The same for this article alone. */
    void setImagePolicy(std::optional<ImagePolicy> policy);
    /** The foot wants another height. */
    void updateFoot();
    QWidget *foot() const { return m_foot; }

    Place place() const;
    void setPlace(const Place &place);
    /** A screen on or back; false where there is no more. */
    bool pageDown();
    bool pageUp();
    /** True while the arrow keys move a caret through the text; else they move the page. */
    bool hasCaret() const { return m_caret; }
    void setCaret(bool on);
    /** Scrolls so that \a rect of the foot is seen. */
    void showInFoot(const QRect &rect);
    /** Jumps to an anchor of the page; goBack() returns. False if there is none, or it is in its place
     * already. */
    bool showAnchor(const QString &name);
    /** To where the last jump within the page began; false where there was none. */
    bool goBack();
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
    /** A click with the middle button, or with Ctrl. */
    void linkWantedAside(const QUrl &url);
    /** The headline of the page left or came back. */
    void headlineSeen(bool seen);
    /** A menu for the place that was asked about is about to be shown; it holds what concerns the text. */
    void contextMenuWanted(QMenu *menu, const QUrl &link, const QUrl &picture);
    void scrolled();
    /** The page is to be shown anew, in readingStyle() and the colours of now. */
    void buildingWanted();
    /** Another document stands in the view: cursors into the old one are of no use any more. */
    void rebuilt();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void paintText(QPaintEvent &event);
    bool scrollByKey(const QKeyEvent &event);
    int pageLength() const;
    int wholeLineAt(int y) const;
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
    void fitPictures();
    void fit(const textplace::Span &span, const QList<int> &positions);
    void repaintPicture(const QUrl &url);
    void clickPicture(const QTextCharFormat &format);
    void prefetchPictures();
    void hover(const QUrl &url);
    void showSelections();
    QTextCharFormat formatAt(const QPoint &viewportPoint) const;
    double documentY() const;
    void goTo(const Place &place);
    void stayHere();

    Appearance &m_appearance;
    ImageLoader &m_images;
    PageObjects *m_objects;
    LayoutPacer *m_pacer;
    LinkStrip *m_strip;
    WideCode *m_wideCode;
    QWidget *m_foot = nullptr;
    ReadingStyle m_style;
    ReadingStyle m_asked; ///< what the document is built with, or is about to be
    std::shared_ptr<const PageContent> m_content;
    QTimer m_fitTimer;                       ///< goes on with m_unfitted
    QList<int> m_unfitted;                   ///< positions that fitPictures() has not come to yet
    QHash<int, QTextBlockFormat> m_captions; ///< of these, how captions are to stand
    QTimer m_pictureTimer;                   ///< pictures that come together are laid out together
    QTimer m_footTimer;                      ///< the foot is placed when the layout has come to its end
    QTimer m_prefetchTimer;
    QSet<QUrl> m_changedPictures;
    QList<QTextEdit::ExtraSelection> m_marks;
    QList<QTextEdit::ExtraSelection> m_highlights;
    QList<QTextEdit::ExtraSelection> m_hovered;
    bool m_othersBuild = false;
    std::optional<Place> m_placeToCome; ///< not laid out yet
    QList<Place> m_jumps;               ///< where jumps within the page began
    double m_footTop = -1;              ///< in the document; negative: not known yet
    int m_headlineEnd = 0;
    bool m_headlineSeen = true;
    QPoint m_pressed;
    bool m_caret = false;
};

} // namespace broadsheet
