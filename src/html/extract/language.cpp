// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/metadata.h"

#include <QChar>
#include <QHash>

#include <algorithm>
#include <array>
#include <bit>

namespace broadsheet::html {

namespace {

struct StopWords
{
    const char *language;
    const char *words; ///< frequent ones that neighbours do not share, separated and enclosed by blanks
};

constexpr auto stopWords = std::to_array<StopWords>({
    {"en", " the of and to is that was with for are this have from which they been would "},
    {"de", " der die das und ist nicht mit ein eine auf den dem sich auch wird von im für "},
    {"fr", " le les des est une pas dans qui sur avec pour du et au plus ce cette sont "},
    {"es", " el los las una del con por para como más pero su y se fue está también muy al que lo "},
    {"pt", " o os uma do da não com para mais mas ao dos das foi são também pelo pela em "},
    {"it", " il di che della dei per non una con sono del alla anche più gli nel è degli "},
    {"nl", " de het een van en niet dat zijn op met voor aan ook worden bij naar deze door "},
    {"sv", " och att det som en på är av för med till inte den har ett om var från "},
    {"da", " og at det er en til af på som med ikke for den der har de vi blev "},
    {"no", " og at det er en til av på som med ikke for den har de vi ble også etter "},
    {"fi", " ja on ei se että oli mutta ovat hän joka kun myös tai sekä kuin sen "},
    {"pl", " i w na z nie się do że jest to jak od po przez są dla który oraz "},
    {"cs", " a v se na je že s z do o ve by k pro jako za ale jsou která "},
    {"sk", " a v sa na je že s z do o vo by k pre ako za ale sú ktorá "},
    {"hu", " az és hogy nem is egy ez volt meg csak de már mint el aki szerint "},
    {"ro", " și şi în că pe nu cu este din care mai pentru sau fost au prin sunt să "},
    {"tr", " ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ne değil "},
    {"id", " yang dan di dengan untuk ini itu dari tidak dalam akan pada juga oleh adalah "},
    {"vi", " và của là có được cho các không trong một với người những đã này "},
    {"ca", " el els les una dels amb per que és no més aquest també com però va "},
    {"hr", " i u je na se da su za od koji s iz kao ali što nije bi "},
});

using LettersByScript = std::array<int, QChar::ScriptCount>;

/** Languages of scripts that nearly one alone uses; the others are told apart by letters. */
QString byScript(const LettersByScript &letters, QStringView text)
{
    const auto count = [&letters](QChar::Script script) { return letters[size_t(script)]; };
    const auto holds = [text](const char16_t *any) {
        return std::any_of(text.begin(), text.end(), [any](QChar c) {
            return std::u16string_view(any).find(c.unicode()) != std::u16string_view::npos;
        });
    };
    int all = 0;
    for (const int n : letters)
        all += n;
    const auto much = [all](int n) { return n * 3 > all; };
    if (all < 20)
        return {};
    if ((count(QChar::Script_Hiragana) + count(QChar::Script_Katakana)) * 8 > all)
        return QStringLiteral("ja");
    if (much(count(QChar::Script_Hangul)))
        return QStringLiteral("ko");
    if (much(count(QChar::Script_Han)))
        return QStringLiteral("zh");
    if (much(count(QChar::Script_Thai)))
        return QStringLiteral("th");
    if (much(count(QChar::Script_Hebrew)))
        return QStringLiteral("he");
    if (much(count(QChar::Script_Greek)))
        return QStringLiteral("el");
    if (much(count(QChar::Script_Devanagari)))
        return QStringLiteral("hi");
    if (much(count(QChar::Script_Bengali)))
        return QStringLiteral("bn");
    if (much(count(QChar::Script_Tamil)))
        return QStringLiteral("ta");
    if (much(count(QChar::Script_Georgian)))
        return QStringLiteral("ka");
    if (much(count(QChar::Script_Armenian)))
        return QStringLiteral("hy");
    if (much(count(QChar::Script_Arabic)))
        return holds(u"پچژگ") ? (holds(u"ٹڈڑے") ? QStringLiteral("ur") : QStringLiteral("fa"))
                              : QStringLiteral("ar");
    if (much(count(QChar::Script_Cyrillic))) {
        if (holds(u"іїєґ"))
            return QStringLiteral("uk");
        if (holds(u"ђћџљњ"))
            return QStringLiteral("sr");
        return holds(u"ыэё") ? QStringLiteral("ru") : QStringLiteral("bg");
    }
    return {};
}

} // namespace

namespace {

/** Of each frequent word the languages that have it, a bit each in the order of the table. */
class LanguagesByWord
{
public:
    LanguagesByWord()
    {
        static_assert(stopWords.size() <= 32);
        for (size_t i = 0; i < stopWords.size(); ++i) {
            for (const QString &word :
                 QString::fromUtf8(stopWords[i].words).split(u' ', Qt::SkipEmptyParts)) {
                Q_ASSERT(word.size() <= longest);
                m_languages[word] |= 1U << i;
            }
        }
    }

