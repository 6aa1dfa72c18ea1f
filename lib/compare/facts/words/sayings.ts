/**
 * Verbs and phrases of saying, by language. `neutral` ones only report; `loaded` ones take a stand on what was said.
 * `also` are verbs of saying in the right company alone ("added 300 jobs" says nothing): they count where they stand
 * against a verb of saying, or beside a quotation or "that". Forms of one verb are joined by "/".
 */
type Sayings = { readonly neutral: string; readonly loaded: string; readonly also: string; readonly sources: string };

const EN: Sayings = {
  neutral: `said/says/say/saying told/tells/tell/telling asked/asks/asking wrote/writes/writing tweeted/tweets posted/posts
    replied/replies/replying responded/responds answered/answers explained/explains/explaining
    recalled/recalls testified/testifies spoke/speaks commented/comments`,
  loaded: `claimed/claims/claim/claiming admitted/admits/admit/admitting insisted/insists/insist/insisting alleged/alleges/allege/alleging
    asserted/asserts/assert/asserting conceded/concedes/concede/conceding acknowledged/acknowledges/acknowledge/acknowledging
    denied/denies/deny/denying confirmed/confirms/confirm/confirming warned/warns/warn/warning boasted/boasts bragged/brags
    complained/complains/complaining contended/contends/contend vowed/vows/vow/vowing threatened/threatens/threaten
    argued/argues/argue/arguing maintained/maintains lied/lies confessed/confesses lamented/laments mocked/mocks
    retorted/retorts scoffed/scoffs swore/swears boasted protested/protests professed/professes hinted/hints implied/implies
    blasted/blasts slammed/slams criticised/criticized/criticises/criticizes condemned/condemns lashed_out ranted/rants raged/rages
    shouted/shouts screamed/screams yelled/yells whispered/whispers joked/jokes quipped/quips sneered gushed exclaimed/exclaims
    stressed/stresses emphasised/emphasized/emphasises/emphasizes urged/urges pleaded/pleads promised/promises pledged/pledges
    declared/declares/declaring disputed/disputes rejected/rejects refuted/refutes rebutted dismissed/dismisses speculated/speculates
    predicted/predicts cautioned/cautions demanded/demands accused/accuses blamed/blames/blame recounted pretended/pretends`,
  also: `added/adds/adding noted/notes/noting stated/states/stating announced/announces/announcing reported/reports/reporting
    continued/continues observed/observes remarked/remarks mentioned/mentions suggested/suggests suggesting revealed/reveals
    concluded/concludes described/describes informed/informs indicated/indicates disclosed/discloses believes/believed/believe thinks/thought/think ruled
    pointed_out/points_out pointing_out estimated/estimates found/finds showed/shows agreed/agrees argued hoped/hopes reiterated/reiterates
    repeated/repeats proposed/proposes tells called/calls calling quoted/quotes quoting cited/cites citing wondered/wonders`,
  sources: 'according_to in_the_words_of',
};

const DE: Sayings = {
  neutral: `sagte/sagt/sagten/sagen/gesagt erklärte/erklärt/erklärten/erklären teilte_mit/teilte/teilt_mit/mitteilte/mitteilten/mitteilt schrieb/schreibt/schrieben berichtete/berichtet/berichteten
    antwortete/antwortet fragte/fragt erzählte/erzählt äußerte/äußerten sprach/spricht twitterte`,
  loaded: `behauptete/behauptet/behaupteten/behaupten räumte_ein/räumte/räumt_ein gab_zu gestand/gesteht beteuerte/beteuert beharrte/beharrt versicherte/versichert/versicherten
    bestätigte/bestätigt/bestätigten dementierte/dementiert/dementierten bestritt/bestreitet leugnete/leugnet warnte/warnt/warnten drohte/droht/drohten
    forderte/fordert/forderten kritisierte/kritisiert/kritisierten klagte/klagt prahlte prophezeite/prophezeit versprach/verspricht
    verkündete/verkündet unterstellte/unterstellt monierte/moniert schimpfte/schimpft spottete/spottet scherzte/scherzt mahnte/mahnt
    betonte/betont/betonten unterstrich/unterstreicht beklagte/beklagt jammerte jubelte/jubelt rief/ruft schwor suggerierte/suggeriert spekulierte/spekuliert vermutete/vermutet`,
  also: `meinte/meint ergänzte/ergänzt fügte_hinzu fügte fuhr_fort kündigte_an kündigte hieß heißt nannte/nennt gab_an stellte_fest wies_hin führte_aus bezeichnete/bezeichnet`,
  sources: 'laut nach_angaben nach_angaben_von zufolge',
};

