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
  ja: {
    months: '',
    weekdays: '月曜日/月曜 火曜日/火曜 水曜日/水曜 木曜日/木曜 金曜日/金曜 土曜日/土曜 日曜日/日曜',
    relative: '昨日=-1 きのう=-1 今日=0 明日=1',
  },
  ko: {
    months: '',
    weekdays:
      '월요일/월요일에 화요일/화요일에 수요일/수요일에 목요일/목요일에 금요일/금요일에 토요일/토요일에 일요일/일요일에',
    relative: '어제=-1 오늘=0 내일=1',
  },
  nl: {
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    weekdays: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    relative: 'gisteren=-1 vandaag=0 morgen=1',
  },
  ar: {
    months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
    weekdays: 'الاثنين/الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
    relative: 'أمس=-1 غدا=1',
  },
  cs: {
    months:
      'ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září října/říjen listopadu/listopad prosince/prosinec',
    weekdays:
      'pondělí úterý/úterního středa/středu/středy/středě čtvrtek/čtvrtku/čtvrtka pátek/pátku sobota/sobotu/soboty/sobotě neděle/neděli',
    relative: 'předevčírem=-2 včera=-1 dnes=0 zítra=1',
  },
  da: {
    months:
      'januar/jan februar/feb marts april/apr maj juni/jun juli/jul august/aug september/sept oktober/okt november/nov december/dec',
    weekdays: 'mandag tirsdag onsdag torsdag fredag lørdag søndag',
    relative: 'forgårs=-2',
  },
  fi: {
    months:
      'tammikuu/tammikuuta/tammikuun/tammikuussa helmikuu/helmikuuta/helmikuun/helmikuussa maaliskuu/maaliskuuta/maaliskuun/maaliskuussa huhtikuu/huhtikuuta/huhtikuun/huhtikuussa toukokuu/toukokuuta/toukokuun/toukokuussa kesäkuu/kesäkuuta/kesäkuun/kesäkuussa heinäkuu/heinäkuuta/heinäkuun/heinäkuussa elokuu/elokuuta/elokuun/elokuussa syyskuu/syyskuuta/syyskuun/syyskuussa lokakuu/lokakuuta/lokakuun/lokakuussa marraskuu/marraskuuta/marraskuun/marraskuussa joulukuu/joulukuuta/joulukuun/joulukuussa',
    weekdays:
      'maanantai/maanantaina tiistai/tiistaina keskiviikko/keskiviikkona torstai/torstaina perjantai/perjantaina lauantai/lauantaina sunnuntai/sunnuntaina',
    relative: 'eilen=-1 tänään=0 huomenna=1',
  },
  id: {
    months: 'januari februari maret april mei juni juli agustus september oktober november desember',
    weekdays: 'senin selasa rabu kamis jumat sabtu minggu',
    relative: 'kemarin=-1 besok=1',
  },
  no: {
    months:
      'januar/jan februar/feb mars april/apr mai juni/jun juli/jul august/aug september/sept oktober/okt november/nov desember/des',
    weekdays: 'mandag tirsdag onsdag torsdag fredag lørdag søndag',
    relative: 'forgårs=-2',
  },
  pl: {
    months:
      'stycznia/styczeń/styczniu lutego/luty/lutym marca/marzec/marcu kwietnia/kwiecień/kwietniu maja/maj/maju czerwca/czerwiec/czerwcu lipca/lipiec/lipcu sierpnia/sierpień/sierpniu września/wrzesień/wrześniu października/październik/październiku listopada/listopad/listopadzie grudnia/grudzień/grudniu',
    weekdays:
      'poniedziałek/poniedziałku wtorek/wtorku środa/środę/środy/środzie czwartek/czwartku piątek/piątku sobota/sobotę/soboty niedziela/niedzielę/niedzieli',
    relative: 'przedwczoraj=-2 wczoraj=-1 dziś=0 dzisiaj=0 jutro=1',
  },
  pt: {
    months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    weekdays: 'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
    relative: 'ontem=-1 hoje=0 amanhã=1',
  },
  ru: {
    months:
      'января/январь/январе февраля/февраль/феврале марта/март/марте апреля/апрель/апреле мая/май/мае июня/июнь/июне июля/июль/июле августа/август/августе сентября/сентябрь/сентябре октября/октябрь/октябре ноября/ноябрь/ноябре декабря/декабрь/декабре',
    weekdays:
      'понедельник/понедельника вторник/вторника среда/среду/среды четверг/четверга пятница/пятницу/пятницы суббота/субботу/субботы воскресенье/воскресенья',
    relative: 'позавчера=-2 вчера=-1 сегодня=0 завтра=1',
  },
  sv: {
    months:
      'januari/jan februari/feb mars april/apr maj juni/jun juli/jul augusti/aug september/sept oktober/okt november/nov december/dec',
    weekdays:
      'måndag/måndagen/måndags tisdag/tisdagen/tisdags onsdag/onsdagen/onsdags torsdag/torsdagen/torsdags fredag/fredagen/fredags lördag/lördagen/lördags söndag/söndagen/söndags',
    relative: 'förrgår=-2 igår=-1 idag=0 imorgon=1',
  },
  tr: {
    months: 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
    weekdays: 'pazartesi salı çarşamba perşembe cuma cumartesi pazar',
    relative: 'dün=-1 bugün=0 yarın=1',
  },
  uk: {
    months:
      'січня/січень/січні лютого/лютий/лютому березня/березень/березні квітня/квітень/квітні травня/травень/травні червня/червень/червні липня/липень/липні серпня/серпень/серпні вересня/вересень/вересні жовтня/жовтень/жовтні листопада/листопад/листопаді грудня/грудень/грудні',
    weekdays:
      "понеділок/понеділка вівторок/вівторка середа/середу/середи четвер/четверга п'ятниця/п'ятницю/п'ятниці субота/суботу/суботи неділя/неділю/неділі",
    relative: 'вчора=-1 учора=-1 сьогодні=0 завтра=1',
  },
  zh: {
    months: '',
    weekdays:
      '星期一/周一/週一 星期二/周二/週二 星期三/周三/週三 星期四/周四/週四 星期五/周五/週五 星期六/周六/週六 星期日/星期天/周日/週日',
    relative: '昨天=-1 昨日=-1 今天=0 明天=1',
  },
};

