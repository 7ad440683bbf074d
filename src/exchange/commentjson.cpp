// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/commentarchive.h"
#include "exchange/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <array>

namespace broadsheet::exchange {

namespace {

constexpr qint64 maximumBytes = 64 * 1024 * 1024;
constexpr std::array<const char *, 5> colorNames{"", "yellow", "green", "blue", "pink"};

QString uuidText(const QByteArray &uuid)
{
    return QUuid::fromRfc4122(uuid).toString(QUuid::WithoutBraces);
}

QByteArray uuidOf(const QString &text)
{
    const QUuid uuid = QUuid::fromString(text);
    return uuid.isNull() ? QByteArray() : uuid.toRfc4122();
}

/** Milliseconds, so that a merge can tell which of two wordings is the later one. */
QString exactTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString address(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
}

class Writer
{
public:
    explicit Writer(const CommentArchive &archive) : m_archive(archive) {}

    QByteArray write()
    {
        m_out = "{\"format\":\"broadsheet-comments\",\"version\":1,\"comments\":[";
        for (const CommentedArticle &article : m_archive.articles) {
            for (const Comment &comment : article.comments) {
                m_out += m_first ? "\n" : ",\n";
                m_first = false;
                JsonWriter json(m_out);
                writeComment(json, article, comment);
            }
        }
        m_out += "\n]}\n";
        return std::move(m_out);
    }

private:
    void writeComment(JsonWriter &json, const CommentedArticle &article, const Comment &c)
    {
        json.beginObject();
        json.member("id", uuidText(c.uuid));
        if (m_archive.parents.contains(c.uuid))
            json.member("reply_to", uuidText(m_archive.parents.value(c.uuid)));
        json.member("name", c.name);
        json.key("text");
        json.value(c.text);
        json.member("date", exactTime(c.created));
        json.member("date_edited", exactTime(c.edited));
        json.member("origin",
                    c.origin == CommentOrigin::Local ? QStringLiteral("local") : QStringLiteral("site"));
        json.member("quote", c.quote);
        json.member("quote_prefix", c.prefix);
        json.member("quote_suffix", c.suffix);
        json.member("color", QString::fromLatin1(colorNames.at(size_t(c.color))));
        json.member("date_recolored", exactTime(c.recolored));
        json.member("url", address(c.url));
        if (c.deleted)
            json.flag("deleted", true);
        writeVersions(json, m_archive.versions.value(c.uuid));
        writeArticle(json, article);
        json.endObject();
    }

    static void writeVersions(JsonWriter &json, const QList<CommentVersion> &versions)
    {
        if (versions.isEmpty())
            return;
        json.beginArray("history");
        for (const CommentVersion &version : versions) {
            json.beginObject();
            json.key("text");
            json.value(version.text);
            json.member("date", exactTime(version.written));
            json.member("date_replaced", exactTime(version.replaced));
            json.endObject();
        }
        json.endArray();
    }

    static void writeArticle(JsonWriter &json, const CommentedArticle &article)
    {
        json.beginObject("article");
        json.member("key", QString::fromLatin1(article.key.bytes().toHex()));
        json.member("title", article.title);
        json.member("url", address(article.url));
        json.member("feed_title", article.feedTitle);
        json.member("feed_url", address(article.feedUrl));
        json.endObject();
    }

    const CommentArchive &m_archive;
    QByteArray m_out;
    bool m_first = true;
};

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

QDateTime time(const QJsonObject &object, const char *name)
{
    return QDateTime::fromString(text(object, name), Qt::ISODateWithMs).toUTC();
}

/** Addresses of a file are as little to be trusted as those of a feed. */
QUrl webAddress(const QJsonObject &object, const char *name)
{
    const QUrl url(text(object, name), QUrl::StrictMode);
    return url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https") ? url : QUrl();
}

HighlightColor colorOf(const QString &name)
{
    for (size_t i = 1; i < colorNames.size(); ++i) {
        if (name == QLatin1String(colorNames.at(i)))
            return HighlightColor(i);
    }
    return HighlightColor::None;
}

class Reader
{
public:
    CommentArchive read(const QJsonArray &comments)
    {
        for (const QJsonValue &value : comments)
            take(value.toObject());
        return std::move(m_archive);
    }

private:
    void take(const QJsonObject &object)
    {
        const QJsonObject about = object.value(QLatin1String("article")).toObject();
        const auto key = ArticleKey::fromBytes(QByteArray::fromHex(text(about, "key").toLatin1()));
        Comment c;
        c.uuid = uuidOf(text(object, "id"));
        c.created = time(object, "date");
        if (!key || c.uuid.isEmpty() || !c.created.isValid())
            return;
        c.name = text(object, "name");
        c.text = text(object, "text");
        c.edited = time(object, "date_edited");
        c.origin =
            text(object, "origin") == QLatin1String("site") ? CommentOrigin::Site : CommentOrigin::Local;
        c.quote = text(object, "quote");
        c.prefix = text(object, "quote_prefix");
        c.suffix = text(object, "quote_suffix");
        c.color = colorOf(text(object, "color"));
        c.recolored = time(object, "date_recolored");
        c.url = webAddress(object, "url");
        c.deleted = object.value(QLatin1String("deleted")).toBool();
        const QByteArray parent = uuidOf(text(object, "reply_to"));
        if (!parent.isEmpty())
            m_archive.parents.insert(c.uuid, parent);
        takeVersions(c.uuid, object.value(QLatin1String("history")).toArray());
        place(*key, about).comments.append(c);
    }

    void takeVersions(const QByteArray &uuid, const QJsonArray &versions)
    {
        for (const QJsonValue &value : versions) {
            const QJsonObject version = value.toObject();
            const QDateTime replaced = time(version, "date_replaced");
            if (replaced.isValid())
                m_archive.versions[uuid].append({text(version, "text"), time(version, "date"), replaced});
        }
    }

    CommentedArticle &place(const ArticleKey &key, const QJsonObject &about)
    {
        const auto known = m_places.constFind(key);
        if (known != m_places.constEnd())
            return m_archive.articles[*known];
        m_places.insert(key, m_archive.articles.size());
        m_archive.articles.append({key,
                                   {},
                                   text(about, "title"),
                                   webAddress(about, "url"),
                                   text(about, "feed_title"),
                                   webAddress(about, "feed_url"),
                                   {}});
        return m_archive.articles.last();
    }

    CommentArchive m_archive;
    QHash<ArticleKey, qsizetype> m_places;
};

} // namespace

QByteArray writeCommentJson(const CommentArchive &archive)
{
    return Writer(archive).write();
}

Result<CommentArchive> readCommentArchive(const QByteArray &bytes)
{
    if (bytes.trimmed().isEmpty())
        return Error{ErrorCode::EmptyBody, QStringLiteral("the file is empty"), {}, {}};
    if (bytes.size() > maximumBytes)
        return Error{ErrorCode::TooLarge, QStringLiteral("more than 64 MB"), {}, {}};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{ErrorCode::Malformed, problem.errorString(), {}, problem.offset};
    const QJsonObject root = document.object();
    if (!root.value(QLatin1String("comments")).isArray())
        return Error{ErrorCode::Malformed, QStringLiteral("no comments of Broadsheet"), {}, {}};
    return Reader().read(root.value(QLatin1String("comments")).toArray());
}

} // namespace broadsheet::exchange
