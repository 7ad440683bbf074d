// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settingspages.h"

#include "settings/settings.h"
#include "widgets/common/proxyfield.h"
#include "widgets/settings/pictureroom.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <functional>

namespace broadsheet {

namespace {

/** A page that is filled row by row: a label with its mnemonic, and the control that it names. */
class Page : public QWidget
{
    Q_DECLARE_TR_FUNCTIONS(SettingsPage)
public:
    Page() : m_form(new QFormLayout(this))
    {
        m_form->setContentsMargins(8, 4, 4, 4);
        m_form->setVerticalSpacing(14);
        m_form->setHorizontalSpacing(18);
        m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    }

    void addChoice(const char *name, const QString &label, const QStringList &choices, int present,
                   const std::function<void(int)> &chosen)
    {
        auto *combo = new QComboBox;
        combo->setObjectName(QLatin1String(name));
        combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        combo->addItems(choices);
        combo->setCurrentIndex(present);
        connect(combo, &QComboBox::currentIndexChanged, this, chosen);
        m_form->addRow(label, combo);
    }

    void addCheck(const char *name, const QString &label, bool present,
                  const std::function<void(bool)> &toggled)
    {
        auto *check = new QCheckBox(label);
        check->setObjectName(QLatin1String(name));
        check->setChecked(present);
        connect(check, &QCheckBox::toggled, this, toggled);
        m_form->addRow(check);
    }

    void addNote(const QString &text)
    {
        auto *note = new QLabel;
        note->setText(text);
        note->setWordWrap(true);
        m_form->addRow(note);
    }

    QFormLayout *form() { return m_form; }

