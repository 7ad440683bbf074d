// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QAbstractButton;
class QLabel;
class QPlainTextEdit;

namespace broadsheet {

class Appearance;

/**
 * The box one writes in: text, a line below it and "Post". Between 118 and 260 high, as the text wants it.
 * Knows nothing of comments.
 */
class ReplyBox : public QWidget
{
    Q_OBJECT
public:
    static constexpr int minimumBoxHeight = 118;
    static constexpr int maximumBoxHeight = 260;

    explicit ReplyBox(Appearance &appearance, QWidget *parent = nullptr);

    QString text() const;
    /** Without typed() being said. */
    void setText(const QString &text);
    void setPlaceholder(const QString &text);
    /** What the button says: "Post", "Save". */
    void setPostLabel(const QString &label);
    /** \a wide is shown where it fits, else \a narrow. */
    void setNote(const QString &wide, const QString &narrow);
    /** Where what is written stays. */
    void setUsualNote();
    /** A sentence in place of the note, until the next key; empty takes it away. */
    void setProblem(const QString &sentence);
    /** Under which names one may write: a choice of more than one is shown before the note. */
    void setNames(const QStringList &names);
    /** The chosen one; empty without a choice. */
    QString chosenName() const { return m_name; }
    /** A widget that takes the place of the text while "Preview" is pressed; taken over. Without one there is
     * no such button. */
    void setPreview(QWidget *preview);
    bool isPreviewing() const;
    void setPreviewing(bool on);
    /** While the answer is awaited: nothing can be typed or posted. */
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }
    void focusText();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void typed();
    /** The preview is about to be seen. */
    void previewWanted();
    void postWanted();
    /** Esc. */
    void left();
    void focusLost();
    void heightChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void arrange();
    void refresh();
    void checkHeight();
    void openNames();
    int noteHeight(int width) const;

    Appearance &m_appearance;
    QPlainTextEdit *m_edit;
    QLabel *m_note;
    QAbstractButton *m_post;
    QAbstractButton *m_previewButton = nullptr;
    QAbstractButton *m_nameButton; ///< seen where there is a choice
    QStringList m_names;
    QString m_name;
    QWidget *m_preview = nullptr;
    QString m_wideNote;
    QString m_narrowNote;
    QString m_problem;
    int m_height = minimumBoxHeight;
    bool m_busy = false;
};

} // namespace broadsheet
