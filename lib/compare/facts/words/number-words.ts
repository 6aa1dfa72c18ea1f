/**
 * Number words of one language. Values are added ("twenty one"), or multiplied by a scale ("two hundred").
 * `weak` words are also something else (articles, "second" of time): they count only where a number stands on the
 * other side too.
 */
export type NumberWords = {
  readonly small: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** "dozens", "Hunderte": an order of magnitude, no number. */
  readonly vague: ReadonlySet<string>;
  /** And what a verb multiplies by: "doubled", "halved". */
  readonly fractions: ReadonlyMap<string, number>;
  readonly weak: ReadonlySet<string>;
  /** Words between the parts of a number: "and", "et", "y". Hyphens always may. */
  readonly joiners: ReadonlySet<string>;
  /** Articles that are one before a scale: "a hundred", "eine Million". */
  readonly articles: ReadonlySet<string>;
  /** Between a scale and its noun: "millions d’euros". */
  readonly of: ReadonlySet<string>;
};

const mapOf = (pairs: string): ReadonlyMap<string, number> =>
  new Map(
    pairs
      .trim()
      .split(/\s+/u)
      .map((pair): readonly [string, number] => {
        const [word = '', value = ''] = pair.split('=');
        return [word, Number(value)];
      }),
  );
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter((word) => word !== ''));

/**
 * Words that multiply a number in digits, in languages that have no table of their own or share this part with it. Those of
 * English are known in all.
 */
export const SCALE_WORDS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries({
    ar: 'ألف=1e3 آلاف=1e3 مليون=1e6 ملايين=1e6 مليار=1e9 مليارات=1e9',
    cs: 'tisíc=1e3 tisíce=1e3 milion=1e6 miliony=1e6 milionů=1e6 milionu=1e6 miliarda=1e9 miliardy=1e9 miliard=1e9 miliardu=1e9',
    da: 'tusind=1e3 tusinde=1e3 million=1e6 millioner=1e6 mio=1e6 milliard=1e9 milliarder=1e9 mia=1e9 billioner=1e12',
    fi: 'tuhatta=1e3 miljoona=1e6 miljoonaa=1e6 miljoonan=1e6 miljardi=1e9 miljardia=1e9 miljardin=1e9',
    hu: 'ezer=1e3 millió=1e6 milliárd=1e9',
    id: 'ribu=1e3 juta=1e6 miliar=1e9 triliun=1e12',
    no: 'tusen=1e3 million=1e6 millioner=1e6 mill=1e6 milliard=1e9 milliarder=1e9 mrd=1e9 billioner=1e12',
    pl: 'tysiąc=1e3 tysiące=1e3 tysięcy=1e3 tys=1e3 milion=1e6 miliony=1e6 milionów=1e6 mln=1e6 miliard=1e9 miliardy=1e9 miliardów=1e9 mld=1e9',
    ro: 'mii=1e3 milion=1e6 milioane=1e6 miliard=1e9 miliarde=1e9',
    ru: 'тысяча=1e3 тысячи=1e3 тысяч=1e3 тыс=1e3 миллион=1e6 миллиона=1e6 миллионов=1e6 млн=1e6 миллиард=1e9 миллиарда=1e9 миллиардов=1e9 млрд=1e9 триллиона=1e12 триллионов=1e12',
    sv: 'tusen=1e3 miljon=1e6 miljoner=1e6 mnkr=1e6 miljard=1e9 miljarder=1e9 mdr=1e9 biljoner=1e12',
    tr: 'bin=1e3 milyon=1e6 milyar=1e9 trilyon=1e12',
    uk: 'тисяча=1e3 тисячі=1e3 тисяч=1e3 тис=1e3 мільйон=1e6 мільйони=1e6 мільйонів=1e6 млн=1e6 мільярд=1e9 мільярди=1e9 мільярдів=1e9 млрд=1e9',
    vi: 'nghìn=1e3 ngàn=1e3 triệu=1e6 tỷ=1e9 tỉ=1e9',
  }).flatMap(([language, words]) =>
    (language === 'no' ? ['no', 'nb', 'nn'] : [language]).map((tag) => [tag, mapOf(words)] as const),
  ),
);

