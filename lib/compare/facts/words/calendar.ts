/**
 * Months, weekdays and days told from today, in lower case, by language. Months and weekdays are numbered from 1,
 * weekdays from Monday.
 */
type Calendar = {
  readonly months: string;
  readonly weekdays: string;
  /** Days from the day of writing: "yesterday=-1". */
  readonly relative: string;
};

/** A name's variants and abbreviations are joined by "/". */
const CALENDARS: Readonly<Record<string, Calendar>> = {
  de: {
    months:
      'januar/jänner/jan februar/feb märz/mrz april/apr mai juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov dezember/dez',
    weekdays:
      'montag/montags/montagmorgen/montagabend/montagnachmittag/montagvormittag/montagnacht dienstag/dienstags/dienstagmorgen/dienstagabend/dienstagnachmittag/dienstagvormittag/dienstagnacht mittwoch/mittwochs/mittwochmorgen/mittwochabend/mittwochnachmittag/mittwochvormittag/mittwochnacht donnerstag/donnerstags/donnerstagmorgen/donnerstagabend/donnerstagnachmittag/donnerstagvormittag/donnerstagnacht freitag/freitags/freitagmorgen/freitagabend/freitagnachmittag/freitagvormittag/freitagnacht samstag/samstags/sonnabend/samstagmorgen/samstagabend/samstagnachmittag/samstagvormittag/samstagnacht sonntag/sonntags/sonntagmorgen/sonntagabend/sonntagnachmittag/sonntagvormittag/sonntagnacht',
    relative: 'vorgestern=-2 gestern=-1 heute=0 morgen=1 übermorgen=2',
  },
  en: {
    months:
      'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec',
    weekdays:
      "monday/mondays/monday's/mon tuesday/tuesdays/tuesday's/tue/tues wednesday/wednesdays/wednesday's/wed thursday/thursdays/thursday's/thu/thurs friday/fridays/friday's/fri saturday/saturdays/saturday's/sat sunday/sundays/sunday's/sun",
    relative: 'yesterday=-1 today=0 tonight=0 tomorrow=1',
  },
  es: {
    months:
      'enero/ene febrero/feb marzo abril/abr mayo junio/jun julio/jul agosto/ago septiembre/setiembre/sept octubre/oct noviembre/nov diciembre/dic',
    weekdays: 'lunes martes miércoles jueves viernes sábado/sábados domingo/domingos',
    relative: 'anteayer=-2 ayer=-1 hoy=0 pasado=2',
  },
  fr: {
    months:
      'janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre/sept octobre/oct novembre/nov décembre/déc',
    weekdays:
      'lundi/lundis mardi/mardis mercredi/mercredis jeudi/jeudis vendredi/vendredis samedi/samedis dimanche/dimanches',
    relative: "avant-hier=-2 hier=-1 aujourd'hui=0 demain=1 après-demain=2",
  },
  it: {
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    weekdays: 'lunedì martedì mercoledì giovedì venerdì sabato domenica',
    relative: 'ieri=-1 oggi=0 domani=1',
  },
  nl: {
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    weekdays: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    relative: 'gisteren=-1 vandaag=0 morgen=1',
  },
  pt: {
    months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    weekdays: 'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
    relative: 'ontem=-1 hoje=0 amanhã=1',
  },
};

export type CalendarWords = {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly relative: ReadonlyMap<string, number>;
  /** Months and weekdays are written with a capital. */
  readonly hasCapitals: boolean;
};

/** Keyed by primary language subtag. */
export const CALENDAR_WORDS: ReadonlyMap<string, CalendarWords> = new Map(
  Object.entries(CALENDARS).map(([language, { months, weekdays, relative }]) => [
    language,
    {
      hasCapitals: language === 'de' || language === 'en',
      months: numbered(months),
      weekdays: numbered(weekdays),
      relative: new Map(
        relative.split(' ').map((pair): readonly [string, number] => {
          const [word = '', days = '0'] = pair.split('=');
          return [word, Number(days)];
        }),
      ),
    },
  ]),
);

function numbered(names: string): ReadonlyMap<string, number> {
  return new Map(
    names
      .split(' ')
      .flatMap((variants, index) => variants.split('/').map((name): readonly [string, number] => [name, index + 1])),
  );
}
