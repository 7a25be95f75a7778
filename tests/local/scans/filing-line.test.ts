// The line of stacks that wait to be filed, when the disk has no room for a moment.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Fault } from '../../../domain/errors.ts';
import type { Ports } from '../../../domain/ports.ts';
import { requestFiling } from '../../../functions/intake/scan/request-filing.ts';
import { listOpenStacks } from '../../../functions/intake/scan/stack-records.ts';
import { createFilingLine } from '../../../local/scans/filing-line.ts';
import { samplePdf } from '../../../local/seed/sample-pdf.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { STREET, uploadStack } from '../../support/scans/filing-desk.ts';

let fake: FakePorts;
beforeEach(() => {
  fake = fakePorts();
});
afterEach(() => fake.close());

async function putInLine(name: string, ports: Ports = fake.ports): Promise<void> {
  const uploadId = await uploadStack(ports, STREET, samplePdf(name));
  expect((await requestFiling(ports, { actor: STREET, uploadId })).ok).toBe(true);
}

/** Ports that fail with one of these after the other, and then with none, when a stack is taken from its place. */
function failing(faults: Error[]): Ports {
  const { papers } = fake.ports;
  const stream: Ports['papers']['stream'] = (sha256) => {
    const fault = faults.shift();
    return fault ? Promise.reject(fault) : papers.stream(sha256);
  };
  return { ...fake.ports, papers: { ...papers, stream } };
}

it('files what a full disk put off without a restart, and lets a stack that breaks the filing hold up no other', async () => {
  await putInLine('one');
  await putInLine('two');
  const logged: string[] = [];
  const full = () => new Fault('UNAVAILABLE', 'the disk is full');
  const ports = failing([full(), new Error('broken'), full()]);
  const line = createFilingLine(ports, ({ code }) => logged.push(code), { tryAgain: 0 });
  await line.work();
  expect(await listOpenStacks(ports)).toHaveLength(2);
  await vi.waitFor(async () => expect(await listOpenStacks(ports)).toHaveLength(1), { timeout: 120_000 });
  expect(logged).toEqual(['UNAVAILABLE', 'INTERNAL', 'UNAVAILABLE']);
  await line.close();
});

it('tells how long a stack took from its place in line until it was filed', async () => {
  const took: number[] = [];
  const line = createFilingLine(fake.ports, () => {}, { filed: (milliseconds) => took.push(milliseconds) });
  await putInLine('one', line.ports);
  await vi.waitFor(async () => expect(await listOpenStacks(fake.ports)).toEqual([]), { timeout: 120_000 });
  await line.close();
  expect(took).toHaveLength(1);
  expect(took[0]).toBeGreaterThan(0);
});
