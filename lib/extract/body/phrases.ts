/**
 * Lines that publishers put between paragraphs and that are no part of the story, by what they say. Small tables by
 * language; what the markup shows is judged elsewhere first.
 */

/** Whether a line is the site talking: advertisement labels, share bars, forms, offers, reading times, credits. */
export const isBoilerplateLine = (text: string): boolean =>
  isBoilerplateCaption(text) || (text.length <= 300 && CREDITS.some((line) => line.test(text)));

/** The same for a line beside a picture, where a credit is what it should be. */
export const isBoilerplateCaption = (text: string): boolean =>
  text.length <= 300 && (WHOLE_LINES.some((line) => line.test(text)) || isOffer(text));

/** Whether a line is the heading of the readers' comments, with their number or without. */
export const isCommentsLabel = (text: string): boolean => text.length <= 60 && COMMENTS_LABEL.test(text);

/** Whether a line offers a newsletter, a subscription or an application. */
export const isOffer = (text: string): boolean =>
  text.length <= 300 && (OFFERS.some((line) => line.test(text)) || asksToFollow(text));

/** Words that alone, or with a colon, announce another story. */
export function isReadMoreLabel(text: string): boolean {
  return text.length <= 60 && READ_MORE_LABEL.test(text);
}

/** Whether a line begins what stands below an article: everything after it goes. */
export const endsArticle = (text: string): boolean => text.length <= 160 && END_LINES.some((line) => line.test(text));

const READ_MORE =
  "read more|read also|read next|also read|see also|more on this(?: story)?|more on this topic|related(?: (?:articles?|stories|content|coverage|reading|posts?|topics?|news|links?|videos?))?|recommended(?: (?:stories|for you|reading|videos?))?|you (?:may|might) also like|don[’']t miss|most read|most popular|top stories|trending(?: now)?|latest (?:news|videos?(?: from)?)|more from .{2,30}|more stories|further reading|editor[’']?s[’']? picks?|what to read next|up next|popular now|partner news|must[- ]reads?|in case you missed it|(?:also )?on .{2,20}:" +
  '|mehr zum thema|mehr dazu|mehr (?:aus|von|über) .{2,40}|lesen sie auch|lesen sie mehr|lies auch|auch (?:interessant|lesenswert)|das könnte (?:sie|dich) (?:auch )?interessieren|weitere (?:artikel|themen|nachrichten|meldungen|informationen)|zum thema|meistgelesen(?:e artikel)?|empfohlene(?:r|n)? (?:artikel|inhalt|redaktioneller inhalt)|dieses thema im programm|mehr nachrichten|passend zum thema|siehe auch|lesetipps?|top-artikel' +
  '|(?:à )?lire (?:aussi|également|plus)|à lire|voir aussi|sur le même sujet|pour aller plus loin|en savoir plus|les plus lus|articles? (?:liés|similaires)' +
  '|(?:lee|lea|leer|ver|mira) (?:también|más)|para saber más|te puede interesar|te recomendamos|noticias? relacionadas?|más (?:noticias|información|sobre)|lo más (?:leído|visto)|relacionad[oa]s?' +
  '|leggi anche|per approfondire|approfondi(?:sci|menti)|articoli correlati|potrebbe interessarti|i più letti|guarda anche' +
  '|leia (?:também|mais)|saiba mais|veja (?:também|mais)|notícias relacionadas|mais lidas' +
  '|lees (?:ook|meer|verder)|zie ook|meer over|gerelateerd(?:e artikelen)?|meest gelezen' +
  '|czytaj (?:też|także|więcej|również)|zobacz (?:też|także|również|więcej)|przeczytaj(?: także| też)?|polecamy|warto przeczytać' +
  '|čtěte (?:také|též|více)|přečtěte si(?: také)?|mohlo by vás zajímat|související(?: články)?|více k tématu' +
  '|läs (?:också|även|mer)|les (?:også|mer|mere)|læs (?:også|mere)|se (?:også|även)|lue (?:myös|lisää)|mest (?:lest|läst|læst)|relaterat|relaterte saker' +
  '|читайте (?:также|ещё|еще)|по теме|материалы по теме|смотрите также|подробнее|читайте в.{0,30}|самое читаемое|читати також|читайте також' +
  '|(?:ayrıca )?okuyun|[iİ]lg[iİ]l[iİ] haber(?:ler)?|bunlar da ilginizi çekebilir|daha fazla' +
  '|baca (?:juga|selengkapnya)|berita terkait|artikel terkait|simak juga|lihat juga|xem thêm|tin liên quan|đọc thêm|soma (?:zaidi|pia)' +
  '|関連(?:記事|ニュース|リンク)|あわせて読みたい|おすすめ(?:記事)?|もっと(?:読む|見る)|続きを読む|こちらも|관련(?:기사| 기사)|相关(?:新闻|阅读|报道|文章)|延伸閱讀|相關(?:新聞|報導|文章)|推荐阅读|更多' +
  '|اقرأ (?:أيضا|أيضاً|المزيد)|إقرأ أيضا|مواضيع ذات صلة|شاهد أيضا|קרא (?:עוד|גם)|עוד בנושא|כתבות נוספות|और पढ़ें|यह भी पढ़ें|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง';

