// Somebody's desk: signs in over HTTP, uploads papers, acts, and looks at what came of it.
import { setTimeout as pause } from 'node:timers/promises';

export interface ProjectView {
  readonly projectId: string;
  readonly seq: number;
  readonly state: string;
  readonly step: number;
  readonly [record: string]: unknown;
}

export interface ActAnswer {
  readonly outcome: string;
  readonly result: Record<string, unknown>;
  readonly findings: readonly { rule: string; verdict: string; code: string }[];
  readonly seq: number;
  readonly project: ProjectView;
}

export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
}

/** An answer that the story did not expect: the demo stops there. */
export class Unexpected extends Error {
  override readonly name = 'Unexpected';
}

export class Desk {
  readonly #origin: string;
  readonly #password: string;
  readonly #tokens = new Map<string, string>();
  #requests = 0;

  constructor(origin: string, password: string) {
    this.#origin = origin;
    this.#password = password;
  }

  get requests(): number {
    return this.#requests;
  }

  /** GET of JSON; `account` undefined: as a resident without one. */
  async get<Body>(account: string | undefined, path: string): Promise<Body> {
    const { status, body } = await this.send<Body>(account, 'GET', path);
    return expectStatus(200, status, body, path);
  }

  async post<Body>(account: string | undefined, path: string, input: unknown, expected = 201): Promise<Body> {
    const { status, body } = await this.send<Body>(account, 'POST', path, { input });
    return expectStatus(expected, status, body, path);
  }

  async download(account: string, path: string): Promise<Uint8Array> {
    const response = await this.#fetch(account, path, {});
    if (response.status !== 200) throw new Unexpected(`${path}: ${response.status} ${await response.text()}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** A file that is made for what is asked. */
  async fetchFile(account: string, path: string, input: unknown): Promise<Uint8Array> {
    const response = await this.#fetch(account, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    if (response.status !== 200) throw new Unexpected(`${path}: ${response.status} ${await response.text()}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** Acts on what the account sees now; a machine that acts in between only moves the seq. */
  async act(account: string, projectId: string, act: string, input: unknown): Promise<ActAnswer> {
    const answer = await this.tryAct(account, projectId, act, input);
    return expectStatus(200, answer.status, answer.body as ActAnswer, act);
  }

  async tryAct(account: string, projectId: string, act: string, input: unknown): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      const { seq } = await this.get<ProjectView>(account, `/api/projects/${projectId}`);
      const answer = await this.send(account, 'POST', `/api/projects/${projectId}/acts/${act}`, {
        input,
        ifMatch: seq,
      });
      const stale = answer.status === 409 && (answer.body as { code?: string }).code === 'STALE';
      if (!stale || attempt === 5) return answer;
      await pause(5);
    }
  }

  /** SHA-256 of the file, as papers are named. */
  async upload(account: string, name: string, bytes: Uint8Array): Promise<string> {
    const uploadId = await this.uploadFile(account, name, bytes);
    const { sha256 } = await this.get<{ sha256: string }>(account, `/api/uploads/${uploadId}`);
    return sha256;
  }

  /** Takes a ticket, sends the bytes where it says, and gives back the name of the upload. */
  async uploadFile(account: string, name: string, bytes: Uint8Array): Promise<string> {
    interface Ticket {
      uploadId: string;
      url: string;
      fields: Record<string, string>;
    }
    const ticket = await this.post<Ticket>(account, '/api/uploads', { name });
    const form = new FormData();
    for (const [field, value] of Object.entries(ticket.fields)) form.append(field, value);
    form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
    const sent = await fetch(new URL(ticket.url, this.#origin), { method: 'POST', body: form });
    if (sent.status !== 204) throw new Unexpected(`upload of ${name}: ${sent.status} ${await sent.text()}`);
    return ticket.uploadId;
  }

  async send<Body>(
    account: string | undefined,
    method: 'GET' | 'POST',
    path: string,
    { input, ifMatch }: { input?: unknown; ifMatch?: number } = {},
  ): Promise<Answer<Body>> {
    const response = await this.#fetch(account, path, {
      method,
      headers: {
        ...(input !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
        ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
      },
      ...(input !== undefined && { body: JSON.stringify(input) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  }

  async #fetch(account: string | undefined, path: string, request: RequestInit): Promise<Response> {
    this.#requests += 1;
    const token = account === undefined ? undefined : await this.#token(account);
    return fetch(new URL(path, this.#origin), {
      ...request,
      headers: { ...request.headers, ...(token && { authorization: `Bearer ${token}` }) },
    });
  }

  async #token(account: string): Promise<string> {
    const known = this.#tokens.get(account);
    if (known !== undefined) return known;
    const { access_token } = await this.post<{ access_token: string }>(
      undefined,
      '/oidc/demo-token',
      { account, password: this.#password },
      200,
    );
    this.#tokens.set(account, access_token);
    return access_token;
  }
}

function expectStatus<Body>(expected: number, status: number, body: Body, what: string): Body {
  if (status === expected) return body;
  throw new Unexpected(`${what}: ${status} ${JSON.stringify(body)}`);
}
