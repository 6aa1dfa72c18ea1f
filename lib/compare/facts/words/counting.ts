/**
 * The words around a figure: qualifiers before and after it, the nouns and verbs of casualties and of votes, and where
 * a noun phrase ends. One table for the languages together, sorted by language: they hardly meet.
 */

/**
 * "at least six", "mindestens sechs", "au moins six", "al menos seis". A line is a language's; forms joined by "/" say the
 * same of the figure, and one for another is a matter of wording.
 */
export const QUALIFIERS_BEFORE: readonly string[] = [
  // German
  'etwa/ca/ca ./circa/rund/ungefähr/zirka/um die/schätzungsweise/geschätzt',
  'fast/annähernd/beinahe/nahezu/knapp',
  'mehr als/über',
  'weniger als/unter',
  'mindestens/wenigstens/zumindest',
  'höchstens/maximal',
  'nur/bloß/gerade einmal/gerade mal/lediglich',
  'bis zu',
  'gegen',
  'genau',
  'gut',
  'weit über',
  // English
  'about/approx/approx ./approximately/around/circa/roughly/some/an estimated/in the region of',
  'nearly/almost/close to/just under/just short of',
  'more than/in excess of/over/upwards of',
  'fewer than/below/less than/under',
  'at least/at a minimum/no fewer than/no less than/not less than',
  'at most/no more than/not more than',
  'only/just/merely',
  'just over/slightly more than',
  'another/an additional/a further',
  'as few as',
  'as many as/as much as',
  'barely',
  'exactly',
  'fully',
  'possibly',
  'up to',
  'well over',
  // Spanish
  'aproximadamente/alrededor de/cerca de/en torno a/unas/unos',
  'más de',
  'menos de',
  'casi',
  'apenas',
  'hasta',
  'al menos/como mínimo/no menos de/por lo menos',
  'como máximo/no más de',
  'solo/sólo/solamente/tan solo',
  'un total de',
  // French
  "environ/à peu près/approximativement/autour de/aux alentours de/quelque/près de/près d'",
  "plus de/plus d'",
  "moins de/moins d'",
  'au moins/au minimum/pas moins de',
  'au maximum/au plus',
  'à peine',
  'presque',
  "jusqu'à",
  'seulement/uniquement',
  // Italian, Portuguese, Dutch
  'circa',
  'quasi',
  'fino a',
  'oltre/più di',
  'meno di',
  'almeno',
  'pelo menos/ao menos',
  'cerca de',
  'mais de',
  'menos de',
  'quase',
  'até',
  'minstens/zeker',
  "ongeveer/circa/zo'n",
  'meer dan/ruim',
  'minder dan',
  'bijna',
  'tot',
  // Polish, Russian, Swedish, Turkish, Ukrainian
  'co najmniej/przynajmniej',
  'około/ok ./mniej więcej',
  'ponad/więcej niż',
  'prawie/niemal/blisko',
  'не менее/не меньше/как минимум/по меньшей мере',
  'около/примерно/порядка',
  'более/больше/свыше',
  'почти',
  'minst/åtminstone',
  'omkring/ungefär/runt',
  'mer än/över',
  'mindre än/under',
  'nästan',
  'upp till/högst',
  'en az',
  'yaklaşık',
  'щонайменше/не менше/принаймні',
  'близько/приблизно',
  'понад/більше/більш ніж',
  'майже',
];

/** "six or more", "sechs oder mehr". */
export const QUALIFIERS_AFTER: readonly string[] = [
  'or more/+',
  'or fewer/or less',
  'at least',
  'at most',
  'or so/or thereabouts',
  'o más',
  'o menos',
  'oder mehr',
  'oder weniger',
  'ou moins',
  'ou plus',
];

/** Verbs and nouns that make a count a count of casualties. */
export const CASUALTY_WORDS: ReadonlySet<string> = new Set(
  `casualties casualty corpses dead deaths death died dies dying drowned executed fatalities fatality fatally hospitalised
  hospitalized hostages hurt injured injuries injuring killed killing kills lives maimed missing murdered perished shot slain
  survivors toll victim victims wounded wounding bodies
  getötet getötete getöteten ermordet erschossen opfer opfern starben sterben todesopfer todesopfern tot tote toten
  toter tötete töteten tötet umgekommen verletzt verletzte verletzten verletzter vermisst vermisste vermissten verwundet verwundete
  verwundeten gestorben ertrunken todesfälle leichen geiseln schwerverletzte leichtverletzte
  blessé blessée blessées blessés blessant décédé décédés décès disparu disparus mort morte mortes morts noyés otages tué tuée tuées tués
  tuant victimes cadavres
  ahogados asesinados cadáveres desaparecidos desaparecidas fallecido fallecidos fallecidas fallecieron fallecimientos herida heridas herido heridos muerte
  muertes muerto muertos muertas murieron mató mataron rehenes víctimas
  feriti ferite morti uccise uccisi uccidendo vittime dispersi feridas feridos mortas mortos mortes vítimas morreu morreram
  doden gedood gewond gewonden omgekomen overleden slachtoffers
  dött omkommit skadas sårades dräpt dräpta dödas offren
  dræbt dræbte drept drepte dødsfald dødsfall døde dødede död döda dödade dödades dog omkom såret sårede sårade skadad skadades skadd skadde
  kuoli kuollut loukkaantui mrtvých zabito zahynulo zemřelo zraněno zraněných ofiar poległo rannych zabitych zginął zginęli zginęło zmarło
  öldü öldürüldü ölü yaralandı yaralı tewas meninggal luka-luka
  жертв загинув загинула загинули загинуло загиблих поранено поранення поранених поранені постраждали постраждалих вбито убито
  ранения погиб погибли погибло погибших пострадали пострадавших ранен ранены ранено раненых убиты умерли
  حتفهم أصيب وأصيب إصابة قتل قتلى قتيل قتيلا جرحى جريحا مصرع مقتل मौत घायल
  死亡 死者 死傷 負傷 重傷 軽傷 けが 行方不明 受伤 遇难 失踪 숨졌다 숨지고 숨진 사망했다 사망하고 사망 다쳤다 다치고 부상`.split(
    /\s+/u,
  ),
);

