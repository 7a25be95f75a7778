// Who has filed does not decide, under whatever post: by the person, in any round, and only where the act decides on it.
import { describe, expect, it } from 'vitest';
import { granted } from '../../../domain/errors.ts';
import { permitDecision } from '../../../domain/paper/voiding.ts';
import type { Actor } from '../../../domain/parties.ts';
import type { ActName } from '../../../domain/projects/act-names.ts';
import { DECIDED_BY_OTHERS, decidesOnOthers, hasFiledIt } from '../../../domain/projects/decided-by-others.ts';

const CLERK: Actor = { id: 'p-1', role: 'STREET', unit: '330302001' };
const COLLEAGUE: Actor = { ...CLERK, id: 'p-2' };
const filed = (act: ActName, actor = CLERK) => ({ act, actor });

describe('who has filed', () => {
  const pairs = Object.entries(DECIDED_BY_OTHERS).flatMap(([decides, acts]) =>
    acts.map((act) => [act, decides as ActName] as const),
  );

  it.each(pairs)('%s does not do %s under another post', (act, decides) => {
    const underAnother: Actor = { id: CLERK.id, role: 'DRB', unit: 'DRB' };
    expect(decidesOnOthers(decides)).toBe(true);
    expect(hasFiledIt(decides, underAnother, [filed('open-project'), filed(act)])).toBe(true);
    expect(hasFiledIt(decides, underAnother, [filed(act, COLLEAGUE)])).toBe(false);
    expect(hasFiledIt(decides, underAnother, [filed('open-project')])).toBe(false);
  });

  it('does not decide in a later round that another has filed', () => {
    const entries = [filed('file-drawings'), filed('file-drawings', COLLEAGUE)];
    expect(hasFiledIt('record-ex-post-review', CLERK, entries)).toBe(true);
  });

  it('does what is no decision as before', () => {
    expect(decidesOnOthers('book-contributions')).toBe(false);
    expect(hasFiledIt('book-contributions', CLERK, [filed('book-contributions')])).toBe(false);
  });
});

describe('who has proposed to void a paper of a body', () => {
  const voiding = { seq: 7, by: 'p-1', on: '2026-03-02', reason: '写错', namedBy: [] };
  const paper = { kind: 'F3', issuedBy: { role: 'BODY', unit: '330302001001-01' }, voiding } as unknown as Parameters<
    typeof permitDecision
  >[0];
  const decide = (actor: Actor) => permitDecision(paper, actor, { decision: 'CONFIRM', proposal: 7 });

  it('does not confirm it under their post at the street', () => {
    expect(decide(CLERK)).toMatchObject({ ok: false, refusal: { code: 'FORBIDDEN_ROLE' } });
    expect(decide(COLLEAGUE)).toEqual(granted(voiding));
  });
});