    quint32 operator()(QStringView word) const
    {
        std::array<char16_t, longest> lower;
        if (word.size() > longest)
            return 0;
        std::ranges::transform(word, lower.begin(), [](QChar c) { return c.toLower().unicode(); });
        return m_languages.value(
            QString::fromRawData(reinterpret_cast<const QChar *>(lower.data()), word.size()));
    }

private:
    static constexpr qsizetype longest = 12; // letters: no word of the table has more

    QHash<QString, quint32> m_languages;
};

/** How often a language's frequent words occur in a text. */
class WordCount
{
public:
    explicit WordCount(QStringView sample)
    {
        static const LanguagesByWord languagesOf;
        for (const QStringView word : sample.tokenize(u' ', Qt::SkipEmptyParts)) {
            ++m_words;
            for (quint32 bits = languagesOf(word); bits != 0; bits &= bits - 1)
                ++m_hits[size_t(std::countr_zero(bits))];
        }
    }

    /** The language with the most; empty: there are too few. */
    QString best() const
    {
        const auto most = std::ranges::max_element(m_hits);
        if (*most < 3 || *most * 12 < m_words)
            return {};
        return QString::fromLatin1(stopWords[size_t(most - m_hits.begin())].language);
    }

    /** -1: the language is not known. */
    int hits(QStringView language) const
    {
        for (size_t i = 0; i < stopWords.size(); ++i) {
            if (language == QLatin1String(stopWords[i].language))
                return m_hits[i];
        }
        return -1;
    }

private:
    std::array<int, stopWords.size()> m_hits{};
    int m_words = 0;
};

QString languageByScript(QStringView sample)
{
    LettersByScript letters{};
    for (const QChar c : sample) {
        if (c.isLetter())
            ++letters[size_t(c.script())];
    }
    return byScript(letters, sample);
}

constexpr qsizetype enough = 6000; // letters

/** True for languages that are written in Latin letters here: all whose words are known. */
bool isKnown(QStringView language)
{
    return std::ranges::any_of(
        stopWords, [language](const StopWords &one) { return language == QLatin1String(one.language); });
}

} // namespace

QString guessLanguage(QStringView text)
{
    const QStringView sample = text.left(enough);
    const QString language = languageByScript(sample);
    return language.isEmpty() ? WordCount(sample).best() : language;
}

QString languageOf(QStringView text, const QString &declared)
{
    if (declared.isEmpty())
        return guessLanguage(text);
    const QString base = declared.section(u'-', 0, 0).toLower();
    if (!isKnown(base))
        return declared; // it may be written in any script, with words that others share
    const QStringView sample = text.left(enough);
    if (const QString language = languageByScript(sample); !language.isEmpty())
        return language;
    constexpr int plainly = 8; // words
    const WordCount words(sample);
    const QString best = words.best();
    const bool isOther =
        !best.isEmpty() && words.hits(best) >= plainly && words.hits(best) > 4 * words.hits(base);
    return isOther ? best : declared;
}

bool isRightToLeft(const QString &language)
{
    static constexpr auto tags =
        std::to_array<const char *>({"ar", "fa", "he", "iw", "ur", "ps", "yi", "sd", "ug", "dv", "ckb"});
    const QString base = language.section(u'-', 0, 0).toLower();
    return std::ranges::any_of(tags, [&base](const char *tag) { return base == QLatin1String(tag); });
}

} // namespace broadsheet::html
