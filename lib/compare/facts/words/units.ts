/** Money, measures and percentages: how they are written, and what one of them is worth in the base unit. */

/** Symbols and codes set before or after an amount. */
export const CURRENCY_MARKS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['us$', 'USD'],
  ['a$', 'AUD'],
  ['au$', 'AUD'],
  ['c$', 'CAD'],
  ['ca$', 'CAD'],
  ['hk$', 'HKD'],
  ['nz$', 'NZD'],
  ['r$', 'BRL'],
  ['s$', 'SGD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₦', 'NGN'],
  ['₪', 'ILS'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['¢', 'US cent'],
  ['rm', 'MYR'],
  ['rs', 'INR'],
  ['rp', 'IDR'],
  ['sfr', 'CHF'],
  ['ksh', 'KES'],
  ['eur', 'EUR'],
  ['usd', 'USD'],
  ['gbp', 'GBP'],
  ['chf', 'CHF'],
  ['inr', 'INR'],
]);

/** Codes in capitals, and "Rs". */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  'AED ARS AUD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GHS HKD HUF IDR ILS INR JPY KES KRW MXN MYR NGN NOK NZD PEN PHP PKR PLN RMB RON RUB SAR SEK SGD THB TRY TZS UAH UGX USD VND ZAR'.split(
    ' ',
  ),
);

const CURRENCY_NAMES: readonly (readonly [code: string, names: string])[] = [
  ['CZK', 'koruna koruny korun kč'],
  ['HUF', 'forint forintot'],
  ['VND', 'đồng'],
  ['IDR', 'rupiah'],
  ['CHF', 'franken francs'],
  ['CNY', 'yuan renminbi 元 人民币'],
  ['EUR', 'euro euros euroa avro avroya avroluk евро євро يورو ユーロ 欧元 유로'],
  ['GBP', 'pound pounds pfund livres libras sterling quid'],
  ['INR', 'rupee rupees rs rupien roupies rupias'],
  ['JPY', 'yen yens 円 日元'],
  ['KRW', 'won 원 ウォン'],
  ['MXN', 'peso pesos'],
  ['PLN', 'zloty złoty złote złotych zł zlotys'],
  ['RUB', 'рубль рубля рублей руб rouble roubles ruble rubles rubel rublos'],
  ['SEK', 'kr kronor kroner kronen couronnes coronas'],
  ['TRY', 'lira liras lire liraya liralık tl'],
  ['UAH', 'hryvnia hryvnias гривня гривні гривень грн'],
  [
    'USD',
    'دولار دولارا dollar dollars dólar dólares dollari dólares us-dollar us-dollars dolar dolarów dolarů доллар доллара долларов доларів ドル 美元 달러 đô',
  ],
  ['ZAR', 'rand'],
  ['cent', 'cents pence céntimos centimes centavos'],
  ['shilling', 'shilling shillings'],
  ['naira', 'naira'],
  ['taka', 'taka'],
  ['real', 'reais reales'],
  ['dirham', 'dirham dirhams'],
  ['shekel', 'shekels schekel'],
];

/** Which dollars; another country's are called by its name. */
export const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['american', 'USD'],
  ['australian', 'AUD'],
  ['canadian', 'CAD'],
  ['hong kong', 'HKD'],
  ['new zealand', 'NZD'],
  ['singapore', 'SGD'],
  ['u.s.', 'USD'],
  ['us', 'USD'],
]);

/** What a measure is measured in: the unit's short name, its dimension, and how many base units it is worth. */
export type Measure = { readonly unit: string; readonly dimension: string; readonly worth: number };

const MEASURES: readonly (readonly [unit: string, dimension: string, worth: number, names: string])[] = [
  ['mm', 'length', 0.001, 'millimetre millimetres millimeter millimeters millimètres milímetros'],
  ['cm', 'length', 0.01, 'centimetre centimetres centimeter centimeters zentimeter centimètres centímetros'],
  ['m', 'length', 1, 'metre metres meter meters metern mètre mètres metro metros'],
  [
    'km',
    'length',
    1000,
    'kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres kilómetro kilómetros quilômetros chilometri kms',
  ],
  ['inch', 'length', 0.0254, 'inches zoll pouces pulgadas'],
  ['ft', 'length', 0.3048, 'foot feet fuß'],
  ['yd', 'length', 0.9144, 'yard yards'],
  ['mile', 'length', 1609.344, 'miles meile meilen milla millas'],
  ['g', 'mass', 1, 'gram grams gramm grammes gramos'],
  ['kg', 'mass', 1000, 'kilogram kilograms kilo kilos kilogramm kilogrammes kilogramos'],
  ['oz', 'mass', 28.3495, 'ounce ounces'],
  ['lb', 'mass', 453.592, 'lbs'],
  ['t', 'mass', 1e6, 'tonne tonnes tonnen ton tons toneladas tonnellate'],
  ['l', 'volume', 1, 'litre litres liter liters litern litros litri'],
  ['gal', 'volume', 3.78541, 'gallon gallons'],
  ['bbl', 'volume', 158.987, 'barrel barrels barils barriles'],
  ['hectare', 'area', 10_000, 'hectares hektar hectáreas ettari'],
  ['acre', 'area', 4046.86, 'acres'],
  ['km²', 'area', 1e6, 'km2 quadratkilometer quadratkilometern'],
  ['m²', 'area', 1, 'm2 quadratmeter quadratmetern'],
  ['km/h', 'speed', 1, 'kmh kph km/h'],
  ['mph', 'speed', 1.609344, ''],
  ['°C', 'temperature', 1, '°c celsius degrees degree grad degrés grados gradi'],
  ['°F', 'temperature', 1, '°f fahrenheit'],
  ['MW', 'power', 1e6, 'megawatts megawatt'],
  ['GW', 'power', 1e9, 'gigawatts gigawatt'],
  ['second', 'duration', 1, 'seconds sekunde sekunden seconde secondes segundo segundos'],
  ['min', 'duration', 60, 'minute minutes minuten minuto minutos minuti mins'],
  ['h', 'duration', 3600, 'hour hours stunde stunden heure heures hora horas ore hrs'],
  ['day', 'duration', 86_400, 'days tag tage tagen jour jours día días giorni dagen'],
  ['week', 'duration', 604_800, 'weeks woche wochen semaine semaines semana semanas settimane weken'],
  ['month', 'duration', 2_629_746, 'months monat monate monaten mois mes meses mesi maanden'],
  ['year', 'duration', 31_556_952, 'years jahr jahre jahren an ans année années año años anni jaar anos yr yrs'],
  ['decade', 'duration', 315_569_520, 'decades jahrzehnt jahrzehnte jahrzehnten décennies décadas'],
  ['magnitude', 'magnitude', 1, ''],
];

