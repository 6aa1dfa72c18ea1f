/** What pages that are no article call themselves, by what stands in their title, headline or text. Tables by language. */

export const NOT_FOUND =
  /^\W*(?:error\s*)?40[4]\b|^\W*410\b|\b(?:page|article|content|story|file|document|url)\b.{0,30}\b(?:not\s+found|cannot be found|can[’']t be found|could not be found|does(?:n[’']t| not) exist|no longer (?:exists|available)|has been (?:removed|deleted))\b|\b(?:can[’']t|cannot|can not|couldn[’']t|could not|unable to) find (?:that|this|the|your) (?:page|article|story)\b|\b(?:not found|nothing found)\W*$|\b(?:seite|artikel|inhalt)\b.{0,20}\bnicht (?:gefunden|mehr verfügbar|vorhanden)|\b(?:page|article)\b.{0,20}\bintrouvable|\bpage non trouvée|\bpágina no encontrada|\bno (?:se ha )?encontra(?:do|mos) la página|\bpagina non trovata|\bpágina não encontrada|\bpagina niet gevonden|\bsidan (?:kunde inte hittas|hittades inte|finns inte)|\bsiden (?:finnes ikke|ble ikke funnet|blev ikke fundet|findes ikke)|\bstrony nie znaleziono|\bnie (?:znaleziono|znaleźliśmy|możemy znaleźć) (?:takiej |tej )?strony|\bstrona\b.{0,40}\bnie istnieje|\bstránka nenalezena|страница не найдена|сторінк[уа] не знайдено|такой страницы (?:нет|не существует)|η σελίδα δεν βρέθηκε|pagina (?:nu a fost găsită|inexistentă)|az oldal nem található|trang không tồn tại|không tìm thấy trang|पेज नहीं मिला|ไม่พบหน้า|\bsayfa bulunamadı|\bhalaman tidak ditemukan|ページが見つかりません|お探しのページ|페이지를 찾을 수 없|页面不存在|找不到(?:网页|頁面|页面)|الصفحة غير موجودة|הדף לא נמצא/iu;

export const SERVER_ERROR =
  /^\W*(?:error\s*)?5(?:00|02|03|04|20|21|22|23|24)\b.{0,60}$|\b(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|web server is down|origin is unreachable|temporarily (?:down|offline)|under maintenance|(?:tareas|trabajos) de mantenimiento|en maintenance|wartungsarbeiten|in manutenzione|em manutenção|w trakcie konserwacji|database error|error establishing a database connection)\b/iu;

