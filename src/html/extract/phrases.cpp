// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/phrases.h"

#include <QRegularExpression>

namespace broadsheet::html {

namespace {

QRegularExpression pattern(const char *utf8)
{
    QRegularExpression expression(QString::fromUtf8(utf8), QRegularExpression::CaseInsensitiveOption |
                                                              QRegularExpression::UseUnicodePropertiesOption);
    expression.optimize();
    return expression;
}

bool matches(const QRegularExpression &expression, const QString &line, qsizetype longest)
{
    return line.size() <= longest && expression.match(line).hasMatch();
}

} // namespace

bool isAdvertMark(const QString &line)
{
    static const QRegularExpression marks = pattern(
        "^\\W*(advertis?e?ments?|ads?|ads by \\w+|advert|sponsored( content)?|paid content|promoted( content)?|"
        "anzeige|werbung|publicidad|publicidade|publicité|pubblicità|advertentie|reklame?|annons|annonse|mainos|"
        "reklam[ay]?|реклама|hirdetés|reclamă|διαφήμιση|إعلان|اعلان|פרסומת|広告|スポンサーリンク|光告|广告|廣告|광고|"
        "โฆษณา|quảng cáo|iklan|विज्ञापन|continua depois da publicidade|continúa después de la publicidad|"
        "story continues below( advertisement)?|article continues below( advertisement)?|continue reading below|"
        "advertisement\\W+(continue reading( below| the main story)?|scroll (down )?to continue( reading)?|article continues below.*|story continues below.*)|"
        "scroll to continue( with content)?|skip advertisement|report this ad|continue reading the main story|loading\\W*|loading (comments|ad)\\W*|"
        "la suite après cette publicité|continua a leggere( dopo la pubblicità)?|lees verder onder de advertentie|"
        "artikkeli jatkuu mainoksen jälkeen|saken fortsetter under annonsen|artikeln fortsätter under annonsen)\\W*$");
    return matches(marks, line, 80);
}

bool isCallToAction(const QString &line)
{
    static const QRegularExpression exact = pattern(
        "^\\W*(?>(share (this|on|via|article|story|post|with)[^.|]{0,30}|email this article|print this article|view comments|tweet this|share|tweet|pin|email|e-mail|print|save|facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|"
        "instagram|flipboard|tumblr|messenger|google\\+?|copy( link)?|link copied|bookmark|like|follow|comments?|reply|play( video)?|watch( now)?|x|"
        "show comments|leave a comment|post a comment|write a comment|add a comment|join the (conversation|discussion)|"
        "teilen|drucken|merken|empfehlen|kommentieren|kommentare?|partager|imprimer|envoyer|commenter|compartir|compartilhar?|"
        "compartilhe|imprimir|guardar|comentar|comentários|comentarios|condividi|stampa|invia|delen|dela|del|jaa|udostępnij|"
        "поделиться|подписаться|комментарии|シェア(する)?|ツイート|分享( ?到.*)?|评论|收藏|打印|공유|paylaş|"
        "font size|text size|a\\+|a-|back to top|top|next|previous|prev|more|menu|close|expand|home|search|"
        "sign ?in|log ?in|sign up|subscribe|register|read more|continue reading|see more|show more|view more|load more|"
        "getty images|image \\d+ of \\d+|\\d+ ?/ ?\\d+|\\d+ of \\d+|enlarge|view gallery|click to enlarge|hide caption|toggle caption|"
        "transcript|download|listen|audio|video|photos?|gallery|advertisement)[\\s|,·•/:]*)+\\W*$");
    static const QRegularExpression lead = pattern(
        "^\\W*(share (this|your|on)\\b|follow (us|me|him|her|them|@|[\\w.]+ on (twitter|facebook|instagram))|like us on|find us on|join us on|"
        "subscribe (to|now|today|for)\\b|sign[ -]?up (for|to|now|here|today)\\b|get (the|our) (latest|free|daily|best|top)?.{0,40}(newsletter|inbox|app|alerts)|"
        "click here (to|for)\\b|tap here to|download (the|our) .{0,30}app\\b|enter your e-?mail|your e-?mail address|"
        "please (enable|turn on) |support (our|independent) journalism|become a (member|subscriber|patron)|"
        "already a (subscriber|member)|want more .{3,60}\\?|stay up to date|don.t miss (a|our|out|the)\\b.{0,60}(newsletter|story|update|inbox)|"
        "this article (originally|first) appeared|this (story|article|post) was (originally|first) published|"
        "have (a|something|an) .{3,60}\\? (e-?mail|contact|get in touch|send)|do you have .{3,60}\\? (e-?mail|contact|let us)|"
        "(leave|write|post) a (comment|reply)|be the first to comment|join the conversation|let us know (what you think )?in the comments|"
        "abonnier(e|en sie)|melden sie sich|jetzt (abonnieren|anmelden|newsletter)|folgen sie|folge uns|abonnez-vous|inscrivez-vous|suivez(-nous| )|"
        "suscr[ií]b(ase|ete)|regístrate|síguenos|sigue .{2,30} en |siga .{2,40} no |siga(-nos| o g1| a )|inscreva-se|assine |clique aqui|haz clic|haga clic|"
        "iscriviti|seguici|abonneer|meld je aan|volg ons|följ oss|prenumerera|følg oss|tilaa uutiskirje|seuraa |zapisz się|obserwuj nas|"
        "подписывайтесь|подпишитесь|читайте нас|следите за|bizi takip|abone ol|ikuti (kami|berita)|baca berita|関注|关注|扫码|扫描二维码|フォロー)");
    return matches(exact, line, 140) || matches(lead, line, 260);
}

bool isPointerElsewhere(const QString &line)
{
    static const QRegularExpression lead = pattern(
        "^\\W*(read (more|also|next|this|now|the full story|full story|on|our review)|also (read|on|see|watch)|see (also|more|related)|related( (articles?|stories|story|posts?|news|content|coverage|links?|topics?|video))?|"
        "more (on|from|stories|news|about|in|like this|related|coverage|for you)|recommended( (for you|stories|reading|articles))?|you (may|might)( also)? (like|be interested|enjoy|have missed)|"
        "watch( (this|now|below|the video|live|more))?|don.t miss|must[ -](read|see|watch)|trending( now)?|most (read|popular|viewed|shared)|what to read next|up next|next up|next article|previous article|"
        "editor.s picks?|top stories|latest (news|stories)|in case you missed it|click here|listen( to)?|photos|video|gallery|in pictures|slideshow|further reading|"
        "mehr (zum thema|dazu|lesen|von|aus|über)|lesen sie( auch| hier| mehr| dazu)?|lies(t)? auch|siehe auch|auch interessant|das könnte (sie|dich)|zum thema|weitere artikel|weiterlesen|"
        "lire (aussi|également|la suite)|à lire( aussi)?|a lire( aussi)?|voir aussi|à voir|sur le même (sujet|thème)|en savoir plus|plus d.infos|nos articles|"
        "leer (también|más)|lea (también|además|más)|lee (también|además|más)|ver (también|además|más)|te puede interesar|también te puede|le puede interesar|puede interesarte|noticias? relacionadas?|relacionad[oa]s?|más información|mira también|no te pierdas|"
        "leia (também|mais|ainda)|veja (também|mais|ainda)|saiba mais|confira( também)?|vej[ao] (também|mais)|matérias relacionadas|notícias relacionadas|leia a (íntegra|notícia)|assista|"
        "leggi anche|leggi tutto|vedi anche|potrebbe interessarti|articoli correlati|guarda anche|approfondimenti|"
        "lees (ook|meer|verder)|zie ook|bekijk ook|meer (over|nieuws)|läs (också|även|mer)|se (också|även|også)|les (også|mer)|læs (også|mere)|lue (myös|lisää)|katso (myös|lisää)|"
        "czytaj (także|też|również|więcej)|zobacz (także|też|również|więcej)|przeczytaj (także|też|również)|polecamy|čtěte také|přečtěte si|viac k téme|olvassa el|kapcsolódó|citește (și|mai)|"
        "читайте (также|ещё|еще)|читать (также|далее|полностью)|смотрите также|по теме|ранее сообщалось:|материалы по теме|читайте на|дивіться також|читайте також|още по темата|"
        "διαβάστε (επίσης|ακόμα|ακόμη|περισσότερα)|ayrıca bkz|ilgili haber(ler)?|bunları da|okumak için|baca (juga|selengkapnya)|simak juga|lihat juga|berita terkait|xem thêm|đọc thêm|tin liên quan|"
        "اقرأ (أيض|المزيد)|إقرأ أيض|شاهد أيض|مواضيع ذات صلة|قد يهمك|בנושא|קרא(ו)? (גם|עוד)|עוד בנושא|相关(阅读|新闻|文章|链接|报道)|延伸阅读|推荐阅读|更多|相關(新聞|文章|報導)|延伸閱讀|看更多|"
        "関連(記事|リンク|ニュース|キーワード)?|あわせて読みたい|関連する|続きを読む|続きは|관련(기사| 기사|뉴스)|อ่าน(เพิ่มเติม|ต่อ|ข่าว)|ข่าวที่เกี่ยวข้อง|यह भी पढ़ें|ये भी पढ़ें)\\s*([:：»>|\\-–—.…!\\]】»,]|$)");
    return matches(lead, line, 250);
}

bool isFurnitureHeading(const QString &line)
{
    static const QRegularExpression headings = pattern(
        "^\\W*((\\d+ )?comments?( \\(?\\d+\\)?)?|leave a (reply|comment)|join the conversation|about the authors?|author bio|about (us|me)|"
        "share( this)?( (article|post|story|page|entry))?( on.*)?|sharing|newsletter|subscribe|sign up.{0,60}|tags?|topics?|categories|keywords|contact( us)?|advertisement|"
        "more (stories|articles|news|from|posts).{0,40}|you (may|might).{0,40}|related.{0,40}|recommended.{0,30}|popular.{0,30}|trending.{0,20}|latest.{0,30}|"
        "most (read|popular|viewed).{0,20}|recent (posts|articles|comments|news)|other (articles|stories|news|posts).{0,30}|similar (articles|posts|stories)|"
        "what.s (next|new|hot)|follow( us)?( on.*)?|stay (connected|informed)|get the.{0,40}newsletter.{0,30}|support us|our picks|editors?.? picks?|"
        "previous( (post|article))?|next( (post|article))?|post navigation|navigation|user comments|reader comments|responses|discussion|"
        "kommentare?|mehr zum thema|das könnte sie.*|ähnliche artikel|verwandte.*|weitere (artikel|themen|nachrichten)|meistgelesen|über den autor|"
        "commentaires?|articles? (liés|similaires|récents)|sur le même (sujet|thème)|à lire aussi|à propos de l.auteur|partager.{0,30}|"
        "comentarios?|comentários?|noticias relacionadas|artículos relacionados|te puede interesar|lo más (leído|visto)|compart(e|ir).{0,30}|compartilhe.{0,40}|"
        "notícias relacionadas|artigos relacionados|posts? relacionados?|leia (também|mais)|veja (também|mais)|mais lidas|sobre o autor|deixe (um|o seu) (comentário|resposta)|"
        "articoli correlati|commenti|leggi anche|gerelateerd.*|reacties|lees ook|läs (mer|också|även)|les også|kommentarer|lue myös|kommentit|"
        "zobacz (także|też)|komentarze|powiązane.*|читайте также|по теме|похожие.*|комментарии.*|самое читаемое|ilgili haberler|yorumlar.*|"
        "berita terkait|artikel terkait|komentar|bình luận|tin liên quan|相关(阅读|新闻|文章|推荐).*|相關.*|延伸閱讀|评论|留言|関連(記事|リンク|ニュース)?.*|コメント|おすすめ.*|관련기사|댓글)\\W*$");
    return matches(headings, line, 100);
}

bool isPageNotice(const QString &line)
{
    static const QRegularExpression notices = pattern(
        "(requires? javascript|enable javascript|javascript (is )?(disabled|required|to view)|turn on javascript|browser (does not|doesn.t) support|"
        "browser is (out of date|not supported)|upgrade your browser|unsupported browser|adobe flash|ad ?blocker|media playback is (unsupported|not supported)|"
        "your device$|this video is not available|no item available|request failed|we use cookies|uses cookies|cookie policy|please (try|reload)|video player is loading|this is a modal window|"
        "javascript (aktivieren|activé|activado)|activ(er|ar|a) javascript|включите javascript)");
    return matches(notices, line, 260);
}

bool isCredit(const QString &line)
{
    static const QRegularExpression credit = pattern(
        "^\\W*((photo|photos|image|images|picture|pic|video|illustration|graphic|file photo|foto|fotos|bild|bilder|symbolbild|imagen|imágenes|imagem|immagine|crédito|crédits?|créditos|credits?|zdjęcie|фото|"
        "photograph|source|quelle|fuente|fonte|图片来源|图源|图|圖片來源|圖|写真|사진|ảnh)( ?(credit|courtesy|by|from|via|source|copyright|caption|par|von|de|:|/|：|/[A-Z]))+.{0,120}|"
        "(ap|afp|reuters|getty|shutterstock|istock|epa|dpa|pa|tass|rex)( ?/ ?\\w+| photo| images)*|.{0,60}/ ?(ap|afp|reuters|getty images|epa|dpa|efe|ansa|picture alliance|shutterstock|istock)( images| photo)?|"
        "\\(?(image|photo|picture|foto|bild)( credit)?: .{2,100}\\)?|image (copyright|caption|source) .{2,120}|getty images( / .*)?|©.{2,80}|copyright .{2,60}|via .{2,30})\\W*$");
    return matches(credit, line, 160);
}

bool isDateLine(const QString &line)
{
    if (line.size() > 110)
        return false;
    static const QRegularExpression date = pattern(
        "(19|20)\\d\\d|\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b|\\b\\d{1,2}:\\d\\d\\b|\\b(hours?|minutes?|days?|weeks?|months?|years?) ago\\b|年\\d{1,2}月");
    static const QRegularExpression label = pattern(
        "^\\W*(published|updated?|posted|last (updated|modified)|created|first published|on|at|date|added|"
        "veröffentlicht|aktualisiert|stand|publié|mis à jour|modifié|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|"
        "publicerad|uppdaterad|publisert|oppdatert|julkaistu|päivitetty|opublikowano|aktualizacja|опубликовано|обновлено|发布时间|发表于|公開|更新|投稿日|등록|수정)");
    if (!date.match(line).hasMatch())
        return false;
    // What is left beside numbers and names of months must be little.
    int letters = 0;
    int digits = 0;
    for (const QChar c : line) {
        letters += c.isLetter() ? 1 : 0;
        digits += c.isDigit() ? 1 : 0;
    }
    return digits >= 3 && (letters <= 14 || (label.match(line).hasMatch() && letters <= 60) || (letters <= 28 && digits >= 5));
}

bool isContactLine(const QString &line)
{
    static const QRegularExpression contact = pattern(
        "^\\W*(originally (published|appeared)|first published|this (article|post|story|piece) (was )?(originally|first)|a version of this (article|story)|"
        "(e-?mail|contact|write to|follow|reach|tweet) [^.]{2,60}(@| at | on twitter)|(twitter|e-?mail|facebook|instagram|web(site)?|tel|phone|telefon|fax)\\s*:|@\\w+$|[\\w.+-]+@[\\w-]+\\.\\w+$)");
    return matches(contact, line, 220);
}

bool isCopyright(const QString &line)
{
    static const QRegularExpression rights = pattern(
        "^\\W*(©|\\(c\\) ?(19|20)\\d\\d|copyright\\b)|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|"
        "tutti i diritti riservati|все права защищены|wszelkie prawa zastrzeżone|may not be (published|reproduced|republished)|版权所有|無断転載|무단\\s?전재|not be reproduced without");
    return matches(rights, line, 400);
}

bool isBylineLine(const QString &line)
{
    static const QRegularExpression byline = pattern(
        "^\\W*((by|von|par|por|door|av|af|di|przez|tekst|text|texto|words|story|autor|auteur|author|autore|автор|作者|文|记者|記者|reporter|written by|posted by)\\s*[:：]?\\s+\\S.{1,70}|(作者|文|记者|記者|编辑|編輯|責任編輯|责任编辑|来源)[:：／/].{1,40})$");
    static const QRegularExpression sentence = pattern("[.!?。]\\s*\\S|[.!?。]$");
    return matches(byline, line, 90) && line.count(u' ') <= 11 && !sentence.match(line.chopped(1)).hasMatch();
}

bool isTagLine(const QString &line)
{
    static const QRegularExpression tags = pattern(
        "^\\W*(tags?|tagged( (with|as|in))?|topics?|keywords?|filed (under|in)|posted in|categor(y|ies)|more (about|on)|read more about|related topics?|in this (article|story)|schlagw(ö|o)rter|schlagworte|themen|stichw(ö|o)rter|"
        "mots-clés|sujets|etiquetas|temas|marcadores|assuntos|palavras-chave|argomenti|tag|ämnen|emneord|avainsanat|tagi|теги|метки|темы|etiketler|标签|关键词|關鍵字|標籤|タグ|キーワード|태그|labels)\\s*[:：].{0,200}$|"
        "^\\W*(tags?|topics?|keywords|filed under|labels|themen|etiquetas|temas)\\W*$|^(#\\S+[\\s,]*){1,12}$");
    return matches(tags, line, 240);
}

bool isCountLine(const QString &line)
{
    static const QRegularExpression counts = pattern(
        "^\\W*(?>(\\d[\\d.,]*\\s?[km]?\\+?\\s*(min(ute)?s?( read| lecture)?|views?|shares?|comments?|likes?|votes?|reads?|tweets?|retweets?|followers|reactions?|kommentare?|commentaires?|comentarios?|"
        "comentários?|visualizações|lecturas|minuten( lesezeit)?|min lästid|次阅读|阅读|评论|views today|shares?)|(estimated )?reading time:?.{0,24}|lesezeit:?.{0,20}|(views|shares|comments|likes|阅读|浏览|点击|views count)\\s*[:：]?\\s*\\d[\\d.,]*[km]?|\\d{1,6})[\\s|,·•/]*)+\\W*$");
    return matches(counts, line, 80);
}

} // namespace broadsheet::html
