/** The words planted edits put in, by language. */
export type Words = Readonly<Record<string, readonly string[]>>;

const words = (lines: Readonly<Record<string, string>>): Words =>
  Object.fromEntries(Object.entries(lines).map(([language, line]) => [language, line.split(' ')]));

export const WEEKDAYS = words({
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  de: 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag',
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
  es: 'lunes martes miércoles jueves viernes sábado domingo',
  it: 'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  nl: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  pl: 'poniedziałek wtorek środę czwartek piątek sobotę niedzielę',
  sv: 'måndag tisdag onsdag torsdag fredag lördag söndag',
  tr: 'Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar',
});

export const MONTHS = words({
  en: 'January February April June July August September October November December',
  de: 'Januar Februar März April Juni Juli August September Oktober November Dezember',
  fr: 'janvier février avril juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  pl: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  tr: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
});

export const NUMBER_WORDS = words({
  en: 'two three four five six seven eight nine ten eleven twelve',
  de: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  fr: 'deux trois quatre cinq six sept huit neuf dix onze douze',
  es: 'dos tres cuatro cinco seis siete ocho nueve diez once doce',
});

export const ORDINALS = words({
  en: 'third fourth fifth sixth seventh',
  de: 'dritten vierten fünften sechsten',
  fr: 'troisième quatrième cinquième',
  es: 'tercera cuarta quinta sexta',
});

export const MAGNITUDES = words({
  en: 'million billion',
  de: 'Millionen Milliarden',
  fr: 'millions milliards',
  es: 'millones billones',
  it: 'milioni miliardi',
  sv: 'miljoner miljarder',
  tr: 'milyon milyar',
});

export const VERBS_OF_SAYING = words({
  en: 'said claimed insisted admitted argued',
  de: 'sagte behauptete betonte beteuerte',
  fr: 'affirmé prétendu',
  es: 'dijo denunció aseguró',
});

/** Pairs that say the same: one for the other is wording. */
export const SYNONYMS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  en: [
    ['many', 'numerous'],
    ['often', 'frequently'],
    ['began', 'started'],
    ['however', 'nevertheless'],
    ['quickly', 'rapidly'],
    ['difficult', 'hard'],
    ['large', 'sizeable'],
    ['because', 'since'],
  ],
  de: [
    ['viele', 'zahlreiche'],
    ['nur', 'lediglich'],
    ['auch', 'ebenfalls'],
    ['oft', 'häufig'],
    ['derzeit', 'momentan'],
    ['jedoch', 'allerdings'],
    ['schnell', 'rasch'],
  ],
};

export const ADVERBS_OF_DOUBT = words({
  en: 'reportedly probably apparently possibly',
  de: 'wohl offenbar vermutlich wahrscheinlich',
});

export const FULL_NAMES = ['Anna Kowalska', 'Peter Hallam', 'Ines Duarte'] as const;
export const NAMES = ['Kowalska', 'Lindqvist', 'Hallam', 'Duarte', 'Okonkwo', 'Fraser'] as const;

export const NEW_SENTENCES: Words = {
  en: ['Engineers will look at the northern pier again before the winter storms arrive.'],
  de: ['Die Fachleute wollen den nördlichen Anleger noch vor den Winterstürmen prüfen.'],
  fr: ['Les spécialistes examineront de nouveau la jetée avant les tempêtes de cet hiver.'],
  es: ['Los técnicos volverán a revisar el muelle antes de las tormentas de invierno.'],
};

export const CORRECTIONS: Words = {
  en: [
    'Correction: An earlier version of this article misstated when the pier was built.',
    'This article was amended on 14 March 2025. An earlier version said the pier was built in 1970; it was built in 1907.',
    'A correction was made on March 14, 2025: An earlier version of this article misspelled the name of a board member.',
    'This story has been corrected to reflect that the fund was set up in 2011.',
    'Editor’s note: A previous version of this report said that four people had been arrested. Only three had been.',
  ],
  de: [
    'Korrektur: In einer früheren Version dieses Artikels war das Baujahr des Anlegers falsch angegeben.',
    'Anmerkung der Redaktion: In einer früheren Fassung hieß es, der Bürgermeister sei zurückgetreten. Das ist falsch.',
    'Anm. d. Red.: In einer ersten Version wurde der Name der Vorsitzenden falsch geschrieben. Wir haben das korrigiert.',
  ],
  fr: [
    'Correction : une version précédente de cet article indiquait une mauvaise date de construction de la jetée.',
    'Rectificatif : une version précédente de cet article indiquait à tort que le maire avait démissionné.',
  ],
  es: [
    'Corrección: una versión anterior de este artículo daba una fecha equivocada de construcción del muelle.',
    'Fe de errores: el muelle se construyó en 1907 y no en 1970, como se publicó inicialmente.',
  ],
  it: ['Errata corrige: il molo è stato costruito nel 1907 e non nel 1970, come scritto in precedenza.'],
  pt: ['Errata: o cais foi construído em 1907, e não em 1970, como publicado anteriormente.'],
  nl: ['Rectificatie: de pier is gebouwd in 1907 en niet in 1970, zoals eerder vermeld.'],
};

export const OTHER_WORDS = words({
  en: 'thunder gardens silence copper',
  de: 'donner gärten stille kupfer',
  fr: 'tonnerre jardins silence cuivre',
  es: 'trueno jardines silencio cobre',
});
