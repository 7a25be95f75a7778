// The demo district behind one port, asked as the operator: every answer is looked through for what is withheld from them.
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import * as z from 'zod';
import type { Message } from '../../../domain/ports.ts';
import { DELIVERED } from '../../../functions/notifications/channels/channel.ts';
import { sendDueMessages } from '../../../functions/notifications/send-due-messages.ts';
import { notificationSettings } from '../../../functions/notifications/settings.ts';
import type { Sender } from '../../../functions/notifications/tell-recipients.ts';
import type { Route } from '../../../functions/runtime/route.ts';
import { AnswerTimes } from '../../../local/answer-times.ts';
import { createHttpServer, type HttpServer } from '../../../local/http/create-http-server.ts';
import { PathTable } from '../../../local/http/path-table.ts';
import { routesOf } from '../../../local/routes.ts';
import type { System } from '../../../local/system.ts';
import { textOfPdf } from '../../support/papers/pdf-text.ts';
import type { DemoDistrict } from './demo-district.ts';

const HAN = /\p{Script=Han}/u;
const SHA256 = /^[0-9a-f]{64}$/;

const isForOperator = ({ method, access }: Route): boolean =>
  method === 'GET' &&
  (access === 'SIGNED_IN' || access === 'PERSON' || (access !== 'PUBLIC' && access.includes('OPERATOR')));

export class OperatorDesk {
  /** Of every neighbourhood. */
  readonly names: readonly string[];
  /** Whatever people wrote into an entry of a project, of the programme or of the budget. */
  readonly words: readonly string[];
  /** Hashes of what was filed or issued. */
  readonly papers: readonly string[];
  readonly projectIds: readonly string[];
  /** Addresses that the operator may read, and how often each was answered. */
  readonly answered = new Map<string, number>();
  readonly #open = new PathTable<string>();
  readonly #server: HttpServer;
  #origin = '';

  static async over(district: DemoDistrict): Promise<OperatorDesk> {
    const desk = new OperatorDesk(district);
    desk.#origin = await desk.#server.listen(0);
    await district.ports.outbox.enqueue(messagesAbout(desk.projectIds[0] ?? expect.fail('no project')));
    await sendDueMessages(district.ports, SENDER);
    return desk;
  }

  private constructor(district: DemoDistrict) {
    const ledgers = [...district.ledgers];
    this.projectIds = ledgers.flatMap(([ref]) => (ref.startsWith('PROJECT/') ? ref.slice('PROJECT/'.length) : []));
    const said = new Set(ledgers.flatMap(([, entries]) => entries.flatMap(({ payload }) => [...stringsIn(payload)])));
    const known = foldNames(ledgers.map(([, [first]]) => first?.payload));
    this.names = [...known];
    // Companies that act are parties, and named as such.
    const units = new Set(ledgers.flatMap(([, entries]) => entries.map(({ actor }) => actor.unit)));
    const written = [...said].filter((each) => HAN.test(each) && !known.has(each) && !units.has(each));
    this.words = [...written, VOIDED];
    this.papers = [...said].filter((each) => SHA256.test(each));
    const routes = routesOf({ clockKind: 'real', times: new AnswerTimes(district.ports, () => 0) } as System);
    for (const { method, path } of routes.filter(isForOperator)) {
      this.#open.add(method, path, path);
      this.answered.set(path, 0);
    }
    this.#server = createHttpServer({
      routes,
      pages: [],
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
  }

  /** Every address that the operator may read, of every project. */
  async *addresses(): AsyncGenerator<string> {
    for (const path of this.answered.keys()) {
      const examples = EXAMPLES[path];
      if (examples) yield* examples;
      else if (path === '/api/notices/{id}') yield* await this.#notices();
      else if (path.includes('/projects/{id}')) for (const id of this.projectIds) yield path.replace('{id}', id);
      else if (path.includes('{')) expect.fail(`${path} wants an example`);
      else yield path;
    }
  }

