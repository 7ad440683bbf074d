// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/substance.h"

#include "base/plainsign.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace broadsheet::store {

namespace {

constexpr qsizetype edge = 400;
constexpr qsizetype longestLabel = 60;
constexpr qsizetype longestTeaser = 120; ///< the line of a list of other articles
constexpr int teasersAtMost = 12;
constexpr qsizetype longestName = 40;    ///< of a publisher, behind a headline
constexpr qsizetype longestOrigin = 300; ///< "The post … appeared first on …"

/** The letters with which the words begin that dropCounters() looks for behind a number. */
bool beginsCounted(QChar c)
{
    return QStringView(u"crvlspuka\u043a\u043f").contains(c.toLower()) || c == QChar(0x17f) ||
           c == QChar(0x212a);
}

/** True if something in \a text may be a counter: the expressions below take a third of the time that an
 * article costs otherwise, and nearly no text has one. Says yes too often, never too seldom. */
bool mayCount(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isDigit())
            continue;
        qsizetype before = i - 1;
        while (before >= 0 && text[before].isSpace())
            --before;
        if (before >= 0 && (text[before] == u':' || text[before] == u'('))
            return true;
        while (i < text.size() && (text[i].isDigit() || text[i] == u'.' || text[i] == u','))
            ++i;
        while (i < text.size() && text[i].isSpace())
            ++i;
        if (i < text.size() && (beginsCounted(text[i]) || text[i].toLower() == u'm'))
            return true;
        --i; // this one is looked at too
    }
    return false;
}

/** True if something in \a text may tell a time or an age. */
bool mayTellTime(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); }) ||
           text.contains(u"ago", Qt::CaseInsensitive);
}

/** Takes out what matches; a look at the text is cheaper than a copy of it, and most texts have none. */
void drop(QString &text, const QRegularExpression &what)
{
    if (what.match(text).hasMatch())
        text.replace(what, QString());
}

