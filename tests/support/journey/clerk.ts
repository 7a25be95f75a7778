// A clerk at a counter whose server may die at any moment, or have no room: what got no answer, or was put off, is sent again,
// the same, until it is answered.
import { randomUUID } from 'node:crypto';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

interface Ask {
  readonly input?: unknown;
  readonly seq?: number;
  readonly form?: () => FormData;
}

/** The server as the clerk sees it: an address, and word when it is there again. */
export interface Counter {
  readonly origin: string;
  open(): Promise<void>;
  /** Told of each answer that has arrived. */
  answered(): void;
  /** Told of each 503; resolves when it is worth trying again. Without it a 503 is an answer like any other. */
  putOff?(answer: Answer): Promise<void>;
}

export class Clerk {
  readonly #counter: Counter;
  readonly #tokens = new Map<string, string>();

  constructor(counter: Counter) {
    this.#counter = counter;
  }

  get(account: string, path: string): Promise<Answer> {
    return this.#ask(account, path, 'GET', {});
  }

  post(account: string, path: string, ask: Ask): Promise<Answer> {
    return this.#ask(account, path, 'POST', ask);
  }

  /** SHA-256 of the paper on file. */
  async upload(account: string, bytes: Uint8Array<ArrayBuffer>, name = 'scan.pdf'): Promise<string> {
    const { body } = await this.post(account, '/api/uploads', { input: { name } });
    const form = (): FormData => {
      const parts = new FormData();
      for (const [name, value] of Object.entries(Object(body.fields))) parts.append(name, String(value));
      parts.append('file', new Blob([bytes]), name);
      return parts;
    };
    await this.post(account, new URL(String(body.url), this.#counter.origin).pathname, { form });
    const stored = await this.get(account, `/api/uploads/${body.uploadId}`);
    return String(stored.body.sha256);
  }

  async #ask(account: string, path: string, method: 'GET' | 'POST', { input, seq, form }: Ask): Promise<Answer> {
    const token = await this.#token(account);
    const headers: Record<string, string> = {
      authorization: `Bearer ${token}`,
      ...(input !== undefined && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      ...(seq !== undefined && { 'if-match': `"${seq}"` }),
    };
    return this.#send(path, () => ({
      method,
      headers,
      ...(input !== undefined && { body: JSON.stringify(input) }),
      ...(form && { body: form() }),
    }));
  }

  async #token(account: string): Promise<string> {
    const known = this.#tokens.get(account);
    if (known !== undefined) return known;
    const answer = await this.#send('/oidc/demo-token', () => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password: 'jiugai-2020' }),
    }));
    const token = String(answer.body.access_token);
    this.#tokens.set(account, token);
    return token;
  }

  async #send(path: string, request: () => RequestInit): Promise<Answer> {
    for (;;) {
      await this.#counter.open();
      try {
        const answer = await fetch(new URL(path, this.#counter.origin), request());
        const text = await answer.text();
        const said: Answer = { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
        if (said.status === 503 && this.#counter.putOff) {
          await this.#counter.putOff(said);
          continue;
        }
        this.#counter.answered();
        return said;
      } catch (error) {
        // No answer, or the half of one: the server is gone.
        if (!(error instanceof TypeError)) throw error;
      }
    }
  }
}
