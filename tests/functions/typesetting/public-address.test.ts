// The address that codes on walls carry: the one that the installation is set up with, and never one inside the office.
import { describe, expect, it } from 'vitest';
import { printingHouse } from '../../../functions/typesetting/press.ts';
import { isOpenToPhones, readPublicAddress } from '../../../functions/typesetting/read-public-address.ts';
import { openStage, PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { askRoute, personOf } from '../../support/http/ask-route.ts';

async function ask(publicOrigin: string | undefined, unit = '330302001') {
  const stage = await openStage();
  const { publicOrigin: set } = printingHouse({ publicOrigin, rehearsal: false });
  const by = personOf('STREET', unit);
  const { status, body } = await askRoute(stage.ports, readPublicAddress(set), { by, path: { id: PROJECT_ID } });
  stage.close();
  return { status, body };
}

describe('the address of the public page of a project', () => {
  it('is that of the origin which papers bear too', async () => {
    expect(await ask('https://jiugai.example.cn')).toEqual({
      status: 200,
      body: { address: `https://jiugai.example.cn/p/s/${PROJECT_ID}` },
    });
  });

  it('is none where no origin is set, or one that only this machine or the office reaches', async () => {
    for (const origin of [undefined, 'http://localhost:8080', 'http://10.1.2.3:8080']) {
      expect([origin, await ask(origin)]).toEqual([origin, { status: 200, body: {} }]);
    }
  });

  it('is told to the own street only', async () => {
    expect((await ask('https://jiugai.example.cn', '330302002')).status).toBe(403);
  });
});

describe('an origin', () => {
  it.each(['https://jiugai.example.cn', 'http://114.55.30.7:8080', 'https://[2408:4001::1]'])(
    '%s is open to phones',
    (origin) => expect(isOpenToPhones(origin)).toBe(true),
  );

  it.each([
    ...['http://localhost', 'http://127.0.0.1:8080', 'http://[::1]:8080', 'http://0.0.0.0:8080', 'http://jiugai'],
    ...['http://192.168.1.20', 'http://172.31.0.1', 'http://100.64.1.1', 'http://169.254.10.1', 'http://[fd00::1]'],
    ...[
      'http://desk.lan',
      'https://jiugai.internal',
      'http://server.local',
      'http://[fe80::1]',
      'http://[::ffff:10.0.0.1]',
    ],
  ])('%s is not', (origin) => expect(isOpenToPhones(origin)).toBe(false));
});
