/**
 * Common words that open English, German, French and Spanish news sentences and are no names: what a capital there does
 * not tell. Function words stand in sentence-openers.ts. Lower case, sorted.
 */
const WORDS = `about according across activists actors additional additionally adults advertisement advocates again agents airlines analysts another any
  anyone applications approximately army around artists ask attacks attorneys authorities away back bad banks based beyond big black both boys breaking brothers
  build building business businesses call calls campaign campaigners candidates cars cases central changes charities chief children cities citizens city
  civil clearly climate close clubs coaches college colleges colourful come community companies compared conservation conservatives consider consumers contact
  costs councillors countries couples court courts critics crowds current customers days dead dear deaths defence defense delegates demand democrats demonstrators depending
  despite details detectives developers diplomats directors doctors donors dozens drivers due early earlier economists editors education either elections else employees
  employers energy engineers environmental especially even eventually every everybody everyone everything evidence executives experts exports facing families fans far farmers fears federal few figures
  finally financial fire firefighters firms first fishermen five food footage for foreign former four friends full further general get girls given global go good government governments great
  green groups guests half hard has having health help high homes hopes hospitals hours households housing hundreds immediately immigration imports inflation information inside
  instead insurers interest international investigators investors islands job jobs journalists judges jurors just keep key kids killing labour large last late latest law
  lawmakers lawyers leaders learn legal less let life like little live local long look looking lots made main major make managers manufacturers many market markets
  maybe mayors meetings members men middle migrants military militants millions ministers money months more morning mothers mountains multiple much music national
  nearby negotiators neighbors neighbours never new news next nobody none nothing nurses observers of officers official officials often oil old older once one only open opponents opposition organisers organizers orders others
  outside owners pandemic parents part participants parties partners passengers past patients people perhaps personal photos pilots places plans players please police policymakers politicians polls population
  power president presidents previous previously prices prime prior prisoners private producers professors profits prosecutors protesters protestors public pupils questions quite rain rates rather read readers
  real records refugees regional regulators relatives religious reporters reports republicans rescue rescuers research researchers residents retailers rights rising roads sales
  schools scientists scores second secondly security see senators senior seniors separately september services seven several severe shareholders shares ships shops short shots similar similarly sign six sixth small so-called social
  soldiers some someone something sometimes soon sources speaking spectators spokesman spokespeople spokesperson spokeswoman staff state states statistics stay stocks stores stories strong students studies successive such sunday supporters surely survivors suspects take
  talks tax taxes taxpayers teachers teams technology tens terrorists thanks third thousands three tickets time times together tomorrow tonight too top total tourists towns trade traders traffic train trains travel travelers travellers
  troops try tuesday turning twelve two typically ultimately unions universities unlike users usually vehicles victims video videos villagers violence visitors volunteers voters voting wages want war warning
  water ways weather weeks well western whatever whenever white whoever whole wildlife winners witnesses women words work workers world worldwide would writers yeah years yes yesterday
  yet young youth
  angehörige anwohner ärzte behörden beobachter bürger eltern ermittler experten fachleute feuerwehr forscher frauen kinder kritiker leute männer medien menschen
  nachbarn polizei politiker rettungskräfte regierung schüler soldaten staatsanwaltschaft studierende unternehmen vertreter viele wissenschaftler zeugen zuschauer
  certains chercheurs citoyens deux enfants enquêteurs experts femmes hommes malgré médecins militants parents plusieurs police policiers pompiers quelques secours témoins trois
  agentes algunos ambos autoridades bomberos científicos ciudadanos cuatro dos enfermos expertos familiares fuentes fuerzas gobierno hombres investigadores jueces médicos muchos mujeres niños policías
  testigos trabajadores tres vecinos víctimas`;

export const COMMON_OPENINGS: ReadonlySet<string> = new Set(WORDS.split(/\s+/u));
