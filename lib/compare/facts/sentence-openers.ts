/**
 * Function words which, capitalised, open a sentence: after "U.S." or "3." they tell that a new one has begun.
 * Lower case, sorted within each language.
 */
const EN = `a after all also although an and another are as at because before but by can did do does during each even for
  from had has have he her here his how however i if in instead is it its last later many meanwhile more most my nearly next
  no not now of on once one only or our over she since so some soon still such than that the their then there these they
  this those though thus to today under until we were what when where whether which while who why will with yesterday yet
  you your`;
const DE = `aber alle als am an auch auf aus bei beim bis da dabei dafür dagegen damals damit danach dann daran darauf darin
  das dass dank dazu dem den denn dennoch der des deshalb die dies diese dieser dieses doch dort durch ein eine einem einen einer
  er erst es für gegen gleichzeitig heute hier ich ihr im in inzwischen ist jede jeder jetzt kein keine laut man mehr mein mit
  nach neben nicht noch nun nur ob obwohl ohne schon sein seine seit seitdem sich sie so solche sondern später um und unser
  unter viele vom von vor wann war waren warum was wegen weil weitere welche wenn wer wie wir wird wo während wurde zu
  zudem zum zur zuvor zwar zwischen über`;
const FR = `alors après au aucun aussi autre aux avant avec ce cela celle celui ces cet cette chaque comme contre dans de
  depuis des deux du elle elles en enfin ensuite entre et il ils je la le les leur leurs lors lorsque mais malgré mon même
  ne ni nos notre nous on or ou où par parmi pendant plus plusieurs pour pourtant puis quand que quelque qui sa sans selon
  ses si son sous sur tous tout toute très un une vers votre vous`;
const ES = `además ahora al algunos ante antes asimismo aunque así cada como con contra cuando de del desde después donde
  durante el ella ellas ellos en entonces entre era es esa ese esta estas este esto estos están fue ha hace han hasta hay
  hoy la las le lo los luego mientras mucho muchos más ni no nos nosotros o para pero poco por porque pues que quien se según
  si sin sobre solo son su sus también tampoco tan tras un una uno y ya yo`;

/** Of all four languages together: a sentence of one quotes another. */
export const OPENERS: ReadonlySet<string> = new Set([EN, DE, FR, ES].flatMap((words) => words.split(/\s+/u)));

/** Those of one language, where a word of another is a name ("war", "die", "las"); of all where it has no list. */
export const openersIn = (primary: string): ReadonlySet<string> => BY_LANGUAGE.get(primary) ?? OPENERS;
const BY_LANGUAGE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({ de: DE, en: EN, es: ES, fr: FR }).map(([language, words]) => [
    language,
    new Set(words.split(/\s+/u)),
  ]),
);