function scalesOf(language: string): ReadonlyMap<string, number> {
  return SCALE_WORDS.get(language) ?? new Map();
}

/** "пять", "пяти": what ends in -ть has a genitive in -ти. */
function withGenitives(pairs: string): ReadonlyMap<string, number> {
  const words = mapOf(pairs);
  return new Map([...words, ...[...words].map(([word, value]) => [word.replace(/ть$/u, 'ти'), value] as const)]);
}

const EN: NumberWords = {
  small: mapOf(`zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12
    thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40
    fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90`),
  scales: mapOf(`hundred=1e2 thousand=1e3 million=1e6 billion=1e9 trillion=1e12 quadrillion=1e15 dozen=12 mn=1e6 mln=1e6
    bn=1e9 tn=1e12 trn=1e12 lakh=1e5 lakhs=1e5 crore=1e7 crores=1e7`),
  ordinals: mapOf(`first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11
    twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19
    twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90
    hundredth=100 thousandth=1000 millionth=1e6`),
  vague: setOf(
    'dozens scores hundreds thousands millions billions trillions tens twenties thirties forties fifties sixties seventies eighties nineties',
  ),
  fractions: mapOf(`half=0.5 halves=0.5 thirds=0.3333333333 quarters=0.25 quarter=0.25 fifths=0.2 sixths=0.1666666667
    eighths=0.125 tenths=0.1 hundredths=0.01 doubled=2 tripled=3 trebled=3 quadrupled=4 halved=0.5`),
  weak: setOf(
    'one first second third half quarter quarters once twice thrice single double triple couple pair both scores doubled tripled trebled quadrupled halved',
  ),
  joiners: setOf('and'),
  articles: setOf('a an'),
  of: setOf('of'),
};
const EN_MULTIPLES = mapOf('once=1 twice=2 thrice=3 single=1 double=2 triple=3 couple=2 pair=2 both=2');

const DE: NumberWords = {
  small: new Map([...mapOf('ein=1 eine=1 einen=1 einem=1 einer=1 eines=1'), ...germanCardinals()]),
  scales: mapOf(`hundert=1e2 tausend=1e3 million=1e6 millionen=1e6 mio=1e6 milliarde=1e9 milliarden=1e9 mrd=1e9
    billion=1e12 billionen=1e12 dutzend=12`),
  ordinals: germanOrdinals(),
  vague: setOf(
    'dutzende dutzenden hunderte hunderten tausende tausenden zehntausende zehntausenden hunderttausende hunderttausenden zigtausende',
  ),
  fractions:
    mapOf(`hälfte=0.5 halbe=0.5 halben=0.5 halbes=0.5 halber=0.5 drittel=0.3333333333 viertel=0.25 fünftel=0.2 zehntel=0.1
    anderthalb=1.5 eineinhalb=1.5 zweieinhalb=2.5 dreieinhalb=3.5 viereinhalb=4.5 fünfeinhalb=5.5 verdoppelt=2 verdoppelte=2 verdreifacht=3 verdreifachte=3 halbiert=0.5`),
  weak: setOf(
    'ein eine einen einem einer eines eins erste ersten erster erstes erstem zweite zweiten zweiter zweites zweitem halbe halben halbes halber hälfte viertel verdoppelt verdoppelte verdreifacht verdreifachte halbiert',
  ),
  joiners: setOf('und'),
  articles: setOf('ein eine einen einem einer'),
  of: setOf('von'),
};

