/**
 * How notices of correction are worded, one table a language. A label stands at the front, a phrase anywhere.
 */
import type { NoticeKind } from './notice.ts';

export type NoticeWords = {
  readonly language: string;
  /** Words a notice of this kind opens with, as the inside of a regular expression. */
  readonly labels: Readonly<Partial<Record<'correction' | 'clarification' | 'editors-note' | 'update', string>>>;
  /** What only a notice says, by the kind it then is, as the inside of regular expressions. */
  readonly phrases: Readonly<Partial<Record<NoticeKind, readonly string[]>>>;
};

/** What a publisher calls the thing it corrects. */
const TEXT_NOUNS: Readonly<Record<string, string>> = {
  EN_TEXT:
    '(?:\\p{L}{3,9}\\.? \\d{1,2},? )?(?:news |opinion |blog |live |web |online |video )?(?:article|story|blog|post|report|piece|column|review|page|headline|caption|obituary|graphic|map|chart|essay|newsletter|feature|interview|transcript|entry|copy|profile|dispatch|photo caption)',
  DE_TEXT:
    '(?:artikels?|textes|texte?s?|beitrags?|berichts?|meldung|überschrift|kommentars?|bildunterschrift|interviews?|fassung)',
  ES_TEXT: '(?:artículo|noticia|nota|información|texto|reportaje|crónica|entrevista|publicación|titular)',
  FR_TEXT: '(?:article|texte|papier|dépêche|billet|information|titre|entretien|reportage|publication)',
  IT_TEXT: '(?:articolo|notizia|testo|pezzo|intervista|post|titolo)',
  NL_TEXT: '(?:artikel|bericht|stuk|verhaal|tekst|interview|column|kop)',
  PT_TEXT: '(?:artigo|texto|reportagem|notícia|matéria|nota|entrevista|peça|título|publicação)',
};

