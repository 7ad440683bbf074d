// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/textpanel.h"

#include "settings/settings.h"
#include "widgets/common/appearance.h"
#include "widgets/common/compositing.h"
#include "widgets/common/fonts.h"
#include "widgets/common/inputmode.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace broadsheet {

namespace {

constexpr int segmentHeight = 32;
constexpr int rowWidth = 232;

Theme sampleOf(ColorScheme scheme, const Theme &present)
{
    switch (scheme) {
    case ColorScheme::Light:
        return Theme::light();
    case ColorScheme::Dark:
        return Theme::darkTheme();
    case ColorScheme::Sepia:
        return Theme::sepia();
    case ColorScheme::System:
        break;
    }
    return present;
}

} // namespace

/** One choice of a row. */
class TextSegment : public QAbstractButton
{
public:
    TextSegment(const TextPanel::Choice &choice, Appearance &appearance, QWidget *parent)
        : QAbstractButton(parent), m_choice(choice), m_appearance(appearance)
    {
        setCheckable(true);
        setAccessibleName(choice.name);
        setToolTip(choice.name);
        setFocusPolicy(Qt::StrongFocus);
        setFixedHeight(segmentHeight);
    }
    QSize sizeHint() const override { return {36, segmentHeight}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = m_appearance.theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF shape = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? theme.sel : underMouse() ? theme.hover : QColor(Qt::transparent));
        painter.drawRoundedRect(shape, 6, 6);
        const QColor ink = isChecked() ? theme.selText : theme.text2;
        if (m_choice.swatch >= 0)
            drawSwatch(painter, ColorScheme(m_choice.swatch));
        else if (m_choice.lineGap > 0)
            drawLines(painter, ink);
        else
            drawWords(painter, ink);
        if (showsFocusRing(this)) {
            painter.setPen(QPen(theme.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(shape, 6, 6);
        }
    }

private:
    void drawWords(QPainter &painter, const QColor &ink)
    {
        painter.setFont(m_choice.serif ? fonts::serif(m_choice.textSize, QFont::Medium)
                                       : fonts::sans(m_choice.textSize, QFont::Medium));
        painter.setPen(ink);
        painter.drawText(rect(), Qt::AlignCenter, m_choice.text);
    }
    void drawLines(QPainter &painter, const QColor &ink)
    {
        painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap));
        const QPointF centre = QRectF(rect()).center();
        for (int i = -1; i <= 1; ++i) {
            const double y = centre.y() + i * m_choice.lineGap;
            painter.drawLine(QPointF(centre.x() - 8, y), QPointF(centre.x() + 8, y));
        }
    }
    void drawSwatch(QPainter &painter, ColorScheme scheme)
    {
        const Theme sample = sampleOf(scheme, m_appearance.theme());
        const QRectF circle(QRectF(rect()).center() - QPointF(11, 11), QSizeF(22, 22));
        painter.setPen(QPen(m_appearance.theme().text3, 1));
        painter.setBrush(sample.reader);
        painter.drawEllipse(circle);
        if (scheme == ColorScheme::System) {
            // Both halves: it may be either.
            painter.setPen(Qt::NoPen);
            painter.setBrush(Theme::light().reader);
            painter.drawPie(circle.adjusted(0.5, 0.5, -0.5, -0.5), 90 * 16, 180 * 16);
            painter.setBrush(Theme::darkTheme().reader);
            painter.drawPie(circle.adjusted(0.5, 0.5, -0.5, -0.5), -90 * 16, 180 * 16);
            return;
        }
        painter.setFont(fonts::serif(12, QFont::DemiBold));
        painter.setPen(sample.text);
        painter.drawText(circle, Qt::AlignCenter, QStringLiteral("a"));
    }

    TextPanel::Choice m_choice;
    Appearance &m_appearance;
};

