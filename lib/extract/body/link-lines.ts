/**
 * Lines that are links, mostly or wholly: the way to other stories as a rule. They are the story's own when they say
 * something themselves, write an address out, or hand the reader a document.
 */
import type { Unit } from './units.ts';

/** Why a paragraph is no more than a link to something else, or null. */
export function linkReason(unit: Unit): string | null {
  const { text, linkChars } = unit;
  if (isLabelOfLinks(unit)) return 'a label and links';
  const linked = linkChars / text.length;
  if (linked <= 0.5 || writesAddresses(unit) || handsDocument(unit)) return null;
  if (linked > 0.9) return endsLikeText(text) && text.length - linkChars >= OWN_WORDS ? null : 'only a link';
  return text.length < 300 && !endsLikeText(text) ? 'mostly links' : null;
}

/** "Topics: Ferries, Harbour": a label, and after it nothing but links. */
function isLabelOfLinks({ text, links, linkChars }: Unit): boolean {
  const label = /^\p{L}[\p{L} ]{1,24}[:：]\s*/u.exec(text)?.[0];
  if (label === undefined || links.length < 2 || endsLikeText(text)) return false;
  return text.length - label.length - linkChars <= MOST_BETWEEN * (links.length - 1);
}
/** Characters between two links of a list: a comma or a bar and its spaces. */
const MOST_BETWEEN = 3;

/** Whether a line is a link to a document that the story is about: "View this dataset", "Read the full ruling (PDF)". */
export function handsDocument({ text, links }: Unit): boolean {
  if (text.length > 100 || links.length === 0) return false;
  if (HANDS_DOCUMENT.test(text)) return true;
  return links.some(({ href, text: words }) => DOCUMENT_FILE.test(href) && words.length >= 16);
}

/** Characters outside the link that make a line say something of its own: "Read part two:". */
const OWN_WORDS = 12;

/** With a full stop: titles of other stories end with a question or an exclamation mark, if with any. */
const endsLikeText = (text: string): boolean => /[.:。।۔]["'”’»)\]」』]*$/u.test(text);

/** An address written out is text that somebody typed for readers. */
const writesAddresses = ({ links, linkChars }: Unit): boolean =>
  linkChars > 0 && links.length > 0 && links.length <= 2 && links.every(({ text }) => ADDRESS.test(text));
const ADDRESS = /^(?:https?:\/\/|www\.)\S{4,}$/iu;

const HANDS_DOCUMENT = new RegExp(
  [
    '(?:view|see|read|download|open|access|browse|get) (?:this |the |a |our |its |their |his |her )?(?:full |complete |original |entire |official )*(?:data ?sets?|documents?|data|pdf|report|ruling|judge?ment|indictment|complaint|affidavit|lawsuit|letter|memo|statement|study|filing|bill|order|transcript|text|paper|database|map)',
    '(?:das |den |die )?(?:ganze[nr]? |vollständige[nr]? )?(?:dokument|urteil|bericht|gutachten|studie|datensatz|wortlaut|pdf)(?: \\p{L}+)? (?:lesen|ansehen|herunterladen|öffnen|als pdf)',
    "(?:lire|voir|télécharger|consulter) (?:le |la |les |l[’'])?(?:rapport|document|jugement|étude|lettre|texte|données|communiqué)",
    '(?:leer|ver|descargar|lea|vea|descargue|consulte) (?:el |la |los )?(?:informe|documento|sentencia|estudio|carta|texto|datos|comunicado)',
    "(?:leggi|scarica|consulta|vedi) (?:il |la |lo |l[’'])?(?:rapporto|documento|sentenza|studio|lettera|testo|dati)",
    '(?:leia|baixe|veja|consulte) (?:o |a |os )?(?:relatório|documento|sentença|estudo|carta|texto|dados)',
    '(?:lees|bekijk|download) (?:het |de )?(?:volledige )?(?:rapport|document|uitspraak|vonnis|onderzoek|brief)',
  ]
    .map((words) => `^\\P{L}*(?:${words})(?: (?:here|in full|hier|ici|aquí|qui|aqui))?(?:\\s*\\(.{2,20}\\))?\\P{L}*$`)
    .join('|'),
  'iu',
);
const DOCUMENT_FILE = /\.(?:pdf|csv|xlsx?|docx?|ods|zip)(?:[?#]|$)/iu;
