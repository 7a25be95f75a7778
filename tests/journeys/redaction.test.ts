// Pages with people on them: blackened for publication, the page kept as it is, and a trace of everybody who looked.
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeOfCells } from '../../functions/intake/scan/sheet-cells.ts';
import { writeOfPage } from '../../functions/runtime/scanned-page.ts';
import type { TestServer } from '../support/journey/running-server.ts';
import { runStreetServer } from '../support/journey/street-server.ts';
import type { Visitor } from '../support/journey/visitor.ts';

let server: TestServer;
let projectId: string;
let visitor: Visitor;
beforeEach(async () => {
  ({ server, visitor, projectId } = await runStreetServer());
});
afterEach(() => server.close());

const send = (account: string, method: string, path: string, input?: unknown) =>
  visitor.as(account, method, path, input);
const privacyOf = (day: string) => send('audit', 'GET', `/api/privacy/${day}`);

describe('a page with people on it', () => {
  const UPLOAD = 'u-1';
  const PAGE = `${UPLOAD}.0001`;
  /** Left half red, where the name stands. */
  async function putPage(): Promise<string> {
    const red = { create: { width: 100, height: 100, channels: 3, background: '#f00' } } as const;
    const white = { create: { width: 200, height: 100, channels: 3, background: '#fff' } } as const;
    const bytes = await sharp(white)
      .composite([{ input: await sharp(red).png().toBuffer(), left: 0, top: 0 }])
      .jpeg()
      .toBuffer();
    const { papers, views, clock } = server.system.ports;
    const { sha256 } = await papers.put(bytes, { mediaType: 'image/jpeg', paperClass: 'VAULT', storedAt: clock.now() });
    await views.write([
      writeOfPage({
        pageId: PAGE,
        uploadId: UPLOAD,
        number: 1,
        revision: 1,
        state: 'FILED',
        name: { projectNo: projectId, kind: 'F2', version: 1, page: 2 },
        findings: [],
        code: null,
        digest: null,
        pixels: { width: 200, height: 100 },
        size: null,
        dpi: null,
        photographedAt: null,
        picture: sha256,
        checked: true,
        resolved: null,
      }),
    ]);
    return sha256;
  }

  it('is published with the people blackened in the pixels, and stays as it is', async () => {
    const original = await putPage();
    const before = await server.system.ports.papers.get(original);
    const boxes = [{ x: 0, y: 0, width: 0.5, height: 1 }];
    const made = await send('street-01', 'POST', `/api/pages/${PAGE}/redactions`, { boxes });
    expect([made.status, made.body.original]).toEqual([201, original]);
    const redacted = await server.system.ports.papers.get(String(made.body.sha256));
    const { data, info } = await sharp(redacted).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const brightest = (from: number, to: number) => {
      let most = 0;
      for (let y = 0; y < info.height; y++) {
        for (let at = (y * info.width + from) * 3; at < (y * info.width + to) * 3; at++)
          most = Math.max(most, data[at] ?? 0);
      }
      return most;
    };
    expect(brightest(0, 96)).toBeLessThan(24);
    expect(brightest(110, 200)).toBeGreaterThan(240);
    expect(await server.system.ports.papers.get(original)).toEqual(before);
    expect((await send('street-01', 'GET', `/api/pages/${PAGE}/redactions/${made.body.sha256}`)).status).toBe(200);
    expect((await send('street-02', 'POST', `/api/pages/${PAGE}/redactions`, { boxes })).status).toBe(404);
    expect((await send('street-01', 'POST', `/api/pages/${PAGE}/redactions`, { boxes: [] })).status).toBe(422);
    expect((await privacyOf('2026-03-02')).body.entries).toMatchObject([{ act: 'redact-page', about: { original } }]);
  });

  it('leaves a trace of everybody who looks at it', async () => {
    await putPage();
    expect((await send('street-01', 'GET', `/api/pages/${PAGE}/picture`)).status).toBe(200);
    expect((await send('audit', 'GET', `/api/pages/${PAGE}/picture`)).status).toBe(200);
    expect((await send('street-02', 'GET', `/api/pages/${PAGE}/picture`)).status).toBe(404);
    expect((await privacyOf('2026-03-02')).body.entries).toMatchObject([
      { act: 'view', by: { role: 'STREET' }, about: { page: PAGE } },
      { act: 'view', by: { role: 'AUDIT' }, about: { page: PAGE } },
    ]);
  });

  it('leaves a trace of everybody who looks at a row of it', async () => {
    const strip = await putPage();
    const name = { projectNo: projectId, kind: 'F2', version: 1, page: 2 } as const;
    const reading = { no: 7, signature: 'LOOK', opinion: 'LOOK', publishRoom: 'LOOK' } as const;
    const rows = [{ no: 7, reading, strip, confirmations: [] }];
    const { views } = server.system.ports;
    await views.write([
      writeOfCells({ pageId: PAGE, revision: 1, name, ballot: 'PLAN', rollHash: 'a'.repeat(64), rows }),
    ]);
    expect((await send('street-01', 'GET', `/api/pages/${PAGE}/picture?row=7`)).status).toBe(200);
    expect((await send('street-01', 'GET', `/api/pages/${PAGE}/picture?row=8`)).status).toBe(404);
    expect((await send('street-02', 'GET', `/api/pages/${PAGE}/picture?row=7`)).status).toBe(404);
    expect((await privacyOf('2026-03-02')).body.entries).toMatchObject([
      { act: 'view', by: { role: 'STREET' }, about: { page: PAGE, row: 7 } },
    ]);
  });
});
