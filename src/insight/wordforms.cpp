// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/wordforms.h"

#include <QHash>
#include <QSet>

#include <array>

namespace broadsheet::insight {

namespace {

// Folded, as foldedWord() gives them: en, de, fr, es, pt, it, nl, sv, pl, ru, uk, tr, ar, el.
constexpr const char *functionWords =
    "a an the and or but nor of in on at to for from by with without as is are was were be been being am do "
    "does did "
    "have has had having will would shall should can could may might must not no than then that this these "
    "those it "
    "its he his him she her hers they their them we our us you your i my me mine who whom whose which what "
    "when where "
    "why how if so such into onto over under out up down off about after before between during through "
    "against again "
    "more most less least very too also just only own same other another both each few all any some there "
    "here while "
    "because until via per amid among s t re ve ll d m vs v n "
    "der die das den dem des ein eine einer eines einem einen und oder aber mit von vom zu zum zur im in am "
    "an auf aus "
    "bei fur uber unter nach vor durch gegen ohne um als wie ist sind war waren wird werden wurde hat haben "
    "hatte sich "
    "nicht kein keine auch noch nur schon so es er sie wir ihr sein seine ihre dass wenn weil was wer wo bis "
    "seit mehr "
    "le la les l un une des du de d et ou mais dans sur sous pour par avec sans en au aux ce cet cette ces "
    "il elle ils "
    "elles on nous vous son sa ses leur leurs qui que qu quoi dont ou est sont etait ete etre a ont avait se "
    "s ne pas "
    "plus moins y c n j "
    "el los las lo un una unos unas y o u pero de del al en con sin por para sobre entre es son fue era ser "
    "ha han se "
    "su sus que quien como cuando donde no si mas menos muy ya tras ante desde hasta este esta estos estas "
    "ese esa "
    "o os as um uma uns umas e ou mas do da dos das no na nos nas ao aos pelo pela com sem por para em sobre "
    "que quem "
    "como quando onde nao se sua seu suas seus foi sao ter tem mais menos muito ja apos ate "
    "il lo gli i uno e ed o ma di del della dei delle degli nel nella nei nelle con per tra fra su sul sulla "
    "da dal "
    "dalla che chi come quando dove non si suo sua sono era stato ha hanno piu meno "
    "het een en of maar van voor met op aan bij uit naar over onder tot te is zijn was waren wordt worden "
    "heeft hebben "
    "niet geen ook nog dat die deze dit wie wat waar als dan meer "
    "och eller men av for med pa till fran om ar var som att det den de ett en inte har hade "
    "i w z na do od po za o u przez dla przy nie to jest sa byl sie jak ze co czy "
    "и в во не на я с со что а по это она этот к ко но они мы из у то за свои ее его их для от так о об же "
    "до вы все "
    "если при уже как был была были быть есть будет бы ли или где когда чем "
    "і й та не на у в з із що як до від за по це він вона вони "
    "ve bir bu ile icin da de mi ne o daha en "
    "في من على ان الى إلى عن مع هذا هذه التي الذي ما لا بعد قبل كل بين قال او أو قد تم ذلك عام و "
    "ο η το οι τα του της των και να με για απο στο στη στην στον στις στα σε που δεν ειναι θα "
    "the of und";

constexpr const char *headlineWords =
    "say says said saying tell tells told new news first last next now today tonight yesterday tomorrow day "
    "days week "
    "weeks weekend month months year years time times hour hours old one two three four five six seven eight "
    "nine ten "
    "get gets got getting make makes made making take takes took taking give gives gave go goes going come "
    "comes came "
    "see sees saw seen look looks show shows showed shown video videos photo photos picture pictures watch "
    "live update "
    "updates report reports reported reportedly review reviews preview recap roundup exclusive breaking read "
    "best worst top "
    "big bigger biggest high higher highest low lower lowest good bad great better latest early late set "
    "sets key "
    "major may might could likely still back ahead despite amid way ways thing things need needs want wants "
    "know "
    "everything here heres what's thats people man men woman women world us uk america american announce "
    "announces "
    "announced reveal reveals revealed unveil unveils unveiled launch launches launched release releases "
    "released "
    "official officials officially confirm confirms confirmed plan plans use uses used using help helps call "
    "calls "
    "called face faces find finds found study expert experts fan fans star stars million millions billion "
    "billions percent pct per "
    "mln bln mn bn share shares stock stocks market markets company companies group firm data test start "
    "starts "
    "begin begins end ends ended keep keeps put puts let lets hit hits ask asks open opens close closes back "
    "move "
    "moves rise rises fall falls up down jump drop drops gain gains lose loses win wins full list part fact "
    "facts "
    "question questions reason reasons story stories interview opinion analysis explained explainer guide "
    "factbox "
    "january february march april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday morning evening "
    "januar februar marz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag "
    "sonntag "
    "janvier fevrier avril juin juillet aout septembre octobre novembre decembre lundi mardi mercredi "
    "jeudi "
    "vendredi samedi dimanche "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes "
    "miercoles "
    "jueves viernes sabado domingo "
    "neue neuer neues neuen heute gestern morgen jahr jahre jahren tag tage woche uhr erste ersten zwei drei "
    "mehr "
    "sagt prozent millionen milliarden "
    "nouveau nouvelle ans an jour jours semaine mois premier premiere deux trois apres avant selon millions "
    "milliards "
    "nuevo nueva anos ano dia dias semana mes primer primera dos tres segun millones hoy ayer "
    "novo nova anos dia dias hoje ontem milhoes segundo diz "
    "nuovo nuova anni oggi ieri milioni "
    "новый года год году лет день дня заявил заявила сообщил рассказал стало известно млн млрд "
    "عاما اليوم امس جديد جديدة";

constexpr const char *columnWords =
    "horoscope horoscopes crossword crosswords sudoku wordsearch wordle quiz briefing newsletter podcast "
    "podcasts episode episodes ep recipe recipes obituary obituaries remembering corrections letters editor "
    "cartoon weather forecast forecasts hn hiring deals version versions digest bulletin liveblog blog "
    "ratings player match highlights lineups lineup lottery scores delays roadworks traffic morning evening "
    "daily weekly edition column editorial gallery slideshow watch listen part chapter vol volume "
    "horoskop wetter wettervorhersage wetterbericht rezept rezepte kreuzwortratsel ratsel nachruf newsticker "
    "liveticker ticker folge presseschau lottozahlen "
    "meteo recette recettes croises direct "
    "horoscopo tiempo receta recetas crucigrama episodio directo loteria "
    "ricetta oroscopo puntata receita previsao "
    "гороскоп погода прогноз кроссворд рецепт выпуск";

QSet<QString> wordSet(const char *words)
{
    const QStringList list = QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
    return {list.cbegin(), list.cend()};
}

/** An ending, what stands in its place, and how long the word must stay. */
struct Ending
{
    const char16_t *text;
    const char16_t *instead;
    int keep;
};

// Longest first; tried in order, one only.
constexpr std::array latinEndings{
    Ending{u"ization", u"iz", 4},    Ending{u"isation", u"iz", 4},  Ending{u"ifications", u"ifi", 3},
    Ending{u"ification", u"ifi", 3}, Ending{u"izations", u"iz", 4}, Ending{u"ations", u"", 4},
    Ending{u"itions", u"", 4},       Ending{u"ation", u"", 4},      Ending{u"ition", u"", 4},
    Ending{u"nesses", u"", 4},       Ending{u"ements", u"", 4},     Ending{u"ingly", u"", 4},
    Ending{u"ement", u"", 4},        Ending{u"ments", u"", 4},      Ending{u"iness", u"", 4},
    Ending{u"ments", u"", 4},        Ending{u"ions", u"", 4},       Ending{u"ment", u"", 4},
    Ending{u"ness", u"", 4},         Ending{u"ings", u"", 3},       Ending{u"ived", u"iv", 3},
    Ending{u"ying", u"y", 3},        Ending{u"ized", u"iz", 3},     Ending{u"ised", u"iz", 4},
    Ending{u"izes", u"iz", 3},       Ending{u"ises", u"is", 2},     Ending{u"ions", u"", 4},
    Ending{u"ers", u"", 4},          Ending{u"ies", u"y", 3},       Ending{u"ied", u"y", 3},
    Ending{u"ion", u"", 4},          Ending{u"ing", u"", 3},        Ending{u"sses", u"ss", 2},
    Ending{u"ches", u"ch", 2},       Ending{u"shes", u"sh", 2},     Ending{u"xes", u"x", 2},
    Ending{u"ially", u"", 4},        Ending{u"ally", u"", 4},       Ending{u"ely", u"", 4},
    Ending{u"ous", u"", 5},          Ending{u"ly", u"", 4},         Ending{u"ed", u"", 3},
    Ending{u"er", u"", 4},           Ending{u"en", u"", 4},         Ending{u"es", u"", 3},
    Ending{u"em", u"", 5},           Ending{u"ss", u"ss", 1},       Ending{u"us", u"us", 2},
    Ending{u"is", u"is", 2},         Ending{u"s", u"", 3},          Ending{u"e", u"", 3},
};

constexpr std::array cyrillicEndings{
    Ending{u"иями", u"", 3}, Ending{u"ости", u"ост", 2}, Ending{u"ами", u"", 3}, Ending{u"ями", u"", 3},
    Ending{u"ого", u"", 3},  Ending{u"его", u"", 3},     Ending{u"ому", u"", 3}, Ending{u"ему", u"", 3},
    Ending{u"ыми", u"", 3},  Ending{u"ими", u"", 3},     Ending{u"ает", u"", 3}, Ending{u"ают", u"", 3},
    Ending{u"али", u"", 3},  Ending{u"ала", u"", 3},     Ending{u"или", u"", 3}, Ending{u"ила", u"", 3},
    Ending{u"ить", u"", 3},  Ending{u"ать", u"", 3},     Ending{u"ал", u"", 3},  Ending{u"ил", u"", 3},
    Ending{u"ая", u"", 3},   Ending{u"яя", u"", 3},      Ending{u"ое", u"", 3},  Ending{u"ее", u"", 3},
    Ending{u"ые", u"", 3},   Ending{u"ие", u"", 3},      Ending{u"ии", u"", 3},  Ending{u"ия", u"", 3},
    Ending{u"ию", u"", 3},   Ending{u"ый", u"", 3},      Ending{u"ои", u"", 3},  Ending{u"ых", u"", 3},
    Ending{u"их", u"", 3},   Ending{u"ым", u"", 3},      Ending{u"им", u"", 3},  Ending{u"ом", u"", 3},
    Ending{u"ем", u"", 3},   Ending{u"ов", u"", 3},      Ending{u"ев", u"", 3},  Ending{u"ах", u"", 3},
    Ending{u"ях", u"", 3},   Ending{u"ую", u"", 3},      Ending{u"юю", u"", 3},  Ending{u"ам", u"", 3},
    Ending{u"а", u"", 3},    Ending{u"я", u"", 3},       Ending{u"о", u"", 3},   Ending{u"е", u"", 3},
    Ending{u"и", u"", 3},    Ending{u"ы", u"", 3},       Ending{u"у", u"", 3},   Ending{u"ю", u"", 3},
    Ending{u"ь", u"", 3},
};

constexpr std::array arabicEndings{
    Ending{u"ات", u"", 3}, Ending{u"ون", u"", 3}, Ending{u"ين", u"", 3},
    Ending{u"ية", u"", 3}, Ending{u"ها", u"", 3}, Ending{u"ة", u"", 3},
};

template <size_t N>
QString withoutEnding(const QString &word, const std::array<Ending, N> &endings)
{
    for (const Ending &ending : endings) {
        const QStringView text(ending.text);
        if (word.size() - text.size() >= ending.keep && word.endsWith(text))
            return word.left(word.size() - text.size()).append(QStringView(ending.instead));
    }
    return word;
}

/** "shipp" is "ship", "resolv" and "resolve" are one; a silent e has gone before. */
QString withoutDouble(QString stem)
{
    const qsizetype n = stem.size();
    if (n > 3 && stem[n - 1] == stem[n - 2] && !QStringView(u"aeiouls").contains(stem[n - 1]))
        stem.chop(1);
    if (n > 3 && stem.endsWith(u'y'))
        stem[stem.size() - 1] = u'i';
    return stem;
}

} // namespace

QString foldedWord(QStringView word)
{
    QString folded = word.toString().toCaseFolded();
    bool plain = true;
    for (const QChar c : std::as_const(folded))
        plain = plain && c.unicode() < 0x80;
    if (plain)
        return folded;
    const QString parts = folded.normalized(QString::NormalizationForm_KD);
    folded.clear();
    for (const QChar c : parts) {
        const char16_t u = c.unicode();
        if ((u >= 0x300 && u <= 0x36f) || (u >= 0x64b && u <= 0x652) || u == 0x640)
            continue;
        switch (u) {
        case 0x131:
            folded.append(u'i');
            break; // dotless i
        case 0xf8:
            folded.append(u'o');
            break;
        case 0x142:
            folded.append(u'l');
            break;
        case 0x111:
            folded.append(u'd');
            break;
        case 0xe6:
            folded.append(u"ae");
            break;
        case 0x153:
            folded.append(u"oe");
            break;
        case 0x2019:
            folded.append(u'\'');
            break;
        default:
            folded.append(c);
        }
    }
    return folded.toCaseFolded(); // a capital may have come out of its parts
}

WordClass wordClass(const QString &folded)
{
    static const QSet<QString> function = wordSet(functionWords);
    static const QSet<QString> headline = wordSet(headlineWords);
    static const QSet<QString> column = wordSet(columnWords);
    if (function.contains(folded))
        return WordClass::Function;
    if (column.contains(folded))
        return WordClass::Column;
    return headline.contains(folded) ? WordClass::Headline : WordClass::Content;
}

QString wordStem(const QString &folded)
{
    if (folded.size() < 4)
        return folded;
    switch (folded.front().script()) {
    case QChar::Script_Latin:
        return withoutDouble(withoutEnding(folded, latinEndings));
    case QChar::Script_Cyrillic:
        return withoutEnding(folded, cyrillicEndings);
    case QChar::Script_Arabic: {
        QString word = folded;
        if (word.size() > 4 && word.startsWith(QStringView(u"وال")))
            word.remove(0, 3);
        else if (word.size() > 4 && word.startsWith(QStringView(u"ال")))
            word.remove(0, 2);
        return withoutEnding(word, arabicEndings);
    }
    default:
        return folded;
    }
}

} // namespace broadsheet::insight
