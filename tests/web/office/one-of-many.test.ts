// English sentences of one thing: no “1 projects”, no “1 differ”; findings in the ledger stay as they were written.
import { describe, expect, it } from 'vitest';
import { sheetSentence } from '../../../web/sentences/intake.ts';
import { projectsSentence, reviewsSentence } from '../../../web/sentences/lists.ts';
import { auditSentence, noticesSentence, replaySentence } from '../../../web/sentences/oversight.ts';
import { figuresSentence, roundSentence } from '../../../web/sentences/programme.ts';
import { type Sentence, textOf } from '../../../web/sentences/sentence.ts';

const NEXT = { next: { dueOn: '2026-10-14' } };
const review = {
  ...{ projectId: '330302-2026-0001', name: '榕荫新村', street: '330302002' },
  ...{ round: 1, asked: 3, awaited: 1 },
};

describe('what is said of one', () => {
  it.each<[string, Sentence]>([
    ['1 project: 1 due in 7 days, 0 overdue.', projectsSentence([NEXT], false, '2026-10-12', '', 'en')],
    ['1 project in approvals: 1 opinion awaited, 0 returned.', reviewsSentence([review], 'en')],
    ['2 checks: 1 is 0, the others have 1 hit.', auditSentence([0, 1], 'en')],
    ['1 decision, 1 differs.', replaySentence({ decisions: 1, differing: 1, broken: false }, 'en')],
    ['1 notice is on its way.', noticesSentence(1, 0, 'en')],
    [
      'Rows: you have confirmed all, 1 waits for a second person; nobody counts twice.',
      sheetSentence({ ...{ all: 9, left: 0 }, ...{ unsent: 0, second: 1 } }, 'en'),
    ],
    [
      '1 project in the round of 2026; 0 can be reserved, 1 still waits.',
      roundSentence({ year: '2026', members: 1, ready: 0, waiting: 1 }, 'en'),
    ],
    [
      '1 project, 1 open, 0 overdue; every figure opens its entries.',
      figuresSentence({ projects: '1', open: '1', overdue: '0' }, 'en'),
    ],
  ])('is %s', (expected, sentence) => {
    expect(textOf(sentence)).toBe(expected);
  });

  it.each<[string, Sentence]>([
    ['1+ projects: 1 due in 7 days, 0 overdue.', projectsSentence([NEXT], true, '2026-10-12', '', 'en')],
    ['3 checks: 2 are 0, the others have 2 hits.', auditSentence([0, 0, 2], 'en')],
    ['2 notices are on their way.', noticesSentence(2, 0, 'en')],
  ])('stays as it is of more: %s', (expected, sentence) => {
    expect(textOf(sentence)).toBe(expected);
  });
});