void dropCounters(QString &text)
{
    if (!mayCount(text))
        return;
    static const QRegularExpression counter(
        QStringLiteral(
            "\\b\\d[\\d.,]*\\s*[kKmM]?\\s*(comments?|replies|views?|likes?|shares?|points?|upvotes?|votes?|"
            "reactions?|readers|kommentare?|aufrufe|commentaires?|vues|comentarios?|reacties|"
            "комментари\\w*|просмотр\\w*|"
            "(people|users|others)\\s+(are\\s+)?(now\\s+)?(reading|viewing|watching)\\s+(this|now))\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    drop(text, counter);
    static const QRegularExpression labelled(
        QStringLiteral(
            "\\b(comments?|views?|likes?|shares?|votes?|kommentare|commentaires)\\s*[:(]\\s*\\d[\\d.,]*\\)?"),
        QRegularExpression::CaseInsensitiveOption);
    drop(text, labelled);
}

/** "Updated 5 May 2026 at 12:30", "Last modified: 3 hours ago": to the end of the sentence, if it is short
 * and has a number; and ages anywhere. */
void dropTimes(QString &text)
{
    if (!mayTellTime(text))
        return;
    static const QRegularExpression stamp(
        QStringLiteral(
            "(?m)(^|[\n.!?|·•([]\\s*)((last\\s+)?(updated|modified|edited|published|posted)|first published|"
            "(zuletzt\\s+)?(aktualisiert|bearbeitet)|stand|mis à jour|publié|actualizado|publicado|"
            "bijgewerkt|обновлено|опубликовано)\\b\\s*:?\\s*(on|at|am|um|le|el|op|в)?\\s*"
            "(?:[^.!?\\n]|(?<=\\d)\\.){0,60}?(\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d)?(\\.\\d+)?"
            "(Z|[+-]\\d\\d:?\\d\\d)?)?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|"
            "\\d{4}|\\d{1,2}[:.h]\\d{2}(\\s*[ap]\\.?m\\.?)?|ago)"
            "(\\s*,?\\s*(at\\s+|um\\s+)?\\d{1,2}[:.h]\\d{2}(\\s*[ap]\\.?m\\.?|\\s*uhr)?(\\s*[A-Z]{2,4}\\b)?)"
            "?"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    if (stamp.match(text).hasMatch())
        text.replace(stamp, QStringLiteral("\\1"));
    static const QRegularExpression age(
        QStringLiteral(
            "\\b(\\d+|an?|one)\\s*(s|sec(ond)?s?|m|min(ute)?s?|h|hours?|hrs?|d|days?|weeks?|months?)\\s+"
            "ago\\b|"
            "\\bvor\\s+\\d+\\s+(sekunden?|minuten?|stunden?|tagen?)\\b|"
            "\\bil y "
            "a\\s+\\d+\\s+(minutes?|heures?|jours?)\\b|\\bhace\\s+\\d+\\s+(minutos?|horas?|días?)\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    drop(text, age);
}

/** Such stamps stand at the beginning or the end of a text; to look through all of it would cost more than
 * the rest. */
QString withoutTimes(const QString &text)
{
    QString head = text.left(edge);
    QString tail = text.mid(std::max(edge, text.size() - edge));
    const QStringView middle = QStringView(text).mid(head.size(), text.size() - head.size() - tail.size());
    dropTimes(head);
    dropTimes(tail);
    return head.append(middle).append(tail);
}

/** True for a line that is a date, a time or both, and nothing else. */
bool isTime(QStringView line)
{
    static const QRegularExpression time(
        QStringLiteral(
            "^\\W*((\\d{1,2}(st|nd|rd|th)?|\\d{4}|\\d{1,2}[:.h]\\d{2}(:\\d{2})?|\\d{1,4}[./-]\\d{1,2}[./"
            "-]\\d{1,4}|"
            "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-]\\d\\d:?\\d\\d)?|[ap]\\.?m|uhr|at|um|on|am|le|el|de|à|UTC|"
            "GMT|"
            "[CE]E?[SD]?T|[MP][SD]T|BST|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|"
            "(mon|diens|donners|frei|sams|sonn)tag|mittwoch|"
            "jan(uary|uar|vier)?|feb(ruary|ruar)?|f[ée]v(rier)?|mar(ch|s|zo)?|märz|a[pv]r(il)?|ma[iy]o?|"
            "june?|juni|juin|july?|juli|juillet|aug(ust)?|août|agosto|sep(t|tember|tembre)?|o[ck]t(ober|obre|"
            "ubre)?|"
            "nov(ember|embre|iembre)?|d[eé][cz](ember|embre|iembre)?)\\b\\W*)+$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto digits = std::ranges::count_if(line, [](QChar c) { return c.isDigit(); });
    // "2026" and "12" alone are headings as well.
    return digits > 0 && (digits > 4 || line.contains(u':') || line.contains(u' ')) &&
           time.match(line.toString()).hasMatch();
}

/** True for a line that belongs to the page and not to the text: the label of an advertisement, an invitation
 * to share or to read on, how long reading takes. */
bool isLabel(QStringView line)
{
    static const QRegularExpression label(
        QStringLiteral(
            "^\\W*((advertisements?|ad|sponsored( content| links?)?|promoted|anzeigen?|werbung|publicité|"
            "publicidad|реклама|story continues below( advertisement)?|article continues below advertisement|"
            "read more|read on|(continue|keep) reading|read the (full|whole) (article|story|post)|click here "
            "to read more|"
            "weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|lees verder|читать далее|"
            "share( on| via)?( this)?( article| story| post)?|print|copy "
            "link|facebook|twitter|x|e-?mail|whatsapp|"
            "linkedin|reddit|pinterest|telegram|bluesky|mastodon|threads|flipboard|loading|"
            "\\d+ ?-?min(ute)?s?( read| de lecture| lesezeit| de lectura)|"
            "(reading time|lesezeit|temps de lecture|leestijd|tiempo de lectura)\\W*\\d+ "
            "?(min|m)\\w*)\\W*)+$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return label.match(line.toString()).hasMatch();
}

/** The heading of a list of other articles. */
bool isOthers(QStringView line)
{
    static const QRegularExpression heading(
        QStringLiteral(
            "^\\W*((related|recommended|popular|trending|more|most read|latest|top)( "
            "(articles?|stories|posts?|news|"
            "reading|content|headlines|coverage|on this( story| topic)?|from .{1,30}|for you))|read "
            "(also|next)|"
            "see also|you (may|might) also like|don't miss|lesen sie auch|mehr zum thema|auch interessant|"
            "à lire aussi|sur le même sujet|lea también|te puede interesar|lees ook|читайте также)\\W*$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return heading.match(line.toString()).hasMatch();
}

/** "The post A headline appeared first on A site." */
bool isOrigin(QStringView line)
{
    return line.size() <= longestOrigin && line.startsWith(u"The post ", Qt::CaseInsensitive) &&
           line.contains(u" appeared first on ", Qt::CaseInsensitive);
}

/** A headline, not a sentence. */
bool isTeaser(QStringView line)
{
    return line.size() <= longestTeaser && !line.endsWith(u'.') && !line.endsWith(u'。');
}

/** Without the lines that are not the article's. */
QString withoutLabels(const QString &text)
{
    QString result;
    result.reserve(text.size());
    int teasers = 0; // that may still follow
    for (const QStringView whole : QStringView(text).split(u'\n')) {
        const QStringView line = whole.trimmed();
        if (line.isEmpty()) {
            result.append(u'\n');
            continue;
        }
        if (teasers > 0 && isTeaser(line)) {
            --teasers;
            continue;
        }
        teasers = 0;
        if (line.size() <= longestLabel) {
            if (isLabel(line) || isTime(line))
                continue;
            if (isOthers(line)) {
                teasers = teasersAtMost;
                continue;
            }
        }
        if (isOrigin(line))
            continue;
        result.append(whole);
        result.append(u'\n');
    }
    return result;
}

/** Without the publisher's name behind a bar; capitals are a matter of style. */
QString plainTitle(const QString &title)
{
    const qsizetype bar = title.lastIndexOf(QLatin1String(" | "));
    const bool named = bar > 0 && title.size() - bar < longestName && title.left(bar).contains(u' ');
    return (named ? title.left(bar) : title).toCaseFolded();
}

/** How plainText() writes a character: quotes, dashes and dots by their plain marks. 0: as it is. */
char plainMark(char16_t c)
{
    switch (c) {
    case 0x60:
    case 0xb4:
        return '\'';
    case 0x2026:
        return '.';
    default: {
        const QChar sign = plainSign(QChar(c));
        return sign.unicode() == c ? '\0' : sign.toLatin1();
    }
    }
}

bool isUnseen(char16_t c)
{
    return c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

/** Plain marks, single blanks, and without characters that nobody sees. */
QString plainText(const QString &text)
{
    QString result(text.size() * 3, Qt::Uninitialized);
    QChar *const begin = result.data();
    QChar *to = begin;
    bool pendingBlank = false;
    for (const QChar c : text) {
        if (c.unicode() > 0x20 &&
            c.unicode() < 0x60) { // letters and digits are common, look-ups are not cheap
            if (pendingBlank)
                *to++ = u' ';
            pendingBlank = false;
            *to++ = c;
            continue;
        }
        if (isUnseen(c.unicode()))
            continue;
        if (c.isSpace()) {
            pendingBlank = to != begin;
            continue;
        }
        if (pendingBlank)
            *to++ = u' ';
        pendingBlank = false;
        const char mark = plainMark(c.unicode());
        *to++ = mark == 0 ? c : QChar::fromLatin1(mark);
        if (mark == '.') {
            *to++ = u'.';
            *to++ = u'.';
        }
    }
    result.truncate(to - begin);
    return result;
}

} // namespace

QByteArray substanceHash(const QString &title, const QString &text)
{
    QString body = withoutTimes(withoutLabels(text));
    dropCounters(body);
    QString headline = plainTitle(title);
    dropCounters(headline);
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const QString &part : {plainText(headline), plainText(body)}) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return hash.result().left(16);
}

} // namespace broadsheet::store
