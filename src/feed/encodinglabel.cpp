// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/encodinglabel.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace broadsheet::feed {
namespace {

struct Labels
{
    const char *encoding;
    const char *labels; ///< separated and enclosed by blanks
};

// Labels that differ from the encoding's own name. Everything else is iconv's business.
constexpr auto labelTable = std::to_array<Labels>({
    {"utf-8", " utf8 utf_8 utf-8-sig unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8n u8 "
              "unicode-2-0-utf-8 utf cp65001 utf8-ucs2 utf8-ucs4 "},
    {"windows-1252",
     " ansi_x3.4-1968 ascii us-ascii cp1252 cp819 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
     "iso_8859-1:1987 l1 latin1 latin-1 latin iso8859 8859 x-cp1252 iso646-us us cp-1252 win-1252 "
     "windows1252 ansi "
     "8859-1 8859_1 646 ansi-x3.4-1968 ansi-x3.4-1986 iso-646.irv-1991 iso-ir-6 "},
    {"windows-1254",
     " iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 iso-ir-148 latin5 l5 cp1254 x-cp1254 "},
    {"windows-874", " tis-620 iso-8859-11 iso8859-11 iso885911 dos-874 cp874 thai iso-ir-166 tis-620-0 "
                    "tis-620-2529-0 tis-620-2529-1 "},
    {"windows-1250", " cp1250 x-cp1250 win-1250 "},
    {"windows-1251", " cp1251 x-cp1251 win-1251 windows1251 win1251 "},
    {"windows-1253", " cp1253 x-cp1253 "},
    {"windows-1255", " cp1255 x-cp1255 "},
    {"windows-1256", " cp1256 x-cp1256 "},
    {"windows-1257", " cp1257 x-cp1257 "},
    {"windows-1258", " cp1258 x-cp1258 "},
    {"gb18030", " gb2312 gbk gb_2312 gb_2312-80 chinese csgb2312 iso-ir-58 x-gbk cp936 ms936 windows-936 "
                "euc-cn eucgb2312-cn gb2312-1980 gb2312-80 "
                "csiso58gb231280 gb18030-2000 x-mac-simp-chinese "},
    {"big5-hkscs", " big5 cn-big5 csbig5 x-x-big5 big5hkscs cp950 ms950 big5-tw hkscs x-mac-trad-chinese "},
    {"cp949", " euc-kr euckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 uhc cseuckr "
              "iso-ir-149 ms949 ks-c-5601 ks-x-1001 ksx1001 x-mac-korean "},
    {"cp932", " shift_jis shift-jis sjis x-sjis ms_kanji windows-31j csshiftjis ms932 ms932-2 mskanji "
              "shiftjis windows-932 ms-kanji s-jis x-mac-japanese "},
    {"euc-jp", " eucjp x-euc-jp cseucpkdfmtjapanese ujis u-jis "},
    {"koi8-r", " koi koi8 koi8_r cskoi8r "},
    {"iso-8859-8", " iso-8859-8-i iso-8859-8-e logical visual hebrew iso8859-8 "},
    {"macintosh", " mac x-mac-roman csmacintosh macroman mac-roman "},
    {"utf-16le", " ucs-2 unicode iso-10646-ucs-2 csunicode ucs2 unicodefffe-le "},
    {"ibm866", " cp866 866 csibm866 dos-866 "},
    {"mac-cyrillic", " x-mac-cyrillic x-mac-ukrainian maccyrillic "},
    {"koi8-u", " koi8-ru koi8_u "},
    {"iso-8859-5", " iso8859-5 iso88595 iso_8859-5 cyrillic csisolatincyrillic iso-ir-144 "},
    {"iso-8859-2", " iso8859-2 iso88592 iso_8859-2 latin2 l2 csisolatin2 iso-ir-101 "},
    {"iso-8859-7", " iso8859-7 iso88597 iso_8859-7 greek greek8 elot_928 ecma-118 sun_eu_greek "},
    {"iso-8859-6", " iso8859-6 iso88596 iso_8859-6 arabic ecma-114 asmo-708 "},
    {"iso-8859-15", " iso8859-15 iso885915 iso_8859-15 latin9 latin-9 l9 csisolatin9 "},
    {"iso-2022-jp", " csiso2022jp jis "},
    {"hz", " hz-gb-2312 hzgb2312 hz-gb hzgb "},
    {"cp1125", " ibm1125 cp866u ruscii "},
    {"mac-is", " mac-iceland maciceland "},
    {"johab", " ms1361 cp1361 ksc-johab "},
    {"mac-centraleurope",
     " x-mac-ce x-mac-centraleurroman mac-centeuro maccentraleurope mac-latin2 maclatin2 macce "},
    {"ibm850", " cp850 csibm850 dos-850 "},
    {"rk1048", " kz-1048 kz1048 strk1048-2002 "},
    {"pt154", " ptcp154 csptcp154 cp154 cyrillic-asian "},
    {"cp861", " cp-is csibm861 "},
    {"cp869", " cp-gr csibm869 "},
    {"cp858", " csibm858 "},
    {"hp-roman8", " cp1051 ibm1051 "},
    {"ibm037", " ebcdic-cp-ca ebcdic-cp-nl ebcdic-cp-us ebcdic-cp-wt ibm039 "},
    {"ibm500", " ebcdic-cp-be ebcdic-cp-ch "},
    {"ibm424", " ebcdic-cp-he "},
});

/** The spellings of programming languages: "iso8859_1" and "iso_8859_1:1987" for iso-8859-1, "1252" for
 * cp1252, "iso2022_jp". */
QByteArray regular(QByteArray label)
{
    label.replace('_', '-');
    for (const char *family : {"iso8859", "iso2022"}) {
        if (label.startsWith(family))
            label.insert(3, '-');
    }
    if (label.startsWith("8859-"))
        label.prepend("iso-");
    for (const char *family : {"windows-", "windows", "win-", "win", "cp-"}) {
        if (label.startsWith(family) && label.size() == qsizetype(qstrlen(family)) + 4 &&
            label.contains("125"))
            return "windows-" + label.last(4);
    }
    const qsizetype part = label.startsWith("iso-8859-") ? label.indexOf(QByteArray("-"), 9) : -1;
    const qsizetype year =
        qMax(label.indexOf(':'), part > 0 && label.size() - part == 5 ? part : qsizetype(-1));
    if (year > 0 && label.startsWith("iso-8859-"))
        label.truncate(year);
    const bool number = label.size() >= 3 && label.size() <= 5 &&
                        std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
    return number ? "cp" + label : label;
}

/** The row of the table that has \a key, by its name or among its labels; empty: none. */
QByteArray tabled(const QByteArray &key)
{
    const std::string wanted = (' ' + key + ' ').toStdString();
    for (const Labels &row : labelTable) {
        if (key == row.encoding || std::string_view(row.labels).find(wanted) != std::string_view::npos)
            return row.encoding;
    }
    return {};
}

} // namespace

QByteArray encodingForLabel(const QByteArray &label)
{
    const QByteArray key = label.trimmed().toLower();
    if (key.isEmpty() || key.size() > 40)
        return {};
    const QByteArray known = tabled(key);
    if (!known.isEmpty())
        return known;
    const QByteArray plain = regular(key);
    for (const QByteArray &spelling : {plain, plain.startsWith("x-") ? plain.mid(2) : QByteArray()}) {
        if (const QByteArray meant = tabled(spelling); !meant.isEmpty())
            return meant;
    }
    return plain;
}

} // namespace broadsheet::feed
