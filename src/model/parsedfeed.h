// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/safehtml.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace broadsheet {

/** Which document it was. The names of the contract are in exchange/feedformatname. */
enum class FeedFormat {
    Unknown,
    Rss090,
    Rss091,
    Rss092,
    Rss10,
    Rss20,
    Atom03,
    Atom10,
    Cdf,
    JsonFeed10,
    JsonFeed11
};

struct Person
{
    QString name;
    QString email;
    QString url;
    QString avatar;
    bool isEmpty() const { return name.isEmpty() && email.isEmpty() && url.isEmpty(); }
    bool operator==(const Person &) const = default;
};

/** Each once, in order; who has no name is called by the mail address. */
QStringList namesOf(const QList<Person> &people);

/** RFC 4287 §4.2.7; an absent rel is "alternate". */
struct Link
{
    QString rel;
    QString href;
    QString type;
    QString title;
    QString hreflang;
    std::optional<qint64> length; ///< bytes
};

/** A publisher's category (RFC 4287 §4.2.2; RSS category and its domain). */
struct Term
{
    QString term;
    QString scheme;
    QString label;
    bool operator==(const Term &) const = default;
};

/** An attached file (RSS enclosure, Atom rel=enclosure, JSON Feed attachment). */
struct Enclosure
{
    QString url;
    QString mimeType;
    QString title;
    std::optional<qint64> sizeInBytes;
    std::optional<double> durationInSeconds;
    bool operator==(const Enclosure &) const = default;
};

/** One media:content with what its group says about it (Media RSS 1.5.1). */
struct MediaItem
{
    QString url;
    QString mimeType;
    QString medium;
    QString title;
    QString thumbnail;
    std::optional<int> width;
    std::optional<int> height;
    std::optional<double> durationInSeconds;
    std::optional<qint64> sizeInBytes;
};

struct Location
{
    double latitude = 0;
    double longitude = 0;
    QString name;
};

/** thr:in-reply-to (RFC 4685 §3). */
struct InReplyTo
{
    QString ref;
    QString href;
};

/** Where an aggregator's entry comes from (RFC 4287 §4.2.11, RSS source). */
struct EntrySource
{
    QString title;
    QString url;
    QString feedUrl;
};

/**
 * A body as the feed gives it: markup or text of a stranger, UTF-8. Only the modules feed and ingest touch it;
 * ingest turns it into SafeHtml and empties it.
 */
struct RawBody
{
    enum class Kind { Html, Text };
    Kind kind = Kind::Html;
    QByteArray data;
    QString baseUrl; ///< from xml:base; empty: the feed's own
    bool isEmpty() const { return data.isEmpty(); }
};

/** What a feed holds: an Atom entry, RSS item, JSON Feed item. Texts are plain text unless their type says otherwise. */
struct ParsedEntry
{
    QString id;
    std::optional<bool> idIsPermalink;
    QString url;          ///< the page (alternate link), absolute where it can be made so
    QString externalUrl;  ///< JSON Feed's external_url: what a link blog points to
    QString title;        ///< plain text
    QString summary;      ///< plain text
    RawBody rawContent;   ///< before ingest
    RawBody rawSummary;   ///< before ingest
    SafeHtml content;     ///< after ingest; empty if the entry has none
    SafeHtml summaryHtml; ///< after ingest: the summary where it carries markup
    QString contentText;  ///< plain text of the content, for search and excerpt; after ingest
    QString image;        ///< lead picture
    QString bannerImage;
    QList<Person> authors;
    QList<Person> contributors;
    QList<Term> categories;
    QList<Link> links;
    QList<Enclosure> enclosures;
    QList<MediaItem> media;
    QDateTime published; ///< invalid: not given or impossible
    QDateTime modified;
    QDateTime created;
    QDateTime expired;
    QString language;
    QString rights;
    QString publisher;
    QString commentsUrl;
    QString commentsFeedUrl;
    std::optional<int> commentCount;
    QList<InReplyTo> inReplyTo;
    std::optional<EntrySource> source;
    std::optional<Location> location;
};

/** A feed document as values. A half-broken one is a success with warnings and wellFormed false. */
struct ParsedFeed
{
    FeedFormat format = FeedFormat::Unknown;
    bool wellFormed = true;
    QString encoding; ///< as decoded, IANA name in lower case
    QString id;
    QString title;    ///< plain text
    QString subtitle; ///< plain text
    QString siteUrl;  ///< the page the feed belongs to
    QString feedUrl;  ///< its own idea of its address (rel=self, JSON Feed's feed_url)
    QString nextUrl;  ///< paged feeds (RFC 5005)
    QString hubUrl;
    QString language;
    QString rights;
    QString icon;
    QString favicon;
    QString imageTitle; ///< with imageUrl … : RSS image, Atom logo
    QString imageUrl;
    QString imageLink;
    std::optional<int> imageWidth;
    std::optional<int> imageHeight;
    QString generatorName;
    QString generatorUrl;
    QString generatorVersion;
    QList<Person> authors;
    QList<Person> contributors;
    QList<Term> categories;
    QList<Link> links;
    QDateTime published;
    QDateTime modified;
    std::optional<int> ttlMinutes;
    QList<int> skipHours; ///< 0–23, GMT
    QStringList skipDays; ///< English names
    QString updatePeriod; ///< sy:updatePeriod
    std::optional<int> updateFrequency;
    bool expired = false; ///< JSON Feed: no more updates will come
    QList<ParsedEntry> entries;
    QStringList warnings; ///< English, one sentence each, for people who repair feeds
};

} // namespace broadsheet
