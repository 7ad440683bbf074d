// SPDX-License-Identifier: GPL-3.0-or-later
// What can be wrong with a file of translations without anybody noticing until a reader does.
#include "support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

QByteArray contentsOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** Contexts that are not those of a class with Q_OBJECT: words in one that no tr() asks for are never found. */
QSet<QString> declaredContexts(const QString &folder)
{
    static const QRegularExpression declaration(
        QStringLiteral("Q_DECLARE_TR_FUNCTIONS\\(([A-Za-z:]+)\\)|\\btranslate\\(\"([A-Za-z:]+)\""));
    QSet<QString> contexts;
    QDirIterator files(folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString source = QString::fromUtf8(contentsOf(files.next()));
        auto matches = declaration.globalMatch(source);
        while (matches.hasNext()) {
            const auto match = matches.next();
            contexts << match.captured(1) << match.captured(2);
        }
    }
    return contexts;
}

struct Message
{
    QString source;
    QStringList translations; ///< several where there are plural forms
    bool plural = false;
    bool unfinished = false;
};

QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("%L?(?:n|[0-9]{1,2})"));
    QSet<QString> found;
    auto matches = placeholder.globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured().remove(u'L'); // "%L1": the number as the language writes it
    return found;
}

qsizetype accelerators(const QString &text)
{
    static const QRegularExpression accelerator(QStringLiteral("(?<!&)(?:&&)*&(?![&\\s])"));
    return text.count(accelerator);
}

/** The blanks at both ends, as pieces that are put together need them. */
QString ends(const QString &text)
{
    static const QRegularExpression middle(QStringLiteral("\\S(?:.*\\S)?"),
                                           QRegularExpression::DotMatchesEverythingOption);
    return QString(text).replace(middle, QStringLiteral("|"));
}

QStringList complaints(const Message &message)
{
    QStringList wrong;
    const auto complain = [&](const char *what) {
        wrong << QStringLiteral("“%1”: %2").arg(message.source, QLatin1String(what));
    };
    if (message.unfinished)
        complain("unfinished");
    for (const QString &text : message.translations) {
        if (text.isEmpty()) {
            complain("no translation");
            continue;
        }
        QSet<QString> wanted = placeholders(message.source);
        const QSet<QString> given = placeholders(text);
        const bool singular = message.plural && &text == &message.translations.first();
        if (singular && !given.contains(QStringLiteral("%n"))) // "One article"
            wanted.remove(QStringLiteral("%n"));
        if (given != wanted)
            complain("other placeholders");
        if (accelerators(text) != accelerators(message.source))
            complain("an accelerator too many, or none");
        if (ends(text) != ends(message.source))
            complain("other blanks at an end");
        if (text.endsWith(u'…') != message.source.endsWith(u'…'))
            complain("“…” at one end only");
    }
    return wrong;
}