const namesOf = (names: string): readonly string[] => names.split(' ').filter((name) => name !== '');

export const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ...CURRENCY_MARKS,
  ...CURRENCY_NAMES.flatMap(([code, names]) => namesOf(names).map((name): readonly [string, string] => [name, code])),
]);

export const MEASURE_NAMES: ReadonlyMap<string, Measure> = new Map(
  MEASURES.flatMap(([unit, dimension, worth, names]) =>
    [unit.toLowerCase(), ...namesOf(names)].map((name): readonly [string, Measure] => [
      name,
      { unit, dimension, worth },
    ]),
  ),
);

/** Names that are other words in other languages. */
const ONE_LANGUAGE: ReadonlyMap<string, string> = new Map([
  ['an', 'fr'],
  ['ore', 'it'],
  ['mes', 'es'],
  ['grad', 'de'],
  ['tag', 'de'],
]);

/** The measure of a name or abbreviation, in lower case; undefined where it is another word of this language. */
export function measureNamed(name: string, language: string | null): Measure | undefined {
  const only = ONE_LANGUAGE.get(name);
  return only === undefined || (language ?? 'en').startsWith(only) ? MEASURE_NAMES.get(name) : undefined;
}

export const MEASURE_UNITS: ReadonlyMap<string, Measure> = new Map(
  MEASURES.map(([unit, dimension, worth]) => [unit, { unit, dimension, worth }]),
);

/** Per cent, and the points between two percentages. */
export const PERCENT_WORDS: readonly (readonly [phrase: string, unit: '%' | 'percentage points' | 'basis points'])[] = [
  ['%', '%'],
  ['٪', '%'],
  ['percent', '%'],
  ['per cent', '%'],
  ['pct', '%'],
  ['prozent', '%'],
  ['pour cent', '%'],
  ['por ciento', '%'],
  ['per cento', '%'],
  ['por cento', '%'],
  ['procent', '%'],
  ['procento', '%'],
  ['procenta', '%'],
  ['prosent', '%'],
  ['prosenttia', '%'],
  ['százalék', '%'],
  ['százalékkal', '%'],
  ['процент', '%'],
  ['процента', '%'],
  ['процентов', '%'],
  ['proc .', '%'],
  ['proc', '%'],
  ['відсотка', '%'],
  ['відсоток', '%'],
  ['відсотки', '%'],
  ['відсотків', '%'],
  ['في المئة', '%'],
  ['في المائة', '%'],
  ['بالمئة', '%'],
  ['بالمائة', '%'],
  ['percentage point', 'percentage points'],
  ['percentage points', 'percentage points'],
  ['percent points', 'percentage points'],
  ['prozentpunkt', 'percentage points'],
  ['prozentpunkte', 'percentage points'],
  ['prozentpunkten', 'percentage points'],
  ['points de pourcentage', 'percentage points'],
  ['point de pourcentage', 'percentage points'],
  ['puntos porcentuales', 'percentage points'],
  ['punto porcentual', 'percentage points'],
  ['punti percentuali', 'percentage points'],
  ['pontos percentuais', 'percentage points'],
  ['procentpunt', 'percentage points'],
  ['procentpunten', 'percentage points'],
  ['basis point', 'basis points'],
  ['basis points', 'basis points'],
  ['basispunkte', 'basis points'],
  ['basispunkten', 'basis points'],
];

/** Letters set against a number that multiply it: "$1.5m", "5k", "3bn". */
export const MAGNITUDE_LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['mila', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mm', 1e6],
  ['mio', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['mrd', 1e9],
  ['md', 1e9],
  ['t', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
  ['cr', 1e7],
]);