const FR: NumberWords = {
  small: mapOf(`zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12
    treize=13 quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60
    septante=70 huitante=80 octante=80 nonante=90`),
  scales: mapOf(`cent=1e2 cents=1e2 mille=1e3 million=1e6 millions=1e6 milliard=1e9 milliards=1e9 md=1e9 mds=1e9 mrd=1e9
    billion=1e12 billions=1e12 douzaine=12`),
  ordinals: mapOf(`premier=1 première=1 premiers=1 premières=1 deuxième=2 deuxièmes=2 second=2 seconde=2 troisième=3
    quatrième=4 cinquième=5 sixième=6 septième=7 huitième=8 neuvième=9 dixième=10 onzième=11 douzième=12 treizième=13
    quatorzième=14 quinzième=15 seizième=16 vingtième=20 trentième=30 quarantième=40 cinquantième=50 centième=100`),
  vague: setOf(
    'dizaine dizaines douzaines quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine centaines millier milliers',
  ),
  fractions: mapOf('moitié=0.5 demi=0.5 demie=0.5 tiers=0.3333333333 quart=0.25 quarts=0.25 dixièmes=0.1'),
  weak: setOf('un une neuf moitié demi demie tiers quart premier première premiers premières second seconde'),
  joiners: setOf('et'),
  articles: setOf('un une'),
  of: setOf("de d' des"),
};

const ES: NumberWords = {
  small:
    mapOf(`cero=0 un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12
    trece=13 catorce=14 quince=15 dieciséis=16 dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21
    veintiún=21 veintiuna=21 veintidós=22 veintidos=22 veintitrés=23 veintitres=23 veinticuatro=24 veinticinco=25
    veintiséis=26 veintiseis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60
    setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 trescientas=300
    cuatrocientos=400 cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700
    setecientas=700 ochocientos=800 ochocientas=800 novecientos=900 novecientas=900`),
  scales: mapOf('mil=1e3 millón=1e6 millones=1e6 billón=1e12 billones=1e12 docena=12'),
  ordinals: mapOf(`primer=1 primero=1 primera=1 primeros=1 primeras=1 segundo=2 segunda=2 tercer=3 tercero=3 tercera=3
    cuarto=4 cuarta=4 quinto=5 quinta=5 sexto=6 sexta=6 séptimo=7 séptima=7 octavo=8 octava=8 noveno=9 novena=9
    décimo=10 décima=10 vigésimo=20 centésimo=100`),
  vague: setOf(
    'decena decenas docenas centena centenas centenar centenares cientos miles millares millar veintena treintena',
  ),
  fractions: mapOf('mitad=0.5 medio=0.5 media=0.5 tercio=0.3333333333 tercios=0.3333333333'),
  weak: setOf('un uno una mitad medio media primer primero primera primeros primeras segundo segunda cuarto cuarta'),
  joiners: setOf('y'),
  articles: setOf('un una'),
  of: setOf('de'),
};

const IT: NumberWords = {
  small: mapOf(`zero=0 un=1 uno=1 una=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11
    dodici=12 tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti=20 trenta=30
    quaranta=40 cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90 cento=100 duecento=200 trecento=300
    quattrocento=400 cinquecento=500 mille=1000 duemila=2000 tremila=3000 cinquemila=5000 diecimila=10000`),
  scales: mapOf('mila=1e3 milione=1e6 milioni=1e6 mln=1e6 miliardo=1e9 miliardi=1e9 mld=1e9 dozzina=12'),
  ordinals: mapOf(
    'primo=1 prima=1 secondo=2 seconda=2 terzo=3 terza=3 quarto=4 quarta=4 quinto=5 quinta=5 sesto=6 decimo=10',
  ),
  vague: setOf('decina decine dozzine centinaio centinaia migliaio migliaia ventina trentina quarantina cinquantina'),
  fractions: mapOf('metà=0.5 mezzo=0.5 mezza=0.5 terzi=0.3333333333'),
  weak: setOf('un uno una sei prima primo secondo seconda metà mezzo mezza cento'),
  joiners: setOf(''),
  articles: setOf('un una'),
  of: setOf('di'),
};