const { no } = CALENDARS;
const NORWEGIAN: Readonly<Record<string, Calendar>> = no ? { nb: no, nn: no } : {};

export type CalendarWords = {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly relative: ReadonlyMap<string, number>;
  /** Months and weekdays are written with a capital. */
  readonly hasCapitals: boolean;
};

/** Keyed by primary language subtag; Norwegian is tagged "no", "nb" or "nn". */
export const CALENDAR_WORDS: ReadonlyMap<string, CalendarWords> = new Map(
  Object.entries({ ...CALENDARS, ...NORWEGIAN }).map(([language, { months, weekdays, relative }]) => [
    language,
    {
      hasCapitals: ['de', 'en', 'id'].includes(language),
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

/** "last week", "nächste Woche": a stretch of days told from today, with how many such stretches from this one. */
export const PERIOD_PHRASES: readonly (readonly [phrase: string, key: string])[] = Object.entries({
  'week -1': 'last week/letzte woche/vergangene woche/semaine dernière/semana pasada/settimana scorsa/vorige week',
  'week 0': 'this week/diese woche/cette semaine/esta semana/questa settimana/deze week',
  'week 1': 'next week/nächste woche/kommende woche/semaine prochaine/próxima semana/prossima settimana/volgende week',
  'month -1': 'last month/letzten monat/vergangenen monat/mois dernier/mes pasado/mese scorso/vorige maand',
  'month 0': 'this month/diesen monat/ce mois-ci/este mes/questo mese/deze maand',
  'month 1': 'next month/nächsten monat/kommenden monat/mois prochain/próximo mes/prossimo mese/volgende maand',
  'year -1':
    'last year/letztes jahr/vergangenes jahr/letzten jahr/vergangenen jahr/année dernière/año pasado/anno scorso/vorig jaar',
  'year 0': "this year/dieses jahr/diesem jahr/cette année/este año/questo anno/quest'anno/dit jaar",
  'year 1':
    'next year/nächstes jahr/nächsten jahr/kommenden jahr/année prochaine/próximo año/prossimo anno/volgend jaar',
}).flatMap(([key, phrases]) => phrases.split('/').map((phrase) => [phrase, `period ${key}`] as const));

/** Which part of a month, a year or a day is meant: each line by its first form. */
export const PARTS_OF_TIME: readonly string[] = [
  'early/anfang/início de/início do/début/inicios de/principios de/inizio/begin/początku/начале',
  'mid/mid -/mitte/meados de/mi -/mediados de/metà/medio/half/połowie/середине',
  'late/ende/finais de/fin/finales de/fine/eind/końcu/конце',
];