const READ_MORE_LINE = new RegExp(`^[^\\p{L}\\p{N}]*(?:${READ_MORE})\\s*[:：|»>→].{0,200}$`, 'iu');
const READ_MORE_LABEL = new RegExp(`^[^\\p{L}\\p{N}]*(?:${READ_MORE})[^\\p{L}\\p{N}]*$`, 'iu');

const OFFERS: readonly RegExp[] = [
  /^(?:by (?:signing up|subscribing|registering|entering your|clicking|providing)|(?:mit|durch) (?:der|ihrer|deiner|die|ihre|deine|dem|klick)\P{L}+(?:\P{L}?\p{L}+){0,6}\P{L}+(?:stimm|akzeptier|willig)|mit (?:der|ihrer|deiner) (?:anmeldung|registrierung)|en (?:vous (?:inscrivant|abonnant)|cliquant)|al (?:suscribir|registrar|hacer clic)|iscrivendo(?:ti|si)|cliccando|ao (?:assinar|inscrever|se inscrever|clicar)|door (?:je|u) (?:aan te melden|in te schrijven|te registreren)|genom att (?:prenumerera|anmäla)|you can unsubscribe|unsubscribe at any time|no spam)\b.{0,280}$/iu,
  /^(?:we value your privacy|(?:we|wir|nous|noi|nosotros|wij) (?:and|und|et|e|y|en) (?:our|unsere|nos|i nostri|nuestros|onze) (?:\d+ )?(?:trusted )?partne?r|we use cookies|diese (?:web)?seite verwendet cookies|ce site utilise des cookies|this (?:web)?site uses cookies)/iu,
  /^(?:sign ?up|subscribe|register|get (?:our|the|all the|breaking|daily|unlimited)\b|join our|enter your e-?mail|become a (?:member|subscriber)|already a subscriber|log in|support (?:our|us|the|independent)\b|download (?:the|our)\b|follow (?:us|our|.{1,40} on (?:twitter|facebook|instagram|x|google|whatsapp|telegram))|like us on|click here to (?:subscribe|sign up|join|download|follow)|stay (?:up to date|informed|connected)|never miss|don[’']t miss a|for more (?:news|stories)|make .{2,40} preferred source|add .{2,40} as a preferred)\b.{0,240}$/iu,
  /^(?:(?:jetzt|hier|gleich) (?:abonnieren|anmelden|registrieren|testen|kostenlos)|abonnieren sie|melden sie sich|newsletter(?:-anmeldung)?|folgen sie|folge uns|sie mögen den tag kompakt|aktuelle nachrichten aufs handy|laden sie .{0,40}app|mehr (?:lesen|erfahren) mit|weiterlesen mit|als google-quelle)\b.{0,240}$/iu,
  /^(?:abonnez-vous|inscrivez-vous|suivez|recevez|téléchargez|suscríbete|suscríbase|regístrate|síguenos|sigue .{2,30} en|únete|recibe|iscriviti|abbonati|segui(?:ci)?|registrati|assine|inscreva-se|siga|receba|schrijf je in|abonneer|meld je aan|zapisz się|obserwuj nas|dołącz do|odebírejte|přihlaste se|sledujte nás|prenumerera|följ oss|abonner på|følg oss|подпишитесь|подписывайтесь|abone ol|takip edin|ikuti)(?!\p{L}).{0,240}$/iu,
  // What the site gives, and to whom
  /\b(?:your|je|uw|ihr(?:em|en)?|dein(?:em)?|votre|tu|su|tua|seu|din) (?:inbox|mailbox|postfach|boîte (?:mail|de réception)|bandeja de entrada|casella di posta|caixa de entrada|inkorg|indbakke|innboks)(?!\p{L})|(?<!\p{L})(?:у вас в почте|(?:на|в) вашу? (?:электронную )?почту|e-posta(?:nızda|nıza)|posta kutunu\p{L}+|na (?:twoją |swoją )?skrzynkę)(?!\p{L})/iu,
  /^(?:enjoy(?:ing|ed)|like|love|loving|did you (?:like|enjoy)) (?:this (?:story|article|post)|what you|our (?:work|reporting|journalism))|^(?:gefällt (?:ihnen|dir)|vous (?:aimez|avez aimé) c|¿te (?:gusta|ha gustado|gustó) |ti (?:è piaciuto|piace) quest|gostou d|podobał \p{L}+ się|понравил\p{L}+ (?:статья|материал|текст)|yazıyı beğendin)/iu,
  /^(?:この記事は|続きは)?有料(?:会員|記事).{0,80}$|(?:メール|メルマガ).{0,20}(?:お届け|登録|配信)/u,
  /\b(?:is|are) (?:a )?(?:reader|listener|viewer|member)-(?:supported|funded) (?:publication|newsroom|site)|^.{0,60}\b(?:is|are) (?:funded|supported) by (?:our )?(?:readers|listeners|viewers|members)\b/iu,
  /\bsmall favou?r to ask\b/iu,
  /^(?:cet article (?:vous )?est (?:offert|réservé)|[ts]u suscripción se está usando)(?!\p{L})/iu,
];

/** Asks readers to follow the site: by an imperative and the name of a network. Each alone stands in stories as well. */
const asksToFollow = (text: string): boolean => NETWORK.test(text) && FOLLOW.test(text);
const FOLLOW = new RegExp(
  [
    '(?<!\\p{L})(?:click here|clique aqui|haz clic aquí|cliquez ici|clicca qui|klick(?:en sie)? hier|klik hier|klicka här|follow us|find us on|join us on|like us|folgen sie|folgt uns|folge uns|suivez|rejoignez|abonnez-vous|síguenos|sigue a|suscríbete|únete|seguici|iscriviti|siga|acompanhe|inscreva-se|volg ons|abonneer|śledź|obserwuj|polub|dołącz|sledujte|odebírejte|följ|følg|seuraa|kövess\\p{L}*|iratkozz\\p{L}*|urmăr\\p{L}+|abonează-te|pratite|следвайте|последвайте|подписывайтесь|подпишитесь|присоединяйтесь|подписаться|підписуйтес\\p{L}+|підпишіт\\p{L}+|takip ed\\p{L}+|abone ol\\p{L}*|katılın|ikuti|simak|pilih saluran|theo dõi|ακολουθήστε|βρείτε μας|εγγραφείτε)(?!\\p{L})',
    'ติดตาม|تابعو?ا|تابعونا|اشترك|انضم|עקבו|הצטרפו|フォロー|友だち追加|关注我们|扫码关注|關注|팔로우|구독|फॉलो करें|लाइक करें|जुड़ें',
  ].join('|'),
  'iu',
);
const NETWORK =
  /google (?:news|nachrichten|actualités|noticias|notizie|notícias|haberler|discover)|telegram|телеграм|whats\s?app|viber|facebook|instagram|twitter|youtube|tiktok|linkedin|bluesky|дзен|вконтакте|одноклассник|微信|微博|LINE(?:で|の|公式)|카카오|네이버|페이스북|فيسبوك|تلغرام|تليغرام|تيليجرام|واتساب|تويتر|טלגרם|וואטסאפ|फेसबुक|ट्विटर|व्हाट्सएप|व्हाट्सऐप/iu;

/** "Comments (12)", "12 Kommentare". */
const COMMENTS_LABEL =
  /^(?:\d+ )?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|comentários|reacties?|kommentarer|komentarze|yorumlar|комментарии)(?: \(?\d+\)?)?[^\p{L}\p{N}]*$/iu;

const WHOLE_LINES: readonly RegExp[] = [
  /^\[(\w+)[^\]]*\].{0,200}\[\/\1\]$/u,
  // Advertisement labels
  /^[^\p{L}\p{N}]*(?:advert(?:isement|ising|orial)?s?|ad|anzeigen?|werbung|publicité|publicidad|pubblicità|reklam[ae]?|annons|annonse|advertentie|iklan|inzerce|mainos|реклама|広告|pr|광고|广告|廣告|إعلان|विज्ञापन|โฆษณา|quảng cáo|διαφήμιση|hirdetés|publicitate|oglas|реклама на сайте|sponsored(?: content)?|promoted|paid content)[^\p{L}\p{N}]*$/iu,
  /^(?:advertisement|anzeige|werbung|publicité|publicidad)\s*[-–—:.|]/iu,
  /^(?:(?:story|article|post|content) continues (?:below|after)|continue reading|keep reading|scroll (?:down )?to continue|the article continues|this ad|ad feedback|read full (?:article|story)|skip (?:past|to) )/iu,
  /^(?:der artikel wird nach|weiter nach der anzeige|nach der anzeige|artikel wordt hieronder|artikkelen fortsetter|artikeln fortsätter|la suite après|continua después de la publicidad|continua a leggere|o texto continua|dalsza część artykułu|pozostało jeszcze|článek pokračuje|haber(?:in)? devamı|lanjut(?:kan)? membaca|scroll (?:untuk|ke))/iu,
  // Sharing
  /^(?:(?:facebook|twitter|whatsapp|telegram|pinterest|linkedin|reddit|e-?mail|copy link|x|share|partager|teilen)[\s|·,]*){2,12}$/iu,
  /^(?:share|share (?:this|on|via|with)\b.{0,40}|teilen|partager|compartir|condividi|compartilhe|udostępnij|sdílet|del|dela|paylaş|поделиться|シェア(?:する)?|공유|copy link|link copied|print|e-?mail|facebook|twitter|whatsapp|telegram|pinterest|linkedin|reddit|x)[^\p{L}\p{N}]*$/iu,
  /^like this (?:story|article)\?.{0,60}$/iu,
  // Comments
  COMMENTS_LABEL,
  /^(?:view|show|read|see|hide|load) (?:all |more |the )*(?:\d+ )?(?:comments?|more)\b.{0,20}$/iu,
  // Reading times, views, listening
  /^(?:\d+|one|two|three)?\s*-?\s*(?:min(?:ute)?[ns]?\.?)(?: (?:read|lesezeit|de lectura|de lecture|di lettura|leestijd|čtení|czytania|lästid))?[^\p{L}\p{N}]*$/iu,
  /^(?:lesezeit|lesedauer|reading time|(?:temps de )?lecture|(?:tiempo de )?lectura|(?:tempo di )?lettura|(?:tempo de )?leitura|leestijd|lästid|lesetid|læsetid|lukuaika|czas czytania|doba čtení|okuma süresi|waktu baca|thời gian đọc|время чтения|час читання|χρόνος ανάγνωσης|مدة القراءة|زمن القراءة|זמן קריאה)\s*[:：]?\s*(?:~|env\. |ca\. )?(?:\d|دقيق|דק).{0,20}$/iu,
  /^(?:読了時間|阅读时间|閱讀時間|읽는 시간).{0,12}$/u,
  /^(?:listen (?:to (?:this|the) (?:article|story|full article)|now)|artikel anhören|écouter (?:l[’']article|cet article)|ascolta|luister)\b.{0,60}$/iu,
  /^(?:\d{1,2}:\d\d(?::\d\d)?\s*\/?\s*){1,3}$/u,
  /^(?:[\d.,]+\s*[km]?\s*(?:views?|aufrufe|vues|visualizaciones|visualizações|visualizzazioni|shares?|likes?|comments?|просмотр\p{L}*|görüntülenme|lượt xem)[^\p{L}\p{N}]*){1,4}$/iu,
  /^(?:shares?|likes?|views?|aufrufe|vues|partages|compartidos|condivisioni|partilhas)\s*[:：]?\s*\d[\d.,]*\s*[km]?$/iu,
  // Who helped, and house rules
  /^[([*]*(?:additional |with )?(?:reporting|writing|editing|graphics|production|research) (?:and (?:writing|editing) )?(?:by|from)\b.{0,280}$/iu,
  /\bcontributed (?:to this|reporting)\b.{0,60}$/iu,
  /^our standards: .{0,80}$/iu,
  /^a version of this (?:article|column|story|essay|review) (?:appears|appeared|ran)\b.{0,240}$/iu,
  /\bcommitted to publishing a diversity of (?:letters|views|opinions)\b/iu,
  /^click here (?:to|for)\b.{0,160}$/iu,
  /^(?:do you have|have you got|got) an? (?:story|tip|news tip|question)\b.{0,120}(?:@|\b(?:e-?mail|contact|write to|get in touch|let us know|tell us)\b)/iu,
  /^(?:unable|can[’']?t|cannot|not able) (?:to )?(?:view|see|watch|read) (?:this|the) (?:video|image|picture|content|map|form|gallery|graphic|post|article)\b.{0,40}\bclick\b/iu,
  // Consent placeholders
  /\b(?:externer inhalt|privatsphäre-einstellungen|datenschutz(?:einstellungen|erklärung)|cookie[- ](?:settings|einstellungen|policy)|accept cookies|we need your consent|this content is hosted|inhalte? von .{2,30} (?:anzeigen|laden)|ein klick für den datenschutz)\b.{0,200}$/iu,
  // Controls
  /^(?:close|open|caption|expand|collapse|enlarge(?: image)?|zoom|full ?screen|(?:toggle|hide|show|view) (?:caption|gallery|image|more)|image \d+ of \d+|\d+ ?(?:\/|of) ?\d+|previous|next|back|menu|loading|skip|play|pause|mute|replay|save|bookmark|gift this (?:article|story)|merken|drucken|imprimer|schließen|vergrößern|fermer|cerrar|chiudi)[^\p{L}\p{N}]*$/iu,
  // Players
  /^(?:watch|video|audio|podcast|gallery|galerie|fotostrecke|bilderstrecke|vídeo|embed|play|loading|live)\s*(?:[|:：].{0,140}|\.{0,3})$/iu,
  READ_MORE_LINE,
];

/** Who took a picture and who owns the text: no line of the story, but all that some captions say. */
const CREDITS: readonly RegExp[] = [
  /^(?:photo(?:graph)?s?|images?|pictures?|fotos?|bild(?:er)?|zdjęcie|crédits?|credits?|photo credit|image credit|quelle|source|fuente|fonte|zdroj|kilde|källa|kaynak|источник|фото|写真|사진)\s*(?:by|von|de|di)?\s*[:：/©(].{0,120}$/iu,
  /^(?:copyright|©|\(c\)|all rights reserved|alle rechte vorbehalten|tous droits réservés)\b.{0,240}$/iu,
  /^©.{0,120}$/u,
  /^(?:免责声明|免責聲明|版权声明|特别声明)[:：]|無断(?:転載|複製)|무단\s?전재/u,
];

const END_LINES: readonly RegExp[] = [
  /^(?:leave a (?:reply|comment)|your email address will not be published|post a comment|join the (?:conversation|discussion))\b/iu,
  /^(?:hinterlasse einen kommentar|schreibe einen kommentar|laisser un commentaire|deja (?:una respuesta|un comentario)|lascia un commento|deixe um comentário|plaats een reactie|dodaj komentarz)\b/iu,
];