const PT: NumberWords = {
  small:
    mapOf(`zero=0 um=1 uma=1 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12
    treze=13 catorze=14 quatorze=14 quinze=15 dezesseis=16 dezasseis=16 dezessete=17 dezoito=18 dezenove=19 vinte=20
    trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 cento=100 duzentos=200
    duzentas=200 trezentos=300 trezentas=300 quatrocentos=400 quinhentos=500 seiscentos=600 setecentos=700`),
  scales: mapOf(
    'mil=1e3 milhão=1e6 milhões=1e6 bilhão=1e9 bilhões=1e9 biliões=1e12 trilhão=1e12 trilhões=1e12 dúzia=12',
  ),
  ordinals: mapOf(
    'primeiro=1 primeira=1 segundo=2 segunda=2 terceiro=3 terceira=3 quarto=4 quarta=4 quinto=5 quinta=5',
  ),
  vague: setOf('dezena dezenas dúzias centena centenas milhar milhares'),
  fractions: mapOf('metade=0.5 meio=0.5 meia=0.5 terço=0.3333333333 terços=0.3333333333'),
  weak: setOf('um uma primeiro primeira segundo segunda quarto quarta quinta metade meio meia'),
  joiners: setOf('e'),
  articles: setOf('um uma'),
  of: setOf('de'),
};

const NL: NumberWords = {
  small:
    mapOf(`nul=0 een=1 één=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 dertien=13
    veertien=14 vijftien=15 zestien=16 zeventien=17 achttien=18 negentien=19 twintig=20 dertig=30 veertig=40 vijftig=50
    zestig=60 zeventig=70 tachtig=80 negentig=90 honderd=100 tweehonderd=200 driehonderd=300`),
  scales: mapOf('duizend=1e3 miljoen=1e6 miljard=1e9 biljoen=1e12 mln=1e6 mld=1e9 dozijn=12'),
  ordinals: mapOf('eerste=1 tweede=2 derde=3 vierde=4 vijfde=5 zesde=6 zevende=7 achtste=8 negende=9 tiende=10'),
  vague: setOf('tientallen honderden duizenden tienduizenden miljoenen miljarden tiental honderdtal'),
  fractions: mapOf('helft=0.5 half=0.5 halve=0.5 kwart=0.25'),
  weak: setOf('een eerste helft half halve kwart'),
  joiners: setOf('en'),
  articles: setOf('een'),
  of: setOf(''),
};

/** "once", "both", "a pair": numbers too, told only where a number stands on the other side. */
const WITH_MULTIPLES: NumberWords = { ...EN, small: new Map([...EN.small, ...EN_MULTIPLES]) };

/** Languages that decline their numbers, with the forms that news writes: nominative, genitive, and for persons ("двое", "troje"). */
const declined = (
  small: ReadonlyMap<string, number>,
  rest: Pick<NumberWords, 'scales' | 'ordinals' | 'vague' | 'fractions' | 'weak'>,
): NumberWords => ({ small, ...rest, joiners: setOf(''), articles: setOf(''), of: setOf('') });

const PL = declined(
  mapOf(`zero=0 jeden=1 jedna=1 jedno=1 jednego=1 jednej=1 dwa=2 dwie=2 dwaj=2 dwóch=2 dwoje=2 trzy=3 trzej=3 trzech=3 troje=3
    cztery=4 czterej=4 czterech=4 czworo=4 pięć=5 pięciu=5 pięcioro=5 sześć=6 sześciu=6 sześcioro=6 siedem=7 siedmiu=7 siedmioro=7
    osiem=8 ośmiu=8 ośmioro=8 dziewięć=9 dziewięciu=9 dziesięć=10 dziesięciu=10 jedenaście=11 jedenastu=11 dwanaście=12 dwunastu=12
    trzynaście=13 trzynastu=13 czternaście=14 czternastu=14 piętnaście=15 piętnastu=15 szesnaście=16 szesnastu=16
    siedemnaście=17 siedemnastu=17 osiemnaście=18 osiemnastu=18 dziewiętnaście=19 dziewiętnastu=19 dwadzieścia=20 dwudziestu=20
    trzydzieści=30 trzydziestu=30 czterdzieści=40 czterdziestu=40 pięćdziesiąt=50 pięćdziesięciu=50 sześćdziesiąt=60
    siedemdziesiąt=70 osiemdziesiąt=80 dziewięćdziesiąt=90 sto=100 stu=100 dwieście=200 trzysta=300 czterysta=400 pięćset=500
    sześćset=600 siedemset=700 osiemset=800 dziewięćset=900`),
  {
    scales: scalesOf('pl'),
    ordinals: mapOf('pierwszy=1 pierwsza=1 drugi=2 druga=2 trzeci=3 trzecia=3 czwarty=4 czwarta=4 piąty=5 piąta=5'),
    vague: setOf('kilkanaście kilkadziesiąt kilkaset dziesiątki setki'),
    fractions: mapOf('połowa=0.5 połowę=0.5 połowy=0.5 pół=0.5 półtora=1.5 ćwierć=0.25'),
    weak: setOf('jeden jedna jedno jednego jednej pierwszy pierwsza drugi druga połowa połowę połowy pół'),
  },
);

