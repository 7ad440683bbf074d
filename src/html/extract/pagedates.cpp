// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/pagedates.h"

#include "html/entities.h"
#include "html/extract/jsonld.h"
#include "html/extract/metas.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

constexpr auto unicode =
    QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

constexpr auto publishedNames = std::to_array<const char *>({"article:published_time",
                                                             "article:published",
                                                             "og:published_time",
                                                             "og:article:published_time",
                                                             "datepublished",
                                                             "parsely-pub-date",
                                                             "sailthru:date",
                                                             "dc:date:issued",
                                                             "dcterms:issued",
                                                             "dc:issued",
                                                             "dcterms:created",
                                                             "dc:created",
                                                             "dcterms:date",
                                                             "citation_publication_date",
                                                             "citation_date",
                                                             "pubdate",
                                                             "publishdate",
                                                             "publish-date",
                                                             "publish_date",
                                                             "published-date",
                                                             "published_date",
                                                             "article:date",
                                                             "ptime",
                                                             "publication_date",
                                                             "article_date_original",
                                                             "originalpublicationdate",
                                                             "weibo:article:create_at",
                                                             "article:create_at",
                                                             "cxenseparse:recs:publishtime",
                                                             "cse_date",
                                                             "dc:date",
                                                             "dcterm:date",
                                                             "date",
                                                             "displaydate",
                                                             "datecreated"});

/** The first date that follows the patterns of addresses: /2016/05/12/, /2016-05-12. */
QString dateOfAddress(const QUrl &url)
{
    static const QRegularExpression pattern(
        QStringLiteral("/((?:19|20)\\d\\d)[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\\d|3[01])(?:/|-|_|\\.|$)"));
    const auto match = pattern.match(url.path());
    return match.hasMatch() ? match.captured(1) + u'-' + match.captured(2) + u'-' + match.captured(3)
                            : QString();
}

/** Digits of any script as ASCII: Arabic, Persian and Devanagari pages have their own. */
QString withAsciiDigits(const QString &text)
{
    QString out = text;
    for (QChar &c : out)
        c = c.isDigit() ? QChar(u'0' + c.digitValue()) : c;
    return out;
}

/** Everybody but Americans has the day before the month. */
bool isDayFirst(const QString &language)
{
    const QString tag = language.toLower();
    return !tag.isEmpty() && (!tag.startsWith(QLatin1String("en")) ||
                              (tag.size() > 2 && !tag.endsWith(QLatin1String("-us")) &&
                               !tag.endsWith(QLatin1String("-ph")) && !tag.endsWith(QLatin1String("-001"))));
}

QString isoDate(int year, int month, int day)
{
    return QStringLiteral("%1-%2-%3")
        .arg(year)
        .arg(month, 2, 10, QLatin1Char('0'))
        .arg(day, 2, 10, QLatin1Char('0'));
}

/** \a date with its numbers in the order year, month, day where two of them stand between slashes. */
QString inOrder(const QString &date, const QString &language)
{
    static const QRegularExpression slashed(
        QStringLiteral("^(\\d{1,2})([/.-])(\\d{1,2})\\2((?:19|20|25)\\d\\d)"));
    const auto match = slashed.match(date);
    if (!match.hasMatch())
        return date;
    const int first = match.captured(1).toInt();
    const int second = match.captured(3).toInt();
    const bool dayFirst =
        second <= 12 && (first > 12 || match.captured(2) == QLatin1String(".") || isDayFirst(language));
    return isoDate(match.captured(4).toInt(), dayFirst ? second : first, dayFirst ? first : second) +
           date.mid(match.capturedLength());
}

qsizetype lettersOfWords(const QString &text)
{
    return std::ranges::count_if(text, [](QChar c) { return c.isLetter(); });
}

enum class Kind { Plain, Published, Changed };

/** What the words before a date say of it. */
Kind kindOf(const QString &before)
{
    static const QRegularExpression changed(
        QString::fromUtf8(
            "(updated?|modified|edited|aktualisiert|stand|geändert|mis à jour|modifié|actualizado|"
            "atualizado|aggiornat[oa]|ultimo aggiornamento|bijgewerkt|uppdaterad|oppdatert|"
            "opdateret|päivitetty|aktualizacja|aktualizováno|frissítve|actualizat|ažurirano|"
            "обновлено|изменено|оновлено|ενημέρωση|güncellen?me|آخر تحديث|تحديث|עודכן|अपडेट|"
            "diperbarui|cập nhật|อัปเดต|更新|수정)\\W*(\\w+\\W+){0,2}$"),
        unicode);
    static const QRegularExpression published(
        QString::fromUtf8(
            "(published|posted|created|first|veröffentlicht|erstellt|publié|publicado|pubblicato|"
            "gepubliceerd|publicerad|publisert|publiceret|julkaistu|opublikowano|publikováno|"
            "megjelent|publicat|objavljeno|опубликовано|опубліковано|δημοσίευση|yayınlanma|نشر|"
            "פורסם|प्रकाशित|diterbitkan|เผยแพร่|公開|投稿|发布|發布|發佈|입력|등록)\\W*(\\w+\\W+){0,2}$"),
        unicode);
    if (published.match(before).hasMatch())
        return Kind::Published;
    return changed.match(before).hasMatch() ? Kind::Changed : Kind::Plain;
}