/** What stored fetchers leave in place of a page. */
export const FETCHER_ERROR =
  /^\s*(?:traceback \(most recent call last\)|(?:\w+\.)*\w*(?:error|exception)\s*:|error\s+(?:fetching|loading|retrieving)|failed to (?:fetch|load|retrieve|connect)|request failed|(?:read|connect(?:ion)?) (?:timed? ?out|timeout|refused|reset)|net::err_|e(?:connrefused|timedout|notfound|connreset|ai_again)\b|curl: \(\d+\)|wget:|http(?:error)?\s*(?:error\s*)?\d{3}\b|max retries exceeded|ssl(?:error|: )|could not resolve host|wayback machine has not archived|\{\s*"(?:error|message|detail|status)"\s*:)/iu;

export const BOT_CHALLENGE =
  /\b(?:just a moment\b|attention required|are you a (?:robot|human)|verify (?:that )?you are (?:a )?human|you are human|access denied|access to this page has been denied|pardon our interruption|security check|checking your browser|ddos protection|unusual traffic|bot (?:detection|protection)|request unsuccessful\. incapsula|captcha|why have i been blocked|automated access|please enable js and disable any ad blocker|performing security verification)\b|bist du ein mensch|sicherheitsüberprüfung|zugriff verweigert|vérification de sécurité|accès refusé|verificación de seguridad|доступ (?:запрещ[её]н|ограничен)|проверка браузера/iu;

export const CONSENT =
  /\b(?:before you continue|we value your privacy|your privacy (?:choices|matters)|we and our (?:\d+ )?partners|cookie (?:consent|preferences|settings)|accept (?:all )?cookies|manage (?:your )?(?:cookies|consent|privacy)|bevor sie (?:fortfahren|weiterlesen)|mit werbung (?:und cookies )?(?:lesen|nutzen|weiterlesen)|zustimmen (?:und|&) weiter|einwilligung|ihre privatsphäre|nous respectons votre vie privée|avec votre accord, (?:nous et )?nos (?:\d+ )?partenaires|con il tuo consenso, noi e|con su acuerdo, nosotros y|mit ihrer zustimmung verwenden wir|za twoją zgodą|gérer (?:mes|les) cookies|tu privacidad|aceptar (?:todas las )?cookies|la tua privacy|accetta (?:tutti i )?cookie|uw privacy|cookies accepteren|din integritet|ditt personvern|godta alle|hyväksy evästeet)\b/iu;

export const LOGIN =
  /(?<!\p{L})(?:log ?in|sign ?in|create (?:a free |your )?account|anmelden|einloggen|registrieren|connectez-vous|se connecter|inicia(?:r)? sesión|accedi|entrar|inloggen|logga in|logg inn|log ind|zaloguj|přihlásit|войти|giriş yap|masuk)(?!\p{L})|ログイン|로그인|登录|登入|تسجيل الدخول|התחבר/iu;

export const REGION =
  /\b(?:not available in your (?:region|country|location|area)|unavailable (?:in your (?:region|country|location)|for legal reasons|due to legal reasons|to visitors from)|451\b.{0,20}legal|geo-?(?:blocked|restricted)|(?:content|site|website) is (?:currently )?(?:unavailable|not available) in (?:most|your) (?:european )?(?:countries|country|region)|in ihrem land nicht verfügbar|n[’']est pas disponible dans votre (?:pays|région)|no (?:está )?disponible en su (?:país|región))\b/iu;

/** What only a wall says. */
export const WALL =
  /(?<!\p{L})(?:subscribers?[- ]only|(?:only |exclusively )?for subscribers|already a subscriber|unlock this (?:article|story)|continue reading with|to (?:continue|keep) reading|weiterlesen mit|plus-artikel|(?:bereits|schon) abonnent|réservé aux abonnés|déjà abonné|exclusivo (?:para|de) suscriptores|ya (?:soy|eres) suscriptor|contenuto riservato|sei già abbonato|já é assinante|al abonnee|kun for abonnenter|dla subskrybentów)(?!\p{L})|有料会員|会員限定/iu;

/** What a wall says, and many a page without one. */
export const PAYWALL =
  /(?<!\p{L})(?:subscribe|subscribers?[- ]only|already a subscriber|for subscribers|unlock this (?:article|story)|continue reading with|to (?:continue|keep) reading|start your (?:free )?trial|abonnenten?|abonnement|abonnieren|weiterlesen mit|jetzt testen|plus-artikel|réservé aux abonnés|abonnez-vous|déjà abonné|suscr[ií]b[ei]\p{L}*|exclusivo (?:para|de) suscriptores|abbonati|contenuto riservato|assinantes?|assine|abonnees|prenumer\p{L}+|kun for abonnenter|abonnement(?:er)?|dla subskrybentów|subskryb\p{L}+|předplat\p{L}+|подпис(?:ка|чик\p{L}*|аться)|передплат\p{L}+|abone ol|berlangganan)(?!\p{L})|有料(?:会員|記事)|会員限定|구독|订阅/iu;

export const NEEDS_SCRIPTS =
  /\b(?:enable javascript|javascript (?:is |must be )?(?:required|disabled|enabled)|turn on javascript|requires javascript|without javascript|javascript (?:aktivieren|ist deaktiviert)|activer javascript|habilit[ae]r? javascript|attiva(?:re)? javascript|включите javascript|javascriptを有効)/iu;
