// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/versionview.h"

#include "base/answer.h"
#include "services/readingservice.h"
#include "widgets/common/accessible.h"
#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/changedocument.h"
#include "widgets/reader/changetext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QTextFrame>
#include <QVBoxLayout>

namespace broadsheet {

namespace {

constexpr int edge = 36; ///< least room beside the column
constexpr int above = 28;

QString timeOf(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

VersionView::VersionView(ReadingService &reading, Workers &workers, Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_workers(workers)
    , m_reading(reading)
    , m_appearance(appearance)
    , m_back(new TextButton(appearance, TextButton::Kind::Quiet, tr("Back to the article"), this))
    , m_choice(new QComboBox(this))
    , m_earlier(new TextButton(appearance, TextButton::Kind::Plain, tr("Earlier edit"), this))
    , m_later(new TextButton(appearance, TextButton::Kind::Plain, tr("Later edit"), this))
    , m_summary(new QLabel(this))
    , m_text(new ChangeText(appearance, this))
{
    setAccessibleName(tr("What changed in this article"));
    m_back->setToolTip(tr("Back to the article (Esc)"));
    m_choice->setAccessibleName(tr("Edit"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setFont(fonts::sans(13));
    m_summary->setWordWrap(true);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_text->setAccessibleName(tr("The text with its changes"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->installEventFilter(this);
    setFocusProxy(m_text);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(14, 8, 14, 4);
    bar->setSpacing(8);
    bar->addWidget(m_back);
    bar->addStretch(1);
    bar->addWidget(m_earlier);
    bar->addWidget(m_later);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(22, 0, 14, 8);
    line->setSpacing(8);
    line->addWidget(m_summary, 1);
    line->addWidget(m_choice);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addLayout(line);
    column->addWidget(m_text, 1);

    connect(m_back, &QAbstractButton::clicked, this, &VersionView::closed);
    connect(m_earlier, &QAbstractButton::clicked, this, [this] { step(1); });
    connect(m_later, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(m_choice, &QComboBox::currentIndexChanged, this, &VersionView::compare);
    connect(&appearance, &Appearance::changed, this, &VersionView::restyle);
    restyle();
}

void VersionView::restyle()
{
    const Theme &theme = m_appearance.theme();
    QPalette page = m_text->palette();
    page.setColor(QPalette::Base, theme.reader);
    page.setColor(QPalette::Text, theme.text);
    m_text->setPalette(page);
    QPalette words = m_summary->palette();
    words.setColor(QPalette::WindowText, theme.text2);
    m_summary->setPalette(words);
    display();
}

void VersionView::setStyle(const ReadingStyle &style)
{
    m_style = style;
    display();
}

void VersionView::showArticle(ArticleId id)
{
    m_current = id;
    m_versions.clear();
    m_change = {};
    display();
    whenAnswered(m_reading.versions(id), this, [this, id](const Result<QList<ArticleVersion>> &answer) {
        if (id != m_current)
            return;
        if (answer && answer->size() > 1)
            take(*answer);
        else
            Q_EMIT closed(); // gone, or thinned out meanwhile
    });
}

void VersionView::take(const QList<ArticleVersion> &versions)
{
    m_versions = versions;
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    const qsizetype edits = versions.size() - 1;
    for (qsizetype edit = edits; edit > 0; --edit) {
        //: One of the times that a publisher changed an article: "Edit 2 of 3, 4 May 2026 10:12"
        m_choice->addItem(
            tr("Edit %1 of %2, %3")
                .arg(QLocale().toString(edit), QLocale().toString(edits), timeOf(versions[edit].since)),
            QPoint(int(edit) - 1, int(edit)));
    }
    if (edits > 1)
        m_choice->addItem(tr("All edits together"), QPoint(0, int(edits)));
    m_choice->setVisible(edits > 1); // of one there is no choice: the summary tells when it was
    m_earlier->setVisible(edits > 1);
    m_later->setVisible(edits > 1);
    m_choice->setCurrentIndex(0);
    compare();
}

void VersionView::compare()
{
    const QPoint pair = m_choice->currentData().toPoint();
    if (pair.y() <= pair.x() || pair.y() >= m_versions.size())
        return;
    m_earlier->setEnabled(m_choice->currentIndex() + 1 < m_choice->count());
    m_later->setEnabled(m_choice->currentIndex() > 0);
    const int question = ++m_question;
    whenAnswered(ReadingService::compare(m_workers, m_versions[pair.x()], m_versions[pair.y()]), this,
                 [this, question](const VersionChange &change) {
                     if (question != m_question)
                         return;
                     m_change = change;
                     display();
                     m_text->verticalScrollBar()->setValue(0);
                     announce(m_summary->text());
                 });
}

void VersionView::display()
{
    const bool empty = m_change.title.isEmpty() && m_change.text.isEmpty();
    QString words = empty ? QString() : ChangeSummary::of(m_change).words();
    if (!empty && m_versions.size() == 2)
        //: %1 is "2 passages added", %2 a time
        words = tr("%1 · %2").arg(words, timeOf(m_versions.last().since));
    m_summary->setText(words);
    ReadingStyle style = m_style;
    style.narrow = m_narrow = isNarrow();
    auto document = changeDocument(m_change, m_appearance.theme(), style);
    document->setParent(m_text);
    QTextDocument *before = m_text->document();
    const bool ours = before->parent() == m_text; // else the view lets go of it by itself
    m_text->setDocument(document.release());
    m_text->setCursorWidth(0); // kept by the layout: each document begins with Qt's own
    if (ours)
        delete before;
    setMargins();
}

/** Too narrow for the large headline, as in the reader. */
bool VersionView::isNarrow() const
{
    constexpr int least = 520;
    return qMin(m_style.column, m_text->viewport()->width() - 2 * edge) < least;
}

/** The column of the reader: as wide as set, in the middle. */
void VersionView::setMargins()
{
    QTextFrame *root = m_text->document()->rootFrame();
    QTextFrameFormat format = root->frameFormat();
    const int room = m_text->viewport()->width();
    const int column = qMin(m_style.column, room - 2 * edge);
    format.setLeftMargin(qMax(edge, (room - column) / 2));
    format.setRightMargin(qMax(edge, (room - column) / 2));
    format.setTopMargin(above);
    format.setBottomMargin(2 * edge);
    root->setFrameFormat(format);
}

void VersionView::step(int by)
{
    const int index = m_choice->currentIndex() + by;
    if (index >= 0 && index < m_choice->count())
        m_choice->setCurrentIndex(index);
}

void VersionView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void VersionView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_narrow == isNarrow())
        setMargins();
    else
        display();
}

bool VersionView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool back = key->key() == Qt::Key_Left;
        if (key->modifiers() == Qt::NoModifier && (back || key->key() == Qt::Key_Right)) {
            step(back ? 1 : -1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace broadsheet
