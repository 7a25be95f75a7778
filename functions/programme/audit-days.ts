// What the auditor's queries found at the end of a day that is over: counted once, and kept, since no ledger takes an entry of that day any more.
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Ports } from '../../domain/ports.ts';
import { AUDIT_CODES, type AuditCode, askAudit } from '../../domain/programme/audit/audit-findings.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { projectsAsOf } from './projects-as-of.ts';
import { readRegister } from './read-register.ts';

export interface FindingOfDay {
  readonly code: AuditCode;
  readonly hits: number;
  /** Money at stake, where the finding is about an amount. */
  readonly amount?: string;
}

const VIEW = 'audit-days';
/** Counted up when a query asks something else: what older queries found is then no measure for what these find. */
const EDITION = 1;

export async function findingsOfDay(
  ports: Pick<Ports, 'ledger' | 'views'>,
  day: PlainDate,
): Promise<readonly FindingOfDay[]> {
  const calendar = await currentCalendar(ports);
  const place = { view: VIEW, partition: `${EDITION}#${calendar.version}`, sort: day };
  const kept = await ports.views.get(place.view, place.partition, place.sort);
  // Written below.
  if (kept) return kept.value.findings as unknown as readonly FindingOfDay[];
  const projects = await projectsAsOf(ports, await readRegister(ports), day);
  const findings = AUDIT_CODES.map((code): FindingOfDay => {
    const { hits, stake } = askAudit(code, projects, { on: day, calendar });
    return { code, hits: hits.length, ...(stake !== undefined && { amount: stake.amount }) };
  });
  // Interfaces of plain JSON fields are JSON objects; TypeScript sees no index signature in them.
  const value = { findings } as unknown as JsonObject;
  await ports.views.write([{ ...place, value, watermark: { ledger: `${VIEW}/${day}`, seq: 1 } }]);
  return findings;
}
