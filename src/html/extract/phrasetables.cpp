// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/phrasetables.h"

#include <array>

namespace broadsheet::html {

namespace {

constexpr auto advertMarkTable = std::to_array<Phrases>({
    {"en", "advertis?e?ments?|ads?|ads by \\w+|advert|sponsored( content)?|paid content|promoted( content)?|"
           "(story|article) continues below( advertisement)?|continue reading( below| the main story)?|"
           "advertisement\\W+(continue reading|scroll|article continues|story continues).*|"
           "scroll to continue( with content)?|scroll down for video|skip advertisement|"
           "(skip past|after) newsletter promotion|(story|article) continues after.{0,40}|report this "
           "ad|loading\\W*|\\[gambas:.{2,40}|"
           "loading (comments|ad)\\W*"},
    {"de", "anzeigen?|werbung|weiterlesen nach der (anzeige|werbung)|der artikel geht unten weiter"},
    {"fr", "publicité|la suite après (cette|la) publicité|annonce"},
    {"es", "publicidad|anuncio|continúa después de la publicidad|sigue leyendo|la nota sigue abajo"},
    {"pt",
     "publicidade|anúncio|continua (depois|após) da publicidade|continua após a publicidade|propaganda"},
    {"it", "pubblicità|continua a leggere( dopo la pubblicità)?|annuncio"},
    {"nl", "advertentie|reclame|lees verder onder de advertentie|tekst loopt (door|verder) onder .*"},
    {"sv", "annons|reklam|artikeln fortsätter under annonsen"},
    {"no", "annonse|saken fortsetter under annonsen|artikkelen fortsetter under annonsen"},
    {"da", "annonce|artiklen fortsætter( efter annoncen)?"},
    {"fi", "mainos|artikkeli jatkuu mainoksen jälkeen|juttu jatkuu mainoksen jälkeen"},
    {"pl", "reklama|(dalsz[ay] (część|ciąg)|ciąg dalszy|reszta) (artykułu|tekstu|materiału) pod "
           ".{3,20}|koniec bloku reklamowego"},
    {"cs", "reklama|inzerce|článek pokračuje pod reklamou"},
    {"hu", "hirdetés|a cikk a hirdetés után folytatódik"},
    {"ro", "reclamă|publicitate|articolul continuă după reclamă"},
    {"hr", "oglas|tekst se nastavlja ispod oglasa|nastavak (teksta )?ispod (oglasa|reklame)"},
    {"ru", "реклама|на правах рекламы|продолжение (статьи )?после рекламы"},
    {"uk", "реклама|продовження після реклами"},
    {"el", "διαφήμιση|η συνέχεια μετά τη διαφήμιση"},
    {"tr", "reklam|ilan|haberin devam[ıi]|reklamdan sonra devam ediyor"},
    {"ar", "إعلان|اعلان|إعلانات"},
    {"fa", "تبلیغات|آگهی"},
    {"he", "פרסומת|תוכן מקודם"},
    {"hi", "विज्ञापन"},
    {"id", "iklan|advertisement|scroll to continue with content|lanjutkan membaca"},
    {"vi", "quảng cáo"},
    {"th", "โฆษณา"},
    {"ja", "広告|スポンサー(ド)?リンク|pr"},
    {"ko", "광고"},
    {"zh", "广告|廣告|广告也精彩|請繼續往下閱讀.*|(相关)?推广"},
});

constexpr auto buttonTable = std::to_array<Phrases>({
    {"", "facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|instagram|flipboard|tumblr|messenger|"
         "google\\+?|\\d+:\\d\\d ?/ ?\\d+:\\d\\d|bluesky|mastodon|threads|x|a\\+|a-|image \\d+ of \\d+|\\d+ "
         "?/ ?\\d+|\\d+ of \\d+"},
    {"en", "share (this|on|via|article|story|post|with)[^.|]{0,30}|email this article|print this article|"
           "view comments|tweet this|share|tweet|pin( it)?|email|e-mail|print|save|copy( link)?|link copied|"
           "bookmark|like|follow|comments?|reply|play( video)?|watch( now)?|show comments|leave a comment|"
           "post a comment|write a comment|add a comment|join the (conversation|discussion)|font size|"
           "text size|back to (top|\\w+)|top|next|previous|prev|more|menu|close|expand|home|search|sign ?in|"
           "log ?in|sign up|subscribe|register|read more|continue reading|see more|show more|view more|"
           "load more|getty images|enlarge|view gallery|click to enlarge|hide caption|toggle caption|"
           "join (now|us)|get started|get access|learn more|find out more|subscribe now|sign up now|"
           "(see|view) (all )?(offers|plans)|(start|try)( it)?( your)? free( trial)?|donate( now)?|shop now|"
           "buy now|book now|contact us( today)?|get (the|our) app|become a member|"
           "transcript|download|listen|audio|video|photos?|gallery|advertisement|jump to (recipe|content)|"
           "opens in (a )?new (window|tab)"},
    {"de",
     "teilen|drucken|merken|empfehlen|kommentieren|kommentare?|weiterlesen|mehr anzeigen|zur startseite|"
     "artikel (teilen|drucken)|link kopieren|vorlesen|zurück|weiter"},
    {"fr",
     "partager( sur \\w+)?|copier le lien|offrir (l.|cet "
     ")article|imprimer|envoyer|commenter|suivre|écouter|lire la suite|enregistrer|réagir|haut de page"},
    {"es", "compartir( en \\w+)?|copiar (el "
           ")?enlace|imprimir|guardar|comentar|comentarios|enviar|escuchar|leer más|ver más|sigue leyendo"},
    {"pt", "copiar (o )?link|compartilhar?( no "
           "\\w+)?|compartilhe|partilhar|imprimir|comentar|comentários|salvar|ouvir|leia mais"},
    {"it", "copia( il)? link|condividi( su \\w+)?|stampa|invia|commenta|ascolta|salva|leggi tutto"},
    {"nl", "delen|link kopiëren|kopieer link|afdrukken|lees meer|reageer"},
    {"sv", "dela|kopiera länk|skriv ut|läs mer|spara"},
    {"no", "del|skriv ut|les mer"},
    {"fi", "jaa|tulosta|lue lisää"},
    {"pl", "(s)?kopiuj link|udostępnij( na \\w+)?|drukuj|skomentuj|czytaj (dalej|więcej)|podziel się"},
    {"cs", "sdílet|vytisknout|diskuse|číst dál(e)?"},
    {"hu", "megosztás|nyomtatás|tovább"},
    {"ru", "(с)?копировать "
           "ссылку|поделиться|подписаться|комментарии|комментировать|распечатать|сохранить|читать далее"},
    {"uk", "поділитися|роздрукувати|коментувати"},
    {"el", "κοινοποίηση|εκτύπωση"},
    {"tr", "paylaş|yazdır|devamını oku|yorum yap"},
    {"ar", "شارك|مشاركة|طباعة|حفظ|استمع"},
    {"he", "שתפו|שיתוף|הדפסה"},
    {"id", "bagikan|cetak|salin tautan"},
    {"vi", "chia sẻ|in bài( này)?|bình luận"},
    {"th", "แชร์|พิมพ์"},
    {"ja", "シェア(する)?|ツイート|印刷|保存|コメント(する)?|もっと見る|続きを読む"},
    {"ko", "공유(하기)?|인쇄|댓글|더보기|글자크기.{0,12}"},
    {"zh", "分享( ?到.*)?|评论|收藏|打印|字号.{0,10}|列印|點讚|点赞|返回(首页|顶部|列表)|举报"},
});

constexpr auto callLeadTable = std::to_array<Phrases>({
    {"", "newsletter\\s*[:|–-]|whatsapp\\s*[:|–-]"},
    {"en",
     ".{0,60}\\b(we|may|can) (may |might )?contain affiliate links|"
     "(this|our|some) (post|article|page|story|site).{0,40}contains? (affiliate|sponsored) links|"
     "(if you|did you) (enjoy|like|love|found|find)(ed|d)? "
     "(this|what|it).{0,60}\\b(clap|share|follow|subscribe|"
     "support|like|comment)|will you (support|help)\\b.{0,60}\\?|"
     "except for the headline, this|(this|the) (story|report|article|copy) (has been|was|is) "
     "(auto-?generated|(published|sourced|generated) (from|by) (an? )?(syndicated|agency|auto))|"
     "read the (full|original|complete|whole) (story|article|report|post|interview)\\b|"
     "listen to (this |the )?(article|story)\\b.{0,24}$|save this (story|article)|"
     ".{0,200}please consider (supporting|subscrib|donat|becoming|making)|"
     "thank(s| you) for (relying|supporting|subscribing)\\b|note to readers|"
     ".{0,120}(affiliate|purchase|link|buy).{0,80}\\b(we|may|might|can) (may |might |will )?"
     "(earn|receive|get) (us )?(a |an )?(small |affiliate )?commission|"
     "(like|enjoy(ed|ing)?|loved?) (this|what you).{0,40}\\? .{0,20}(subscribe|share|sign|follow|support)|"
     "for more (?!than).{3,60}, (visit|download|follow|subscribe|sign up|check out|go to|click)\\b|"
     "join (our|the|us on) .{0,40}(whatsapp|telegram|facebook|discord|community|channel)|"
     "read or share this|view this post on |a post shared by |"
     "share (this|your|on)\\b|follow (us|me|him|her|them|@|[\\w.]+ on (twitter|facebook|instagram))|"
     "like us on|find us on|join us on|subscribe (to|now|today|for)\\b|"
     "sign[ -]?up (for|to|now|here|today)\\b|"
     "get (the|our) (latest|free|daily|best|top)?.{0,40}(newsletter|inbox|app|alerts)|"
     "click here (to|for)\\b|tap here to|download (the|our) .{0,30}app\\b|enter your e-?mail|"
     "your e-?mail address|please (enable|turn on) |support (our|independent) journalism|"
     "become a (member|subscriber|patron)|already a (subscriber|member)|want more .{3,60}\\?|"
     "stay up to date|don.t miss (a|our|out|the)\\b.{0,60}(newsletter|story|update|inbox)|"
     "this article (originally|first) appeared|open in (the )?app|"
     "was this (article|page|information|story) (helpful|useful)|did you find this|"
     "(spotted|found|see) (a|an) (mistake|error|typo)|"
     "this (story|article|post) was (originally|first) published|"
     "have (a|something|an) .{3,60}\\? (e-?mail|contact|get in touch|send|call|write)|"
     "do you have .{3,60}\\? (e-?mail|contact|let us)|"
     "(leave|write|post) a (comment|reply)|be the first to comment|join the conversation|"
     "by (signing up|subscribing|submitting)\\b.{0,60}(agree|accept|terms|policy)|"
     "thank(s| you) for reading.{0,60}(subscribe|share|support)|"
     "let us know (what you think )?in the comments|(tell|let) us (know )?.{0,40}(in the )?comments|"
     ".{0,120}\\bin the comments( section)?( below)?\\W*$|get .{5,120}\\bsign up( here| now)?\\W*$"},
    {"de",
     "(dieser|der|unser) (artikel|beitrag|text) enthält .{0,20}(affiliate|werbe|partner|provisions)-?links?|"
     "über dieses thema berichtete|"
     "[+\\s]*alle .{0,24}(entwicklungen|nachrichten|infos|meldungen|news) (im|zum|zur|zu|auf|in unserem)\\b"
     ".{0,60}(liveticker|liveblog|newsblog|ticker|blog|überblick)|mehr .{3,30} im newsletter|"
     "abonnier(e|en sie)|melden sie sich|jetzt (abonnieren|anmelden|newsletter)|folgen sie "
     "(uns|mir|@|unser|.{2,50}(facebook|twitter|instagram|whatsapp|google|tiktok|"
     "linkedin|mastodon|bluesky|youtube|threads))|folge uns|"
     "hier geht.s zu[rm]?|schreiben sie uns|diskutieren sie mit|haben sie .{3,60}\\? schreiben|"
     "besuchen sie uns|war dieser (artikel|beitrag) hilfreich|werde(n sie)? (fan|mitglied)"},
    {"fr", "abonnez-vous|inscrivez-vous|suivez(-nous| )|recevez (chaque|tous|toute|gratuitement|nos|notre)|"
           "retrouvez(-nous)? .{0,60}(sur|application)|rejoignez(-nous)?|téléchargez (notre|l.appli)|"
           "soutenez(-nous)?\\b"},
    {"es", "suscr[ií]b(ase|ete)|regístrate|síguenos|sigue .{2,30} en |siga .{2,40} no |haz clic|haga clic|"
           "únete a|recib[ae] .{0,40}(newsletter|boletín|correo|noticias)|descarga (la|nuestra) app|"
           "apúntate|pued(e|es) seguir .{3,60}(facebook|twitter|instagram|whatsapp)"},
    {"pt", "siga(-nos| o | a )|inscreva-se|assine |clique aqui|receba .{0,40}(newsletter|notícias|e-?mail|"
           "whatsapp)|participe do (grupo|canal)|entre no (grupo|canal)|acompanhe .{0,30}(no|nas redes)|"
           "baixe o app"},
    {"it", "iscriviti|seguici|abbonati|ricevi .{0,40}(newsletter|notizie)|scarica l.app|segui .{2,30} su "},
    {"nl", "abonneer|meld je aan|volg ons|schrijf je in|download (de|onze) .{0,20}app"},
    {"sv", "följ oss|prenumerera|anmäl dig|tipsa oss"},
    {"no", "følg oss|abonner|meld deg på|tips oss"},
    {"da", "følg os|tilmeld dig|abonnér"},
    {"fi", "tilaa |seuraa (meitä|ilta|\\w+ )|osallistu keskusteluun"},
    {"pl", "dziękujemy, że przeczytał|oceń (jakość|nasz|ten )|zapisz się|obserwuj nas|dołącz do nas|śledź "
           "nas|pobierz (naszą "
           ")?aplikacj|chcesz wiedzieć więcej"},
    {"cs", "sledujte nás|přihlaste se|odebírejte|předplaťte"},
    {"hu", "iratkozz fel|iratkozzon fel|kövess(e|en)? (minket|bennünket)|csatlakozz"},
    {"ro", "abonează-te|urmărește-ne|urmăriți|descarcă aplicația"},
    {"hr", "pratite nas|prijavite se|preuzmite"},
    {"ru", "подписывайтесь|подпишитесь|читайте нас|следите за|присоединяйтесь|оформите подписку|"
           "если вы (нашли|заметили|обнаружили) .{0,20}(ошибк|опечатк)|больше "
           "(новостей|материалов|интересного|видео|фото).{0,40} (в|на) (наш|телеграм)|"
           "заметили ошибку|нашли (ошибку|опечатку)|скачайте"},
    {"uk", "підписуйтесь|підписуйтеся|читайте нас|стежте за|приєднуйтес|якщо ви (помітили|знайшли)"},
    {"el", "ακολουθήστε|εγγραφείτε|γίνε(τε)? (μέλος|συνδρομητ)"},
    {"tr", ".{0,60}bülten\\w* (abone|kayd|üye).*|bizi takip|abone ol|takip edin|üye ol"},
    {"ar", "تابعونا|تابع(وا)? .{0,30} على|اشترك|سجل(وا)? (الآن|في)|حمل التطبيق"},
    {"fa", "ما را در .{0,40} دنبال کنید|عضو شوید"},
    {"he", "עקבו אחרינו|הצטרפו|הירשמו|לפנייה לכתב|טעינו\\? נתקן"},
    {"hi", "(इस|यह) (खबर|ख़बर|स्टोरी|लेख) (को|का) .{0,40}संपादित नहीं|.{0,60}(चैनल|ग्रुप|न्यूज़लेटर) (से|को) "
           "(जुड़ें|सब्सक्राइब|फॉलो)|(हमें|हमारे).{0,50}(फॉलो|जुड़ें)"},
    {"id", "simak (breaking news|.{0,24}berita pilihan)|ikuti (kami|berita|saluran|kanal)|baca "
           "berita|dapatkan .{0,40}(update|berita)|gabung|langganan"},
    {"vi", "đăng ký nhận|theo dõi chúng tôi|mời (quý|bạn) .{0,40}(theo dõi|đăng ký)"},
    {"th", "ติดตาม(ข่าว|เรา|ได้)|กดติดตาม|สมัคร(สมาชิก|รับ)"},
    {"ja", "フォロー|応援(クリック)?|.{0,6}ブログ(村|ランキング)|読者になる|(公式)?(line|x|twitter|facebook)."
           "{0,20}(フォロー|友だち追加)|メルマガ|無料会員|会員登録"},
    {"ko", "구독|카카오톡.{0,30}(추가|제보|친구)|제보(는|하기)|네이버.{0,20}구독"},
    {"zh", "关注|扫码|扫描二维码|訂閱|订阅|下载.{0,12}(app|客户端)|欢迎(关注|转载|订阅)|歡迎(加入|訂閱)|加入."
           "{0,12}(好友|粉絲)|"
           "(点击|點擊)(下载|查看|进入|加入)"},
});

constexpr auto pointerLeadTable = std::to_array<Phrases>({
    {"en",
     "more(?=\\s*:)|"
     "read (more|also|next|this|now|the full story|full story|on|our review)|"
     "also (read|on|see|watch)|see (also|more|related)|"
     "related( (articles?|stories|story|posts?|news|content|coverage|links?|topics?|video|reading))?|"
     "more (on|from|stories|news|about|in|like this|related|coverage|for you)( this)?|"
     "recommended( (for you|stories|reading|articles))?|"
     "you (may|might)( also)? (like|be interested|enjoy|have missed)|"
     "watch( (this|now|below|the video|live|more))?|don.t miss|must[ -](read|see|watch)|trending( now)?|"
     "most (read|popular|viewed|shared)|what to read next|up next|next up|next article|"
     "previous article|editor.s picks?|top stories|latest (news|stories)|in case you missed it|"
     "click here|listen( to)?|photos|video|gallery|in pictures|slideshow|further reading"},
    {"de", "mehr (zum thema|dazu|lesen|von|aus|über)|lesen sie( auch| hier| mehr| dazu)?|lies(t)? auch|"
           "siehe auch|auch interessant|das könnte (sie|dich)|(mehr )?zum thema|weitere (artikel|infos?)|"
           "weiterlesen|hintergrund|bilderstrecke|passend dazu|im video"},
    {"fr", "lire (aussi|également|la suite)|[àa] (re)?lire( aussi| également)?|voir aussi|à voir|"
           "sur le même (sujet|thème)|en savoir plus|plus d.infos|nos articles|pour aller plus loin|"
           "notre dossier|en images|en vidéo|[àa] écouter|dans la même rubrique"},
    {"es", "mir[aáe]n? (también|además)|vean? (también|además|más)|leer (también|más)|lea "
           "(también|además|más)|lee (también|además|más)|ver (también|además|más)|"
           "te puede interesar|también te puede|le puede interesar|(te )?puede interesarte|"
           "noticias? relacionadas?|relacionad[oa]s?|más información|mira también|no te pierdas|"
           "sigue leyendo|te recomendamos|más noticias|ver más|galería|en video"},
    {"pt", "leia (também|mais|ainda)|veja (também|mais|ainda)|saiba mais|confira( também)?|"
           "vej[ao] (também|mais)|(matérias|notícias) relacionadas|leia a (íntegra|notícia)|assista|ouça|"
           "entenda|ler (mais|também)|mais (notícias|sobre)"},
    {"it", "leggi (anche|tutto|di più|pure)|vedi anche|(ti )?potrebbe(ro)? interessar(ti|e)|"
           "articoli correlati|guarda (anche|il video|la gallery)|approfondimenti|per approfondire|"
           "sullo stesso argomento|il video"},
    {"nl", "lees (ook|meer|verder)|zie ook|bekijk ook|meer (over|nieuws)|luister ook"},
    {"sv", "läs (också|även|mer|hela)|se (också|även)|mer (om|från)|missa inte"},
    {"no", "les (også|mer|hele)|se (også|video)|mer om"},
    {"da", "læs (også|mere|hele)|se også|få overblikket"},
    {"fi", "lue (myös|lisää)|katso (myös|lisää)|aiheesta (lisää|aiemmin)"},
    {"pl",
     "czytaj (także|też|również|więcej|dalej)|zobacz (także|też|również|więcej|wideo)|"
     "przeczytaj (także|też|również)|polecamy|warto przeczytać|dowiedz się więcej|sprawdź( też| także)?"},
    {"cs", "čtěte (také|více|dále)|přečtěte si( také| více)?|související( články)?|mohlo by vás zajímat|"
           "další články|více k tématu"},
    {"sk", "čítajte (aj|tiež|viac)|prečítajte si( aj)?|viac k téme|súvisiace( články)?"},
    {"hu", "olvas[sd](a|on|d)? (el|tovább)( ezt is)?|kapcsolódó( cikkek)?|lásd még|ez is érdekelheti|"
           "további (cikkek|hírek)"},
    {"ro", "cite(ș|ş)te (și|şi|mai|acum)|citi(ț|ţ)i (și|şi|mai)|vezi (și|şi|mai)|pe aceea(ș|ş)i temă"},
    {"hr", "pročitajte (i|još|više)|pogledajte (i|još)|čitajte (i|još)|povezan[ie] (članci|vijesti|vesti)|"
           "vezane vijesti|više o"},
    {"sl", "preberite (tudi|še)|poglejte (tudi|še)|sorodn[ie] (članki|novice)"},
    {"lt", "taip pat skaitykite|skaitykite (taip pat|daugiau)|susiję straipsniai"},
    {"lv", "lasi (arī|vēl)|lasiet (arī|vēl)|saistītie raksti"},
    {"et", "loe (ka|lisaks|edasi|veel)|vaata (ka|lisaks)|seotud lood"},
    {"bg", "още (по темата|от|новини)|вижте (още|също)|прочетете (още|също)|четете (още|също)"},
    {"ru",
     "читайте (также|ещё|еще|по теме|далее)|читать (также|далее|полностью|ещё|еще)|смотрите (также|видео)|"
     "(материалы )?по теме|ранее сообщалось|(подробнее|см\\. также|смотри также|другие новости)"},
    {"uk", "читайте (на|також|ще)|дивіться також|за темою|читати (також|далі)"},
    {"el", "διαβάστε (επίσης|ακόμα|ακόμη|περισσότερα|και|εδώ)|δείτε (επίσης|ακόμα|ακόμη|και|περισσότερα|εδώ)|"
           "σχετικά (άρθρα|θέματα)"},
    {"tr",
     "ayrıca (bkz|oku|izle|bak)\\w*|ilgili haber(ler)?|bunları da|okumak için|bunlar da ilginizi çekebilir|"
     "haberin devam[ıi]( için.*)?|devamını oku|ilginizi çekebilir|bakınız"},
    {"ar", "[إا]قر[أئ](وا)? (أيض\\w*|المزيد|كذلك)|(أيض\\w*|المزيد) (حول|عن|من)|شاهد(وا)? (أيض\\w*|الفيديو)|"
           "(مواضيع|أخبار|مقالات) (ذات صلة|متعلقة|مشابهة)|طالع (أيض\\w*|المزيد)|للمزيد|قد يهمك"},
    {"fa", "بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|بخوانید|ادامه مطلب"},
    {"ur", "(یہ|مزید) (بھی )?(پڑھیں|پڑھیے)"},
    {"he",
     "(לקריאה|קרא(ו)?) (גם|עוד)|עוד בנושא|בנושא|קראו גם|אולי יעניין|קד מעניין|לקריאה נוספת|כתבות נוספות|צפו"},
    {"hi", "(यह|ये|इसे) भी (पढ़ें|पढ़ें|देखें)|और (पढ़ें|पढ़ें)|(संबंधित|सम्बंधित) (खबरें|ख़बरें)"},
    {"bn", "আরও (পড়ুন|পড়ুন)|আরো (পড়ুন|পড়ুন)"},
    {"ta", "மேலும் (படிக்க|வாசிக்க)|இதையும் படி\\w*"},
    {"id", "baca (juga|selengkapnya|lainnya)|simak (juga|video)|lihat juga|(berita|artikel) terkait|"
           "(tonton|saksikan) (juga|video)"},
    {"ms", "baca (juga|lanjut)|artikel berkaitan"},
    {"vi", "xem thêm|đọc thêm|tin liên quan|đọc tiếp"},
    {"th", "อ่าน(เพิ่มเติม|ต่อ|ข่าว|รายละเอียด|เพิ่ม)|ข่าว(ที่)?เกี่ยวข้อง|บทความที่เกี่ยวข้อง|คลิกอ่าน\\w*"},
    {"ja", "関連(記事|リンク|ニュース|キーワード|動画|する(記事)?)?|あわせて読みたい|合わせて読みたい|"
           "続きを読む|続きは|"
           "こちらも|次の?ページ|(次|前)の記事|もっと読む|詳しくは|写真特集|動画|(写真|画像|動画|関連|図|"
           "あわせて)[^】]{0,10}(?=】)"},
    {"ko", "관련 ?(기사|뉴스|글)|[\\[【<(]?(관련|함께|더)\\s?(기사|보기|읽기|볼).{0,8}[\\]】>)]?|더 읽기"},
    {"zh", "(相关|相關)(阅读|新闻|文章|链接|报道|推荐|新聞|報導|連結|閱讀|主题)?|(延伸|推荐|推薦|擴充|更多|"
           "原文)(阅读|閱讀)|更多(新闻|新聞|内容|精彩|報導)?|"
           "看更多|猜你喜欢|(上|下)一(篇|页|頁)|阅读(原文|更多|全文)|点击(查看|阅读|进入).{0,12}|(更多|延伸|"
           "相关|相關)[^】]{0,12}(?=】)"},
});

constexpr auto offerTable = std::to_array<Phrases>({
    // What comes by mail.
    {"",
     // What signing up means.
     "(by (signing up|subscribing|registering|clicking|submitting|providing|entering)|"
     "mit (ihrer|deiner|der) (anmeldung|registrierung|bestellung)|en vous (inscrivant|abonnant)|al "
     "(suscribirte|registrarte|darte de alta|inscribirte)|ao (se "
     ")?(inscrever|cadastrar|assinar)|iscrivendo(ti|si)|"
     "door (je|u) (in te schrijven|aan te melden)|zapisując się|підписуючись|подписываясь|"
     "abone olarak|kaydolarak|prin abonare|genom att (anmäla|prenumerera)|ved å (melde|registrere)|ved at "
     "tilmelde|tilaamalla|a feliratkozással|přihlášením)\\b.{0,80}"
     "(terms|polic|privacy|datenschutz|agb|nutzungsbed|conditions|confidentialit|condiciones|términos|"
     "privacidad|"
     "termos|privacidade|termini|voorwaarden|regulamin|prywatno|политик|услови|політик|умов|koşul|politik|"
     "gizlilik|condiții|confidențialit|villkor|vilkår|betingelser|ehdo|feltétel|adatv|podmín|zpracov|soukrom)"
     ".{0,80}|"
     ".{0,110}\\b(in (je|uw) (e-?mail|mailbox|inbox|postvak)|i (din|ditt) "
     "(inkorg|mejl|mail|indbakke|innboks|e-?post)|sähköpostiisi|na (twoją|swoją|twój|swój) "
     "(skrzynkę|e-?mail|adres)|do (vašeho|tvého|vaší|tvojí) (e-?mailu|schránky)|(az )?(ön )?(e-?mail "
     "(fiókodba|címedre)|postaládájába(n)?)|(în|pe) (inbox|e-?mail|căsuța)[^.]{0,12}|na (vaš|tvoj|svoj) "
     "(e-?mail|mejl)|(на|в) "
     "(вашу|вашей|свою|твою|свой|ваш) ((электронн\\w+ )?почт\\w+|e-?mail|имейл)|на (вашу|свою) "
     "(електронну )?пошту|στ(ο|α) (e-?mail|inbox|εισερχόμενά) (σας|σου)|e-?posta(nıza|nızda|"
     " (kutunuza|adresinize))[^.]{0,16}|ke (e-?mail|inbox|kotak masuk)( anda| kamu)?|(vào|qua) (e-?mail|hộp "
     "thư)( của bạn)?)\\b.{0,36}|"
     ".{0,90}(في|إلى|على) (بريدك|بريدكم|صندوق بريد).{0,30}|.{0,90}(به|در) (ایمیل|صندوق) (شما|خود).{0,40}|"
     ".{0,90}(למייל|לתיבת|לדוא.ל) (שלך|שלכם|הדואר|המייל).{0,20}|.{0,90}(इनबॉक्स|ईमेल) (में|पर) .{0,20}|"
     ".{0,40}(메일|이메일)(로|함으로) "
     ".{0,8}(받아|만나) ?보.{0,20}|.{0,40}メールで(お届け|受け取(れ|りま)|配信(して|中)).{0,16}|"
     ".{0,30}(发送|寄|送)(到|至)(您|你)的?(邮箱|信箱|電郵|邮件).{0,10}"},
    {"en",
     "(the best|the top|top|best|get|receive|sign ?-?up|join|want|every|our|subscribe|stories|news|have|a "
     "(daily|weekly)).{0,100} (in|into|to|straight to) your (e-?mail |mail)?(inbox|box|e-?mail).{0,30}|"
     "(sign ?-?up|subscribe)( now| today| here)? (to|for) .{0,60}(newsletter|briefing|alerts|updates).{0,60}|"
     "(subscribe|sign (in|up)|log in|register|join|become a (member|subscriber)) .{0,40}to "
     "(continue|keep|read|"
     "unlock|access).*|already (a|have a|an?) (subscriber|subscription|member|account)\\b.*|"
     "you.ve (read|reached) your (last )?.{0,30}(free|article|limit).*|you have (read|reached|\\d+).{0,40}"
     "(free )?articles?.*|(this|the full) (article|content|story) is (for|available to|only (for|available)|"
     "reserved for) .{0,40}(subscribers|members).*|unlimited (digital )?access .*|start your free trial.*|"
     "to (continue|keep) reading.*|unlock (this|the) (article|story).*|enjoy unlimited .*|"
     ".{0,40}for (just )?[$£€]\\d.{0,20}(a|per) (week|month|year).*"},
    {"de", ".{0,90}(in|direkt in) (ihr|ihrem|dein|deinem) (e-?mail-?)?(postfach|posteingang).{0,20}|"
           ".{0,40}newsletter .{0,30}(anmelden|abonnieren|bestellen|anmeldung).{0,20}|weiterlesen mit "
           ".*|jetzt (\\d+ .{2,12}|kostenlos|gratis) .{0,30}(testen|lesen).*|sie haben "
           "(bereits|schon) ein .{0,20}"
           "(abo|konto|zugang).*|(bereits|schon) (abonnent|registriert|kunde|mitglied).*|dieser "
           "(artikel|inhalt) ist .{0,30}"
           "(abonnenten|plus|exklusiv).*|.{0,30}alle (plus-|artikel) ?.{0,20}(lesen|zugriff).*|um "
           "(weiterzulesen|den artikel).*|"
           "(lesen sie|mit) .{0,40}(abo|plus) .{0,40}(weiter|lesen).*"},
    {"fr", "(article )?réservé (aux|à nos) abonnés.{0,20}|.{0,90}dans votre "
           "(boîte|messagerie|mail).{0,30}|(cet|la suite de cet) article est "
           "(réservé|destiné).*|la suite est réservée .*|il vous reste \\d+ ?%.*|déjà abonn.*|"
           "(abonnez-vous|connectez-vous|identifiez-vous) pour.*|pour lire (la suite|cet).*|abonnez-vous (à "
           "partir|dès).*|"
           ".{0,40}sans engagement.*|accédez à tous .*"},
    {"es",
     ".{0,90}en (tu|su) (correo|bandeja|buzón|e-?mail).{0,30}|(este|el) (artículo|contenido) es "
     "(exclusivo|solo) para .*|¿?ya eres (suscriptor|socio).*|"
     "(suscríbete|regístrate|inicia sesión) para .*|para (seguir|continuar) leyendo.*|contenido exclusivo.*"},
    {"pt", ".{0,90}no seu (e-?mail|correio).{0,30}|(este|o) (artigo|conteúdo|texto) é exclusivo .*|(já é|já "
           "sou) (assinante|subscritor).*|"
           "(assine|entre|cadastre-se) (e|para) (leia|ler|continu).*|para "
           "(continuar|ler).*(assin|cadastr).*|conteúdo exclusivo.*"},
    {"it", ".{0,90}nella tua (casella|posta|mail|e-mail).{0,30}|(questo|l.) ?(articolo|contenuto) è "
           "(riservato|per).*|(sei|già) (già )?abbonato.*|"
           "(abbonati|accedi|registrati) per .*|per continuare a leggere.*|contenuto riservato.*"},
    {"nl", "(al|reeds) (abonnee|lid).*|(word|log in als) (abonnee|lid).*|(registreer|log in|abonneer).{0,20} "
           "om (verder|dit).*|"
           "verder lezen\\?.*|dit artikel is (exclusief|alleen) .*"},
    {"sv", "(redan|är du) prenumerant.*|(logga in|prenumerera) för att .*|för att läsa (vidare|hela).*"},
    {"no", "(allerede|er du) abonnent.*|(logg inn|bli abonnent|kjøp) for å .*|for å lese videre.*"},
    {"da", "(allerede|er du) (abonnent|medlem).*|(log ind|bliv abonnent|køb) for at .*"},
    {"fi", "(oletko|jo) tilaaja.*|(kirjaudu|tilaa) .{0,20}(lukeaksesi|jatka).*"},
    {"pl", "(masz już|jesteś już) .{0,20}(prenumerat|subskrypc|konto).*|(zaloguj|wykup|kup) "
           ".{0,40}(czytać|dostęp|aby).*|"
           "pozostało \\d+ ?% (tekstu|artykułu).*|(ten )?artykuł (jest )?(dostępny )?(tylko )?dla "
           "(prenumerator|subskryb).*"},
    {"cs", "(už|již) (máte|jste) předplat.*|(tento )?(článek|obsah) je (pouze |jen )?pro předplatitele.*|"
           "(přihlaste|předplaťte) .{0,30}(číst|pokračovat).*"},
    {"ru", "(уже есть|уже оформили) подписк.*|(материал|статья|текст) доступ(ен|на) (только )?(по "
           "подписке|подписчикам).*|"
           "(войдите|оформите подписку|зарегистрируйтесь), чтобы .*|чтобы (читать|прочитать|продолжить).*"},
    {"tr", "(zaten )?abone misiniz.*|devamını okumak için .*|bu (içerik|haber|yazı) .{0,20}abonelere özel.*"},
    {"ja", "(この記事は|この記事の続きは|残り\\d+文字|ここから先は|続きを読むには).*|有料(会員|記事|登録).*|"
           "会員(限定|登録|の方).*|(無料)?会員登録.*"},
    {"ko",
     "(이 기사는|이 콘텐츠는).{0,20}(회원|유료|구독).*|(로그인|회원가입|구독).{0,20}(후|하시면|하고).*"},
    {"zh", "(本文为|本文為|剩余\\d+%|余下全文|餘下全文).*(付费|付費|会员|會員|订阅|訂閱).*|(登录|登入|开通|"
           "訂閱|订阅).{0,16}(阅读|閱讀|查看|继续).*|"
           "(会员|會員|订户|訂戶)(专享|專享|專屬).*|已(是|有)(会员|會員|订户|訂戶).*"},
});

constexpr auto consentWordTable = std::to_array<Phrases>({
    {"en", "cookies?|consent|our (\\d+ )?partners|similar technologies|on your device|privacy|personal "
           "data|personali[sz]ed ads|(information|data) on a "
           "device|vendors"},
    {"de", "datenschutz|einwilligung|partner(n)? verwenden|personenbezogen\\w*|zustimmen|akzeptieren"},
    {"fr", "consentement|nos partenaires|données personnelles|vie privée|vos choix|traceurs"},
    {"es", "consentimiento|nuestros socios|datos personales|privacidad|aceptar"},
    {"pt", "consentimento|parceiros|dados pessoais|privacidade|aceitar"},
    {"it", "consenso|partner|dati personali|tecnologie simili"},
    {"nl", "toestemming|persoonsgegevens|voorkeuren"},
    {"pl", "zgod[aęy]|danych osobowych|partnerów|prywatności"},
    {"ru", "персональных данных|конфиденциальности|соглас(ие|ны)"},
});

constexpr auto pageNoticeTable = std::to_array<Phrases>({
    {"en",
     "requires? javascript|enable javascript|javascript (is )?(disabled|required|to view)|turn on javascript|"
     "browser (does not|doesn.t) support|browser is (out of date|not supported)|upgrade your browser|"
     "unsupported browser|adobe flash|ad ?blocker|media playback is (unsupported|not supported)|your device$|"
     "this video is (not|no longer) available|video player failed to load|no item available|request "
     "failed|we use cookies|uses cookies|cookie policy|"
     "please (try again|reload)|video player is loading|this is a modal window|^\\W*we value your privacy|"
     "^\\W*accept (all )?cookies"},
    {"de", "um eingebettete inhalte|inhalte von drittanbietern|javascript aktivieren|aktivieren sie (bitte "
           ")?javascript|^\\W*externer "
           "inhalt\\W*$|(wir|seite|website) (verwenden|verwendet|nutzen|nutzt) cookies|empfohlener "
           "externer inhalt|"
           "an dieser stelle (finden|befindet)|externe(n|r)? inhalte? .{0,40}(anzeigen|angezeigt|laden)"},
    {"fr",
     "javascript activé|activ(er|ez) (le )?javascript|utilis(e|ons) des cookies|contenu (externe|bloqué)"},
    {"es", "javascript activado|activ(ar|a) javascript|utilizamos cookies|usamos cookies"},
    {"pt", "ativ(ar|e) (o )?javascript|utilizamos cookies|usamos cookies|utiliza cookies"},
    {"it", "attiva(re)? javascript|utilizza(mo)? (i )?cookie"},
    {"nl", "(gebruikt|gebruiken) cookies|cookies (accepteren|toestaan)"},
    {"ru", "включите javascript|используем (файлы )?cookie"},
    {"pl", "(używa|wykorzystuje|korzysta).{0,20} cookies|włącz javascript"},
});

} // namespace

const std::span<const Phrases> advertMarks = advertMarkTable;
const std::span<const Phrases> buttons = buttonTable;
const std::span<const Phrases> callLeads = callLeadTable;
const std::span<const Phrases> pointerLeads = pointerLeadTable;
const std::span<const Phrases> offers = offerTable;
const std::span<const Phrases> consentWords = consentWordTable;
const std::span<const Phrases> pageNotices = pageNoticeTable;

} // namespace broadsheet::html