/** The same in several words. What is counted is the noun beside the number. */
export const CASUALTY_PHRASES: readonly string[] = [
  'ums leben',
  'lost their lives',
  'taken to hospital',
  'taken to a hospital',
  'taken to the hospital',
  'rushed to hospital',
  'lost his life',
  'lost her life',
  'ha perdido la vida',
  'perdieron la vida',
  'perdió la vida',
  'perdu la vie',
  'trouvé la mort',
  'hanno perso la vita',
  'om het leven',
  'hayatını kaybetti',
  'thiệt mạng',
];

/** Words which tell that a score is of votes, or that a count is. */
export const VOTE_WORDS: ReadonlySet<string> = new Set(
  `ballots vote voted votes voting senators seats lawmakers abstentions
  abgeordnete enthaltungen gegenstimmen mandate sitze stimmen stimmte stimmten votum
  abstentions députés sièges suffrages voix votes vote
  abstenciones escaños sufragios votación votaron voto votos`.split(/\s+/u),
);

/** Words which tell that two numbers and a hyphen are a result. */
export const SCORE_WORDS: ReadonlySet<string> = new Set(
  `aggregate beat beaten beats champion championship cup defeat defeated draw drew equaliser final finals game games goal goals
  halftime lead leading leads league lose loses losing loss lost match matches penalties record scored series set sets shootout
  team tie tied tiebreak triumph victory win winner winning wins won
  besiegt besiegte führte führung gewann gewannen heimsieg niederlage remis sieg siegte siegten spiel tor tore unentschieden unterlag verlor
  battu buts défaite gagné match nul perdu remporté score victoire vainqueur
  pareggio partita rete sconfitta vince vinto vittoria empate gols jogo venceu derrotou vitória
  doelpunt gelijkspel verloor wedstrijd won wint seger förlust kryss matchen vann mål kamp kampen seier tap tapte vant sejr
  mecz mecze pokonał pokonali wygrał wygrała wygrali remis zápas vyhrál remíza porazil berabere galibiyet maç mağlup yendi
  матч матче победил победила победили выиграл выиграла счетом счётом
  derrota empate empató ganó gol goles marcador partido perdió triunfo venció victoria`.split(/\s+/u),
);

/** Where the words counted end: function words and auxiliaries, which are no part of a noun phrase. */
export const NOUN_STOPS: ReadonlySet<string> = new Set(
  `a about according across after against ago all also amid among an and are around as at away back be became been before being
  behind below between both but by can come could did do does down during each every for from further had has have he her here
  him his how however i if in inside into is it its just last later like made make may me might more most much must my near next
  no nor not now of off on once only onto or other our out outside over own past per said say says she should since so some still such
  than that the their them then there these they this those though through throughout to today together tomorrow too toward under
  until up upon us very via was we well were what when where whether which while who whom whose why will with within without would
  yesterday yet you your
  aber alle als am an auch auf aus bei beim bis da damit dann das dass dem den denn der des die dies diese dieser dieses doch dort
  durch ein eine einem einen einer er es für gegen hat hatte hatten haben hier ihr im in ins ist jetzt kamen kann können laut mit muss nach
  nicht noch nun nur ob oder seien sein seit sich sie sind so soll sollen sowie und unter vom von vor war waren wegen weil wenn
  werden wie wieder wird wurde wurden während zu zum zur zwischen über
  alors après au aux avec ce ces cette chez comme contre d' dans de depuis des devant dont du elle en entre est et était étaient été eu
  fait ils il je jusque l' la le les leur lors mais n' ne non nous on ont ou où par pas pendant plus pour puis qu' que qui s' sa sans se
  selon ses si son sont sous sur tous tout un une vers vous à
  al ante cada como con contra cuando de del desde donde durante e el ella en entre era es esta este fue fueron ha han hasta hay la
  las le les lo los mientras más ni no o para pero por porque que quien se según ser si sin sobre su sus también tras un una y ya`.split(
    /\s+/u,
  ),
);

/**
 * Names with a number for a word: never figures. The number stands where the "#" is, in digits or words. What can
 * lawfully vary (a Boeing 737 is not a 747) stays a figure.
 */
export const NUMBERED_NAMES: readonly string[] = [
  'agenda #',
  'blink - #',
  'canal #',
  'century #',
  'channel #',
  'chaîne #',
  'kanal #',
  'maroon #',
  'forever #',
  'ocean # ',
  '# eleven',
  '# - eleven',
  '# cent',
  '# direction',
  '# flags',
  '# seasons',
  '# guys',
  '# mile island',
  '# th century fox',
  '# commandments',
  '# minutes',
  'fox #',
  'nbc #',
  'abc #',
  'cbs #',
  'news #',
  'france #',
  'bbc radio #',
  'radio #',
  'bbc one',
  'bbc two',
  'itv #',
  'rai #',
  'antena #',
  'telecinco',
  'la sexta',
  'big #',
  'group of seven',
  'studio #',
  '# news',
];
