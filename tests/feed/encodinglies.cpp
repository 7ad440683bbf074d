// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds in the encodings of many languages that call themselves something else, or nothing.
#include "feed/encoding.h"
#include "support/testmain.h"

#include <QRegularExpression>

#include <iconv.h>

using namespace broadsheet;

namespace {

QByteArray encoded(const QString &text, const char *encoding)
{
    QByteArray in = text.toUtf8();
    QByteArray out(in.size() * 4 + 64, '\0');
    const iconv_t converter = iconv_open(encoding, "UTF-8");
    char *from = in.data();
    char *to = out.data();
    size_t left = size_t(in.size());
    size_t room = size_t(out.size());
    const bool ok = iconv(converter, &from, &left, &to, &room) != size_t(-1) &&
                    iconv(converter, nullptr, nullptr, &to, &room) != size_t(-1);
    iconv_close(converter);
    return ok ? out.left(to - out.data()) : QByteArray();
}

struct Sample
{
    const char *language;
    const char *text;
    std::initializer_list<const char *> encodings;
};

const std::initializer_list<Sample> otherScripts{
    {"ru",
     "Правительство утвердило новый бюджет на следующий год. Учёные обнаружили древний город",
     {"windows-1251", "koi8-r", "iso-8859-5", "mac-cyrillic"}},
    {"uk",
     "Уряд затвердив новий бюджет на наступний рік. Їжаки зимують під листям",
     {"windows-1251", "koi8-u"}},
    {"bg", "Правителството одобри новия бюджет за следващата година", {"windows-1251", "iso-8859-5"}},
    {"ja",
     "政府は新しい予算を承認しました。東京で大きな地震がありました。明日の天気は雨です",
     {"cp932", "euc-jp", "iso-2022-jp"}},
    {"zh", "政府批准了新的预算，科学家发现了一座古城，明天的天气是下雨", {"gb18030"}},
    {"zh", "政府批准了新的預算，科學家發現了一座古城，明天的天氣是下雨", {"big5"}},
    {"ko",
     "정부가 새 예산을 승인했습니다. 과학자들이 고대 도시를 발견했고 내일은 비가 올 것으로 예상되는 날이다",
     {"johab"}},
    {"ko", "정부가 새 예산을 승인했습니다. 과학자들이 고대 도시를 발견했습니다", {"euc-kr", "cp949"}},
    {"el", "Η κυβέρνηση ενέκρινε τον νέο προϋπολογισμό", {"windows-1253", "iso-8859-7"}},
    {"he", "הממשלה אישרה את התקציב החדש. מדענים גילו עיר עתיקה", {"windows-1255"}},
    {"ar", "وافقت الحكومة على الميزانية الجديدة. اكتشف العلماء مدينة قديمة", {"windows-1256", "iso-8859-6"}},
    {"th", "รัฐบาลอนุมัติงบประมาณใหม่ นักวิทยาศาสตร์ค้นพบเมืองโบราณ", {"tis-620"}},
};

const std::initializer_list<Sample> otherLatin{
    {"cs", "Vláda schválila nový rozpočet: déšť a žluťoučký kůň", {"windows-1250", "iso-8859-2"}},
    {"pl", "Rząd zatwierdził nowy budżet na przyszły rok. Źdźbło", {"windows-1250", "iso-8859-2"}},
    {"hu", "A kormány jóváhagyta: árvíztűrő tükörfúrógép", {"windows-1250", "iso-8859-2"}},
    {"tr", "Hükümet yeni bütçeyi onayladı. Yağmur, güneş ışığı", {"windows-1254", "iso-8859-9"}},
    {"lt", "Vyriausybė patvirtino naują biudžetą. Žvėrys ąžuolas", {"windows-1257"}},
};

const std::initializer_list<Sample> western{
    {"fr", "L'ÉLECTION A ÉTÉ ANNULÉE « où ça ? » — l’été, déjà vu: 5 €, m², 1ère", {"windows-1252"}},
    {"de", "Größe über Äpfel und Öl – „Übermaß“ … für 3,50 €, ÄÖÜ ÄÖÜ ÄÖÜ", {"windows-1252"}},
    {"es", "¿Qué pasó? ¡¡¡Ñandú!!! ESPAÑA CAMPEÓN «MÁS ALLÁ» 1º 2ª cigüeña", {"windows-1252"}},
    {"pt", "NÃO À CORRUPÇÃO: AÇÕES E REAÇÕES. Coração, pão, mãe, avô", {"windows-1252"}},
    {"is", "Ríkisstjórnin samþykkti fjárlögin á Íslandi. Þórður þýðir það", {"windows-1252"}},
    {"en", "£££ ©©© ··· ½ ¼ ¾ 5×3 10°C 20±3 µm 3·4 — “quoted”…", {"windows-1252"}},
};

// Of these the letters alone tell the encoding.
const std::initializer_list<Sample> latin{
    {"",
     "Vláda včera schválila nový rozpočet, žádné překvapení. Věřící přišli dříve, než řeka stoupla; déšť "
     "zůstane",
     {"windows-1250", "iso-8859-2", "mac-centraleurope", "ibm852"}},
    {"",
     "Rząd przyjął wczoraj budżet na przyszły rok. Śnieg spadnie w środę, później będzie cieplej, mówią "
     "źródła",
     {"windows-1250", "iso-8859-2", "mac-centraleurope", "ibm852"}},
    {"",
     "Hükümet bütçeyi dün akşam onayladı. Yağmur yağışı yarın başlayacak, güneş öğleden sonra çıkacak, kış "
     "geliyor",
     {"windows-1254", "iso-8859-9"}},
    {"",
     "Vyriausybė vakar patvirtino biudžetą. Šaltis grįš kitą savaitę, žvejai džiaugiasi, žiūrovų buvo "
     "tūkstančiai",
     {"windows-1257", "iso-8859-13"}},
    {"",
     "Räven åt höstens sista äpplen på gården. Försök gå över ån i går; älgen står kvar där på åkern",
     {"windows-1252", "macintosh", "ibm850"}},
    {"",
     "La forêt a brûlé près du château. Où étaient les élèves? Déjà là, à côté de l'hôpital, très inquiets",
     {"windows-1252", "macintosh", "ibm850"}},
    {"",
     "Größe über Äpfel, Öl für fünf Straßen: schöne Gärten, große Bäume und müde Füße überall",
     {"windows-1252", "macintosh", "ibm850"}},
};

const std::initializer_list<Sample> mixtures{
    {"",
     "Größe, español, où, São, smørrebrød, À côté, mañana, Übermut, così, naïf, façade, är, för, år",
     {"windows-1252"}},
    {"",
     "It’s “smart”—isn’t it? He’d say: ‘no’… “We’re” – “they’re”. It’s 5 o’clock, isn’t it? Don’t!",
     {"windows-1252"}},
    {"", "È così: è già lunedì. Perché? È più bello, c’è il sole; è qui, è là, è su", {"windows-1252"}},
};

/** A feed of \a text that says it is \a label. */
QString feedOf(const Sample &sample, const QString &label)
{
    const QString declaration =
        label.isEmpty() ? QString() : QStringLiteral("<?xml version=\"1.0\" encoding=\"%1\"?>").arg(label);
    return declaration +
           QStringLiteral("<rss><channel><language>%1</language>").arg(QString::fromLatin1(sample.language)) +
           QStringLiteral("<title>%1</title><description>%1</description></channel></rss>")
               .arg(QString::fromUtf8(sample.text));
}

} // namespace

class EncodingLiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void isRead_data();
    void isRead();
    void hz();
    void twiceEncoded();
    void onceEncodedStays();
    void refusesWhatHidesMarkup_data();
    void refusesWhatHidesMarkup();
    void mostlyUtf8IsUtf8();
};

void EncodingLiesTest::isRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("contentType");
    QTest::addColumn<QString>("text");
    const auto rows = [](const std::initializer_list<Sample> &samples,
                         const std::initializer_list<const char *> &labels) {
        for (const Sample &sample : samples) {
            for (const char *encoding : sample.encodings) {
                for (const char *label : labels) {
                    const QString text = feedOf(sample, QString::fromLatin1(label));
                    QTest::addRow("%s in %s says %s", sample.language, encoding, *label ? label : "nothing")
                        << encoded(text, encoding) << QString() << text;
                }
                const QString text = feedOf(sample, QString());
                QTest::addRow("%s in %s, HTTP says latin1", sample.language, encoding)
                    << encoded(text, encoding) << QStringLiteral("text/xml; charset=iso-8859-1") << text;
            }
        }
    };
    rows(otherScripts, {"", "utf-8", "iso-8859-1", "windows-1252", "us-ascii", "utf-16"});
    rows(otherLatin, {"iso-8859-1"});
    rows(western, {"iso-8859-1", "windows-1252", ""});
    rows(latin, {"iso-8859-1", "windows-1252", "utf-8", ""});
    rows(mixtures, {"iso-8859-1", "windows-1252", "utf-8", ""});
    for (const Sample &sample : otherScripts) { // the server's default, and a document that knows
        const QString label = QString::fromLatin1(*sample.encodings.begin());
        const QString text = feedOf(sample, label);
        QTest::addRow("%s, HTTP says latin1, the document %s", sample.language, *sample.encodings.begin())
            << encoded(text, *sample.encodings.begin()) << QStringLiteral("text/xml; charset=iso-8859-1")
            << text;
    }
    const Sample russian = *otherScripts.begin();
    QTest::newRow("KOI8-R says windows-1251")
        << encoded(feedOf(russian, QStringLiteral("windows-1251")), "koi8-r") << QString()
        << feedOf(russian, QStringLiteral("windows-1251"));
    QTest::newRow("windows-1251 says KOI8-R")
        << encoded(feedOf(russian, QStringLiteral("koi8-r")), "windows-1251") << QString()
        << feedOf(russian, QStringLiteral("koi8-r"));
}