const FR: Sayings = {
  neutral: `a_dit/dit/disait/ont_dit/disent/dire a_déclaré/déclare/déclarait/ont_déclaré/déclaré/déclarer a_expliqué/explique/expliquait/expliqué a_indiqué/indique/indiquait/ont_indiqué/indiqué
    a_écrit/écrit/écrivait a_raconté/raconte/racontait a_répondu/répond/répondu a_précisé/précise/précisé/précisait demande/a_demandé témoigne/a_témoigné a_rapporté/rapporte`,
  loaded: `a_affirmé/affirme/affirmait/ont_affirmé/affirment/affirmé a_prétendu/prétend/prétendait/prétendu a_assuré/assure/assurait/assuré a_admis/admet/admettait/admis a_reconnu/reconnaît/reconnaissait/reconnu
    a_avoué/avoue/avouait/avoué a_confirmé/confirme/confirmait/confirmé a_nié/nie/niait/nié a_démenti/dément/démenti a_averti/avertit/averti a_prévenu/prévient
    a_dénoncé/dénonce/dénonçait/dénoncé a_accusé/accuse a_insisté/insiste/insistait/insisté a_martelé/martèle/martelé a_soutenu/soutient a_promis/promet a_menacé/menace
    a_lancé/lance/lancé a_juré/jure a_protesté/proteste a_ironisé/ironise s'est_vanté a_concédé/concède a_plaidé/plaide a_estimé/estime/estimait/estimé a_jugé/juge/jugé a_souligné/souligne/souligné a_regretté/regrette a_contesté/conteste s'insurge s'exclame a_clamé/clame a_proclamé/proclame a_laissé_entendre`,
  also: `a_ajouté/ajoute/ajouté/ajoutait a_annoncé/annonce/annoncé a_noté/note a_rappelé/rappelle a_poursuivi/poursuit a_conclu/conclut a_confié/confie a_relevé/relève a_commenté/commente a_évoqué/évoque a_observé/observe a_suggéré/suggère résume`,
  sources: "selon d'après",
};

const ES: Sayings = {
  neutral: `dijo/dice/dijeron/dicen/decía/ha_dicho/dicho declaró/declara/declararon/ha_declarado explicó/explica/explicaron/ha_explicado señaló/señala/señalaron/ha_señalado indicó/indica/indicaron/ha_indicado
    contó/cuenta escribió/escribe/escribieron respondió/responde preguntó/pregunta comentó/comenta expresó/expresa manifestó/manifiesta/manifestaron informó/informa/informaron`,
  loaded: `afirmó/afirma/afirmaron/ha_afirmado aseguró/asegura/aseguraron/ha_asegurado sostuvo/sostiene/sostuvieron admitió/admite/admitieron/ha_admitido reconoció/reconoce/reconocieron/ha_reconocido confesó/confiesa
    confirmó/confirma/confirmaron/ha_confirmado negó/niega/negaron/ha_negado desmintió/desmiente/desmintieron advirtió/advierte/advirtieron/ha_advertido insistió/insiste/insistieron
    denunció/denuncia/denunciaron/ha_denunciado acusó/acusa/acusaron alegó/alega/alegaron amenazó/amenaza prometió/promete juró/jura presumió/presume criticó/critica/criticaron reclamó/reclama exigió/exige
    lamentó/lamenta subrayó/subraya destacó/destaca recalcó/recalca ironizó pretende/pretendió insinuó/insinúa rechazó/rechaza protestó/protesta defendió/defiende argumentó/argumenta bromeó gritó/grita sentenció`,
  also: `añadió/añade/ha_añadido agregó/agrega anunció/anuncia/anunciaron/ha_anunciado apuntó/apunta recordó/recuerda opinó/opina precisó/precisa concluyó/concluye reveló/revela detalló/detalla relató/relata mencionó/menciona consideró/considera`,
  sources: 'según de_acuerdo_con',
};

