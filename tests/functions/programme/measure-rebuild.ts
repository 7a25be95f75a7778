// Measures the rebuild of the projections of 1,000 projects, and holds them against those that grew entry by entry.
// A script, not a test: `node tests/functions/programme/measure-rebuild.ts [projects]`.
import { addDays, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { AUDIT_CODES, askAudit } from '../../../domain/programme/audit/audit-findings.ts';
import { circularFigures } from '../../../domain/programme/circular-draft.ts';
import { findingsOfDay } from '../../../functions/programme/audit-days.ts';
import { readRegister } from '../../../functions/programme/read-register.ts';
import { rebuildProjections } from '../../../functions/programme/rebuild-projections.ts';
import { currentCalendar } from '../../../functions/runtime/current-calendar.ts';
import { seedDistrict } from '../../../local/seed/seed-district.ts';
import { fakePorts } from '../../support/ports/fake-ports.ts';
import { appendCopy, ROWS_OF_PROJECTS } from './district-copies.ts';

const TODAY = plainDateOf('2026-03-09');
const LIMIT_SECONDS = 30;
const projects = Number(process.argv[2] ?? 1000);

const seconds = async <T>(work: () => Promise<T> | T): Promise<{ took: number; value: T }> => {
  const from = performance.now();
  const value = await work();
  return { took: (performance.now() - from) / 1000, value };
};

const district = fakePorts();
const copies = fakePorts();
await seedDistrict(district.ports, TODAY);
const originals = await Promise.all(
  (await district.ports.ledger.list('PROJECT')).map((id) => district.ports.ledger.read({ kind: 'PROJECT', id })),
);

let entries = 0;
const incremental = await seconds(async () => {
  for (let serial = 1; serial <= projects; serial += 1) {
    const copied = originals[serial % originals.length] ?? [];
    await appendCopy(copies.ports, copied, `330302-2026-${String(serial).padStart(4, '0')}`);
    entries += copied.length;
  }
});
const grown = copies.database.prepare(ROWS_OF_PROJECTS).all();

copies.database.write(() => copies.database.prepare('DELETE FROM view_rows').run());
const rebuilt = await seconds(() => rebuildProjections(copies.ports));
const again = copies.database.prepare(ROWS_OF_PROJECTS).all();
const equal = JSON.stringify(again) === JSON.stringify(grown);

const read = await seconds(() => readRegister(copies.ports));
const circular = await seconds(() => circularFigures(read.value, '2026-02', TODAY));
const calendar = await currentCalendar(copies.ports);
const trendOn = addDays(TODAY, -30);
const trend = await seconds(() => findingsOfDay(copies.ports, trendOn));
const kept = await seconds(() => findingsOfDay(copies.ports, trendOn));
const audit = await seconds(() => AUDIT_CODES.map((code) => askAudit(code, read.value, { on: TODAY, calendar })));

console.table({
  projects: rebuilt.value,
  entries: entries,
  rows: again.length,
  'grown entry by entry, s': incremental.took.toFixed(2),
  'rebuilt, s': rebuilt.took.toFixed(2),
  equal: equal,
  'register read, s': read.took.toFixed(3),
  'circular figures, s': circular.took.toFixed(3),
  'all audit queries, s': audit.took.toFixed(3),
  'the same thirty days ago, from the ledgers, s': trend.took.toFixed(3),
  'the same thirty days ago, kept, s': kept.took.toFixed(3),
});
district.close();
copies.close();
if (!equal || rebuilt.took > LIMIT_SECONDS) process.exitCode = 1;
