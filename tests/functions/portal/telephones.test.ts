// The telephones of offices over their routes: who sets which, what is refused, what is one when it comes twice.
import { describe, expect, it, onTestFinished } from 'vitest';
import { TELEPHONES_LEDGER } from '../../../domain/directory/office-telephones.ts';
import type { Ports } from '../../../domain/ports.ts';
import { TELEPHONE_ROUTES } from '../../../functions/portal/maintain-telephones.ts';
import { type Asker, askRoute, personOf } from '../../support/http/ask-route.ts';
import { fakePorts } from '../../support/ports/fake-ports.ts';

const WUMA = { role: 'STREET', unit: '330302001' };
const SONGTAI = { role: 'STREET', unit: '330302002' };
const OFFICE = { role: 'RENOVATION_OFFICE', unit: 'RENOVATION_OFFICE' };
const OPERATOR = { role: 'OPERATOR', unit: 'OPERATOR' };
const NUMBER = '0577-0000 0101';

const of = ({ role, unit }: typeof WUMA): Asker => personOf(role, unit, `${role}-${unit}`);

function open() {
  const world = fakePorts();
  onTestFinished(() => world.close());
  return deskOf(world.ports);
}

function deskOf(ports: Ports) {
  const ask = (name: string, asking: Parameters<typeof askRoute>[2]) => {
    const route = TELEPHONE_ROUTES.find((each) => each.name === name);
    return askRoute(ports, route ?? expect.fail(name), asking);
  };
  const act =
    (name: string) =>
    (by: Asker, seen: number, body: object, headers: Record<string, string> = {}) =>
      ask(name, { by, body, headers: { 'if-match': `"${seen}"`, ...headers } });
  return {
    ports,
    set: act('setTelephone'),
    withdraw: act('withdrawTelephone'),
    list: async (by: Asker) => (await ask('listTelephones', { by })).body,
    published: async () => (await ask('listPublicTelephones', {})).body.telephones,
    entries: () => ports.ledger.read(TELEPHONES_LEDGER),
  };
}

describe('who sets the telephone of an office', () => {
  const MAY: readonly (readonly [who: typeof WUMA, of: readonly (typeof WUMA)[]])[] = [
    [WUMA, [WUMA]],
    [SONGTAI, [SONGTAI]],
    [OFFICE, [OFFICE, WUMA, SONGTAI]],
    [OPERATOR, [OPERATOR]],
  ];

  it('is the office itself, and the renovation office for every street', async () => {
    for (const [who, theirs] of MAY) {
      for (const office of [WUMA, SONGTAI, OFFICE, OPERATOR]) {
        const { set, list } = open();
        const may = theirs.includes(office);
        const answer = await set(of(who), 0, { ...office, number: NUMBER });
        expect([answer.status, answer.body.code], `${who.unit} of ${office.unit}`).toEqual(
          may ? [200, undefined] : [403, 'FORBIDDEN_ROLE'],
        );
        expect((await list(of(who))).offices).toContainEqual(
          expect.objectContaining({ ...office, maySet: may, seq: may ? 1 : 0 }),
        );
      }
    }
  });

  it('is nobody else', async () => {
    const { set, withdraw, entries } = open();
    for (const role of ['COMMUNITY', 'BODY', 'FINANCE', 'AUDIT', 'PRINCIPAL_LEADER']) {
      expect((await set(personOf(role), 0, { ...WUMA, number: NUMBER })).status, role).toBe(403);
      expect((await withdraw(personOf(role), 0, WUMA)).status, role).toBe(403);
    }
    expect(await entries()).toEqual([]);
  });

  it('is told to whoever may not', async () => {
    const { set } = open();
    const { body } = await set(of(SONGTAI), 0, { ...WUMA, number: NUMBER });
    expect(body.detail).toBe('五马街道的电话由五马街道或区旧改办登记。');
  });
});