void EncodingLiesTest::isRead()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, contentType);
    QFETCH(const QString, text);
    QVERIFY(!bytes.isEmpty());
    QCOMPARE(QString::fromUtf8(feed::decodeDocument(bytes, contentType).utf8), text);
}

void EncodingLiesTest::hz()
{
    const QByteArray text = "~{<:Ky2;NpJ)~}, ~{NpJ)!#~} ~~ ~{6TVJ~}";
    const QString meant = QStringLiteral("己所不欲");
    const QByteArray declared = "<?xml version='1.0' encoding='HZ-GB-2312'?><rss>~{<:Ky2;S{~}~~</rss>";
    const feed::DecodedText decoded = feed::decodeDocument(declared, QString());
    QVERIFY2(decoded.utf8.contains(meant.toUtf8() + "~</rss>"), decoded.utf8.constData());
    QCOMPARE(decoded.encoding, QStringLiteral("hz-gb-2312"));
    QCOMPARE(feed::decodeDocument("<rss>" + text, QString()).encoding, QStringLiteral("hz-gb-2312"));
    const QByteArray noHz = "<rss>regex ~{a} and ~{bc} ~} ~{ ~{x~}</rss>";
    QCOMPARE(feed::decodeDocument(noHz, QString()).utf8, noHz);
}

void EncodingLiesTest::twiceEncoded()
{
    for (const Sample &sample : {*western.begin(), *otherScripts.begin(), *(otherScripts.begin() + 3)}) {
        const QString text = feedOf(sample, QString());
        for (const char *through : {"windows-1252", "iso-8859-1", "windows-1251"}) {
            // What iconv refuses (bytes without a meaning) nobody can have written that way.
            QByteArray twice;
            const iconv_t converter = iconv_open("UTF-8", through);
            QByteArray in = text.toUtf8();
            twice.resize(in.size() * 4);
            char *from = in.data();
            char *to = twice.data();
            size_t left = size_t(in.size());
            size_t room = size_t(twice.size());
            const bool possible = iconv(converter, &from, &left, &to, &room) != size_t(-1);
            iconv_close(converter);
            if (!possible)
                continue;
            twice.truncate(to - twice.constData());
            const feed::DecodedText decoded =
                feed::decodeDocument(twice, QStringLiteral("text/xml; charset=utf-8"));
            QCOMPARE(QString::fromUtf8(decoded.utf8), text);
            QCOMPARE(decoded.warnings.size(), 1);
        }
    }
}

void EncodingLiesTest::onceEncodedStays()
{
    for (const auto *samples : {&western, &otherScripts, &otherLatin}) {
        for (const Sample &sample : *samples) {
            const QByteArray text = feedOf(sample, QString()).toUtf8();
            QCOMPARE(feed::decodeDocument(text, QString()).utf8, text);
        }
    }
    const QByteArray example = "<rss>“Ã©” is how é looks: Ã© Ã¨ Ã¼ Ã¶ Ã¤ Ã±</rss>";
    QCOMPARE(feed::decodeDocument(example, QString()).utf8, example);
}

void EncodingLiesTest::refusesWhatHidesMarkup_data()
{
    QTest::addColumn<QByteArray>("label");
    for (const char *label : {"utf-7", "UTF-7", "unicode-1-1-utf-7", "utf-7-imap", "ibm037", "ebcdic-us",
                              "windows-1251//IGNORE", "utf-8//TRANSLIT"})
        QTest::newRow(label) << QByteArray(label);
}

void EncodingLiesTest::refusesWhatHidesMarkup()
{
    QFETCH(const QByteArray, label);
    const QByteArray bytes = "<?xml version='1.0' encoding='" + label + "'?><a>+ADw-script+AD4- &ADw-</a>";
    const feed::DecodedText decoded = feed::decodeDocument(bytes, QString());
    QCOMPARE(decoded.utf8, bytes);
    QCOMPARE(decoded.encoding, QStringLiteral("utf-8"));
    QVERIFY(!decoded.asDeclared);
}

void EncodingLiesTest::mostlyUtf8IsUtf8()
{
    const QByteArray text = QByteArray("Новости дня и погода");
    const QByteArray bytes = "<?xml version='1.0' encoding='iso-8859-1'?><a>" + text + text + "\xE9.</a>";
    QVERIFY(feed::decodeDocument(bytes, QString()).utf8.contains(text + text + "é."));
}

BROADSHEET_TEST_MAIN(EncodingLiesTest, QCoreApplication)

#include "encodinglies.moc"
