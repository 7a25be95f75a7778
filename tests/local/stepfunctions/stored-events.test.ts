// Stored events tell the same history, whatever they borrowed from each other.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HistoryEvent } from '../../../local/stepfunctions/history.ts';
import { forget, nothingLately, readEvents, storedEvent } from '../../../local/stepfunctions/stored-events.ts';

const payload = fc.oneof(
  // Texts that contain each other, begin alike, or have nothing in common, with whatever stands in a text.
  fc
    .record({ name: fc.constantFrom('旧改', 'x'.repeat(80), '"}{\\'), n: fc.nat(3) })
    .map((value) => JSON.stringify(value)),
  fc
    .record({
      FunctionName: fc.constant('count'),
      Payload: fc.record({ name: fc.constant('x'.repeat(80)), n: fc.nat(3) }),
    })
    .map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary', maxLength: 120 }).map((text) => JSON.stringify({ text, 旧: '😀'.repeat(20) })),
);
const events: fc.Arbitrary<HistoryEvent[]> = fc.array(
  fc.record(
    {
      type: fc.constantFrom(
        'TaskStateEntered',
        'TaskScheduled',
        'TaskSucceeded',
        'TaskStateExited',
        'EvaluationFailed',
      ),
      at: fc.integer({ min: 1 }),
      previous: fc.nat(100),
      details: fc.constantFrom({ name: 'A' }, { resourceType: 'lambda', resource: 'invoke', region: 'local' }, {}),
      payload,
    },
    { requiredKeys: ['type', 'at', 'previous', 'details'] },
  ),
  { maxLength: 30 },
);

it('tells every event as it was, in as many pieces as it was written', () => {
  fc.assert(
    fc.property(events, fc.nat(5), (told, size) => {
      const lately = nothingLately();
      const stored = told.map((event, index) => storedEvent(index + 1, event, lately));
      const cut = Math.min(size, stored.length);
      const chunks = [stored.slice(0, cut), stored.slice(cut)].map((piece) => `[${piece.join(',')}]`);
      expect(readEvents(chunks)).toEqual(told);
    }),
    { numRuns: 300 },
  );
});

it('refers to nothing that was taken back', () => {
  const lately = nothingLately();
  const event: HistoryEvent = {
    type: 'TaskSucceeded',
    at: 1,
    previous: 0,
    details: { resourceType: 'lambda', resource: 'invoke' },
    payload: JSON.stringify({ text: 'p'.repeat(100) }),
  };
  storedEvent(1, event, lately);
  forget(lately);
  expect(readEvents([`[${storedEvent(1, event, lately)}]`])).toEqual([event]);
});
