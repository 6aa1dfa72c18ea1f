import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isStampLine, noticeOf } from '../lib/notice.ts';

/** Each row: the kind of notice, the page's language, and the words. */
const NOTICES: readonly (readonly [kind: string, language: string | null, text: string])[] = [
  ['correction', 'en', 'Correction: The plan has 19 points, not 28.'],
  ['correction', 'en', 'CORRECTION (Nov. 12, 9:40 a.m.): The plan has 19 points.'],
  ['correction', 'en', 'Correction, Nov. 12, 2025: An earlier version gave the wrong date.'],
  ['correction', 'en', 'Correction 12 March 2025: This article gave the wrong age.'],
  [
    'correction',
    'en',
    'A correction was made on Nov. 26, 2025: An earlier version of this article misstated the date.',
  ],
  ['correction', 'en', 'Corrections & Clarifications: The minister resigned in May.'],
  ['correction', 'en', '(Corrects the number of economists in paragraph 2 and the change of the forecast)'],
  ['correction', 'en', '(Corrects spelling) An earlier version of this story misspelled the name.'],
  ['correction', 'en', '• This article was amended on 12 March 2025. An earlier version named the wrong town.'],
  ['correction', 'en', 'This story was updated on Tuesday to correct the number of seats.'],
  ['correction', 'en', 'The name of the mayor was misspelled in an earlier version.'],
  ['correction', 'en', '(This story corrects the number of seats in paragraph 3.)'],
  ['correction', 'en', '(This Nov. 3 story has been corrected to say the vote is on Tuesday, in paragraph 2)'],
  ['correction', 'en', 'This version corrects the spelling of the mayor’s name.'],
  ['correction', 'en', 'We previously reported that the mayor had been fined. This was incorrect and we apologise.'],
  ['correction', 'en', 'We incorrectly said that the plan had 28 points.'],
  ['correction', 'en', 'A paragraph has been removed from this article because it gave a wrong figure.'],
  ['correction', 'en', 'Updated November 5, 2025, to correct the deadline.'],
  ['update', 'en', 'Revised on November 5, 2025, to reflect the new deadline.'],
  ['correction', 'en', 'We regret the error.'],
  ['correction', 'en', 'An earlier report wrongly said that Ms Brady had been evicted. We apologise for the error.'],
  ['correction', 'en', 'Editor’s note: An earlier version of this post stated that the rollout begins in May.'],
  ['correction', 'en', 'Correction'],
  ['clarification', 'en', 'Clarification: The vote was not binding.'],
  ['clarification', 'en', 'This article has been updated to clarify who owns the land.'],
  ['editors-note', 'en', 'Editor’s note: Names have been changed.'],
  ['editors-note', 'en', "Editors' Note: After publication, questions arose about two photographs."],
  ['editors-note', 'en', 'A note to readers: this newsletter moves to Fridays.'],
  ['update', 'en', 'Update: As it turns out we made a couple of mistakes in the image here.'],
  ['update', 'en', 'UPDATE 3:15 p.m.: The road has been opened again.'],
  ['update', 'en', 'This story has been updated with comment from the ministry.'],
  ['bare-update', 'en', 'This story has been updated.'],
  ['bare-update', 'en', 'Update: You can read more about how we hire here.'],
  ['bare-update', 'en', 'Update: Join us on Wednesday at 2pm. Register here »'],
  ['correction', 'de', 'Korrektur: Der Plan hat 19 Punkte.'],
  ['correction', 'de', 'In einer früheren Version dieses Artikels hieß es, der Plan habe 28 Punkte.'],
  ['correction', 'de', 'In einer ersten Fassung stand ein falsches Datum. Wir haben den Fehler korrigiert.'],
  ['correction', 'de', 'Hinweis: Dieser Artikel wurde am 4. November ergänzt, die Zahl der Sitze wurde berichtigt.'],
  ['clarification', 'de', 'Klarstellung: Das Amt war nicht beteiligt.'],
  ['editors-note', 'de', 'Anmerkung der Redaktion: Namen geändert.'],
  ['update', 'de', 'Dieser Artikel wurde am 3. März aktualisiert.'],
  ['update', 'de', 'Nachtrag vom 3. März 2025: Das Amt hat geantwortet.'],
  ['correction', 'fr', 'Rectificatif : le plan compte 19 points.'],
  ['correction', 'fr', 'Dans une première version de cet article, nous avions écrit que le plan comptait 28 points.'],
  ['correction', 'fr', 'Contrairement à ce que nous avons écrit, le maire n’a pas démissionné.'],
  ['clarification', 'fr', 'Précision : le vote n’engageait à rien.'],
  ['editors-note', 'fr', 'Note de la rédaction : les prénoms ont été changés.'],
  ['update', 'fr', 'Mise à jour du 3 mars : le ministère a répondu.'],
  ['correction', 'es', 'Fe de erratas: el plan tiene 19 puntos.'],
  ['correction', 'es', 'En una versión anterior de este artículo se decía que el plan tenía 28 puntos.'],
  ['clarification', 'es', 'Aclaración: la votación no era vinculante.'],
  ['editors-note', 'es', 'Nota del editor: los nombres son ficticios.'],
  ['update', 'es', 'Esta noticia ha sido actualizada con la respuesta del ministerio.'],
  ['correction', 'it', 'Errata corrige: il piano ha 19 punti.'],
  ['correction', 'it', 'Rettifica: il sindaco non si è dimesso.'],
  ['correction', 'it', 'Una versione precedente di questo articolo riportava una data sbagliata.'],
  ['editors-note', 'it', 'Nota della redazione: i nomi sono di fantasia.'],
  ['correction', 'pt', 'Correção: o plano tem 19 pontos.'],
  ['correction', 'pt', 'Uma versão anterior deste texto dizia que o plano tinha 28 pontos.'],
  ['update', 'pt', 'Esta reportagem foi atualizada com a resposta do ministério.'],
  ['correction', 'nl', 'Correctie: het plan telt 19 punten.'],
  ['correction', 'nl', 'In een eerdere versie van dit artikel stond dat het plan 28 punten telt.'],
  ['update', 'nl', 'Dit artikel is op 3 maart aangepast.'],
  ['correction', 'sv', 'Rättelse: planen har 19 punkter.'],
  ['correction', 'sv', 'I en tidigare version av texten angavs fel antal punkter.'],
  ['correction', 'pl', 'W pierwotnej wersji artykułu podaliśmy błędnie, że plan ma 28 punktów.'],
  ['correction', 'ru', 'В предыдущей версии материала говорилось, что в плане 28 пунктов.'],
  ['correction', 'uk', 'У попередній версії статті йшлося про 28 пунктів.'],
  ['correction', 'tr', 'Haberin ilk halinde planın 28 maddelik olduğu yazılmıştı.'],
  ['correction', 'tr', 'Düzeltme ve özür: plan 19 maddeliktir.'],
  ['correction', 'de', 'Hinweis: Wir haben die Zahl der Punkte im Plan korrigiert.'],
  ['correction', 'pt', 'Notícia corrigida às 22h30: o plano tem 19 pontos.'],
  ['correction', 'es', 'Noticia corregida a las 14.30: el plan tiene 19 puntos.'],
  ['update', 'it', 'Articolo aggiornato alle 18:30: la risposta del ministero.'],
  ['correction', 'ja', '訂正：計画は19項目です。'],
  ['correction', 'ja', '【訂正】「28項目」としたのは「19項目」の誤りでした。'],
  ['correction', 'ja', '※記事の項目数に誤りがありました。お詫びして訂正します。'],
  ['correction', 'zh', '（更正：计划共有19项）'],
  ['correction', null, 'Korrektur: Der Plan hat 19 Punkte.'],
];

