// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/replybox.h"

#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/fonts.h"
#include "widgets/common/quietlink.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
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

QKeySequence previewKey()
{
    return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
}

} // namespace

ReplyBox::ReplyBox(Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_edit(new QPlainTextEdit(this))
    , m_note(new QLabel(this))
    , m_post(new TextButton(appearance, TextButton::Kind::Filled, tr("Post"), this))
    , m_nameButton(new QuietLink(appearance, this))
{
    m_nameButton->setObjectName(QStringLiteral("name"));
    m_nameButton->hide();
    connect(m_nameButton, &QAbstractButton::clicked, this, &ReplyBox::openNames);
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
    setUsualNote();
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

void ReplyBox::setPreview(QWidget *preview)
{
    m_preview = preview;
    m_preview->setParent(this);
    m_preview->hide();
    m_previewButton = new QuietLink(m_appearance, this);
    m_previewButton->setObjectName(QStringLiteral("preview"));
    m_previewButton->setText(tr("Preview"));
    m_previewButton->setToolTip(tr("Preview (%1)").arg(previewKey().toString(QKeySequence::NativeText)));
    connect(m_previewButton, &QAbstractButton::clicked, this, [this] { setPreviewing(!isPreviewing()); });
    setTabOrder(m_edit, m_previewButton);
    setTabOrder(m_previewButton, m_post);
    refresh();
}

bool ReplyBox::isPreviewing() const
{
    return m_preview && !m_preview->isHidden();
}

void ReplyBox::setPreviewing(bool on)
{
    if (!m_preview || on == isPreviewing())
        return;
    if (on)
        Q_EMIT previewWanted();
    m_preview->setVisible(on);
    m_edit->setVisible(!on);
    m_previewButton->setText(on ? tr("Write") : tr("Preview"));
    arrange();
    if (on)
        m_previewButton->setFocus(Qt::OtherFocusReason);
    else if (m_previewButton->hasFocus())
        focusText();
}

void ReplyBox::setNames(const QStringList &names)
{
    m_names = names.size() > 1 ? names : QStringList();
    if (!m_names.contains(m_name))
        m_name = m_names.value(0);
    //: under which name one writes
    m_nameButton->setText(tr("as %1").arg(m_name));
    m_nameButton->setVisible(!m_names.isEmpty());
    arrange();
}

void ReplyBox::openNames()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &name : std::as_const(m_names)) {
        QString text = name;
        QAction *action = menu->addAction(text.replace(u'&', QStringLiteral("&&")), this, [this, name] {
            m_name = name;
            setNames(m_names);
            focusText();
        });
        action->setCheckable(true);
        action->setChecked(name == m_name);
    }
    menu->popup(m_nameButton->mapToGlobal(QPoint(0, m_nameButton->height())));
}

void ReplyBox::setUsualNote()
{
    setNote(tr("Kept on this computer only  ·  Ctrl+Enter to post"), tr("Only on this computer"));
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
    if (m_previewButton)
        m_previewButton->setVisible(isPreviewing() || !text().trimmed().isEmpty());
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
    int noteEnd = m_post->x();
    if (m_previewButton && !m_previewButton->isHidden()) {
        const int previewWide = m_previewButton->sizeHint().width();
        noteEnd -= previewWide + 12;
        m_previewButton->setGeometry(noteEnd, m_post->y(), previewWide, postHeight);
    }
    int noteLeft = 14;
    if (!m_nameButton->isHidden()) {
        const int nameWide = qMin(m_nameButton->sizeHint().width(), (noteEnd - noteLeft) / 2);
        m_nameButton->setGeometry(noteLeft, m_post->y(), nameWide, postHeight);
        noteLeft += nameWide + 10;
    }
    const int noteRoom = noteEnd - noteLeft - 14;
    if (!m_problem.isEmpty())
        m_note->setText(m_problem);
    else
        m_note->setText(m_note->fontMetrics().horizontalAdvance(m_wideNote) <= noteRoom ? m_wideNote
                                                                                        : m_narrowNote);
    const int foot = qMax(postHeight, noteHeight(width()) + 2);
    // A note reads as standing on the button's middle line.
    m_note->setGeometry(noteLeft, height() - postBottom - foot - 2, noteRoom, foot);
    m_edit->setGeometry(textLeft, textTop, width() - 2 * textLeft,
                        height() - textTop - belowText - foot - postBottom);
    if (m_preview)
        m_preview->setGeometry(m_edit->geometry());
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
        if (m_preview && previewKey()[0] == key->keyCombination()) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                setPreviewing(true);
            return true;
        }
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