Message readMessage(QXmlStreamReader &xml)
{
    Message message;
    message.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.unfinished = xml.attributes().value(QLatin1String("type")) == QLatin1String("unfinished");
            if (!message.plural) {
                message.translations << xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                message.translations << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QStringList complaints(const QByteArray &file, const QSet<QString> &contexts)
{
    QStringList wrong;
    QXmlStreamReader xml(file);
    xml.readNextStartElement();
    while (xml.readNextStartElement()) { // <context>
        while (xml.readNextStartElement()) {
            if (xml.name() == QLatin1String("name")) {
                const QString name = xml.readElementText();
                if (!name.startsWith(QLatin1String("broadsheet::")) && !contexts.contains(name))
                    wrong << QStringLiteral("no tr() asks for the context %1").arg(name);
            } else if (xml.name() == QLatin1String("message")) {
                wrong += complaints(readMessage(xml));
            } else {
                xml.skipCurrentElement();
            }
        }
    }
    if (xml.hasError())
        wrong << xml.errorString();
    return wrong;
}

/** A file of one message. */
QByteArray fileOf(const QByteArray &source, const QByteArray &translation,
                  const QByteArray &context = "Known")
{
    return "<TS version=\"2.1\" language=\"de\"><context><name>" + context + "</name><message" +
           (translation.contains("<numerusform>") ? " numerus=\"yes\"" : "") + "><source>" + source +
           "</source>" + translation + "</message></context></TS>";
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCheckItself_data();
    void theCheckItself();
    void contexts();
    void files_data();
    void files();
    void pluralFormsAreComplete();
};

void TranslationsTest::theCheckItself_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("translation");
    QTest::addColumn<bool>("good");

    const auto row = [](const char *name, const QByteArray &source, const QByteArray &translation,
                        bool good) {
        QTest::newRow(name) << source << "<translation>" + translation + "</translation>" << good;
    };
    const auto plural = [](const char *name, const QByteArray &source, const QByteArray &one,
                           const QByteArray &many, bool good) {
        QTest::newRow(name) << source
                            << "<translation><numerusform>" + one + "</numerusform><numerusform>" + many +
                                   "</numerusform></translation>"
                            << good;
    };
    row("good", "&amp;Open %1…", "%1 ö&amp;ffnen …", true);
    row("turned round", "%1 of %2", "%2 von %1", true);
    row("a number as it is written", "%1 articles", "%L1 Artikel", true);
    row("not a placeholder", "%1 %", "%1 %", true);
    row("a blank at the end", "Reply: ", "Antwort: ", true);
    row("an ampersand", "Q &amp;&amp; A", "Fragen &amp;&amp; Antworten", true);
    plural("plural", "%n feeds", "%n Feed", "%n Feeds", true);
    plural("plural, one in words", "%n feeds", "Ein Feed", "%n Feeds", true);

    QTest::newRow("unfinished") << QByteArray("Open")
                                << QByteArray("<translation type=\"unfinished\">Öffnen</translation>")
                                << false;
    row("empty", "Open", "", false);
    row("placeholder lost", "%1 of %2", "%1 von", false);
    row("placeholder invented", "%1 of it", "%1 von %2", false);
    row("number lost", "%n", "viele", false);
    plural("plural, number lost", "%n feeds", "Ein Feed", "Feeds", false);
    plural("plural, placeholder lost", "%n feeds of %1", "Ein Feed", "%n Feeds von %1", false);
    plural("plural, empty", "%n feeds", "Ein Feed", "", false);
    row("accelerator lost", "&amp;Open", "Öffnen", false);
    row("accelerator invented", "Open", "Ö&amp;ffnen", false);
    row("two accelerators", "&amp;Open", "Ö&amp;ff&amp;nen", false);
    row("an ampersand is no accelerator", "&amp;Open", "Öffnen &amp;&amp; mehr", false);
    row("blank lost", "Reply: ", "Antwort:", false);
    row("blank invented", "Reply", "Antwort ", false);
    row("blank at the beginning", ", edited", " , bearbeitet", false);
    row("dots lost", "Open…", "Öffnen", false);
    row("dots invented", "Open", "Öffnen…", false);
}

void TranslationsTest::theCheckItself()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, translation);
    QFETCH(bool, good);
    const QStringList wrong = complaints(fileOf(source, translation), {QStringLiteral("Known")});
    QVERIFY2(wrong.isEmpty() == good, qPrintable(wrong.join(u'\n')));
}

void TranslationsTest::contexts()
{
    const QByteArray words = "<translation>Öffnen</translation>";
    QVERIFY(!complaints(fileOf("Open", words, "Lost"), {QStringLiteral("Known")}).isEmpty());
    QVERIFY(complaints(fileOf("Open", words, "broadsheet::Pane"), {}).isEmpty());
    QVERIFY(!complaints(QByteArray("<TS><context>"), {}).isEmpty());
}

void TranslationsTest::files_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QStringLiteral(BROADSHEET_TRANSLATIONS));
    const QStringList names = folder.entryList({QStringLiteral("*.ts")});
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TranslationsTest::files()
{
    QFETCH(QString, name);
    const QByteArray file = contentsOf(name);
    const QStringList wrong = complaints(file, declaredContexts(QStringLiteral(BROADSHEET_SOURCE)));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    // The program looks for broadsheet_<language>, and for Qt's words by what the file says.
    const QString language = QFileInfo(name).completeBaseName().section(u'_', 1);
    QVERIFY2(file.contains(QStringLiteral(" language=\"%1\"").arg(language).toLatin1()),
             qPrintable(QStringLiteral("not marked as %1").arg(language)));
}

/** English has its plural forms in a file, and no other language can lack what it has not got. */
void TranslationsTest::pluralFormsAreComplete()
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("broadsheet_en.ts"));
    QVERIFY(QFile::copy(QStringLiteral(BROADSHEET_TRANSLATIONS "/broadsheet_en.ts"), copy));
    QProcess lupdate;
    lupdate.start(QStringLiteral(BROADSHEET_LUPDATE),
                  {QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                   QStringLiteral("none"), QStringLiteral("-pluralonly"), QStringLiteral(BROADSHEET_SOURCE),
                   QStringLiteral(BROADSHEET_FORMS), QStringLiteral("-ts"), copy});
    QVERIFY(lupdate.waitForFinished(-1));
    QCOMPARE(lupdate.exitCode(), 0);
    const QStringList wrong =
        complaints(contentsOf(copy), declaredContexts(QStringLiteral(BROADSHEET_SOURCE)));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

BROADSHEET_TEST_MAIN(TranslationsTest, QCoreApplication)
#include "translations.moc"