const ORDINARY: readonly (readonly [language: string, text: string])[] = [
  ['en', 'A market correction wiped out a tenth of its value.'],
  ['en', 'Corrections officers went on strike on Monday.'],
  ['en', 'Correction facilities are full, the governor said.'],
  ['en', 'Update your phone before Friday: here is how.'],
  ['en', 'Update Windows 11: how to get the new version'],
  ['en', 'The earlier version of the bill had no such clause.'],
  ['en', 'The senator issued a clarification: he had not been there.'],
  ['en', '“This is a correction,” the trader said: “Nothing more.”'],
  ['en', 'Spotted an error? Send us a correction.'],
  ['en', 'If you see a mistake, write to corrections@news.example.'],
  ['en', 'This article was originally published by Example Weekly.'],
  ['en', 'The page was updated twice a day, engineers said.'],
  ['en', 'UPDATE 2-Oil rises as talks stall'],
  ['en', 'We previously reported that the firm had found an error in its books.'],
  ['en', 'Updated guidance for 2026 to reflect the new law was published.'],
  ['en', 'An earlier report wrongly said that the bridge was safe, the inquiry found.'],
  ['en', 'An earlier report wrongly said the bridge was safe. “We apologise for the error,” the engineers said.'],
  ['en', 'The report corrects a common mistake about tides.'],
  ['en', 'The editor’s note on the manuscript was in pencil.'],
  ['de', 'Die Korrektur an den Märkten dauert an.'],
  ['de', 'Das Unternehmen hat die Prognose korrigiert: Es rechnet mit weniger.'],
  ['de', 'Hinweise nimmt die Polizei entgegen.'],
  ['fr', 'La correction des copies commence lundi.'],
  ['fr', 'La mise à jour du logiciel est gratuite.'],
  ['es', 'La corrección del mercado sigue.'],
  ['es', 'La actualización del sistema es gratuita.'],
  ['it', 'La correzione dei mercati continua.'],
  ['nl', 'De correctie op de beurs houdt aan.'],
  ['de', 'Hinweis: Der Plan wird am Montag korrigiert.'],
  ['pt', 'A notícia corrigida pelo governo chegou tarde.'],
  ['pl', 'W pierwszej wersji ustawy nie było tego zapisu.'],
  ['ru', 'В первой версии законопроекта этого не было.'],
  ['sv', 'I en tidigare version av lagen fanns inte stycket.'],
  ['ja', '総務省は統計を訂正した。'],
];

