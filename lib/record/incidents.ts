/** Incidents in the ledger: numbered per publication, put-if-absent, so that two visits at once tell of one and the same. */
import { StoreError } from '../errors.ts';
import { incidentSchema, type Incident, type IncidentKind } from '../incident.ts';
import type { Store } from '../store.ts';
import { incidentKey, incidentPrefix } from './keys.ts';
import { decodeJson, encodeJson } from './stored-json.ts';

export type IncidentNews = {
  readonly publication: string;
  readonly kind: IncidentKind;
  readonly detail: string;
  readonly at: string;
} & ({ readonly event: 'started' } | { readonly event: 'ended'; readonly startedBy: number });

const MAX_LOST_RACES = 20;

/**
 * Records the start or end of an incident and returns it. Where the ledger already has it (a visit that died before its
 * roster was written, or one that ran at the same time), the one that is there is returned.
 */
export async function commitIncident(ledger: Store, news: IncidentNews): Promise<Incident> {
  for (let lostRaces = 0; lostRaces < MAX_LOST_RACES; lostRaces++) {
    const known = await incidentsOf(ledger, news.publication);
    const last = known.findLast((incident) => incident.kind === news.kind);
    if (last !== undefined && last.event === news.event) return last;
    const incident: Incident = {
      format: 1,
      publication: news.publication,
      number: (known.at(-1)?.number ?? 0) + 1,
      kind: news.kind,
      event: news.event,
      at: news.at,
      detail: news.detail,
      startedBy: news.event === 'ended' ? news.startedBy : null,
    };
    const put = await ledger.putIfAbsent(incidentKey(news.publication, incident.number), encodeJson(incident));
    if (put.kind === 'stored') return incident;
  }
  throw new StoreError(`Lost ${MAX_LOST_RACES} races in a row for an incident`, incidentPrefix(news.publication));
}

/** All of a publication's incidents, in order. */
export async function incidentsOf(ledger: Store, publication: string): Promise<readonly Incident[]> {
  const incidents: Incident[] = [];
  for await (const key of ledger.list(incidentPrefix(publication))) {
    const stored = await ledger.get(key);
    if (stored !== null) incidents.push(decodeJson(key, stored.bytes, incidentSchema));
  }
  return incidents;
}
