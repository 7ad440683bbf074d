// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/commentarchive.h"

#include "support/testmain.h"

#include <QJsonDocument>
#include <QXmlStreamReader>

using namespace broadsheet;

namespace {

Comment comment(int number, const QString &text, int parent = 0, int depth = 0)
{
    Comment made;
    made.id = CommentId(number);
    made.uuid = QByteArray(15, 'u') + char('0' + number);
    made.parent = CommentId(parent);
    made.depth = depth;
    made.text = text;
    made.created = QDateTime({2026, 3, number}, {8, 0, 0, 123}, Qt::UTC);
    return made;
}

CommentArchive example()
{
    CommentArchive archive;
    CommentedArticle article;
    article.key = *ArticleKey::fromBytes("0123456789abcdef");
    article.title = QStringLiteral("What: \"the\" tide/brought…\nback");
    article.url = QUrl(QStringLiteral("https://harbour.example/tide?a=1&b=2"));
    article.feedTitle = QStringLiteral("Harbour & news");
    article.feedUrl = QUrl(QStringLiteral("https://user:secret@harbour.example/feed"));
    Comment mark = comment(1, {});
    mark.quote = QStringLiteral("first line\nsecond line");
    mark.prefix = QStringLiteral("before ");
    mark.suffix = QStringLiteral(" after");
    mark.color = HighlightColor::Blue;
    mark.recolored = mark.created.addSecs(30);
    Comment parent = comment(2, QStringLiteral("Quite so:\n\n```\nx < 1\n```"));
    parent.edited = parent.created.addSecs(60);
    parent.name = QStringLiteral("K*m");
    Comment reply = comment(3, QStringLiteral("bell \a, tail"), 2, 1);
    article.comments = {mark, parent, reply};
    archive.articles = {article};
    archive.parents.insert(reply.uuid, parent.uuid);
    archive.versions.insert(parent.uuid, {{QStringLiteral("Quiet so"), {}, parent.edited}});
    return archive;
}

} // namespace

class CommentArchiveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jsonComesBackAsItWent()
    {
        const CommentArchive archive = example();
        const QByteArray json = exchange::writeCommentJson(archive);
        QVERIFY(!json.contains("secret"));
        const auto read = exchange::readCommentArchive(json);
        QVERIFY(read.has_value());
        QCOMPARE(read->parents, archive.parents);
        QCOMPARE(read->versions, archive.versions);
        QCOMPARE(read->articles.size(), 1);
        const CommentedArticle &article = read->articles.first();
        QCOMPARE(article.key, archive.articles.first().key);
        QCOMPARE(article.title, archive.articles.first().title);
        QCOMPARE(article.comments.size(), 3);
        for (int i = 0; i < 3; ++i) {
            const Comment &was = archive.articles.first().comments.at(i);
            const Comment &is = article.comments.at(i);
            QCOMPARE(is.uuid, was.uuid);
            QCOMPARE(is.text, was.text);
            QCOMPARE(is.created, was.created);
            QCOMPARE(is.edited, was.edited);
            QCOMPARE(is.anchor(), was.anchor());
            QCOMPARE(is.color, was.color);
            QCOMPARE(is.recolored, was.recolored);
        }
    }

    void jsonOfOthers()
    {
        QCOMPARE(exchange::readCommentArchive(" \n").error().code, ErrorCode::EmptyBody);
        QCOMPARE(exchange::readCommentArchive("{").error().code, ErrorCode::Malformed);
        QCOMPARE(exchange::readCommentArchive("[]").error().code, ErrorCode::Malformed);
        QCOMPARE(exchange::readCommentArchive("{\"comments\":5}").error().code, ErrorCode::Malformed);
        // Half of one is none; addresses other than of the web are no addresses.
        const auto read = exchange::readCommentArchive(
            R"({"comments":[5,{"id":"x"},{"id":"00000000-0000-0000-0000-000000000001","text":"no time"},
            {"id":"00000000-0000-0000-0000-000000000002","text":"yes","date":"2026-03-10T08:00:00Z",
             "url":"javascript:x","article":{"key":"30313233343536373839616263646566","url":"file:/etc"}}]})");
        QVERIFY(read.has_value());
        QCOMPARE(read->articles.size(), 1);
        QCOMPARE(read->articles.first().comments.size(), 1);
        QVERIFY(read->articles.first().url.isEmpty());
        QVERIFY(read->articles.first().comments.first().url.isEmpty());
    }

    void atomIsThreaded()
    {
        const QByteArray atom = exchange::writeCommentAtom(example(), QStringLiteral("Me"),
                                                           QDateTime({2026, 4, 1}, {0, 0}, Qt::UTC));
        QXmlStreamReader xml(atom);
        QStringList ids, references;
        QStringList names;
        bool inEntry = false;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            inEntry = inEntry || xml.name() == QLatin1String("entry");
            if (inEntry && xml.name() == QLatin1String("id"))
                ids.append(xml.readElementText());
            else if (xml.name() == QLatin1String("name"))
                names.append(xml.readElementText());
            else if (xml.name() == QLatin1String("in-reply-to"))
                references.append(xml.attributes().value(QLatin1String("ref")).toString());
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString())); // the bell is gone
        QCOMPARE(ids.size(), 3);                                  // newest first
        QCOMPARE(references.size(), 3);
        QCOMPARE(references.at(0), ids.at(1));
        QCOMPARE(references.at(1), QStringLiteral("https://harbour.example/tide?a=1&b=2"));
        QCOMPARE(names, (QStringList{QStringLiteral("Me"), QStringLiteral("K*m"), QStringLiteral("Me")}));
    }

    void markdownIsFitForNotes()
    {
        const auto file = exchange::writeCommentMarkdown(example().articles.first(), QStringLiteral("Me"));
        QCOMPARE(file.name, QStringLiteral("What the tide brought back (30313233).md"));
        const QString text = QString::fromUtf8(file.bytes);
        QVERIFY(text.startsWith(QStringLiteral("---\ntitle: \"What: \\\"the\\\" tide/brought… back\"\n")));
        QVERIFY(text.contains(QStringLiteral("\nhighlights: 1\ncomments: 2\n")));
        QVERIFY(text.contains(QStringLiteral("> first line\n> second line\n")));
        QVERIFY(text.contains(
            QStringLiteral("- **K\\*m** *2026-03-02T08:00:00Z, edited 2026-03-02T08:01:00Z*\n")));
        QVERIFY(text.contains(QStringLiteral("    ```\n    x < 1\n    ```\n")));
        QVERIFY(text.contains(QStringLiteral("\n    - **Me** ")));
        CommentedArticle nameless = example().articles.first();
        nameless.title = QStringLiteral("../..");
        QCOMPARE(exchange::writeCommentMarkdown(nameless, {}).name, QStringLiteral("30313233.md"));
        nameless.title = QString(400, u'字');
        QVERIFY(exchange::writeCommentMarkdown(nameless, {}).name.toUtf8().size() < 255);
    }
};

BROADSHEET_TEST_MAIN(CommentArchiveTest, QCoreApplication)
#include "commentarchive.moc"
