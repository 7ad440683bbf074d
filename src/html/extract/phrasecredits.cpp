// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of who made and owns a text or a picture, and when: credits, dates, rights, tags.
#include "html/extract/phrasetables.h"

#include <array>

namespace broadsheet::html {

namespace {

constexpr auto photoLabelTable = std::to_array<Phrases>({
    {"en", "(file )?photos?|images?|picture|pic|photograph(er|y)?|illustration"},
    {"de", "fotos?|bild(er|nachweis|rechte)?|symbolbild|grafik"},
    {"fr", "photos?|crédits?( photo)?|illustration"},
    {"es", "fotos?|fotografía|imagen|imágenes|créditos?"},
    {"pt", "fotos?|imagem|imagens|créditos?|reprodução|divulgação"},
    {"it", "foto|immagine|crediti"},
    {"nl", "foto|beeld"},
    {"sv", "foto|bild"},
    {"no", "foto|illustrasjon"},
    {"fi", "kuva"},
    {"pl", "fot\\.?|foto|zdjęcie|autor zdjęcia"},
    {"cs", "foto"},
    {"hu", "fotó|kép|borítókép|nyitókép"},
    {"ro", "foto|sursa foto"},
    {"ru", "фото|иллюстрация|источник фото"},
    {"el", "φωτ(ογραφία|ο)?"},
    {"tr", "fotoğraf|görsel"},
    {"ar", "(مصدر )?الصورة|تصوير"},
    {"he", "צילום|תמונה|קרדיט"},
    {"hi", "फोटो|तस्वीर"},
    {"vi", "(nguồn )?ảnh"},
    {"th", "ภาพ|เครดิต"},
    {"ja", "写真|画像|撮影|提供"},
    {"ko", "[\\[(]?사진( ?(제공|출처))?"},
    {"zh", "图片来源|图源|图|圖|圖片來源|摄影|攝影|资料图|圖/"},
});

constexpr auto sourceLabelTable = std::to_array<Phrases>({
    {"", "video|graphic|credits?|source|quelle|bildquelle|fuente|fonte|bron|källa|kilde|lähde|źródło|zdroj|"
         "forrás|"
         "sursa|источник|джерело|πηγή|kaynak|المصدر|स्रोत|sumber|nguồn|ที่มา|出典|출처|자료|来源|來源"},
});

constexpr auto agencyTable = std::to_array<Phrases>({
    {"",
     "ap|afp|reuters|getty( images)?|shutterstock|istock|epa|dpa|efe|ansa|lusa|pa|tass|rex|picture alliance|"
     "alamy|unsplash|pixabay|imago|belga|anp|tt|ntb|ritzau|pap|čtk|mti|тасс|риа новости|укрінформ|"
     "共同|時事|연합뉴스|新华社|新華社|中新社|中央社|رويترز|أ ف ب"},
});

constexpr auto otherCreditTable = std::to_array<Phrases>({
    {"", "©.{2,80}|copyright .{2,60}|[▲△▼] ?.{2,120}"},
    {"en", "(photo|photos|image|picture) (by|from|via) [^.]{2,50}|(image|photo|picture)( credit)?: .{2,100}|"
           "image (copyright|caption|source) .{2,120}|getty images( / .*)?|via .{2,30}"},
    {"de", "(foto|fotos|bild) von [^.]{2,50}"},
    {"fr", "photo (par|de) [^.]{2,50}"},
    {"pl", "fot\\. .{2,60}"},
    {"es", "fotos? (de|por) [^.]{2,50}"},
    {"zh", "图为[^。]{2,60}[。]?.{0,20}(摄|攝)?"},
});

constexpr auto dateLabelTable = std::to_array<Phrases>({
    {"en", "published|updated?|posted|last (updated|modified)|created|first published|date|added"},
    {"de", "veröffentlicht|aktualisiert|stand|erstellt"},
    {"fr", "publié|mis à jour|modifié|posté|créé"},
    {"es", "publicado|actualizado|creado|fecha"},
    {"pt", "publicado|atualizado|postado|criado|data"},
    {"it", "pubblicato|aggiornato|ultimo aggiornamento|data"},
    {"nl", "gepubliceerd|bijgewerkt|geplaatst|laatste update"},
    {"sv", "publicerad|uppdaterad"},
    {"no", "publisert|oppdatert"},
    {"da", "publiceret|opdateret|offentliggjort"},
    {"fi", "julkaistu|päivitetty"},
    {"pl", "opublikowano|aktualizacja|dodano|data (publikacji|dodania)|utworzono"},
    {"cs", "publikováno|aktualizováno|vydáno"},
    {"hu", "közzétéve|frissítve|megjelent"},
    {"ro", "publicat|actualizat|data"},
    {"hr", "objavljeno|ažurirano"},
    {"ru", "опубликовано|обновлено|дата"},
    {"uk", "опубліковано|оновлено"},
    {"el", "δημοσίευση|δημοσιεύτηκε|ενημέρωση|τελευταία ενημέρωση"},
    {"tr", "yayınlanma|güncelleme|giriş|oluşturulma|son güncelleme|yayın tarihi"},
    {"ar", "نشر|نُشر|تاريخ|آخر تحديث|تم النشر|تحديث"},
    {"fa", "تاریخ|انتشار|به ?روز"},
    {"he", "פורסם|עודכן|תאריך"},
    {"hi", "प्रकाशित|अपडेट|updated|published"},
    {"id", "diterbitkan|diperbarui|dipublikasikan|terbit|update"},
    {"vi", "ngày|cập nhật|đăng"},
    {"th", "เผยแพร่|อัปเดต|วันที่"},
    {"ja", "公開|更新|投稿日?|最終更新|掲載|配信|作成"},
    {"ko", "등록|수정|입력|기사입력|최종수정|승인|작성"},
    {"zh", "发布时间|发表于|发布于|时间|日期|發布時間|發佈|更新|發表"},
});

constexpr auto contactLeadTable = std::to_array<Phrases>({
    {"en",
     "more information\\s*:|citation\\s*:|provided by |journal reference|doi\\s*:|story source|"
     ".{5,180}\\b(contact|reach|follow|e-?mail) (him|her|them|me|us) (at|on|via|@).{0,80}|"
     "originally (published|appeared)|first published|this (article|post|story|piece) (was "
     ")?(originally|first)|"
     "a version of this (article|story)|(additional )?(reporting|writing|editing|compiled|produced)( and "
     "(writing|editing|reporting))? by .{2,240}$|.{0,240}\\bis solely responsible for (all|its|the) "
     "content|(e-?mail|contact|write to|follow|reach|tweet) [^.]{2,60}(@| at "
     "| on twitter)|"
     "(with|additional) (reporting|assistance|contributions?)( help)? (by|from) .{2,80}\\W*$|"
     ".{10,160}\\b\\d{3}[-.]\\d{3,4}([-.]\\d{4})? (tel|phone|fax)\\b.*"},
    {"", "(twitter|e-?mail|facebook|instagram|web(site)?|tel|phone|telefon|fax|correo|contato|contatto|почта|"
         "邮箱|電話)\\s*[:：]|"
         "@\\w+$|[\\w.+-]+@[\\w-]+\\.[\\w.]+$|.{0,24}\\b(기자|記者)\\s+[\\w.+-]+@[\\w.-]+$"},
    {"es", "con información de [^.]{2,80}$"},
    {"pt", "com informações d[aeo]s? [^.]{2,80}$"},
    {"fr", "avec (l.)?(afp|reuters|ap|agences?|les agences|nos correspondants)\\b[^.]{0,60}$"},
    {"de", "mit informationen (von|der|des) .{2,80}$|"
           "(dieser|der) (artikel|text|beitrag) (ist|wurde|erschien) .{0,40}(zuerst|ursprünglich).*"},
});

constexpr auto rightsTable = std::to_array<Phrases>({
    {"en", "this (content|document|article|material|page|work) is (subject to|protected by) copyright|"
           "no part (of it )?may be reproduced|"
           "all rights reserved|may not be (published|reproduced|republished)|not be reproduced without"},
    {"de", "alle rechte vorbehalten"},
    {"fr", "tous droits réservés|reproduction interdite"},
    {"es", "todos los derechos reservados|prohibida su reproducción"},
    {"pt", "todos os direitos reservados"},
    {"it", "tutti i diritti riservati|©? ?riproduzione riservata"},
    {"nl", "alle rechten voorbehouden"},
    {"sv", "alla rättigheter förbehållna"},
    {"pl", "wszelkie prawa zastrzeżone|prawa autorskie"},
    {"cs", "všechna práva vyhrazena"},
    {"hu", "minden jog fenntartva"},
    {"ro", "toate drepturile rezervate"},
    {"ru", "все права защищены|перепечатка .{0,40}запрещена|"
           "при (использовании|цитировании|перепечатке|копировании)\\b.{0,60}ссылк\\w+ .{0,40}обязательн"},
    {"uk", "всі права захищені|усі права захищено|"
           "(при|у разі) (використанн|передру|цитуванн)\\w+.{0,60}посилання .{0,40}обов.?язков"},
    {"el", "με επιφύλαξη παντός δικαιώματος"},
    {"tr", "tüm hakları saklıdır"},
    {"ar", "جميع الحقوق محفوظة"},
    {"fa", "تمامی حقوق .{0,40}محفوظ"},
    {"he", "כל הזכויות שמורות"},
    {"id", "hak cipta dilindungi"},
    {"vi", "bản quyền thuộc"},
    {"th", "สงวนลิขสิทธิ์"},
    {"ja", "無断(転載|複製|使用)"},
    {"ko", "무단\\s?전재|저작권자\\s?[(ⓒ©]"},
    {"zh", "版权所有|版權所有|未经.{0,12}(授权|许可|允许).{0,12}(不得|禁止)|请勿转载|^\\W*(免责声明|特别声明|"
           "免責聲明|声明|版权声明)[:：]|"
           "转载请(注明|联系)|仅代表作者.{0,12}观点"},
});

constexpr auto bylineLeadTable = std::to_array<Phrases>({
    {"en", "by|words|story|author|reporter|written by|posted by|reviewed by|edited by"},
    {"de", "von|text|autor(in)?|ein(e)? .{3,30} von"},
    {"fr", "par|texte|auteur"},
    {"es", "por|texto|autora?|redacción"},
    {"pt", "por|texto|autora?|da redação"},
    {"it", "di|autore|a cura di"},
    {"nl", "door|auteur|tekst"},
    {"sv", "av|text"},
    {"no", "av|tekst"},
    {"da", "af|tekst"},
    {"fi", "teksti|kirjoittanut"},
    {"pl", "przez|autor(ka)?|tekst|opracował[a]?|opr\\."},
    {"cs", "autor|napsal[a]?"},
    {"hu", "írta|szerző"},
    {"ro", "autor|scris de"},
    {"ru", "автор(ы)?|текст|от|подготовил[а]?"},
    {"uk", "автор(и)?|текст"},
    {"el", "γράφει (ο|η)|συντάκτης|αναρτήθηκε από"},
    {"tr", "yazan|yazar|haber"},
    {"ar", "بقلم|كتب(ت)?|إعداد|الكاتب|تحرير"},
    {"he", "מאת"},
    {"hi", "द्वारा|लेखक|edited by|written by"},
    {"id", "oleh|penulis|editor"},
    {"vi", "theo|tác giả"},
    {"th", "โดย|ผู้เขียน"},
});

constexpr auto tagLabelTable = std::to_array<Phrases>({
    {"en", "tags?|tagged( (with|as|in))?|topics?|keywords?|filed (under|in)|posted in|categor(y|ies)|labels|"
           "more (about|on)|read more about|related topics?|in this (article|story)"},
    {"de", "schlagw(ö|o)rter|schlagworte|themen|stichw(ö|o)rter|kategorien?"},
    {"fr", "mots[- ]clés|sujets|étiquettes|catégories?|thèmes?"},
    {"es", "etiquetas|temas|categorías?|archivado en|en esta nota"},
    {"pt", "marcadores|assuntos|palavras-chave|categorias?|mais sobre|tópicos"},
    {"it", "argomenti|tag|categorie"},
    {"nl", "onderwerpen|trefwoorden"},
    {"sv", "ämnen|etiketter"},
    {"no", "emneord|emner|stikkord"},
    {"fi", "avainsanat|aiheet"},
    {"pl", "tagi|kategorie|słowa kluczowe|tematy"},
    {"cs", "štítky|témata|klíčová slova"},
    {"hu", "címkék|kulcsszavak"},
    {"ro", "etichete|cuvinte cheie"},
    {"ru", "теги|метки|темы|рубрики?|ключевые слова"},
    {"uk", "теги|мітки|рубрики"},
    {"el", "ετικέτες|λέξεις[- ]κλειδιά"},
    {"tr", "etiketler"},
    {"ar", "كلمات (مفتاحية|دلالية)|الكلمات (المفتاحية|الدلالية)|وسوم|الوسوم|تصنيفات"},
    {"fa", "برچسب(‌?ها)?|کلید ?واژه\\w*"},
    {"he", "תגיות|תגים"},
    {"id", "kata kunci|topik"},
    {"vi", "từ khóa|thẻ|chủ đề"},
    {"th", "แท็ก|ป้ายกำกับ|คำค้น"},
    {"ja", "タグ|キーワード|カテゴリー?"},
    {"ko", "태그|키워드"},
    {"zh", "标签|关键词|關鍵字|標籤|分类|分類|關鍵詞"},
});

constexpr auto countUnitTable = std::to_array<Phrases>({
    {"en", "min(ute)?s?( "
           "read)?|views?|shares?|comments?|likes?|votes?|reads?|tweets?|retweets?|followers|reactions?|"
           "views today"},
    {"de", "kommentare?|minuten( lesezeit)?|min\\.? lesezeit|aufrufe"},
    {"fr", "commentaires?|min(utes)?( de)? lecture|vues|partages"},
    {"es", "comentarios?|lecturas|min(utos)?( de lectura)?|visitas|veces compartido"},
    {"pt", "comentários?|visualizações|min(utos)?( de leitura)?"},
    {"it", "commenti|visualizzazioni|min(uti)?( di lettura)?"},
    {"sv", "min lästid|kommentarer|delningar"},
    {"pl", "komentarz(y|e)?|wyświetleń|min\\.?( czytania)?"},
    {"ru", "комментари(й|я|ев)|просмотр(а|ов)?|мин(ут)?( чтения)?"},
    {"tr", "yorum|okunma|dk okuma"},
    {"ja", "分で読めます|件のコメント|ビュー"},
    {"ko", "조회|댓글|추천"},
    {"zh", "次阅读|阅读|评论|人参与|次浏览|人阅读"},
});

} // namespace

const std::span<const Phrases> photoLabels = photoLabelTable;
const std::span<const Phrases> sourceLabels = sourceLabelTable;
const std::span<const Phrases> otherCredits = otherCreditTable;
const std::span<const Phrases> agencies = agencyTable;
const std::span<const Phrases> dateLabels = dateLabelTable;
const std::span<const Phrases> contactLeads = contactLeadTable;
const std::span<const Phrases> rights = rightsTable;
const std::span<const Phrases> bylineLeads = bylineLeadTable;
const std::span<const Phrases> tagLabels = tagLabelTable;
const std::span<const Phrases> countUnits = countUnitTable;

} // namespace broadsheet::html
