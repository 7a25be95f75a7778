// Somebody who asks a running server over HTTP, signed in or not, politely or byte by byte.
import { connect } from 'node:net';
import * as z from 'zod';
import { Problem } from '../../../functions/runtime/problems.ts';
import { DEMO_PASSWORD } from '../../../local/seed/district.ts';

export interface Asked {
  readonly input?: unknown;
  readonly body?: string | FormData | Uint8Array<ArrayBuffer>;
  readonly bearer?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly text: string;
}

const ticketSchema = z.object({ uploadId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) });

export class Visitor {
  readonly #origin: string;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  async ask(method: string, path: string, { input, body, bearer, headers }: Asked = {}): Promise<Heard> {
    const content = input === undefined ? body : JSON.stringify(input);
    const answer = await fetch(new URL(path, this.#origin), {
      method,
      redirect: 'manual',
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        // A form names its own.
        ...(content !== undefined && !(content instanceof FormData) && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(content !== undefined && { body: content }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, headers: answer.headers, bytes, text: bytes.toString('utf8') };
  }

  /** As somebody with a demo account; the answer read as JSON, `{}` where it is none. */
  async as(account: string, method: string, path: string, input?: unknown, headers: Record<string, string> = {}) {
    const bearer = await this.token(account);
    const heard = await this.ask(method, path, { bearer, headers, ...(input !== undefined && { input }) });
    const isJson = /json/.test(heard.headers.get('content-type') ?? '');
    return { ...heard, body: (isJson ? JSON.parse(heard.text) : {}) as Record<string, unknown> };
  }

  token(account: string): Promise<string> {
    const token = this.#tokens.get(account) ?? this.#signIn(account);
    this.#tokens.set(account, token);
    return token;
  }

  /** Takes a ticket and sends the bytes where it says. */
  async upload(account: string, bytes: Uint8Array | string, name: string) {
    const ticketed = await this.as(account, 'POST', '/api/uploads', { name });
    const { uploadId, url, fields } = ticketSchema.parse(ticketed.body);
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name);
    const sent = await this.ask('POST', new URL(url, this.#origin).pathname, { body: form });
    const seen = await this.as(account, 'GET', `/api/uploads/${uploadId}`);
    return { sent, seen, uploadId, sha256: String(seen.body.sha256) };
  }

  /** Bytes as no client would send them; what comes back until the server hangs up. */
  talk(bytes: string): Promise<string> {
    const { hostname, port } = new URL(this.#origin);
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
      let heard = '';
      socket.on('data', (chunk: Buffer) => {
        heard += chunk.toString('latin1');
        socket.end();
      });
      socket.on('close', () => resolve(heard));
      // Hung up on before everything was sent: what was heard until then counts.
      socket.on('error', () => resolve(heard));
      socket.write(bytes);
    });
  }

  async #signIn(account: string): Promise<string> {
    const { text } = await this.ask('POST', '/oidc/demo-token', { input: { account, password: DEMO_PASSWORD } });
    return z.object({ access_token: z.string() }).parse(JSON.parse(text)).access_token;
  }
}

export const codeOf = ({ text }: Pick<Heard, 'text'>): string => Problem.parse(JSON.parse(text)).code;
