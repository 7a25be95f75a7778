// What is served beside the API: pages, the sign-in, a stream of events, each under its own prefix.
import type { IncomingMessage, ServerResponse } from 'node:http';

export type PageHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

export class PageTable {
  readonly #handlers = new Map<string, PageHandler>();

  add(prefix: string, handler: PageHandler): void {
    this.#handlers.set(prefix, handler);
  }

  /** The handler with the longest prefix of whole words that the path begins with. */
  find(path: string): PageHandler | undefined {
    for (let prefix = path; prefix !== ''; prefix = prefix.slice(0, prefix.lastIndexOf('/'))) {
      const handler = this.#handlers.get(prefix);
      if (handler) return handler;
      // A page at / must not hide a misspelt address of the API.
      if (prefix === '/api') return undefined;
    }
    return this.#handlers.get('/');
  }
}
