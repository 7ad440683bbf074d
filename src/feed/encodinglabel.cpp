// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/encodinglabel.h"

#include <array>
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
              "unicode-2-0-utf-8 "},
    {"windows-1252",
     " ansi_x3.4-1968 ascii us-ascii cp1252 cp819 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
     "iso_8859-1:1987 l1 latin1 latin-1 x-cp1252 iso646-us us cp-1252 win-1252 windows1252 ansi 8859-1 "
     "8859_1 "},
    {"windows-1254",
     " iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 iso-ir-148 latin5 l5 cp1254 x-cp1254 "},
    {"windows-874", " tis-620 iso-8859-11 iso8859-11 iso885911 dos-874 cp874 "},
    {"windows-1250", " cp1250 x-cp1250 win-1250 "},
    {"windows-1251", " cp1251 x-cp1251 win-1251 windows1251 win1251 "},
    {"windows-1253", " cp1253 x-cp1253 "},
    {"windows-1255", " cp1255 x-cp1255 "},
    {"windows-1256", " cp1256 x-cp1256 "},
    {"windows-1257", " cp1257 x-cp1257 "},
    {"windows-1258", " cp1258 x-cp1258 "},
    {"gb18030",
     " gb2312 gbk gb_2312 gb_2312-80 chinese csgb2312 iso-ir-58 x-gbk cp936 ms936 windows-936 euc-cn "},
    {"big5-hkscs", " big5 cn-big5 csbig5 x-x-big5 big5hkscs cp950 ms950 "},
    {"cp949", " euc-kr euckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 uhc cseuckr "
              "iso-ir-149 ms949 "},
    {"cp932", " shift_jis shift-jis sjis x-sjis ms_kanji windows-31j csshiftjis ms932 ms932-2 mskanji "
              "shiftjis windows-932 "},
    {"euc-jp", " eucjp x-euc-jp cseucpkdfmtjapanese ujis "},
    {"koi8-r", " koi koi8 koi8_r cskoi8r "},
    {"iso-8859-8", " iso-8859-8-i iso-8859-8-e logical visual hebrew iso8859-8 "},
    {"macintosh", " mac x-mac-roman csmacintosh macroman "},
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
    {"hz", " hz-gb-2312 hzgb2312 hz_gb_2312 "},
});

} // namespace

QByteArray encodingForLabel(const QByteArray &label)
{
    const QByteArray key = label.trimmed().toLower();
    if (key.isEmpty() || key.size() > 40)
        return {};
    for (const Labels &row : labelTable) {
        if (std::string_view(row.labels).find((' ' + key + ' ').toStdString()) != std::string_view::npos)
            return row.encoding;
    }
    return key;
}

} // namespace broadsheet::feed