const IT: Sayings = {
  neutral: `ha_detto/dice/disse/detto ha_dichiarato/dichiara/dichiarato ha_spiegato/spiega/spiegato ha_scritto/scrive ha_risposto/risponde ha_raccontato/racconta`,
  loaded: `ha_affermato/afferma/affermato sostiene/ha_sostenuto ha_ammesso/ammette ha_confermato/conferma ha_negato/nega ha_smentito/smentisce ha_avvertito/avverte ha_denunciato/denuncia ha_assicurato/assicura insiste/ha_insistito`,
  also: `ha_aggiunto/aggiunge ha_annunciato/annuncia ha_sottolineato/sottolinea`,
  sources: 'secondo',
};

const PT: Sayings = {
  neutral: `disse/diz/disseram/dizem declarou/declara explicou/explica escreveu/escreve respondeu/responde contou/conta informou/informa`,
  loaded: `afirmou/afirma/afirmaram alegou/alega admitiu/admite confirmou/confirma negou/nega insistiu/insiste advertiu/adverte alertou/alerta denunciou/denuncia garantiu/garante assegurou/assegura sustentou/sustenta reconheceu/reconhece`,
  also: `acrescentou/acrescenta anunciou/anuncia destacou/destaca ressaltou/ressalta`,
  sources: 'segundo de_acordo_com conforme',
};

const NL: Sayings = {
  neutral: `zei/zegt/zeiden/zeggen verklaarde/verklaart vertelde/vertelt schreef/schrijft antwoordde/antwoordt meldde/meldt`,
  loaded: `beweerde/beweert/beweren gaf_toe bevestigde/bevestigt ontkende/ontkent waarschuwde/waarschuwt benadrukte/benadrukt hield_vol beschuldigde stelde/stelt`,
  also: `voegde_toe kondigde_aan vindt/vond`,
  sources: 'volgens aldus',
};

const PL: Sayings = {
  neutral: `powiedział/powiedziała/powiedzieli/mówi/mówił/mówiła poinformował/poinformowała/poinformowali/informuje przekazał/przekazała
    oświadczył/oświadczyła napisał/napisała/pisze wyjaśnił/wyjaśniła`,
  loaded: `twierdził/twierdziła/twierdzili/twierdzi/twierdzą przyznał/przyznała/przyznaje potwierdził/potwierdziła zaprzeczył/zaprzeczyła/zaprzecza
    zapewnił/zapewniła/zapewnia ostrzegł/ostrzegła/ostrzega podkreślił/podkreśliła/podkreśla`,
  also: 'dodał/dodała/dodaje ocenił/oceniła/ocenia',
  sources: 'według zdaniem',
};

const RU: Sayings = {
  neutral: `сказал/сказала/сказали/говорит/говорят сообщил/сообщила/сообщили/сообщило/сообщает/сообщают заявил/заявила/заявили/заявляет
    рассказал/рассказала/рассказали написал/написала/пишет отметил/отметила пояснил/пояснила/поясняет ответил/ответила/отвечает
    рассказывает/рассказывают спросил/спросила объяснил/объяснила/объясняет вспомнил/вспомнила/вспоминает`,
  loaded: `утверждал/утверждала/утверждали/утверждает/утверждают подтвердил/подтвердила/подтвердили/подтверждает отрицал/отрицает опроверг/опровергла
    признал/признала/признался предупредил/предупредила подчеркнул/подчеркнула заверил/заверила пообещал/пообещала/обещает`,
  also: 'добавил/добавила уточнил/уточнила считает/считают',
  sources: 'по_данным по_словам по_сообщению по_информации согласно',
};

