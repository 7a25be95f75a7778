// The public pages over real HTTP on the ports of a stage, as a resident's browser asks for them.
import { onTestFinished } from 'vitest';
import { type PageName, readableCode } from '../../../domain/paper/filing-code.ts';
import { unitCode } from '../../../domain/paper/unit-code.ts';
import { PUBLIC_ROUTES, publicPages } from '../../../functions/portal/public/pages.ts';
import { PUBLICITY_ROUTES } from '../../../functions/publicity/routes.ts';
import { takeObjection } from '../../../functions/publicity/take-objection.ts';
import { createHttpServer } from '../../../local/http/create-http-server.ts';
import { openStage, PROJECT_ID, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';

export interface Shown {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** What a person reads: without tags, spaces made one. */
  readonly text: string;
}

export interface PublicCounter {
  readonly stage: Stage;
  /** Code of the notice of the first version of the plan, as it stands in addresses. */
  readonly notice: string;
  code(page: Omit<PageName, 'projectNo'>): string;
  unitCode(unit: string): Promise<string>;
  show(path: string, headers?: Record<string, string>): Promise<Shown>;
  send(path: string, form: Record<string, string>): Promise<Shown>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Moves the clock of the limits. */
  passSeconds(seconds: number): void;
}

/** Closed with the test. */
export async function openCounter(): Promise<PublicCounter> {
  const stage = await openStage();
  let milliseconds = 0;
  const server = createHttpServer({
    routes: [...PUBLIC_ROUTES, ...PUBLICITY_ROUTES],
    pages: publicPages({ rehearsal: false, takeObjection }),
    ports: stage.ports,
    now: () => milliseconds,
    verifyToken: () => Promise.reject(new Error('nobody signs in here')),
    publicLimit: { capacity: 1_000, perSecond: 1_000 },
  });
  onTestFinished(async () => {
    await server.close();
    stage.close();
  });
  const origin = await server.listen(0);
  const ask = (path: string, init?: RequestInit) => fetch(origin + path, { redirect: 'manual', ...init });
  const code: PublicCounter['code'] = (page) =>
    readableCode(stage.ports.seal, { projectNo: PROJECT_ID, ...page }).replaceAll(' ', '.');
  return {
    stage,
    code,
    notice: code({ kind: 'F3', version: 1, page: 1 }),
    async unitCode(unit) {
      const { consent } = await stage.project();
      return unitCode(stage.ports.seal, consent.planBallot?.rollHash ?? '', unit);
    },
    show: async (path, headers = {}) => shown(await ask(path, { headers })),
    send: async (path, form) => shown(await ask(path, { method: 'POST', body: new URLSearchParams(form) })),
    fetch: ask,
    passSeconds(seconds) {
      milliseconds += seconds * 1_000;
    },
  };
}

async function shown(response: Response): Promise<Shown> {
  const html = await response.text();
  const body = html.replace(/<head>.*?<\/head>/s, '');
  return {
    status: response.status,
    headers: response.headers,
    html,
    text: body
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}
