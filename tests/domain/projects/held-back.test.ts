// Whom an act is kept from: told by the project as its entries have made it, before anybody tries.
import { describe, expect, it } from 'vitest';
import type { ActName } from '../../../domain/projects/act-names.ts';
import { DECIDED_BY_OTHERS, hasFiledIt } from '../../../domain/projects/decided-by-others.ts';
import { type Filers, filersAfter, heldBackFrom, whyHeldBack } from '../../../domain/projects/held-back.ts';
import { newProject, type Project } from '../../../domain/projects/project.ts';
import type { ChangeOrder } from '../../../domain/projects/works/change-orders.ts';
import { projectIn } from './funding/step-four.ts';

/** As `applyEntry` keeps them. */
const filedBy = (...done: readonly (readonly [ActName, string])[]): Filers | undefined =>
  done.reduce<Filers | undefined>((filers, [act, person]) => filersAfter(filers, act, person), undefined);
const withFilers = (filers: Filers | undefined): Project => ({
  ...newProject(projectIn('FUNDED')),
  ...(filers && { filedBy: filers }),
});

describe('an act that decides on what others have filed', () => {
  const pairs = Object.entries(DECIDED_BY_OTHERS).flatMap(([decides, acts]) =>
    acts.map((act) => [decides as ActName, act as ActName] as const),
  );

  it.each(pairs)('is kept, as the refusal would, from whoever did it: %s on %s', (decides, act) => {
    const done = [
      [act, 'p-1'],
      [act, 'p-2'],
      [act, 'p-1'],
      ['open-project', 'p-3'],
    ] as const;
    const from = heldBackFrom(decides, withFilers(filedBy(...done)));
    const entries = done.map(([name, id]) => ({
      act: name,
      actor: { role: 'STREET', id, unit: '330302001' } as const,
    }));
    expect(from).toEqual(['p-1', 'p-2', 'p-3'].filter((id) => hasFiledIt(decides, { id }, entries)));
    expect(from).toEqual(['p-1', 'p-2']);
  });

  it('is kept from nobody while nothing is filed, nor where nobody decides on what is', () => {
    expect(heldBackFrom('consent-start', withFilers(undefined))).toEqual([]);
    expect(filedBy(['record-mediation', 'p-1'])).toBeUndefined();
    expect(heldBackFrom('record-mediation', withFilers(filedBy(['report-project', 'p-1'])))).toEqual([]);
  });
});

describe('taking a receipt back', () => {
  it('is kept from whoever booked all of them, not from one of two: each takes back those of the other', () => {
    const one = withFilers(filedBy(['book-contributions', 'p-1'], ['book-contributions', 'p-1']));
    expect(heldBackFrom('reverse-contribution', one)).toEqual(['p-1']);
    const two = withFilers(filedBy(['book-contributions', 'p-1'], ['book-contributions', 'p-2']));
    expect(heldBackFrom('reverse-contribution', two)).toEqual([]);
    expect(whyHeldBack('reverse-contribution').zh).toContain('另一名经办人');
  });
});

describe('deciding on a change of the works', () => {
  const order = (no: number, requestedBy: string, status: ChangeOrder['status'] = 'REQUESTED'): ChangeOrder => ({
    ...{ no, status, requestedBy, contractNo: 'SG-1', changesVotedContent: false },
    effect: { direction: 'MORE', amount: '1000.00' },
  });
  const withOrders = (...changeOrders: readonly ChangeOrder[]) => {
    const project = projectIn('UNDER_CONSTRUCTION');
    return heldBackFrom('decide-change-order', { ...project, works: { ...project.works, changeOrders } });
  };

  it('is kept from whoever asked for all that are open', () => {
    expect(withOrders(order(1, 'p-2', 'REJECTED'), order(2, 'p-1'))).toEqual(['p-1']);
    expect(withOrders(order(1, 'p-2'), order(2, 'p-1'))).toEqual([]);
    expect(withOrders(order(1, 'p-1', 'EXCEPTION'))).toEqual([]);
    expect(whyHeldBack('decide-change-order').zh).toContain('申请变更的人');
  });
});