/** Sorted by language after English; `und` holds the labels of others. */
export const NOTICE_WORDS: readonly NoticeWords[] = [
  {
    language: 'en',
    labels: {
      correction:
        'corrections?(?: (?:and|&|or) clarifications?)?|correction notice|a correction was made|errat(?:um|a)|retraction|apology|rectification|for the record',
      clarification: 'clarifications?',
      'editors-note':
        "editor(?:[’']s|s[’']?)? note|editorial note|editor[’']s update|notes? to (?:our )?readers|a note to (?:our )?readers|publisher[’']s note|note from the editors?",
      update: '(?:latest )?updated?|updates|postscript|addendum',
    },
    phrases: {
      correction: [
        `(?:an?|the|our) (?:earlier|previous|prior|original|initial|first|older) (?:version|edition|draft|post|report)s? (?:of|on) (?:this|the|our|that) EN_TEXT`,
        `(?:this|the) EN_TEXT (?:originally|initially|previously|incorrectly|mistakenly|erroneously) (?:said|stated|reported|gave|named|misstated|misidentified|identified|included|referred|described|quoted|suggested|attributed|listed)`,
        // An earlier report of somebody's may be wrong as well: here it is ours.
        `^(?:an?|the|our) (?:earlier|previous|original|initial) EN_TEXT (?:wrongly|incorrectly|mistakenly|erroneously) [^“”"]{0,250}\\bwe (?:apologi[sz]e|regret|are sorry)\\b`,
        `(?:this|the) EN_TEXT (?:was|has been|have been|is being) (?:amended|corrected|retracted)`,
        `(?:this|the) EN_TEXT (?:was|has been) (?:updated|edited|changed|revised|modified|altered)(?: [^:;]{0,60})? to (?:correct|fix|remove|rectify|amend|accurately)`,
        `(?:was|were|has been|have been) (?:misspelled|misspelt|misidentified|misstated|mislabell?ed) in an (?:earlier|previous) (?:version|edition)`,
        // Whoever regrets it: "We", "The Example regrets". Looked for behind, since a search from each word on takes many times as long.
        `(?<=\\p{L} )regrets? the (?:errors?|mistakes?)`,
        // An agency's own: "(Corrects the number of economists in paragraph 2)".
        `^\\(corrects\\b`,
        `this (?:version|EN_TEXT)(?: of [^:;]{0,60})? (?:corrects|fixes)`,
        `we (?:incorrectly|mistakenly|erroneously|wrongly) (?:reported|said|stated|wrote|published)`,
        `we (?:previously|originally|initially|earlier) (?:reported|said|stated|wrote|published)[^]{0,200}(?:(?:this|that|it) (?:was|is) (?:incorrect|wrong|not the case)|apologi[sz]e)`,
        `(?:paragraph|sentence|line|quote|quotation|photo|image|reference|passage)s? (?:was|were|has been|have been) (?:removed|deleted) from this EN_TEXT`,
        `^(?:revised|updated|amended|modified)(?: on)? (?:\\p{L}{3,9}\\.? )?\\d[^:;.]{0,20} to (?:correct|fix|clarify)`,
      ],
      clarification: [
        `(?:this|the) EN_TEXT (?:was|has been) (?:updated|edited|changed|revised|modified|altered|clarified)(?: [^:;]{0,60})? (?:to (?:clarify|make (?:it )?clear)|for (?:clarity|clarification))`,
        `(?:this|the) EN_TEXT (?:was|has been) clarified`,
      ],
      update: [
        `(?:this|the) EN_TEXT (?:was|has been|is being|will be) (?:updated|edited|changed|revised|modified|altered)(?: [^:;]{0,40})? (?:to|with|after|following|since|because|in light|for)`,
        `^(?:revised|updated|amended|modified)(?: on)? (?:\\p{L}{3,9}\\.? )?\\d[^:;.]{0,20} to (?:reflect|include|add|show|note)`,
      ],
      'bare-update': [
        `^[^:;]{0,12}this EN_TEXT (?:was|has been|is being|will be) (?:updated|edited|changed|revised|modified)`,
      ],
    },
  },
  {
    language: 'de',
    labels: {
      correction: 'korrektur(?:en|hinweis)?|berichtigung|richtigstellung|gegendarstellung|erratum|widerruf',
      clarification: 'klarstellung|präzisierung',
      'editors-note':
        'anmerkung(?:en)? der redaktion|anm\\. ?d\\. ?red\\.?|hinweis(?:e)? der redaktion|redaktionelle[rn]? (?:hinweis|anmerkung)|transparenzhinweis|in eigener sache',
      update: 'updates?|aktualisierung|aktualisiert|nachtrag|ergänzung',
    },
    phrases: {
      correction: [
        `(?:in )?(?:einer|der|eine|die|unserer) (?:früheren?|vorherigen?|älteren?|ursprünglichen?|ersten?|vorigen?) (?:version|fassung)`,
        `(?:diese[rsn]?|der|die|das|den|dem) DE_TEXT (?:wurde|haben wir|ist)(?: [^:;]{0,90})? (?:korrigiert|berichtigt|richtiggestellt)`,
        `(?:haben|wurden?) (?:wir )?(?:den|das|die|dies|der)(?: \\p{L}+){0,2} (?:fehler|stelle|angabe|passage)n?(?: \\p{L}+){0,3} (?:korrigiert|berichtigt|geändert)`,
        `^[*(]?(?:hinweis|anmerkung): wir haben [^.:;]{0,90} (?:korrigiert|berichtigt|richtiggestellt|präzisiert)`,
        `(?:wir )?(?:bitten,?|entschuldigen uns für)(?: \\p{L}+){0,3} (?:fehler|irrtum|versehen)`,
      ],
      update: [
        `diese[rs]? DE_TEXT (?:wurde|wird)(?: [^:;]{0,40})? (?:aktualisiert|geändert|ergänzt|überarbeitet|angepasst)`,
      ],
    },
  },
  {
    language: 'es',
    labels: {
      correction:
        'fe de err(?:atas|ores)|correcci(?:ón|ones)|rectificaci(?:ón|ones)|errata|erratas|(?:noticia|nota|artículo|texto) (?:corregid|rectificad)[oa]',
      clarification: 'aclaraci(?:ón|ones)|precisi(?:ón|ones)',
      'editors-note':
        'nota del? (?:la )?(?:editor|editora|redacci[óo]n|redactor)|n\\. ?de ?la ?r\\.|nota a los lectores',
      update: 'actualizaci(?:ón|ones)|actualizado|(?:noticia|nota|artículo|texto) actualizad[oa]',
    },
    phrases: {
      correction: [
        `(?:en )?una (?:primera |anterior )?versión (?:anterior |previa |original |preliminar )?de est[ea] ES_TEXT`,
        `est[ea] ES_TEXT (?:ha sido|fue|se ha) (?:corregid|rectificad|enmendad)[oa]`,
      ],
      update: [`est[ea] ES_TEXT (?:ha sido|fue|se ha) (?:actualizad|modificad|editad)[oa]`],
    },
  },
  {
    language: 'fr',
    labels: {
      correction:
        'rectificati(?:f|on)s?|corrections?|correctif|(?:article|texte) (?:corrigé|rectifié)|errat(?:um|a)|droit de réponse',
      clarification: 'précisions?|clarifications?',
      'editors-note': "note de la rédaction|n\\.?d\\.?l\\.?r\\.?|note de l[’']éditeur|note aux lecteurs",
      update: 'mises? à jour|article mis à jour|actualisation|ajout|màj|maj',
    },
    phrases: {
      correction: [
        `(?:dans )?une? (?:première|précédente|ancienne|autre) version de (?:cet|cette|ce|notre|l[’'])\\s?FR_TEXT`,
        `une? version (?:antérieure|précédente|initiale) de (?:cet|cette|ce|notre) FR_TEXT`,
        `(?:cet|cette|ce) FR_TEXT a été (?:corrigé|rectifié|amendé)e?`,
        `contrairement à ce (?:que nous (?:avons|avions)|qui (?:a été|était)|qu[’']\\p{L}+ (?:a|avait)) (?:écrit|indiqué|affirmé|annoncé|publié)`,
        `(?:cet|cette|ce) FR_TEXT a été (?:modifié|mis à jour|actualisé)e?(?: [^:;]{0,60})? (?:pour|afin de) (?:corriger|rectifier)`,
      ],
      clarification: [
        `(?:cet|cette|ce) FR_TEXT a été (?:modifié|mis à jour)e?(?: [^:;]{0,60})? (?:pour|afin de) (?:préciser|clarifier)`,
      ],
      update: [`(?:cet|cette|ce) FR_TEXT a été (?:modifié|mise? à jour|actualisé|édité)e?`],
    },
  },
  {
    language: 'it',
    labels: {
      correction: 'errata(?: corrige)?|rettific(?:a|he)|correzion[ei]|articolo (?:corretto|rettificato)',
      clarification: 'precisazion[ei]|chiariment[oi]',
      'editors-note': "nota (?:della|di) redazione|n\\. ?d\\. ?r\\.?|ndr|nota dell[’']editore|nota del direttore",
      update: 'aggiornament[oi]|aggiornato|articolo aggiornato|notizia aggiornata',
    },
    phrases: {
      correction: [
        `(?:in )?una (?:prima |precedente )?versione (?:precedente |originale )?di quest[oa’'] ?IT_TEXT`,
        `quest[oa’'] ?IT_TEXT è stat[oa] (?:corrett|rettificat|emendat)[oa]`,
      ],
      update: [`quest[oa’'] ?IT_TEXT è stat[oa] (?:aggiornat|modificat)[oa]`],
    },
  },
  {
    language: 'nl',
    labels: {
      correction: 'correcties?|rectificaties?|verbetering|aanvulling(?:en)? (?:en|&) verbetering(?:en)?|erratum',
      clarification: 'verduidelijking|toelichting',
      'editors-note': 'noot van de redactie|opmerking van de redactie|naschrift(?: redactie)?|redactionele noot',
      update: 'updates?|aanvulling|bijgewerkt',
    },
    phrases: {
      correction: [
        `(?:in )?(?:een|de) (?:eerdere|vorige|oudere|oorspronkelijke|eerste) versie van (?:dit|deze) NL_TEXT`,
        `(?:dit|deze) NL_TEXT is(?: [^:;]{0,40})? (?:gecorrigeerd|gerectificeerd)`,
      ],
      update: [`(?:dit|deze) NL_TEXT is(?: [^:;]{0,40})? (?:aangepast|bijgewerkt|gewijzigd|geactualiseerd|geüpdatet)`],
    },
  },
  {
    language: 'pt',
    labels: {
      correction:
        'correç(?:ão|ões)|correcç(?:ão|ões)|errata|erramos|retificaç(?:ão|ões)|rectificaç(?:ão|ões)|(?:notícia|artigo|texto|matéria|reportagem) (?:corrigid|retificad|rectificad)[oa]',
      clarification: 'esclarecimentos?',
      'editors-note': 'nota d[oa] (?:editora?|redac?ção|direc?ção)|nota aos leitores',
      update:
        'atualizaç(?:ão|ões)|actualizaç(?:ão|ões)|atualizad[oa]|(?:notícia|artigo|texto|matéria|reportagem) (?:atualizad|actualizad)[oa]',
    },
    phrases: {
      correction: [
        `(?:em )?uma (?:primeira |anterior )?versão (?:anterior |prévia |original |inicial )?d?(?:este|esta|o|a) PT_TEXT`,
        `est[ea] PT_TEXT foi (?:corrigid|retificad|rectificad)[oa]`,
        `(?:diferentemente|ao contrário) do que (?:foi |havia sido |tinha sido )?(?:informad|publicad|noticiad|informou|afirmou|publicou)\\p{L}*`,
      ],
      update: [`est[ea] PT_TEXT foi (?:atualizad|actualizad|modificad|alterad)[oa]`],
    },
  },
  {
    language: 'und',
    labels: {
      correction:
        'rättelser?|rättat|rettelser?|oikaisu|sprostowanie|korekta|oprava|helyreigazítás|düzeltme(?: ve özür)?|исправление|исправлено|виправлення|виправлено|поправка|опровержение|διόρθωση|تصحيح|תיקון|更正|勘误|勘誤|訂正|정정|sửa lỗi|ralat|koreksi',
      clarification:
        'förtydligande|tarkennus|wyjaśnienie|upřesnění|açıklama|уточнение|уточнення|διευκρίνιση|توضيح|הבהרה|澄清|補足|klarifikasi',
      'editors-note':
        'redaktionens anmärkning|od redakcji|poznámka redakce|editörün notu|от редакции|від редакції|примечание редакции|编者按|編者按|編集部注|편집자 주|catatan redaksi',
      update:
        'uppdatering|opdatering|oppdatering|päivitys|aktualizacja|aktualizace|güncelleme|обновлено|обновление|оновлено|оновлення|ενημέρωση|تحديث|עדכון|更新|追記|업데이트|pembaruan',
    },
    phrases: {
      correction: [
        `w (?:pierwotnej|poprzedniej|wcześniejszej|pierwszej) wersji (?:tekstu|artykułu|materiału|publikacji)`,
        `в (?:первоначальной|предыдущей|первой|ранней) версии (?:\\p{L}+ )?(?:текста|материала|статьи|новости|публикации|заметки)`,
        `(?:у|в) (?:попередній|першій|первісній|початковій) версії (?:\\p{L}+ )?(?:тексту|матеріалу|статті|новини|публікації)`,
        `i en (?:tidigare|första|äldre) version av (?:texten|artikeln|den här (?:texten|artikeln)|denna (?:text|artikel))`,
        `i en (?:tidligere|første) (?:versjon|version) av (?:denne |den )?(?:saken|artikkelen|artiklen|teksten)`,
        `haberin (?:ilk|önceki) (?:halinde|hâlinde|sürümünde|versiyonunda)`,
        `[^。]{0,120}(?:お詫び|おわび)して訂正\\p{L}{0,8}`,
        `[^。]{0,120}特此更正`,
      ],
    },
  },
];

/** A language's phrases, each with its kind; the first that matches decides. */
export function phrasePatterns({ phrases }: NoticeWords): readonly (readonly [NoticeKind, RegExp])[] {
  return (['correction', 'clarification', 'editors-note', 'update', 'bare-update'] as const).flatMap((kind) =>
    (phrases[kind] ?? []).map((source): readonly [NoticeKind, RegExp] => [
      kind,
      new RegExp(
        `(?<![\\p{L}])(?:${source.replaceAll(/[A-Z]{2}_TEXT/gu, (noun) => TEXT_NOUNS[noun] ?? noun)})(?![\\p{L}])`,
        'iu',
      ),
    ]),
  );
}
