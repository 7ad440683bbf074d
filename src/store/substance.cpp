// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/substance.h"

#include "base/text.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace broadsheet::store {

namespace {

constexpr qsizetype edge = 400;
constexpr qsizetype longestLabel = 48;

/** Takes out what matches; a look at the text is cheaper than a copy of it, and most texts have none. */
void drop(QString &text, const QRegularExpression &what)
{
    if (what.match(text).hasMatch())
        text.replace(what, QString());
}

void dropCounters(QString &text)
{
    static const QRegularExpression counter(
        QStringLiteral(
            "\\b\\d[\\d.,]*\\s*[kKmM]?\\s*(comments?|replies|views?|likes?|shares?|points?|upvotes?|votes?|"
            "reactions?|readers|kommentare?|aufrufe|commentaires?|vues|comentarios?|reacties|"
            "комментари\\w*|просмотр\\w*)\\b"),
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
    static const QRegularExpression stamp(
        QStringLiteral(
            "(?m)(^|[\n.!?|·•([]\\s*)((last\\s+)?(updated|modified|edited|published|posted)|first published|"
            "(zuletzt\\s+)?(aktualisiert|bearbeitet)|stand|mis à jour|publié|actualizado|publicado|"
            "bijgewerkt|обновлено|опубликовано)\\b\\s*:?\\s*(on|at|am|um|le|el|op|в)?\\s*"
            "(?:[^.!?\\n]|(?<=\\d)\\.){0,60}?(\\d{4}|\\d{1,2}[:.h]\\d{2}(\\s*[ap]\\.?m\\.?)?|ago)"
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

/** Lines that are nothing but the label of an advertisement or an invitation to share. */
QString withoutLabels(const QString &text)
{
    static const QRegularExpression label(
        QStringLiteral(
            "^\\s*(advertisements?|ad|sponsored( content| links?)?|promoted|anzeigen?|werbung|publicité|"
            "publicidad|реклама|story continues below( advertisement)?|article continues below advertisement|"
            "read more|share this( article| story)?|loading\\W*)\\s*$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString result;
    result.reserve(text.size());
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (line.size() <= longestLabel && label.match(line.toString()).hasMatch())
            continue;
        result.append(line);
        result.append(u'\n');
    }
    return result;
}

/** Quotes, dashes and dots by their plain marks; characters that nobody sees go. */
QString plainMarks(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        switch (c.unicode()) {
        case 0x2018:
        case 0x2019:
        case 0x201a:
        case 0x201b:
        case 0x2032:
        case 0x60:
        case 0xb4:
            result.append(u'\'');
            break;
        case 0x201c:
        case 0x201d:
        case 0x201e:
        case 0x201f:
        case 0x2033:
        case 0xab:
        case 0xbb:
            result.append(u'"');
            break;
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2212:
            result.append(u'-');
            break;
        case 0x2026:
            result.append(QLatin1String("..."));
            break;
        case 0xad:
        case 0x200b:
        case 0x200c:
        case 0x200d:
        case 0x2060:
        case 0xfeff:
        case 0x200e:
        case 0x200f:
            break;
        default:
            result.append(c);
        }
    }
    return result;
}

} // namespace

QByteArray substanceHash(const QString &title, const QString &text)
{
    QString body = withoutTimes(withoutLabels(text));
    dropCounters(body);
    QString headline = title;
    dropCounters(headline);
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const QString &part : {collapsed(plainMarks(headline)), collapsed(plainMarks(body))}) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return hash.result().left(16);
}

} // namespace broadsheet::store