const UK: Sayings = {
  neutral: `сказав/сказала/сказали/каже/кажуть повідомив/повідомила/повідомили/повідомило/повідомляє/повідомляють заявив/заявила/заявили/заявляє
    розповів/розповіла/розповіли написав/написала/пише зазначив/зазначила пояснив/пояснила/пояснює відповів/відповіла/відповідає
    розповідає/розповідають запитав/запитала згадав/згадала/згадує`,
  loaded: `стверджував/стверджувала/стверджували/стверджує/стверджують підтвердив/підтвердила/підтвердили/підтверджує заперечив/заперечила/заперечує
    спростував/спростувала визнав/визнала попередив/попередила наголосив/наголосила підкреслив/підкреслила запевнив/запевнила пообіцяв/пообіцяла/обіцяє`,
  also: 'додав/додала уточнив/уточнила вважає/вважають',
  sources: 'за_даними за_словами за_інформацією згідно_з',
};

const TR: Sayings = {
  neutral:
    'dedi/dediler/diyor söyledi/söylediler açıkladı/açıkladılar belirtti/belirttiler ifade_etti anlattı yazdı bildirdi',
  loaded: 'iddia_etti savundu öne_sürdü itiraf_etti doğruladı yalanladı uyardı vurguladı',
  also: 'ekledi kaydetti',
  sources: '',
};

const SV: Sayings = {
  neutral: `säger/sade/sa/sagt/sagts skriver/skrev berättar/berättade förklarar/förklarade svarar/svarade meddelar/meddelade
    uttalar/uttalade frågar/frågade`,
  loaded: `hävdar/hävdade påstår/påstod erkänner/erkände medger/medgav bekräftar/bekräftade förnekar/förnekade nekar/nekade
    varnar/varnade lovar/lovade kräver/krävde anklagar/anklagade dementerar/dementerade kritiserar/kritiserade
    betonar/betonade försäkrar/försäkrade`,
  also: 'tillägger/tillade menar/menade anser/ansåg tror/trodde uppger/uppgav konstaterar/konstaterade',
  sources: 'enligt',
};

export type SayingStrength = 'neutral' | 'loaded' | 'source';
export type Saying = {
  readonly strength: SayingStrength;
  /** The verb itself, one form for all ("said"). */
  readonly verb: string;
  /** Whether it is a verb of saying in any company. */
  readonly sure: boolean;
};

/** Phrases of saying with single spaces, keyed by primary language subtag. */
export const SAYINGS: ReadonlyMap<string, readonly (readonly [phrase: string, saying: Saying])[]> = new Map(
  Object.entries({
    de: DE,
    en: EN,
    es: ES,
    fr: FR,
    it: IT,
    nl: NL,
    pl: PL,
    pt: PT,
    ru: RU,
    sv: SV,
    tr: TR,
    uk: UK,
  }).map(([language, table]) => [
    language,
    // A form that stands in two lists belongs to the later one, as in a Map: first what needs company, then the sure ones.
    [
      ...rows(table.also, 'neutral', false),
      ...rows(table.sources, 'source', true),
      ...rows(table.neutral, 'neutral', true),
      ...rows(table.loaded, 'loaded', true),
    ],
  ]),
);

function rows(words: string, strength: SayingStrength, sure: boolean): (readonly [string, Saying])[] {
  return words
    .trim()
    .split(/\s+/u)
    .flatMap((forms) => {
      const all = forms.split('/').map((form) => form.replaceAll('_', ' '));
      const saying = { strength, verb: all[0] ?? '', sure };
      return all.map((form): readonly [string, Saying] => [form, saying]);
    });
}
