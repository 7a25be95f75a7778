// The demo district behind one port: asked as nobody, every answer is looked through for people; asked as a party, it acts.
import { expect } from 'vitest';
import { publicPages } from '../../../functions/portal/public/pages.ts';
import { takeObjection } from '../../../functions/publicity/take-objection.ts';
import { loadRosterHistory } from '../../../functions/runtime/append-roster-entry.ts';
import { takeFromVault, vaultRoster } from '../../../functions/runtime/vault-papers.ts';
import { createHttpServer, type HttpServer } from '../../../local/http/create-http-server.ts';
import { PathTable } from '../../../local/http/path-table.ts';
import { routesOf } from '../../../local/routes.ts';
import type { System } from '../../../local/system.ts';
import { textOfPdf } from '../../support/papers/pdf-text.ts';
import { type DemoDistrict, demoDistrict } from './demo-district.ts';

const NUMBERS = /(?<![\w.])(\d{17}[\dX]|1[3-9]\d{9})(?![\w.])/g;

interface Asked {
  readonly form?: object;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export class PublicDesk {
  readonly district: DemoDistrict;
  /** Names, id numbers and phones of every owner in every roster that was imported. */
  readonly people: readonly string[];
  /** Addresses that are open to everybody, and how often each was answered and refused. */
  readonly answered = new Map<string, { yes: number; no: number }>();
  readonly #open = new PathTable<string>();
  readonly #server: HttpServer;
  #origin = '';

  static async open(): Promise<PublicDesk> {
    const district = await demoDistrict();
    const desk = new PublicDesk(district, [...(await everybodyIn(district))]);
    desk.#origin = await desk.#server.listen(0);
    return desk;
  }

  private constructor(district: DemoDistrict, people: readonly string[]) {
    this.district = district;
    this.people = people;
    // Time is real here: a virtual clock is moved by a route of its own, which nothing of the district is in.
    const routes = routesOf({ clockKind: 'real' } as System);
    const pages = publicPages({ rehearsal: false, takeObjection });
    for (const { method, path } of [...routes.filter(({ access }) => access === 'PUBLIC'), ...pages]) {
      this.#open.add(method, path, `${method} ${path}`);
      this.answered.set(`${method} ${path}`, { yes: 0, no: 0 });
    }
    this.#server = createHttpServer({
      routes,
      pages,
      ports: district.ports,
      now: () => 0,
      // Whoever signs in says who they are.
      verifyToken: async (token) => ({ ok: true, value: JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) }),
      publicLimit: { capacity: 100_000, perSecond: 1 },
      guessLimit: { capacity: 100_000, perSecond: 1 },
    });
  }

  async close(): Promise<void> {
    await this.#server.close();
    this.district.close();
  }

  expectNobodyIn(text: string, where: string): void {
    expect(text.match(NUMBERS) ?? [], where).toEqual([]);
    expect(
      this.people.filter((said) => text.includes(said)),
      where,
    ).toEqual([]);
  }

  /** Asks as nobody; the answer, after looking through it for people. */
  async look(path: string, { form, json, headers = {} }: Asked = {}) {
    const method = form || json ? 'POST' : 'GET';
    const answer = await fetch(new URL(path, this.#origin), {
      method,
      redirect: 'manual',
      headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(form && { body: new URLSearchParams({ ...form }) }),
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const isPdf = answer.headers.get('content-type') === 'application/pdf';
    const text = isPdf ? textOfPdf(bytes) : new TextDecoder().decode(bytes);
    const where = `${method} ${path} ${answer.status}`;
    expect(answer.status, where).toBeLessThan(500);
    this.expectNobodyIn(`${text} ${JSON.stringify([...answer.headers])}`, where);
    const match = this.#open.match(method, new URL(path, this.#origin).pathname);
    if (match.found !== 'ROUTE') return expect.fail(`${where} is not open to everybody`);
    const count = this.answered.get(match.route) ?? expect.fail(match.route);
    count[answer.status < 400 ? 'yes' : 'no'] += 1;
    return { status: answer.status, text, location: answer.headers.get('location') ?? '' };
  }

  /** Asks as a party with a unit of its own. */
  async ask(role: string, unit: string, path: string, input?: unknown, seq?: number): Promise<unknown> {
    const token = Buffer.from(JSON.stringify({ sub: `${role}-1`, role, unit })).toString('base64url');
    const answer = await fetch(new URL(path, this.#origin), {
      method: input === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(seq !== undefined && { 'if-match': `"${seq}"` }),
      },
      ...(input !== undefined && { body: JSON.stringify(input) }),
    });
    const body: unknown = await answer.json();
    expect(answer.ok, `${path} ${JSON.stringify(body)}`).toBe(true);
    return body;
  }
}

async function everybodyIn({ ports }: DemoDistrict): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (const code of await ports.ledger.list('ROSTER')) {
    for (const { vault } of (await loadRosterHistory(ports, code)).imports) {
      const units = (await takeFromVault(ports, vault, vaultRoster))?.units ?? [];
      for (const { name, idNumber, phone } of units.flatMap(({ owners }) => owners)) {
        for (const said of [name, idNumber, phone]) if (said !== undefined) known.add(said);
      }
    }
  }
  return known;
}
