/** Lines that publishers put between paragraphs and that are no part of the story, by what they say. */
const WHOLE_LINES: readonly RegExp[] = [
  /^(?:advertisement|advertising|ad|anzeige|werbung|publicité|publicidad|pubblicità|reklama|reklame|annons|advertentie|iklan|reklam|реклама|広告|광고|广告|إعلان|sponsored|promoted)\b.{0,30}$/iu,
  /^(?:share|share this|teilen|partager|compartir|condividi|udostępnij|del|dela|paylaş|поделиться|シェア|공유)\b.{0,40}$/iu,
  /^(?:story continues below|article continues (?:below|after)|continue reading|keep reading|read on|scroll to continue|lesen sie weiter|der artikel wird nach|weiter nach der anzeige|la suite après|sigue leyendo|continua a leggere)\b/iu,
  /^(?:leave a (?:reply|comment)|post a comment|add a comment|comments?(?: \(\d+\))?|\d+ comments?|kommentare|kommentieren|commentaires|comentarios|commenti|reacties)\W*$/iu,
  /^(?:sign up|subscribe|newsletter|jetzt abonnieren|abonnieren|abonnez-vous|suscríbete|iscriviti)\b.{0,140}$/iu,
  /^(?:read more|see also|more on this|related|read also|read next|also read|mehr zum thema|lesen sie auch|auch interessant|lire aussi|à lire aussi|leia também|leia mais|lea también|te puede interesar|leggi anche|lees ook|czytaj też|zobacz też|läs också|les også|læs også|читайте также|ayrıca okuyun|baca juga|xem thêm|もっと読む|関連記事)\b\s*[:：]?.{0,160}$/iu,
  /^(?:follow us|follow .{1,40} on (?:twitter|facebook|instagram|x|google)|like us on|join us on|download (?:the|our) app)\b.{0,120}$/iu,
  /^(?:\d+\s*)?(?:min(?:ute)?s?\.? (?:read|lesezeit)|lesezeit|reading time|temps de lecture|tiempo de lectura|tempo di lettura)\b.{0,20}$/iu,
  /^(?:photo|image|picture|foto|bild|credit|source image|getty images|ap photo|reuters|afp)\s*[:：/©].{0,120}$/iu,
  /^(?:copyright|©|\(c\)|all rights reserved|alle rechte vorbehalten|tous droits réservés)\b.{0,200}$/iu,
];

export function isBoilerplateLine(text: string): boolean {
  return text.length <= 260 && WHOLE_LINES.some((line) => line.test(text));
}

/** A line that begins what stands below an article: everything after it goes. */
const END_LINES: readonly RegExp[] = [
  /^(?:leave a (?:reply|comment)|your email address will not be published|post a comment|join the (?:conversation|discussion))\b/iu,
  /^(?:hinterlasse einen kommentar|schreibe einen kommentar|laisser un commentaire|deja (?:una respuesta|un comentario)|lascia un commento)\b/iu,
];

export const endsArticle = (text: string): boolean => text.length <= 160 && END_LINES.some((line) => line.test(text));

export const NOTICE =
  /^[([*\s]*(?:correction|clarification|editor[’']?s[’']? note|editors[’'] note|update|updated|corrected|retraction|korrektur|richtigstellung|anmerkung der redaktion|hinweis der redaktion|correctif|rectificatif|note de la rédaction|fe de errores|corrección|aclaración|nota del editor|errata|rettifica|precisazione|nota della redazione|correção|nota da redação|rectificatie|correctie|naschrift|rättelse|rettelse|sprostowanie|уточнение|поправка|düzeltme|訂正|정정|更正)\b[^\p{L}]{0,3}/iu;
