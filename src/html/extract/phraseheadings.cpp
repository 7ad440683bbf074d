// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above the parts of a page that are no article, and within them.
#include "html/extract/phrasetables.h"

#include <array>

namespace broadsheet::html {

namespace {

constexpr auto furnitureHeadingTable = std::to_array<Phrases>({
    {"en",
     "(\\d+ )?comments?( \\(?\\d+\\)?)?|leave a (reply|comment)|join the conversation|"
     "about (the|this) authors?|author bio|about (us|me)|written by|"
     "share( this)?( (article|post|story|page|entry))?( on.*)?|sharing|newsletter|subscribe|"
     "sign up.{0,60}|tags?|topics?|categories|keywords|contact( us)?|advertisement|"
     "more (stories|articles|news|from|posts|in|on|about).{0,40}|you (may|might).{0,40}|related.{0,40}|"
     "recommended.{0,30}|popular.{0,30}|trending.{0,20}|latest.{0,30}|"
     "most (read|popular|viewed).{0,20}|recent (posts|articles|comments|news)|"
     "other (\\w+ )?(articles|stories|news|posts|columns).{0,30}|similar (articles|posts|stories)|"
     "what.s (next|new|hot)|follow( us)?( on.*)?|stay (connected|informed)|"
     "get the.{0,40}newsletter.{0,30}|support us|our picks|editors?.? picks?|"
     "previous( (post|article))?|next( (post|article))?|post navigation|navigation|user comments|"
     "reader comments|responses|discussion|featured|don.t miss|must read|up next|read next|explore more|"
     "keep reading|top (stories|news)|in this (section|series)|promoted( by.*)?|sponsored.{0,30}"},
    {"de",
     "kommentare?|mehr (zum thema|aus|von|zu).{0,40}|das könnte (sie|dich|auch).*|ähnliche "
     "(artikel|beiträge)|"
     "verwandte.*|weitere (artikel|themen|nachrichten|beiträge).{0,30}|meistgelesen.*|über (den|die) "
     "autor(in)?|zum thema|newsletter.*|auch interessant|neueste.{0,30}|themen|schlagwörter|stichwörter"},
    {"fr",
     "commentaires?|(nos )?articles? (liés|similaires|récents|associés)|sur le même (sujet|thème)|"
     "[àa] lire( aussi| également)?|à propos de l.auteur|partage[rz].{0,30}|les plus (lus|populaires).*|"
     "dans la même rubrique|vous aimerez.*|ça peut vous intéresser|en ce moment|mots[- ]clés|"
     "recommandé.{0,30}|newsletter.*|nos derniers articles|plus d.articles.*"},
    {"es",
     "comentarios?|noticias relacionadas|artículos relacionados|(te|le) puede interesar.*|"
     "lo más (leído|visto|reciente)|compart(e|ir).{0,30}|más (noticias|sobre|en|de|leídas|vistas).{0,40}|"
     "relacionad[oa]s|últimas noticias|sobre (el|la) autora?|archivado en|etiquetas|"
     "(también|además) te.*|recomendad[oa]s.*|no te (lo )?pierdas"},
    {"pt", "comentários?|compartilhe.{0,40}|(notícias|matérias|artigos) relacionad[oa]s|posts? relacionados?|"
           "leia (também|mais)|veja (também|mais)|mais lidas|mais (notícias|sobre|em|de).{0,40}|sobre [oa] "
           "autora?|deixe (um|o seu|seu|uma) (comentário|resposta)|você (pode|também).*|últimas notícias|"
           "recomendad[oa]s.*|tags"},
    {"it", "articoli correlati|commenti|leggi anche|potrebbe(ro)? interessar(ti|e).*|altri articoli.*|"
           "i più letti|ultime notizie|l.autore|condividi.*|correlati|argomenti|dalla (stessa )?sezione.*"},
    {"nl",
     "gerelateerd.*|reacties|lees (ook|meer|verder)|meest gelezen|over de auteur|meer (over|nieuws).{0,40}|"
     "aanbevolen.*|deel dit.*"},
    {"sv",
     "läs (mer|också|även).{0,30}|kommentarer|relaterat.*|mest läst.*|om (författaren|skribenten)|ämnen"},
    {"no", "les (også|mer)|kommentarer|relaterte.*|mest lest|siste nytt"},
    {"da", "læs (også|mere)|kommentarer|relaterede.*|mest læste|seneste nyt"},
    {"fi", "lue (myös|lisää)|kommentit|luetuimmat|aiheeseen liittyv.*|uusimmat"},
    {"pl", "zobacz (także|też|również)|komentarze|powiązane.*|czytaj (także|też|również|więcej)|"
           "najczęściej czytane|podobne.*|o autorze|polecamy.*|najnowsze.*|udostępnij.*|tagi"},
    {"cs", "související( články)?|diskuse.*|nejčtenější.*|mohlo by vás zajímat|další články.*|komentáře|"
           "(čtěte|přečtěte si) také|o autorovi"},
    {"hu", "kapcsolódó.*|hozzászólások.*|legolvasottabb.*|ajánlott.*|további cikkek.*|címkék"},
    {"ro", "comentarii.*|cite(ș|ş)te (și|şi).*|articole (similare|recente|asemănătoare).*|cele mai citite|"
           "ultimele (știri|ştiri).*|etichete"},
    {"hr", "komentari.*|povezan[ie].*|najčitanije|pročitajte (i|još).*|najnovije.*"},
    {"ru", "читайте также.*|(материалы |ещё |еще )?по теме|похожие.*|комментарии.*|самое читаемое|"
           "популярн(ое|ые).*|рекомендуем.*|новости (партнеров|партнёров|сми2?)|главное( сегодня)?|об авторе|"
           "другие (новости|материалы).*|теги|поделиться.*|лента новостей|последние новости"},
    {"uk",
     "читайте також.*|(схожі|пов.язані).*|коментарі.*|найпопулярніше|останні новини|теги|рекомендуємо.*"},
    {"el", "σχόλια.*|σχετικά.*|διαβάστε (επίσης|ακόμα|ακόμη).*|δημοφιλή.*|τελευταία νέα"},
    {"tr", "ilgili haberler|yorumlar.*|benzer.*|en çok okunanlar|önerilen.*|son dakika.*|etiketler"},
    {"ar", "(مواضيع|أخبار|مقالات) (ذات صلة|متعلقة|مشابهة)|ذات صلة|التعليقات.*|الأكثر "
           "(قراءة|مشاهدة|شيوعا\\w*|تصفحا\\w*|تداولا\\w*)|"
           "[إا]قر[أئ] أيض\\w*|كلمات (مفتاحية|دلالية)|شارك.{0,20}|المزيد.{0,30}"},
    {"fa", "مطالب مرتبط|اخبار مرتبط|نظرات.*|دیدگاه.*|پربازدید.*|بیشتر بخوانید"},
    {"he", "תגובות.*|כתבות נוספות.*|עוד בנושא.*|עוד (ב|מ).{2,20}|הנקראות ביותר|אולי יעניין.*|תגיות"},
    {"hi", "(यह|ये) भी (पढ़ें|पढ़ें)|(संबंधित|सम्बंधित) (खबरें|ख़बरें)|टिप्पणियाँ|टॉप (खबरें|न्यूज़)"},
    {"id", "berita (terkait|lainnya|populer|terbaru)|artikel (terkait|lainnya)|komentar|terpopuler|"
           "baca juga|tag(s)? terkait|rekomendasi.*"},
    {"vi",
     "bình luận.*|tin liên quan|(tin|bài) (cùng chuyên mục|mới|khác|đọc nhiều).*|có thể bạn quan tâm.*"},
    {"th", "ข่าว(ที่)?เกี่ยวข้อง|ข่าวล่าสุด|ข่าวยอดนิยม|ความคิดเห็น.*|แท็ก.*"},
    {"ja", "関連(記事|リンク|ニュース|する|動画|情報|キーワード)?.*|コメント.*|おすすめ.*|(アクセス)?"
           "ランキング.*|人気(記事|の).*|"
           "新着(記事|情報).*|あわせて読みたい.*|この記事を(書いた|シェア).*|最新(記事|ニュース).*|"
           "トピックス|タグ|プロフィール"},
    {"ko", "관련 ?(기사|뉴스|글).*|댓글.*|많이 본.*|인기 ?(기사|글|뉴스).*|추천 ?(기사|뉴스).*|최신 "
           "?(기사|뉴스).*|태그|이 시각.*|주요 ?뉴스"},
    {"zh", "相关(阅读|新闻|文章|推荐|报道|链接).*|相關.*|延伸(閱讀|阅读).*|(网友|用户|最新|热门|精彩|讀者|"
           "網友)?(评论|評論|留言|回應|跟贴|跟帖).*|"
           "(热门|熱門|推荐|推薦|精彩|最新|猜你喜欢).*|(點擊|点击)排行.*|排行榜|(上|下)一篇.*|更多(新闻|新聞|"
           "文章|精彩).*|关于作者|标签|標籤"},
});

constexpr auto commentHeadingTable = std::to_array<Phrases>({
    {"en",
     "((\\d+|no|all|view( all)?|user|readers?.?|leave|add|post|write|recent|your|latest) ?(a |an |your )?)?"
     "comments?( ?[:(]?\\d*\\)?)?( on .{2,200}| so far.{0,20}| are closed.{0,2}| section)?|"
     "(\\d+|one|two|three|no|leave|post|write|your) (a |an |your )?"
     "(repl(y|ies)|responses?|thoughts?|reactions?)( (on|to) .{2,200})?|"
     "(replies|responses|reactions|discussion) \\(\\d+\\)|join the (conversation|discussion).{0,40}|"
     "what do you think\\?|have your say|speak your mind"},
    {"de", "((\\d+|keine|alle|ihre|leser)[ -]?)?(leser)?kommentare?( ?\\(?\\d*\\)?)?( zu .{2,200})?|"
           "(\\d+|ihre|leser)[ -]?(antworten|meinungen)( (auf|zu) .{2,200})?|leserbriefe|"
           "schreib(e|en sie)? einen kommentar.*|kommentar (schreiben|verfassen|hinterlassen).*|"
           "(diskutieren|reden) sie mit.*"},
    {"fr", "((\\d+|aucun|vos|les) )?commentaires?( ?\\(?\\d*\\)?)?( (sur|à) .{2,200})?|"
           "(\\d+|vos) (réactions?|réponses?)( (sur|à) .{2,200})?|"
           "(laisse[rz]|poster|ajouter|écrire) (un|votre) commentaire.*|réagi(r|ssez) à .{3,30}"},
    {"es", "((\\d+|sin|tus|los|ver) )?comentarios?( ?\\(?\\d*\\)?)?( (en|a|sobre) .{2,200})?|"
           "(\\d+|tus) (respuestas?|opiniones)( (en|a|sobre) .{2,200})?|"
           "(dej(a|ar|e)|escribe) (un|tu|una|su) (comentario|respuesta).*"},
    {"pt", "((\\d+|nenhum|os) )?comentários?( ?\\(?\\d*\\)?)?( (em|a|sobre|para) .{2,200})?|"
           "\\d+ respostas?( (em|a|para) .{2,200})?|"
           "(deix(e|ar)|envie|faça|escreva) (um|o seu|seu|uma|sua) (comentário|resposta).*"},
    {"it", "((\\d+|nessun|i) )?commenti?( ?\\(?\\d*\\)?)?( (su|a) .{2,200})?|\\d+ (risposte|pareri).*|"
           "(lascia|scrivi) un (tuo )?commento.*"},
    {"nl", "((\\d+|geen) )?(reacties|opmerkingen)( ?\\(?\\d*\\)?)?( op .{2,200})?|(geef|plaats|laat) een "
           "reactie.*"},
    {"sv", "((\\d+|inga) )?kommentarer?( ?\\(?\\d*\\)?)?( till .{2,200})?|(lämna|skriv) (en|ett) "
           "(kommentar|svar).*"},
    {"no", "((\\d+|ingen) )?kommentarer?( ?\\(?\\d*\\)?)?|(legg igjen|skriv) (en|et) (kommentar|svar).*"},
    {"fi", "(\\d+ )?(kommentit|kommenttia)( ?\\(?\\d*\\)?)?( artikkeliin .{2,200})?|jätä kommentti.*"},
    {"pl", "((\\d+|brak) )?(komentarze|komentarzy|komentarz)( ?\\(?\\d*\\)?)?( (do|na) .{2,200})?|"
           "(dodaj|zostaw|napisz) (komentarz|odpowiedź|opinię).*"},
    {"cs", "(vstoupit|vstup|vstupte) do diskuse.*|diskuse( ?\\(\\d*\\))?|(\\d+ "
           ")?(komentáře|komentářů|komentář)( ?\\(?\\d*\\)?)?( (k|u) .{2,200})?|"
           "(napsat|přidat|napište) komentář.*|diskuse k článku.*"},
    {"hu", "(\\d+ )?(hozzászólás(ok)?|kommentek)( ?\\(?\\d*\\)?)?|szólj hozzá.*"},
    {"ro", "((\\d+|niciun) (de )?)?(comentarii|comentariu)( ?\\(?\\d*\\)?)?|(lasă|adaugă) un "
           "(comentariu|răspuns).*"},
    {"hr", "(\\d+ )?(komentari|komentara)( ?\\(?\\d*\\)?)?|(ostavi|napiši)(te)? (komentar|odgovor).*"},
    {"ru", "((\\d+|нет|все|ваши) )?комментари(и|й|я|ев)( ?\\(?\\d*\\)?)?( (к|на) .{2,200})?|"
           "\\d+ (отзыв(ов|а)?|ответ(ов|а)?).*|(добавить|оставить|написать) (комментарий|отзыв|ответ).*|"
           "обсуждение \\(?\\d+\\)?"},
    {"uk",
     "((\\d+|немає|всі) )?коментар(і|ів|я)?( ?\\(?\\d*\\)?)?|(додати|залишити|написати) (коментар|відгук).*"},
    {"el", "(\\d+ )?σχόλι(α|ο)( ?\\(?\\d*\\)?)?( (στο|σε) .{2,200})?|(αφήστε|δημοσίευση) "
           ".{0,10}(σχόλιο|σχολίου).*"},
    {"tr", "(\\d+ )?yorum(lar)?( ?\\(?\\d*\\)?)?|(bir )?(yorum|cevap) (yap|yaz|bırak)(ın)?.*"},
    {"ar", "(\\d+ )?(التعليقات|تعليقات|آراء القراء)( ?\\(?\\d*\\)?)?|(أضف|اترك|اكتب) (تعليق\\w*|رد\\w*).*"},
    {"fa", "(\\d+ )?(نظرات|دیدگاه‌?ها|نظرات کاربران)( "
           "?\\(?\\d*\\)?)?|(ارسال|ثبت) "
           "(نظر|دیدگاه).*"},
    {"he", "(\\d+ )?תגובות( לכתבה.*)?( ?\\(?\\d*\\)?)?|(הוסף|הוספת|כתוב|השאר|כתיבת) תגובה.*"},
    {"id", "(\\d+ )?(komentar|tanggapan)( ?\\(?\\d*\\)?)?|(tinggalkan|tulis) (balasan|komentar).*"},
    {"vi",
     "(\\d+ )?(bình luận|ý kiến bạn đọc)( ?\\(?\\d*\\)?)?|(viết|gửi|để lại) (bình luận|ý kiến|phản hồi).*"},
    {"th", "(\\d+ )?(ความคิดเห็น|แสดงความคิดเห็น)( ?\\(?\\d*\\)?)?"},
    {"ja", "(この記事への|みんなの|読者の|最新の)?(コメント|トラックバック)(\\(\\d+\\)|（\\d+）|一覧|欄|\\d+"
           "件|を(残す|書く|投稿する?))?|"
           "\\d+件の(コメント|返信)"},
    {"ko", "(전체 ?|총 ?)?(댓글|한줄 ?의견)( ?\\(?\\d*개?\\)?)?( ?(쓰기|남기기|달기))?"},
    {"zh", "(网友|網友|用户|最新|热门|全部|精彩|讀者|读者|我要|发表|發表|共\\d+条|\\d+条|\\d+ ?則|所有)?"
           "(评论|評論|留言|跟贴|跟帖|迴響)( ?(区|區|列表|\\(\\d+\\)|（\\d+）|\\d+条|\\d+)){0,2}|"
           "(发表|發表|留下)(评论|評論|回复|留言|看法).*"},
});

constexpr auto authorHeadingTable = std::to_array<Phrases>({
    {"en", "about (the|this|our) (authors?|writers?|contributors?|columnist)|(the )?author.?s? (bio(graphy)?|"
           "profile|info(rmation)?|note)|meet the authors?|(article )?written by|contributors?"},
    {"de",
     "(über|zu) (den|die|unsere[nr]?) autor(in|en|innen)?|(der|die) autor(in|en)?|zur person|autoreninfo"},
    {"fr", "à propos (de l.auteur(e)?|des auteurs)|(qui est )?l.auteur(e)?"},
    {"es", "(sobre|acerca de) (el|la|los) autor(a|es)?|acerca del autor|(el|la) autora?"},
    {"pt", "sobre [oa]s? autor(a|es)?|(o|a) autora?"},
    {"it", "(informazioni )?sull.autor[ei]|(chi è )?l.autor[ei]|gli autori"},
    {"nl", "over de auteurs?"},
    {"sv", "om (författaren|skribenten)"},
    {"no", "om (forfatteren|skribenten)"},
    {"da", "om (forfatteren|skribenten)"},
    {"fi", "(tietoja )?kirjoittajasta|kirjoittaja"},
    {"pl", "o autor(ze|ce|ach)"},
    {"cs", "o autor(ovi|ce|ech)"},
    {"sk", "o autorovi"},
    {"hu", "a szerzőről|a szerző"},
    {"ro", "despre autor(i|ul)?"},
    {"hr", "o autor(u|ici|ima)"},
    {"ru", "об авторе|об авторах"},
    {"uk", "про автора"},
    {"bg", "за автора"},
    {"el", "σχετικά με (τον|την) (συντάκτη|συγγραφέα)|ο συγγραφέας"},
    {"tr", "yazar hakkında"},
    {"ar", "(عن|حول) (الكاتب|المؤلف)|نبذة عن الكاتب"},
    {"fa", "درباره( ی)? نویسنده"},
    {"he", "(אודות|על) (הכותב|המחבר|הכותבת)"},
    {"hi", "लेखक के बारे में"},
    {"id", "tentang penulis"},
    {"vi", "(về )?tác giả"},
    {"th", "เกี่ยวกับผู้เขียน"},
    {"ja", "(この記事を書いた人|この記事の著者|著者|筆者|執筆者|ライター)(プロフィール|紹介|情報)?"},
    {"ko", "(글쓴이|저자|필자|작성자)( ?(소개|정보))?"},
    {"zh", "(关于|關於)作者|作者(简介|簡介|介绍|介紹)"},
});

constexpr auto answerLinkTable = std::to_array<Phrases>({
    {"", "reply|reply to .{1,40}|antworten|auf .{1,40} antworten|répondre|responder|rispondi|"
         "(be)?antwoord(en)?|reageer|svara?|vastaa|odpowiedz|odpovědět|odpovedať|válasz|răspunde|odgovori|"
         "ответить|відповісти|отговор|απάντηση|yanıtla|cevapla|رد|الرد|پاسخ|השב|הגב|जवाब दें|balas|trả lời|"
         "ตอบ(กลับ)?|返信(する)?|답글( ?쓰기)?|답변|回复|回覆|回應"},
});

constexpr auto contentsHeadingTable = std::to_array<Phrases>({
    {"", "(table of )?contents|on this page|in this (article|guide|post)|jump to( a "
         "section)?|inhalt(sverzeichnis)?|"
         "sommaire|table des matières|(tabla de )?contenidos?|índice|sumário|indice( dei "
         "contenuti)?|inhoud(sopgave)?|"
         "innehåll(sförteckning)?|innhold|indhold|sisällys(luettelo)?|spis "
         "treści|obsah|tartalom(jegyzék)?|cuprins|"
         "sadržaj|содержание|оглавление|зміст|περιεχόμενα|i̇çindekiler|içindekiler|المحتويات|محتويات|فهرست|"
         "תוכן עניינים|"
         "תוכן העניינים|daftar isi|mục lục|สารบัญ|目次|もくじ|목차|차례|目录|目錄"},
});

constexpr auto sourcesHeadingTable = std::to_array<Phrases>({
    {"en", "(selected |cited |further )?(references|sources|bibliography|literature|footnotes|endnotes|notes|"
           "works cited|literature cited|reading list)( cited| and (notes|sources|references))?"},
    {"",
     "(quellen|literatur)((angaben|verzeichnis|nachweise?)|( und (literatur|quellen|anmerkungen)))?|"
     "einzelnachweise|fußnoten|anmerkungen|références|bibliographie|notes( de bas de page| et références)?|"
     "referencias|bibliografía|fuentes|notas( al pie)?|referências|bibliografia|fontes|notas|"
     "riferimenti|fonti|note|bronnen|referenties|voetnoten|noten|referenser|källor|kilder|referanser|"
     "lähteet|viitteet|źródła|przypisy|literatura|zdroje|poznámky|források|hivatkozások|irodalom|"
     "izvori|reference|источники|литература|примечания|сноски|список литературы|джерела|примітки|"
     "література|πηγές|παραπομπές|βιβλιογραφία|kaynaklar|kaynakça|dipnotlar|المراجع|المصادر|هوامش|"
     "منابع|پانویس|מקורות|הערות שוליים|संदर्भ|referensi|sumber|daftar pustaka|tài liệu tham khảo|"
     "nguồn tham khảo|อ้างอิง|参考(文献|資料|资料)|脚注|出典|参考|참고 "
     "?(문헌|자료)|각주|參考(資料|文獻)|註釋|注释"},
});

constexpr auto aboutLeadTable = std::to_array<Phrases>({
    {"", "about |über |à propos d(e |u |es |['’])|acerca de |sobre |(informazioni )?su |chi è |over |om |o "
         "(firmie |společnosti )?|despre |о компании |про компанію |σχετικά με |tentang |về |عن |"
         "关于|關於|会社概要"},
});

constexpr auto processHeadingTable = std::to_array<Phrases>({
    {"en",
     "how we (reviewed|reported|tested|chose|wrote) (this|the|our|these) .{3,30}|(article|editorial) sources"
     "( and fact-checking)?|(our )?editorial (policy|process)|correction policy|article history"},
    {"de", "(über|zu) diese[mnr]? (text|recherche|artikel)"},
});

} // namespace

const std::span<const Phrases> furnitureHeadings = furnitureHeadingTable;
const std::span<const Phrases> authorHeadings = authorHeadingTable;
const std::span<const Phrases> commentHeadings = commentHeadingTable;
const std::span<const Phrases> answerLinks = answerLinkTable;
const std::span<const Phrases> contentsHeadings = contentsHeadingTable;
const std::span<const Phrases> sourcesHeadings = sourcesHeadingTable;
const std::span<const Phrases> aboutLeads = aboutLeadTable;
const std::span<const Phrases> processHeadings = processHeadingTable;

} // namespace broadsheet::html