describe('what is a telephone of an office', () => {
  it.each([
    ['0577-0000 0101', 'tel:+8657700000101'],
    ['（0577）0000 0101', 'tel:+8657700000101'],
    ['0577-0000 0101转8002', 'tel:+8657700000101,8002'],
    ['0577-00156000转34567', 'tel:+8657700156000,34567'],
    ['0000 0101', 'tel:00000101'],
    ['12345', 'tel:12345'],
  ])('%s, dialled by %s', async (number, call) => {
    const { set, published } = open();
    expect((await set(of(WUMA), 0, { ...WUMA, number })).status).toBe(200);
    expect(await published()).toEqual([
      { ...WUMA, office: { zh: '五马街道', en: 'Wuma Street Office' }, number, call },
    ]);
  });

  it.each(['13800000000', '138 0000 0000', '0577-13800000000', '（138）0000-0000转1', '86-13800000000'])(
    'is not %s: a mobile number is somebody’s own',
    async (number) => {
      const { set, entries } = open();
      const { status, body } = await set(of(WUMA), 0, { ...WUMA, number });
      expect(status).toBe(422);
      expect(body.fields).toEqual([
        expect.objectContaining({
          path: '/number',
          says: expect.objectContaining({ zh: '只用办公电话，不用手机号码' }),
        }),
      ]);
      expect(await entries()).toEqual([]);
    },
  );

  it.each(['---', '110', '转8002', '0577-0000 0101转', 'tel:0577', '<b>0577</b>', '０５７７-00000101', '0'.repeat(13)])(
    'is not %s, which nobody can dial',
    async (number) => {
      const { set } = open();
      expect((await set(of(WUMA), 0, { ...WUMA, number })).status).toBe(422);
    },
  );

  it('is of an office that there is', async () => {
    const { set } = open();
    for (const office of [
      { role: 'STREET', unit: '330302099' },
      { role: 'RENOVATION_OFFICE', unit: '330302001' },
      { role: 'FINANCE', unit: 'FINANCE' },
    ]) {
      expect((await set(of(OFFICE), 0, { ...office, number: NUMBER })).status, office.unit).toBe(422);
    }
  });
});

describe('the ledger of telephones', () => {
  it('says the same once, whatever was seen and however often it is sent', async () => {
    const { set, withdraw, entries } = open();
    const body = { ...WUMA, number: NUMBER };
    const answers = [await set(of(WUMA), 0, body), await set(of(WUMA), 0, body), await set(of(OFFICE), 7, body)];
    expect(answers.map(({ body: { seq } }) => seq)).toEqual([1, 1, 1]);
    await withdraw(of(WUMA), 1, WUMA);
    expect((await withdraw(of(WUMA), 1, WUMA)).body).toEqual({ seq: 2 });
    expect((await entries()).map(({ act }) => act)).toEqual(['set-telephone', 'withdraw-telephone']);
  });

  it('keeps whoever has not seen the latest number from writing over it', async () => {
    const { set } = open();
    await set(of(WUMA), 0, { ...WUMA, number: NUMBER });
    const late = await set(of(OFFICE), 0, { ...WUMA, number: '0577-0000 0199' });
    expect([late.status, late.body.code]).toEqual([409, 'STALE']);
    expect((await set(of(OFFICE), 1, { ...WUMA, number: '0577-0000 0199' })).body).toEqual({ seq: 2 });
  });

  it('answers a request that comes again under its key as it was answered, whatever was written since', async () => {
    const { set, entries } = open();
    const under = { 'idempotency-key': 'key-1' };
    const body = { ...WUMA, number: NUMBER };
    await set(of(WUMA), 0, body, under);
    await set(of(OFFICE), 1, { ...WUMA, number: '0577-0000 0199' });
    expect((await set(of(WUMA), 0, body, under)).body).toEqual({ seq: 1 });
    expect((await set(of(WUMA), 0, { ...body, number: '12345' }, under)).body.code).toBe('IDEMPOTENCY_MISMATCH');
    expect(await entries()).toHaveLength(2);
  });

  it('lets offices write at once, each its own', async () => {
    const { set, published } = open();
    const answers = await Promise.all(
      [WUMA, SONGTAI, OFFICE, OPERATOR].map((office) => set(of(office), 0, { ...office, number: NUMBER })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await published()).toHaveLength(4);
  });

  it('asks for what was seen', async () => {
    const { ports } = open();
    const [setTelephone] = TELEPHONE_ROUTES;
    if (!setTelephone) expect.fail('no route');
    const answer = await askRoute(ports, setTelephone, { by: of(WUMA), body: { ...WUMA, number: NUMBER } });
    expect([answer.status, answer.body.code]).toEqual([428, 'PRECONDITION_REQUIRED']);
  });

  it('shows auditors every change with the party that made it, and sets nothing for them', async () => {
    const { set, withdraw, list } = open();
    await set(of(WUMA), 0, { ...WUMA, number: NUMBER });
    await withdraw(of(OFFICE), 1, WUMA);
    const { offices, entries } = await list(personOf('AUDIT'));
    expect(offices).toHaveLength(16);
    expect(offices.some(({ maySet }: { maySet: boolean }) => maySet)).toBe(false);
    expect(entries).toEqual([
      expect.objectContaining({ seq: 2, ...WUMA, by: { zh: '区旧改办', en: 'District Renovation Office' } }),
      expect.objectContaining({ seq: 1, ...WUMA, number: NUMBER, by: { zh: '五马街道', en: 'Wuma Street Office' } }),
    ]);
    expect(entries[0]).not.toHaveProperty('number');
  });

  it('takes a withdrawn number from what everybody reads', async () => {
    const { set, withdraw, published } = open();
    expect(await published()).toEqual([]);
    await set(of(WUMA), 0, { ...WUMA, number: NUMBER });
    await withdraw(of(WUMA), 1, WUMA);
    expect(await published()).toEqual([]);
  });
});
