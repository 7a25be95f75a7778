// What the register of papers knows and the project does not yet: told once, to projects that it concerns, whoever acts meanwhile.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { issuedPayload, issuedRow, registerLedger } from '../../../domain/paper/issue-register.ts';
import type { Ports } from '../../../domain/ports.ts';
import { interruptVoidPublicity } from '../../../functions/runtime/interrupt-void-publicity.ts';
import { notice, openStage, PROJECT_ID, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

interface Print {
  readonly kind?: 'F3' | 'F4' | 'P2';
  readonly printing?: number;
  readonly sha256?: string;
  readonly voidedOn?: string;
}

let seq = 0;
/** As issuing and voiding leave it in the read model of the register. */
function put({ kind = 'F3', voidedOn, printing, sha256 = String(printing ?? 1).repeat(64) }: Print): Promise<void> {
  seq += 1;
  const paper = issuedPayload.parse({
    ...{ projectNo: PROJECT_ID, kind, version: 1, title: '公示件', issuer: '月季小区自治小组' },
    ...{ issuedOn: '2026-03-02', sha256, pages: 1, ...(printing !== undefined && { printing }) },
  });
  const standing = { paper, ...(voidedOn !== undefined && { voidedOn: plainDateOf(voidedOn) }) };
  return stage.ports.views.write([issuedRow(registerLedger(PROJECT_ID), seq, standing)]);
}

const tell = (ports: Ports = stage.ports) => interruptVoidPublicity(ports, PROJECT_ID);
const state = async () => (await stage.project()).state;

describe('a project whose notice is void in the register', () => {
  it('is told once, and nothing while its notice holds', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    expect(await tell()).toBe(false);
    await put({});
    expect(await tell()).toBe(false);
    await put({ voidedOn: '2026-03-02' });
    expect(await tell()).toBe(true);
    expect(await state()).toBe('PUBLICITY_INTERRUPTED');
    expect(await tell()).toBe(false);
    await put({ printing: 2 });
    expect(await tell()).toBe(false);
  });

  it.each(['F3', 'F4', 'P2'] as const)('is told of %s, which hangs together with the others', async (kind) => {
    await stage.playUntil('PUBLICITY_RUNNING');
    await put({ kind, voidedOn: '2026-03-02' });
    expect(await tell()).toBe(true);
    expect((await stage.project()).publicity.voided).toMatchObject([{ kind, version: 1, on: '2026-03-02' }]);
  });

  it('is told before the notice hangs everywhere, and not before there is one or when its time is over', async () => {
    await stage.playUntil('PLAN_APPROVED');
    await put({ voidedOn: '2026-03-02' });
    expect(await tell()).toBe(false);
    await put({ printing: 2 });
    await stage.perform('post-notice', 'BODY', await notice(stage));
    await put({ printing: 2, voidedOn: '2026-03-02' });
    expect(await tell()).toBe(true);
    expect(await state()).toBe('PLAN_APPROVED');
    expect((await stage.project()).publicity.voided).toMatchObject([{ printing: 2 }]);
  });

  it('is not told of what was voided after the last day', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    stage.goTo('2026-03-10');
    await put({ voidedOn: '2026-03-10' });
    expect(await tell()).toBe(false);
    await stage.perform('close-publicity', 'SYSTEM', {});
    await put({ voidedOn: '2026-03-09' });
    expect(await tell()).toBe(false);
    expect(await state()).toBe('PUBLICITY_SATISFIED');
  });

  it('is told when it goes on, if it was suspended meanwhile', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    await stage.perform('suspend-project', 'STREET', { reason: '现场核查' });
    await put({ voidedOn: '2026-03-02' });
    expect(await tell()).toBe(false);
    await stage.perform('resume-project', 'RENOVATION_OFFICE', { reason: '核查完毕' });
    expect(await tell()).toBe(true);
    expect(await state()).toBe('PUBLICITY_INTERRUPTED');
  });

  it('is told although somebody acts at the very same moment', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    await put({ voidedOn: '2026-03-02' });
    const { ledger } = stage.ports;
    let acted = false;
    const busy: Ports['ledger'] = {
      ...{ read: (ref, after) => ledger.read(ref, after), list: (kind, page) => ledger.list(kind, page) },
      async append(ref, entry, consequences) {
        if (!acted) {
          acted = true;
          const objection = { objectionId: 'YY-0001', unit: 'd'.repeat(64), raisedBy: 'OWNER', raisedOn: '2026-03-02' };
          const paper = await stage.paper('不同意', 'VAULT');
          await stage.perform('file-objection', 'BODY', { ...objection, paper });
        }
        return ledger.append(ref, entry, consequences);
      },
    };
    expect(await tell({ ...stage.ports, ledger: busy })).toBe(true);
    const { publicity } = await stage.project();
    expect([publicity.objections.length, publicity.voided?.length]).toEqual([1, 1]);
  });

  it('is told of the very file that was handed in, though a later printing holds; a scan of that file goes by its printings', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    const { notice: hung } = (await stage.project()).publicity;
    await put({ voidedOn: '2026-03-02' });
    await put({ printing: 2 });
    expect(await tell()).toBe(false);
    await put({ sha256: hung?.F3 ?? '', voidedOn: '2026-03-02' });
    expect(await tell()).toBe(true);
  });
});