describe('notices', () => {
  test.each(NOTICES)('%s (%s): %s', (kind, language, text) => expect(noticeOf(text, language)?.kind).toBe(kind));
  test.each(ORDINARY)('no notice (%s): %s', (language, text) => expect(noticeOf(text, language)).toBeNull());

  test('the label and what the notice says are told apart', () => {
    expect(noticeOf('Correction (Nov. 12): The plan has 19 points.', 'en')).toEqual({
      kind: 'correction',
      label: 'Correction',
      says: 'The plan has 19 points.',
    });
  });

  test.each([
    ['Updated 14:05', true],
    ['Last updated on Nov. 26, 2025 at 2:05 p.m. ET', true],
    ['Zuletzt aktualisiert: 3. März 2025, 9 Uhr', true],
    ['Mis à jour le 3 mars 2025 à 9h30', true],
    ['[Article mis à jour à 18 h 40]', true],
    ['(articolo aggiornato alle ore 18.30)', true],
    ['Uppdaterad kl 13.30', true],
    ['Article mis à jour avec la réaction du ministère', false],
    ['Updated 14:05 with news of the strike', false],
    ['The figures were updated in March', false],
  ])('a stamp and nothing else: %s: %s', (text, stamp) => expect(isStampLine(text)).toBe(stamp));

  test('any string is read in a moment', () => {
    for (const unit of ['(', 'Correction ', 'this article ', 'Update 1', ' ', '1:', 'in einer ']) {
      // Bounded by the test's own time limit: a backtracking pattern would run for hours.
      const text = unit.repeat(200_000 / unit.length);
      expect(isStampLine(text)).toBe(false);
      expect(() => noticeOf(text, null)).not.toThrow();
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void noticeOf(text, null)),
      { numRuns: 100 },
    );
  });
});
