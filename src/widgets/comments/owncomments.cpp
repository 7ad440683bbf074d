// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/owncomments.h"

#include "base/answer.h"
#include "base/text.h"
#include "services/commentservice.h"
#include "services/libraryevents.h"
#include "widgets/comments/commenttime.h"
#include "widgets/comments/highlightcolors.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"

#include <QAbstractListModel>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <chrono>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

constexpr int mostRows = 5'000;

} // namespace

/** The rows; read whole, since few people write more than some thousand. */
class OwnCommentsModel : public QAbstractListModel
{
public:
    OwnCommentsModel(const Clock &clock, QObject *parent) : QAbstractListModel(parent), m_clock(clock) {}

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const KeptComment &row = m_rows.at(index.row());
        if (role == Qt::DisplayRole)
            return words(row);
        if (role != Qt::AccessibleTextRole)
            return {};
        QStringList parts{words(row), row.articleTitle,
                          commenttime::shown(row.comment.created, m_clock.now())};
        if (row.comment.color != HighlightColor::None)
            parts.prepend(OwnComments::tr("Highlight"));
        if (!row.article.isValid())
            parts.append(OwnComments::tr("the article is gone"));
        return parts.join(OwnComments::tr(", ", "between the parts of a sentence that is read aloud"));
    }

    void setRows(const QList<KeptComment> &rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    const KeptComment &row(int index) const { return m_rows.at(index); }
    const Clock &clock() const { return m_clock; }

private:
    static QString words(const KeptComment &row)
    {
        return row.comment.text.isEmpty() ? row.comment.quote : row.comment.text;
    }

    const Clock &m_clock;
    QList<KeptComment> m_rows;
};

namespace {

class Delegate : public QStyledItemDelegate
{
public:
    Delegate(const OwnCommentsModel &model, Appearance &appearance, QObject *parent)
        : QStyledItemDelegate(parent), m_model(model), m_appearance(appearance)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, qRound(84 * fonts::scale())};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = m_appearance.theme();
        const KeptComment &row = m_model.row(index.row());
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected || (option.state & QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? theme.sel : theme.hover);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(4, 2, -4, -2), 9, 9);
        }
        const QRect area = option.rect.adjusted(16, 10, -16, -10);
        if (row.comment.color != HighlightColor::None) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(highlightColor(theme, row.comment.color));
            painter->drawRoundedRect(QRectF(area.left() - 7, area.top() + 2, 3, area.height() - 4), 1.5, 1.5);
        }
        meta(*painter, area, row, selected);
        const bool bare = row.comment.text.isEmpty();
        const QFont font = bare ? fonts::serif(15, QFont::Normal, true) : fonts::sans(14);
        painter->setFont(font);
        painter->setPen(selected ? theme.selText : theme.text);
        const QRect words = area.adjusted(0, qRound(21 * fonts::scale()), 0, 0);
        painter->drawText(words, Qt::TextWordWrap | Qt::AlignTop,
                          fitting(index.data().toString(), font, words));
        painter->restore();
    }

private:
    void meta(QPainter &painter, const QRect &area, const KeptComment &row, bool selected) const
    {
        const Theme &theme = m_appearance.theme();
        QString time = commenttime::shown(row.comment.created, m_model.clock().now());
        if (!row.article.isValid())
            time = OwnComments::tr("article gone · %1", "%1 is when the comment was written").arg(time);
        const QFont font = fonts::sans(12);
        painter.setFont(font);
        painter.setPen(selected ? theme.selMuted : theme.text3);
        const int wide = QFontMetrics(font).horizontalAdvance(time);
        painter.drawText(area, Qt::AlignTop | Qt::AlignRight, time);
        painter.setFont(fonts::sans(12, QFont::Medium));
        painter.setPen(selected ? theme.selMuted : theme.text2);
        const QString title =
            row.articleTitle.isEmpty() ? row.articleUrl.toDisplayString() : row.articleTitle;
        painter.drawText(
            area, Qt::AlignTop | Qt::AlignLeft,
            QFontMetrics(painter.font()).elidedText(title, Qt::ElideRight, area.width() - wide - 14));
    }

    /** As much as two lines take. */
    static QString fitting(const QString &text, const QFont &font, const QRect &area)
    {
        const QFontMetrics metrics(font);
        return excerpt(text, qMax(20, 2 * area.width() / qMax(1, metrics.averageCharWidth()) - 8));
    }

    const OwnCommentsModel &m_model;
    Appearance &m_appearance;
};

} // namespace