const RU = declined(
  withGenitives(`ноль=0 один=1 одна=1 одно=1 одного=1 одной=1 два=2 две=2 двух=2 двое=2 двоих=2 три=3 трех=3 трёх=3 трое=3 троих=3
    четыре=4 четырех=4 четырёх=4 четверо=4 четверых=4 пять=5 пятеро=5 пятерых=5 шесть=6 шестеро=6 шестерых=6 семь=7 семи=7 семеро=7
    восемь=8 восьми=8 девять=9 десять=10 одиннадцать=11 двенадцать=12 тринадцать=13 четырнадцать=14 пятнадцать=15 шестнадцать=16
    семнадцать=17 восемнадцать=18 девятнадцать=19 двадцать=20 тридцать=30 сорок=40 сорока=40 пятьдесят=50 пятидесяти=50
    шестьдесят=60 семьдесят=70 восемьдесят=80 девяносто=90 сто=100 ста=100 двести=200 триста=300 четыреста=400 пятьсот=500
    шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900`),
  {
    scales: scalesOf('ru'),
    ordinals: mapOf('первый=1 первая=1 второй=2 вторая=2 третий=3 третья=3 четвертый=4 четвёртый=4 пятый=5 пятая=5'),
    vague: setOf('десятки десятков сотни сотен'),
    fractions: mapOf('половина=0.5 половину=0.5 половины=0.5 полтора=1.5 полторы=1.5 треть=0.3333333333 четверть=0.25'),
    weak: setOf('один одна одно одного одной первый первая второй вторая половина половину половины'),
  },
);

const UK = declined(
  withGenitives(`нуль=0 один=1 одна=1 одне=1 одного=1 однієї=1 два=2 дві=2 двох=2 двоє=2 три=3 трьох=3 троє=3 чотири=4 чотирьох=4
    четверо=4 п'ять=5 п'ятьох=5 п'ятеро=5 шість=6 шести=6 шістьох=6 шестеро=6 сім=7 семи=7 сімох=7 семеро=7 вісім=8 восьми=8 вісьмох=8
    дев'ять=9 десять=10 одинадцять=11 дванадцять=12 тринадцять=13 чотирнадцять=14 п'ятнадцять=15 шістнадцять=16 сімнадцять=17
    вісімнадцять=18 дев'ятнадцять=19 двадцять=20 тридцять=30 сорок=40 п'ятдесят=50 шістдесят=60 сімдесят=70 вісімдесят=80
    дев'яносто=90 сто=100 ста=100 двісті=200 триста=300 чотириста=400 п'ятсот=500 шістсот=600 сімсот=700 вісімсот=800 дев'ятсот=900`),
  {
    scales: scalesOf('uk'),
    ordinals: mapOf("перший=1 перша=1 другий=2 друга=2 третій=3 третя=3 четвертий=4 четверта=4 п'ятий=5 п'ята=5"),
    vague: setOf('десятки десятків сотні сотень'),
    fractions: mapOf('половина=0.5 половину=0.5 половини=0.5 півтора=1.5 третина=0.3333333333 чверть=0.25'),
    weak: setOf('один одна одне одного однієї перший перша другий друга половина половину половини'),
  },
);

