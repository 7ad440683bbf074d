// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/replybox.h"

#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/fonts.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>

namespace broadsheet {

namespace {

constexpr int textLeft = 10;
constexpr int textTop = 8;
constexpr int documentMargin = 4;
constexpr int postWidth = 72;
constexpr int postHeight = 31;
constexpr int postRight = 12;
constexpr int postBottom = 11;
constexpr int belowText = 6; ///< from the text to the button

} // namespace

ReplyBox::ReplyBox(Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_edit(new QPlainTextEdit(this))
    , m_note(new QLabel(this))
    , m_post(new TextButton(appearance, TextButton::Kind::Filled, tr("Post"), this))
{
    m_edit->setObjectName(QStringLiteral("replyText"));
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setTabChangesFocus(true);
    m_edit->document()->setDocumentMargin(documentMargin);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->setAccessibleName(tr("Your reply"));
    m_edit->installEventFilter(this);
    m_post->setObjectName(QStringLiteral("post"));
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    setFocusProxy(m_edit);
    setNote(tr("Kept on this computer only  ·  Ctrl+Enter to post"), tr("Only on this computer"));
    setPostLabel(tr("Post"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    connect(m_post, &QAbstractButton::clicked, this, &ReplyBox::postWanted);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_problem.clear();
        refresh();
        checkHeight();
        Q_EMIT typed();
    });
    connect(&m_appearance, &Appearance::changed, this, &ReplyBox::applyTheme);
    applyTheme();
    refresh();
}

void ReplyBox::applyTheme()
{
    const Theme &theme = m_appearance.theme();
    m_edit->setFont(fonts::sans(14));
    m_note->setFont(fonts::sans(12));
    QPalette palette = m_edit->palette();
    palette.setColor(QPalette::Base, theme.field);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.text3);
    QColor selection = theme.textSelection;
    palette.setColor(QPalette::Highlight, selection);
    palette.setColor(QPalette::HighlightedText, theme.text);
    m_edit->setPalette(palette);
    refresh();
    update();
}

QString ReplyBox::text() const
{
    return m_edit->toPlainText();
}

void ReplyBox::setText(const QString &text)
{
    if (text == this->text())
        return;
    {
        const QSignalBlocker quiet(m_edit);
        m_edit->setPlainText(text);
        m_edit->moveCursor(QTextCursor::End);
    }
    refresh();
    checkHeight();
}

void ReplyBox::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void ReplyBox::setPostLabel(const QString &label)
{
    m_post->setText(label);
    m_post->setToolTip(tr("%1 (Ctrl+Enter)").arg(label));
}

void ReplyBox::setNote(const QString &wide, const QString &narrow)
{
    m_wideNote = wide;
    m_narrowNote = narrow;
    refresh();
}

void ReplyBox::setProblem(const QString &sentence)
{
    m_problem = sentence;
    refresh();
    checkHeight();
}

void ReplyBox::setBusy(bool busy)
{
    m_busy = busy;
    m_edit->setReadOnly(busy);
    refresh();
}

void ReplyBox::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void ReplyBox::refresh()
{
    m_post->setEnabled(!m_busy && !text().trimmed().isEmpty());
    QPalette palette = m_note->palette();
    const bool problem = !m_problem.isEmpty();
    palette.setColor(QPalette::WindowText,
                     problem ? m_appearance.theme().kicker : m_appearance.theme().text3);
    m_note->setPalette(palette);
    arrange();
}

int ReplyBox::noteHeight(int width) const
{
    if (m_problem.isEmpty())
        return 0;
    const QFontMetrics metrics(m_note->font());
    const int room = qMax(60, width - postWidth - postRight - 14 - 14);
    return metrics.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, m_problem).height();
}

int ReplyBox::heightForWidth(int width) const
{
    // The edit lays its text out for its own width; before it has that one, the lines are an estimate.
    const QFontMetrics metrics(m_edit->font());
    const int room = qMax(60, width - 2 * textLeft - 2 * documentMargin);
    int textHeight = 2 * documentMargin;
    if (m_edit->width() == width - 2 * textLeft)
        textHeight += int(m_edit->document()->size().height()) * metrics.lineSpacing();
    else
        textHeight += metrics.boundingRect(QRect(0, 0, room, 100000), Qt::TextWordWrap, text()).height();
    const int foot = qMax(postHeight, noteHeight(width) + 2);
    return qBound(minimumBoxHeight, textTop + textHeight + belowText + foot + postBottom, maximumBoxHeight);
}

QSize ReplyBox::sizeHint() const
{
    const int wide = qMax(240, width());
    return {wide, heightForWidth(wide)};
}

QSize ReplyBox::minimumSizeHint() const
{
    return {160, minimumBoxHeight};
}

void ReplyBox::checkHeight()
{
    const int wanted = heightForWidth(width());
    if (wanted == m_height)
        return;
    m_height = wanted;
    updateGeometry();
    Q_EMIT heightChanged();
}

void ReplyBox::resizeEvent(QResizeEvent *)
{
    arrange();
    checkHeight();
}

void ReplyBox::arrange()
{
    const int wide = qMax(postWidth, m_post->sizeHint().width());
    m_post->setGeometry(width() - wide - postRight, height() - postHeight - postBottom, wide, postHeight);
    const int noteRoom = m_post->x() - 14 - 14;
    if (!m_problem.isEmpty())
        m_note->setText(m_problem);
    else
        m_note->setText(m_note->fontMetrics().horizontalAdvance(m_wideNote) <= noteRoom ? m_wideNote
                                                                                        : m_narrowNote);
    const int foot = qMax(postHeight, noteHeight(width()) + 2);
    // A note reads as standing on the button's middle line.
    m_note->setGeometry(14, height() - postBottom - foot - 2, noteRoom, foot);
    m_edit->setGeometry(textLeft, textTop, width() - 2 * textLeft,
                        height() - textTop - belowText - foot - postBottom);
}

bool ReplyBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::FocusOut:
        Q_EMIT focusLost();
        update();
        break;
    case QEvent::FocusIn:
        update();
        break;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool posts = enter && key->modifiers().testFlag(Qt::ControlModifier);
        const bool leaves = key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier;
        if (!posts && !leaves)
            break;
        event->accept();
        if (event->type() == QEvent::KeyPress && posts && m_post->isEnabled())
            Q_EMIT postWanted();
        else if (event->type() == QEvent::KeyPress && leaves)
            Q_EMIT left();
        return true;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void ReplyBox::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_edit->hasFocus();
    painter.setPen(QPen(focused ? theme.accent : theme.fieldBorder, focused ? 2 : 1));
    painter.setBrush(theme.field);
    const double inset = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 10, 10);
}

} // namespace broadsheet