OwnComments::OwnComments(CommentService &comments, LibraryEvents &events, Appearance &appearance,
                         QWidget *parent)
    : QWidget(parent)
    , m_comments(comments)
    , m_model(new OwnCommentsModel(comments.clock(), this))
    , m_search(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_title(new QLabel(this))
    , m_list(new QListView(this))
    , m_sum(new QLabel(this))
{
    m_title->setFont(fonts::sans(18, QFont::Bold));
    setAutoFillBackground(true);
    const auto restyle = [this, &appearance] {
        QPalette colors = palette();
        colors.setColor(QPalette::Window, appearance.theme().list);
        colors.setColor(QPalette::Base, appearance.theme().list);
        setPalette(colors);
        m_list->viewport()->update();
    };
    connect(&appearance, &Appearance::changed, this, restyle);
    restyle();
    m_search->setPlaceholderText(tr("Search what you wrote"));
    m_search->setAccessibleName(tr("Search what you wrote"));
    m_search->setClearButtonEnabled(true);
    auto *kindLabel = new QLabel(tr("&Show:"), this);
    kindLabel->setBuddy(m_kind);
    m_kind->addItem(tr("Everything"));
    m_kind->addItem(tr("Highlights and notes"));
    for (const HighlightColor color :
         {HighlightColor::Yellow, HighlightColor::Green, HighlightColor::Blue, HighlightColor::Pink})
        m_kind->addItem(tr("Highlights: %1").arg(highlightName(color)), int(color));
    m_kind->addItem(tr("Of articles that are gone"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Delegate(*m_model, appearance, this));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setFrameShape(QFrame::NoFrame);

    auto *bar = new QHBoxLayout;
    bar->addWidget(kindLabel);
    bar->addWidget(m_kind, 1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 14, 16, 8);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_search);
    head->addLayout(bar);
    head->addWidget(m_sum);
    m_sum->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_list, 1);

    m_typing.setSingleShot(true);
    m_typing.setInterval(120ms);
    connect(&m_typing, &QTimer::timeout, this, &OwnComments::ask);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { choose(m_model->index(0)); });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &OwnComments::ask);
    connect(m_list, &QAbstractItemView::activated, this, &OwnComments::choose);
    connect(m_list, &QAbstractItemView::clicked, this, &OwnComments::choose);
    connect(&events, &LibraryEvents::commentsChanged, this, [this] { m_typing.start(); });
    connect(&events, &LibraryEvents::commentsImported, this, [this] { m_typing.start(); });
}

OwnComments::~OwnComments() = default;

void OwnComments::list(Show show)
{
    m_title->setText(show == Show::All ? tr("My comments") : tr("Highlights"));
    m_list->setAccessibleName(m_title->text());
    {
        const QSignalBlocker quiet(m_kind);
        m_kind->setCurrentIndex(show == Show::Highlights ? 1 : 0);
    }
    m_search->clear();
    ask();
}

void OwnComments::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void OwnComments::step(int by)
{
    const QModelIndex next = m_model->index(m_list->currentIndex().row() + by);
    if (!next.isValid())
        return;
    m_list->setCurrentIndex(next);
    choose(next);
}

CommentFilter OwnComments::filter() const
{
    CommentFilter filter;
    filter.words = m_search->text();
    const int index = m_kind->currentIndex();
    filter.lonelyOnly = index == m_kind->count() - 1;
    filter.highlightsOnly = index > 0 && !filter.lonelyOnly;
    filter.color = HighlightColor(m_kind->currentData().toInt());
    return filter;
}

void OwnComments::ask()
{
    whenAnswered(m_comments.own(filter(), mostRows), this,
                 [this, asked = ++m_question](const Result<QList<KeptComment>> &rows) {
                     if (asked != m_question || !rows)
                         return;
                     const int present = qMax(0, m_list->currentIndex().row());
                     m_model->setRows(*rows);
                     m_sum->setText(rows->isEmpty()
                                        ? tr("Nothing yet. What you write stays on this computer.")
                                        : tr("%n entries", nullptr, int(rows->size())));
                     if (!rows->isEmpty())
                         m_list->setCurrentIndex(m_model->index(qMin(present, int(rows->size()) - 1)));
                 });
}

void OwnComments::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const KeptComment &row = m_model->row(index.row());
    if (!row.article.isValid()) {
        m_sum->setText(tr("This article is no longer here; what you wrote is kept."));
        return;
    }
    Q_EMIT commentWanted(row.article, row.comment.id);
}

} // namespace broadsheet

// Here and not with the others, so that a test of the thread alone links without services and store.
#include "moc_owncomments.cpp"