    static QWidget *appearance(Settings &settings);
    static QWidget *reading(Settings &settings);
    static QWidget *fetching(Settings &settings);
    static QWidget *keeping(Settings &settings, ImageLoader *images);
    static QWidget *comments(Settings &settings);
    static QWidget *keyboard(Settings &settings, const QList<KeyEntry> &keys);

private:
    QFormLayout *m_form;
};

QWidget *Page::appearance(Settings &settings)
{
    auto *page = new Page;
    page->addChoice("colorScheme", tr("&Colours:"),
                    {tr("As the system"), tr("Light"), tr("Dark"), tr("Sepia")}, int(settings.colorScheme()),
                    [&](int i) { settings.setColorScheme(ColorScheme(i)); });
    page->addChoice("compactList", tr("Article &list:"), {tr("Comfortable"), tr("Compact")},
                    settings.compactList(), [&](int i) { settings.setCompactList(i == 1); });
    page->addCheck("reduceMotion", tr("Reduce &motion"), settings.reduceMotion(),
                   [&](bool on) { settings.setReduceMotion(on); });
    return page;
}

QWidget *Page::reading(Settings &settings)
{
    auto *page = new Page;
    page->addChoice("readingFace", tr("&Typeface:"), {tr("Serif"), tr("Sans serif")},
                    int(settings.readingFace()), [&](int i) { settings.setReadingFace(ReadingFace(i)); });
    page->addChoice("readingSize", tr("&Size:"),
                    {tr("Smallest"), tr("Small"), tr("Medium"), tr("Large"), tr("Larger"), tr("Largest")},
                    settings.readingSize(), [&](int i) { settings.setReadingSize(i); });
    page->addChoice("lineSpacing", tr("&Line spacing:"),
                    {tr("Closest"), tr("Close"), tr("Medium"), tr("Wide"), tr("Widest")},
                    settings.lineSpacing(), [&](int i) { settings.setLineSpacing(i); });
    page->addChoice("paragraphSpacing", tr("Para&graphs:"), {tr("Close"), tr("Medium"), tr("Wide apart")},
                    settings.paragraphSpacing(), [&](int i) { settings.setParagraphSpacing(i); });
    page->addChoice("columnWidth", tr("Column &width:"), {tr("Narrow"), tr("Normal"), tr("Wide", "a column")},
                    int(settings.columnWidth()), [&](int i) { settings.setColumnWidth(ColumnWidth(i)); });
    page->addChoice(
        "imagePolicy", tr("&Pictures:"),
        {tr("Show"), tr("Only when I ask"), tr("Never load"), tr("Show, but not over a metered connection")},
        int(settings.imagePolicy()), [&](int i) { settings.setImagePolicy(ImagePolicy(i)); });
    page->addChoice("markRead", tr("Mark an article as &read:"),
                    {tr("A moment after it is shown"), tr("At once"), tr("Only when I say so"),
                     tr("When it is shown, or scrolled past in the list")},
                    int(settings.markRead()), [&](int i) { settings.setMarkRead(MarkRead(i)); });
    page->addCheck("findStories", tr("&Find which articles tell one story"), settings.findStories(),
                   [&](bool on) { settings.setFindStories(on); });
    page->addCheck("rankByInterest", tr("Stories of feeds and topics that I read and star come &first"),
                   settings.rankByInterest(), [&](bool on) { settings.setRankByInterest(on); });
    page->addCheck("justifyText", tr("&Justify paragraphs"), settings.justifyText(),
                   [&](bool on) { settings.setJustifyText(on); });
    page->addCheck("wrapCode", tr("&Wrap long lines of code"), settings.wrapCode(),
                   [&](bool on) { settings.setWrapCode(on); });
    return page;
}

QWidget *Page::fetching(Settings &settings)
{
    auto *page = new Page;
    QList<int> minutes{0, 15, 30, 60, 120, 360, 1440};
    QStringList names{tr("Never by itself"), tr("Every 15 minutes"), tr("Every 30 minutes"), tr("Every hour"),
                      tr("Every 2 hours"),   tr("Every 6 hours"),    tr("Once a day")};
    const int present = int(settings.syncInterval().count());
    if (!minutes.contains(present)) { // written into the file by hand
        minutes << present;
        names << tr("Every %n minutes", nullptr, present);
    }
    page->addChoice(
        "syncInterval", tr("Look for &new articles:"), names, int(minutes.indexOf(present)),
        [&settings, minutes](int i) { settings.setSyncInterval(std::chrono::minutes(minutes.at(i))); });
    page->addCheck("syncAtStart", tr("Look for new articles when Broadsheet &starts"), settings.syncAtStart(),
                   [&](bool on) { settings.setSyncAtStart(on); });
    page->addCheck("syncOnMetered", tr("Also where the connection is paid by &volume"),
                   settings.syncOnMetered(), [&](bool on) { settings.setSyncOnMetered(on); });
    auto *proxy = new ProxyField(tr("As the system has it"), settings.proxy());
    connect(proxy, &ProxyField::changed, page, [&settings, proxy] { settings.setProxy(proxy->value()); });
    page->form()->addRow(tr("&Proxy:"), proxy);
    page->addNote(tr("A feed that asks to be visited less often is visited less often."));
    return page;
}

QWidget *Page::keeping(Settings &settings, ImageLoader *images)
{
    auto *page = new Page;
    const auto numbers = [page](const char *name, const QString &label, QList<int> values, QStringList names,
                                int present, const QString &other, const std::function<void(int)> &chosen) {
        if (!values.contains(present)) { // written into the file by hand
            values << present;
            names << other;
        }
        page->addChoice(name, label, names, int(values.indexOf(present)),
                        [values, chosen](int i) { chosen(values.at(i)); });
    };
    numbers("keepDays", tr("Keep articles &for:"), {0, 30, 90, 180, 365, 1095},
            {tr("Ever"), tr("A month"), tr("3 months"), tr("6 months"), tr("A year"), tr("3 years")},
            settings.keepDays(), tr("%n days", nullptr, settings.keepDays()),
            [&](int days) { settings.setKeepDays(days); });
    numbers("keepCount", tr("Keep of each fee&d:"), {0, 100, 500, 1000, 5000},
            {tr("All"), tr("The latest 100"), tr("The latest 500"), tr("The latest 1,000"),
             tr("The latest 5,000")},
            settings.keepCount(), tr("The latest %n", nullptr, settings.keepCount()),
            [&](int count) { settings.setKeepCount(count); });
    page->addCheck("keepUnread", tr("Always keep what is &unread"), settings.keepUnread(),
                   [&](bool on) { settings.setKeepUnread(on); });
    page->addNote(
        tr("What you starred, highlighted or wrote about is always kept, and your comments outlive their "
           "article. A feed can have limits of its own: see its options."));
    const QList<int> sizes{32, 64, 128, 256, 512, 1024, 2048, 4096};
    QStringList words;
    for (const int megabytes : sizes + QList{settings.pictureMegabytes()})
        words << inBytes(megabytes * qint64(1024) * 1024);
    if (sizes.contains(settings.pictureMegabytes()))
        words.removeLast();
    numbers("pictureMegabytes", tr("&Room for pictures:"), sizes, words.first(sizes.size()),
            settings.pictureMegabytes(), words.constLast(),
            [&](int megabytes) { settings.setPictureMegabytes(megabytes); });
    if (images)
        page->form()->addRow(new PictureRoom(*images));
    return page;
}

QWidget *Page::comments(Settings &settings)
{
    auto *page = new Page;
    auto *name = new QLineEdit(settings.commentName());
    name->setObjectName(QStringLiteral("commentName"));
    name->setPlaceholderText(tr("You"));
    name->setMaxLength(100);
    connect(name, &QLineEdit::textEdited, page,
            [&settings](const QString &text) { settings.setCommentName(text); });
    page->form()->addRow(tr("&Name on your comments:"), name);
    auto *others = new QLineEdit(settings.otherCommentNames().join(QStringLiteral(", ")));
    others->setObjectName(QStringLiteral("otherCommentNames"));
    others->setPlaceholderText(tr("None; several are parted by commas"));
    others->setMaxLength(400);
    connect(others, &QLineEdit::textEdited, page, [&settings](const QString &text) {
        QStringList names;
        for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
            if (const QString trimmed = part.trimmed(); !trimmed.isEmpty() && !names.contains(trimmed))
                names.append(trimmed);
        }
        settings.setOtherCommentNames(names);
    });
    page->form()->addRow(tr("&Other names to choose from:"), others);
    page->addNote(tr("What you write stays on this computer."));
    page->addCheck("discussionSites",
                   tr("Fetch the &discussion from Discourse, Lobsters, Hacker News, Reddit and Mastodon"),
                   settings.discussionSites(), [&](bool on) { settings.setDiscussionSites(on); });
    page->addNote(
        tr("Where an article names its page there. That site then learns that you read the article."));
    return page;
}

QWidget *Page::keyboard(Settings &settings, const QList<KeyEntry> &keys)
{
    auto *page = new Page;
    page->addCheck("singleKeys", tr("Single &letters are commands outside text fields"),
                   settings.singleKeys(), [&](bool on) { settings.setSingleKeys(on); });
    page->form()->addRow(makeKeyList(keys));
    return page;
}

} // namespace

QWidget *makeAppearancePage(Settings &settings)
{
    return Page::appearance(settings);
}

QWidget *makeReadingPage(Settings &settings)
{
    return Page::reading(settings);
}

QWidget *makeFetchingPage(Settings &settings)
{
    return Page::fetching(settings);
}

QWidget *makeKeepingPage(Settings &settings, ImageLoader *images)
{
    return Page::keeping(settings, images);
}

QWidget *makeCommentsPage(Settings &settings)
{
    return Page::comments(settings);
}

QWidget *makeKeyboardPage(Settings &settings, const QList<KeyEntry> &keys)
{
    return Page::keyboard(settings, keys);
}

} // namespace broadsheet