TextPanel::TextPanel(Settings &settings, Appearance &appearance, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_settings(settings)
    , m_appearance(appearance)
    , m_rows(new QVBoxLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground, isCompositing());
    setObjectName(QStringLiteral("textPanel"));
    setAccessibleName(tr("Text and colours"));
    m_rows->setContentsMargins(18, 14, 14, 14);
    m_rows->setSpacing(6);
    addRow(tr("Colours"),
           {{tr("Light"), {}, 13, false, 0, int(ColorScheme::Light)},
            {tr("Sepia"), {}, 13, false, 0, int(ColorScheme::Sepia)},
            {tr("Dark"), {}, 13, false, 0, int(ColorScheme::Dark)},
            {tr("As the system"), {}, 13, false, 0, int(ColorScheme::System)}},
           QList{ColorScheme::Light, ColorScheme::Sepia, ColorScheme::Dark, ColorScheme::System}.indexOf(
               settings.colorScheme()),
           [this](int i) {
               constexpr ColorScheme order[] = {ColorScheme::Light, ColorScheme::Sepia, ColorScheme::Dark,
                                                ColorScheme::System};
               m_settings.setColorScheme(order[i]);
           });
    addRow(tr("Face"),
           {{tr("With serifs"), tr("Serif"), 15, true, 0, -1},
            {tr("Without serifs"), tr("Sans"), 14, false, 0, -1}},
           int(settings.readingFace()), [this](int i) { m_settings.setReadingFace(ReadingFace(i)); });
    //: A letter that shows a size of text.
    const QString letter = tr("A");
    addRow(tr("Size"),
           {{tr("Smallest"), letter, 11, true, 0, -1},
            {tr("Small"), letter, 13, true, 0, -1},
            {tr("Middle"), letter, 15, true, 0, -1},
            {tr("Large"), letter, 17.5, true, 0, -1},
            {tr("Larger"), letter, 20, true, 0, -1},
            {tr("Largest"), letter, 23, true, 0, -1}},
           settings.readingSize(), [this](int i) { m_settings.setReadingSize(i); });
    addRow(tr("Lines"),
           {{tr("Closest lines"), {}, 13, false, 4, -1},
            {tr("Close lines"), {}, 13, false, 5, -1},
            {tr("Usual lines"), {}, 13, false, 6, -1},
            {tr("Wide lines"), {}, 13, false, 7, -1},
            {tr("Widest lines"), {}, 13, false, 9, -1}},
           settings.lineSpacing(), [this](int i) { m_settings.setLineSpacing(i); });
    addRow(tr("Paragraphs"),
           {{tr("Close paragraphs"), tr("Close"), 13, false, 0, -1},
            {tr("Usual paragraphs"), tr("Usual"), 13, false, 0, -1},
            {tr("Paragraphs wide apart"), tr("Wide"), 13, false, 0, -1}},
           settings.paragraphSpacing(), [this](int i) { m_settings.setParagraphSpacing(i); });
    addRow(tr("Column"),
           {{tr("Narrow column"), tr("Narrow"), 13, false, 0, -1},
            {tr("Usual column"), tr("Usual"), 13, false, 0, -1},
            {tr("Wide column"), tr("Wide", "a column"), 13, false, 0, -1}},
           int(settings.columnWidth()), [this](int i) { m_settings.setColumnWidth(ColumnWidth(i)); });
    auto *justify = new QCheckBox(tr("&Justify paragraphs"), this);
    justify->setChecked(settings.justifyText());
    connect(justify, &QCheckBox::toggled, this, [this](bool on) { m_settings.setJustifyText(on); });
    auto *wrap = new QCheckBox(tr("&Wrap long lines of code"), this);
    wrap->setChecked(settings.wrapCode());
    connect(wrap, &QCheckBox::toggled, this, [this](bool on) { m_settings.setWrapCode(on); });
    m_rows->addSpacing(4);
    m_rows->addWidget(justify);
    m_rows->addWidget(wrap);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void TextPanel::addRow(const QString &label, const QList<Choice> &choices, int present,
                       const std::function<void(int)> &chosen)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    auto *words = new QLabel(label, this);
    words->setFont(fonts::sans(13));
    row->addWidget(words);
    row->addSpacing(18);
    row->addStretch();
    auto *group = new QButtonGroup(this);
    for (int i = 0; i < choices.size(); ++i) {
        auto *segment = new TextSegment(choices.at(i), m_appearance, this);
        segment->setFixedWidth(rowWidth / int(choices.size()));
        segment->setChecked(i == present);
        segment->setAccessibleDescription(label);
        group->addButton(segment, i);
        row->addWidget(segment);
    }
    connect(group, &QButtonGroup::idClicked, this, chosen);
    m_rows->addLayout(row);
}

void TextPanel::openUnder(const QWidget &button)
{
    adjustSize();
    QPoint corner = button.mapToGlobal(QPoint(button.width() - width(), button.height() + 4));
    const QPoint left = button.window()->mapToGlobal(QPoint(4, 0));
    move(qMax(corner.x(), left.x()), corner.y());
    show();
    if (showsFocusRing(&button))
        focusNextChild();
}

void TextPanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.hairline, 1));
    painter.setBrush(theme.raised);
    const int radius = testAttribute(Qt::WA_TranslucentBackground) ? 10 : 0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace broadsheet