struct Dated
{
    QString date;
    Kind kind;
};

QList<Dated> datesWithKind(const QString &line, const QString &language)
{
    // ISO, Chinese and Korean, "3. March 2021", "March 3, 2021", "2021. március 3.", "3 tháng 3, 2021",
    // 3/4/2021
    static const QRegularExpression date(
        QString::fromUtf8("(?<!\\d)(?:"
                          "(?:19|20|25)\\d\\d ?[-/.] ?\\d{1,2} ?[-/.] ?\\d{1,2}|"
                          "(?:19|20)\\d\\d ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日일号號]|"
                          "\\d{1,2}(?:\\.|st|nd|rd|th|er|º|ª)?[- ](?:de |d['’]|of "
                          ")?[\\p{L}\\p{M}]{3,14}\\.?,?[- ](?:de |del |of )?"
                          "(?:19|20|25)\\d\\d|"
                          "(?<!\\p{L})\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?(?: ?,| )? ?(?:19|20)\\d\\d|"
                          "(?:19|20)\\d\\d\\. ?[\\p{L}]{3,12}\\.? \\d{1,2}|"
                          "\\d{1,2} tháng \\d{1,2}(?:,| năm)? (?:19|20)\\d\\d|"
                          "\\d{1,2}([/.-])\\d{1,2}\\1(?:19|20|25)\\d\\d"
                          ")(?!\\d)(?:[T,.| –-]*(?:um |at |à |às |alle |kl\\.? ?|klo |o |в |ore "
                          ")?\\d{1,2}:\\d\\d(?::\\d\\d)?"
                          "(?: ?[ap]\\.?m\\b\\.?)?(?: ?(?:GMT|UTC|Z|EST|EDT|PST|PDT|CET|CEST|BST)\\b)?(?: "
                          "?[+-]\\d\\d:?\\d\\d)?)?"),
        unicode);
    QList<Dated> dates;
    const QString plain = withAsciiDigits(line);
    for (auto all = date.globalMatch(plain); all.hasNext() && dates.size() < 6;) {
        const auto match = all.next();
        const qsizetype start = match.capturedStart();
        const QString before = plain.mid(std::max<qsizetype>(0, start - 40), std::min<qsizetype>(start, 40));
        dates.append({inOrder(match.captured(), language), kindOf(before)});
    }
    return dates;
}

class DateFinder
{
public:
    DateFinder(const PageView &view, const DateContext &context)
        : m_view(view), m_dom(view.dom), m_context(context)
    {
    }

    /** Times in the text, those below the heading first. */
    void readTimes()
    {
        const int from = m_context.heading == Dom::none ? 0 : m_context.heading;
        readTimes(from, m_dom.size());
        readTimes(0, from);
    }

    /** Dates shown as text by elements whose name says so, near the heading. */
    void readNamed()
    {
        const int from = std::max(0, m_context.heading - 200);
        const int end = std::min(m_dom.size(), from + 3000);
        for (int node = from; node < end && m_named.size() < 12; ++node) {
            const bool isDate = m_dom.isElement(node) && m_dom.tag(node) != Tag::Meta &&
                                m_dom.end(node) - node <= 30 && (m_view.hints(node) & DateName);
            if (isDate)
                addFrom(m_dom.text(node, 200), m_named);
        }
    }

    /** Short lines near the heading that are little more than a date. */
    void readWritten()
    {
        constexpr int before = 60;
        constexpr int after = 160;
        constexpr int wordy = 70; // letters beside the digits
        if (m_context.heading == Dom::none)
            return;
        const int end = m_dom.end(m_context.heading);
        readLines(end, std::min(m_dom.size(), end + after), wordy);
        readLines(std::max(0, m_context.heading - before), m_context.heading, wordy);
    }