const TR = declined(
  mapOf(`sıfır=0 bir=1 iki=2 üç=3 dört=4 beş=5 altı=6 yedi=7 sekiz=8 dokuz=9 on=10 yirmi=20 otuz=30 kırk=40 elli=50 altmış=60
    yetmiş=70 seksen=80 doksan=90`),
  {
    scales: new Map([['yüz', 100], ...scalesOf('tr')]),
    ordinals: mapOf('birinci=1 ikinci=2 üçüncü=3 dördüncü=4 beşinci=5'),
    vague: setOf('onlarca yüzlerce binlerce milyonlarca'),
    fractions: mapOf('yarısı=0.5 yarım=0.5 çeyrek=0.25'),
    weak: setOf('bir altı yarısı yarım ikinci'),
  },
);

const SV = declined(swedishCardinals(), {
  scales: new Map([['hundra', 100], ['dussin', 12], ...scalesOf('sv')]),
  ordinals: mapOf(
    'första=1 förste=1 andra=2 andre=2 tredje=3 fjärde=4 femte=5 sjätte=6 sjunde=7 åttonde=8 nionde=9 tionde=10',
  ),
  vague: setOf('tiotal tiotals dussintals hundratal hundratals tusental tusentals miljontals'),
  fractions: mapOf('hälften=0.5 halva=0.5 halv=0.5 halvt=0.5 tredjedel=0.3333333333 fjärdedel=0.25'),
  weak: setOf('en ett sex första förste andra andre hälften halva halv halvt'),
});

export const NUMBER_WORDS: ReadonlyMap<string, NumberWords> = new Map([
  ['de', DE],
  ['en', WITH_MULTIPLES],
  ['es', ES],
  ['fr', FR],
  ['it', IT],
  ['nl', NL],
  ['pl', PL],
  ['pt', PT],
  ['ru', RU],
  ['sv', SV],
  ['tr', TR],
  ['uk', UK],
]);

/** All from null to 999,999 that are one word: "einundzwanzig", "zweihundertfünf", "dreitausend", "zwölftausendfünfhundert". */
function germanCardinals(): ReadonlyMap<string, number> {
  const units = ['', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
  const teens = 'zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(' ');
  const tens = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];
  const words = new Map<string, number>([
    ['null', 0],
    ['eins', 1],
    ['zwo', 2],
  ]);
  units.forEach((unit, value) => unit !== '' && words.set(unit, value));
  teens.forEach((teen, value) => words.set(teen, value + 10));
  tens.forEach((ten, index) => {
    units.forEach((unit, value) => words.set(unit === '' ? ten : `${unit}und${ten}`, (index + 2) * 10 + value));
  });
  return words;
}

/** To ninety-nine, in one word from twenty on: "tjugofem". */
function swedishCardinals(): ReadonlyMap<string, number> {
  const units = mapOf('ett=1 en=1 två=2 tre=3 fyra=4 fem=5 sex=6 sju=7 åtta=8 nio=9');
  const tens = mapOf('tjugo=20 trettio=30 fyrtio=40 femtio=50 sextio=60 sjuttio=70 åttio=80 nittio=90');
  const teens = mapOf(
    'noll=0 tio=10 elva=11 tolv=12 tretton=13 fjorton=14 femton=15 sexton=16 sjutton=17 arton=18 nitton=19',
  );
  const joined = [...tens].flatMap(([ten, value]) =>
    [...units].map(([unit, more]): readonly [string, number] => [ten + unit, value + more]),
  );
  return new Map([...units, ...teens, ...tens, ...joined]);
}

/** "dritte", "dritten", "einundzwanzigster": stems with every ending. */
function germanOrdinals(): ReadonlyMap<string, number> {
  const irregular = new Map([
    [1, 'erst'],
    [3, 'dritt'],
    [7, 'siebt'],
    [8, 'acht'],
  ]);
  const ordinals = new Map<string, number>();
  for (const [word, value] of germanCardinals()) {
    if (value === 0 || word === 'ein' || word === 'zwo') continue;
    const stem = irregular.get(value) ?? `${word}${value < 20 ? 't' : 'st'}`;
    for (const ending of ['e', 'en', 'er', 'es', 'em']) ordinals.set(stem + ending, value);
  }
  return ordinals;
}