  /** One of each subject. */
  async #notices(): Promise<readonly string[]> {
    const { deliveries } = listed.parse(await this.json('/api/notices'));
    const bySubject = new Map(deliveries.map(({ noticeId, subject }) => [subject.en, noticeId]));
    return [...bySubject.values()].map((id) => `/api/notices/${encodeURIComponent(id)}`);
  }

  expectNoCaseIn(text: string, where: string): void {
    const found = [...this.names, ...this.words, ...this.papers].filter((said) => text.includes(said));
    expect(found, where).toEqual([]);
  }

  async fetchAs(role: string, address: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const token = Buffer.from(JSON.stringify({ sub: `${role}-1`, role, unit: role })).toString('base64url');
    return fetch(new URL(address, this.#origin), { headers: { authorization: `Bearer ${token}`, ...headers } });
  }

  /** The answer to the operator, after looking through it. */
  async look(address: string): Promise<string> {
    const answer = await this.fetchAs('OPERATOR', address);
    const text = textOf(new Uint8Array(await answer.arrayBuffer()), answer.headers.get('content-type') ?? '');
    expect(answer.status, `${address} ${text.slice(0, 300)}`).toBe(200);
    this.expectNoCaseIn(`${text} ${JSON.stringify([...answer.headers])}`, address);
    const match = this.#open.match('GET', new URL(address, this.#origin).pathname);
    if (match.found !== 'ROUTE') return expect.fail(`${address} is not the operator's`);
    this.answered.set(match.route, (this.answered.get(match.route) ?? 0) + 1);
    return text;
  }

  async json(address: string): Promise<unknown> {
    return JSON.parse(await this.look(address));
  }

  /** What the office is shown where the operator asks, all in one. */
  async wholeText(): Promise<string> {
    const texts: string[] = [];
    for (const id of this.projectIds) {
      for (const address of [`/api/projects/${id}`, `/api/projects/${id}/ledger`]) {
        texts.push(await (await this.fetchAs('RENOVATION_OFFICE', address)).text());
      }
    }
    return texts.join('\n');
  }
}

/** Where the address alone answers too little. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  '/api/projects': ['/api/projects', '/api/projects?state=IN_WARRANTY', '/api/projects?street=330302001&due=overdue'],
  '/api/dashboard/find': ['/api/dashboard/find?text=330302-202'],
  '/api/dashboard/ageing': ['/api/dashboard/ageing?limit=50'],
  '/api/dashboard/streets': ['/api/dashboard/streets', '/api/dashboard/streets?street=330302001'],
  '/api/templates/{kind}/sample': ['/api/templates/C1/sample'],
};

const listed = z.object({
  deliveries: z.array(z.object({ noticeId: z.string(), subject: z.object({ en: z.string() }) })).min(1),
});

/** Title of a paper that one person wants to be void. */
const VOIDED = '居民意见公示书';

/** A task, and a paper to be voided, as their ledgers tell them. */
const messagesAbout = (projectId: string): readonly Message[] => {
  const to = { role: 'STREET', unit: '330302001' } as const;
  const dueOn = '2026-05-01';
  const paper = { titleZh: VOIDED, titleEn: 'Notice of opinions', version: '1' };
  return [
    { messageId: `${projectId}-9`, to, template: 'task-opened', values: { projectId, act: 'submit-design', dueOn } },
    { messageId: `voiding-${projectId}-F3`, to, template: 'voiding-proposed', values: { projectId, ...paper, dueOn } },
  ];
};

const settings = notificationSettings.parse({
  site: 'https://jiugai.example.cn',
  channels: { mail: { kind: 'SMTP', host: '127.0.0.1', port: 25, security: 'NONE', from: 'jiugai@example.cn' } },
  recipients: [{ id: 'all', role: 'STREET', channel: 'mail', address: 'all@example.cn', digest: false }],
});
const SENDER: Sender = {
  settings,
  channels: new Map([['mail', { send: async () => DELIVERED }]]),
  letterhead: { site: settings.site, rehearsal: false },
};

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* stringsIn(each);
}

const opened = z.object({ input: z.object({ neighbourhood: z.object({ name: z.string() }) }) });

/** Of every neighbourhood, from the entry that opens its project. */
const foldNames = (payloads: readonly unknown[]): ReadonlySet<string> =>
  new Set(payloads.flatMap((payload) => opened.safeParse(payload).data?.input.neighbourhood.name ?? []));

function textOf(bytes: Uint8Array, mediaType: string): string {
  if (mediaType === 'application/pdf') return textOfPdf(bytes);
  if (!mediaType.includes('spreadsheetml')) return new TextDecoder().decode(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('\n');
}