    const QStringList &published() const { return m_published; }
    const QStringList &times() const { return m_times; }
    const QStringList &named() const { return m_named; }
    const QStringList &written() const { return m_written; }
    const QStringList &changed() const { return m_changed; }

private:
    void readTimes(int begin, int end)
    {
        for (int node = begin; node < end && m_published.size() + m_times.size() < 12; ++node) {
            if (!m_dom.isElement(node) || m_dom.tag(node) == Tag::Meta)
                continue;
            const QByteArray property = m_dom.attribute(node, "itemprop").toByteArray().toLower();
            const bool published = property.contains("datepublished") || m_dom.hasAttribute(node, "pubdate");
            if (m_dom.tag(node) != Tag::Time && !published)
                continue;
            const QString date = timeOf(node);
            if (date.isEmpty())
                continue;
            if (published)
                m_published.append(date);
            else
                (tellsOfChange(node, property) ? m_changed : m_times).append(date);
        }
    }

    QString timeOf(int node) const
    {
        for (const char *name : {"datetime", "content"}) {
            if (const QString value = decoded(m_dom.attribute(node, name)); !value.isEmpty())
                return value;
        }
        const QString text = m_dom.text(node, 100);
        const QStringList dates = datesIn(text, m_context.language);
        return dates.isEmpty() ? text : dates.first();
    }

    bool tellsOfChange(int node, const QByteArray &property) const
    {
        const QByteArray names = m_dom.attribute(node, "class").toByteArray().toLower();
        if (property.contains("modified") ||
            ((names.contains("updated") || names.contains("modified")) && !names.contains("publish")))
            return true;
        return kindOf(m_dom.text(node, 60) + u' ') == Kind::Changed ||
               kindOf(wordsBefore(node) + u' ') == Kind::Changed;
    }

    /** What stands before a node in its line. */
    QString wordsBefore(int node) const
    {
        constexpr int near = 6; // nodes
        const int block = m_view.blockOf(node);
        for (int before = node - 1; before > std::max(block, node - near); --before) {
            const QString text = m_dom.isText(before) ? decoded(m_dom.rawText(before)) : QString();
            if (!text.isEmpty())
                return text.right(40);
        }
        return {};
    }

    void addFrom(const QString &text, QStringList &dates)
    {
        const QList<Dated> found = datesWithKind(text, m_context.language);
        for (const Dated &one : found) {
            if (one.kind == Kind::Published)
                dates.prepend(one.date);
            else
                (one.kind == Kind::Changed && found.size() > 1 ? m_changed : dates).append(one.date);
        }
        if (found.isEmpty() && text.size() >= 6 && text.size() < 40)
            dates.append(text);
    }

    void readLines(int begin, int end, int wordy)
    {
        for (int node = begin; node < end && m_written.size() < 6; ++node) {
            if (!m_dom.isText(node))
                continue;
            const int parent = m_view.blockOf(m_dom.parent(node));
            const QString line =
                m_dom.end(parent) - parent <= 30 ? m_dom.text(parent, 300) : decoded(m_dom.rawText(node));
            if (line.size() < 8 || line.size() > 160 || lettersOfWords(line) > wordy)
                continue;
            const qsizetype known = m_written.size();
            for (const Dated &one : datesWithKind(line, m_context.language))
                (one.kind == Kind::Changed ? m_changed : m_written).append(one.date);
            if (m_written.size() > known)
                return; // the nearest
        }
    }

    const PageView &m_view;
    const Dom &m_dom;
    const DateContext &m_context;
    QStringList m_published;
    QStringList m_times;
    QStringList m_named;
    QStringList m_written;
    QStringList m_changed;
};

} // namespace

QStringList datesIn(const QString &line, const QString &language)
{
    QStringList dates;
    for (const Dated &one : datesWithKind(line, language))
        dates.append(one.date);
    return dates;
}

QStringList findDates(const PageView &view, const Metas &metas, const JsonLdArticle &json,
                      const DateContext &context)
{
    QStringList dates;
    const auto add = [&](const QString &date) {
        if (date.size() >= 6 && date.size() < 80 && !dates.contains(date))
            dates.append(inOrder(date, context.language));
    };
    const auto addAll = [&add](const QStringList &more) {
        for (const QString &date : more)
            add(date);
    };
    add(json.datePublished);
    for (const char *key : publishedNames)
        addAll(metas.all(key));
    DateFinder finder(view, context);
    finder.readTimes();
    finder.readNamed();
    addAll(finder.published());
    // The address knows the day, a time of that day knows the hour.
    const QString day = dateOfAddress(context.address);
    const auto hour = std::ranges::find_if(finder.times(), [&day](const QString &date) {
        return !day.isEmpty() && date.size() > day.size() && date.startsWith(day);
    });
    add(hour != finder.times().end() ? *hour : day);
    addAll(finder.times());
    addAll(finder.named());
    finder.readWritten();
    addAll(finder.written());
    addAll(finder.changed());
    addAll(metas.all("article:modified_time"));
    return dates;
}

} // namespace broadsheet::html
