// Answers of success: JSON through the schema of the route, or the bytes of a paper.
import type * as z from 'zod';
import { Fault } from '../../domain/errors.ts';
import { pointerTo } from '../../domain/field-problems.ts';
import type { HttpAnswer } from './http-event.ts';

/** A paper or a bundle, byte for byte. */
export interface FileAnswer {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
  /** Shown in the page instead of saved; only for what a browser draws without running it. */
  readonly inline?: boolean;
}

export function answerOf(output: z.ZodType | 'FILE', value: unknown, status: number, tag?: string): HttpAnswer {
  // A route that says FILE has a handler that gives one: checked by the types of `route`.
  if (output === 'FILE') return fileAnswer(value as FileAnswer, tag);
  const parsed = output.safeParse(value);
  if (parsed.error) {
    const places = parsed.error.issues.map(({ path, code }) => `${pointerTo(path)} ${code}`).join(', ');
    throw new Fault('INTERNAL', `answer does not fit its schema: ${places}`);
  }
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...cacheHeaders(tag) },
    body: JSON.stringify(parsed.data),
    isBase64Encoded: false,
  };
}

export const notModified = (tag: string): HttpAnswer => ({
  statusCode: 304,
  headers: cacheHeaders(tag),
  body: '',
  isBase64Encoded: false,
});

function fileAnswer({ bytes, mediaType, fileName, inline = false }: FileAnswer, tag: string | undefined): HttpAnswer {
  return {
    statusCode: 200,
    headers: {
      'content-type': mediaType,
      // Bytes that somebody sent in: whatever they are, opened by a browser they may do nothing.
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      // RFC 8187: names of papers are Chinese.
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeRfc8187(fileName)}`,
      ...cacheHeaders(tag),
    },
    body: Buffer.from(bytes).toString('base64'),
    isBase64Encoded: true,
  };
}

const encodeRfc8187 = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Kept by nobody; with a tag by the asker's own browser, which must ask each time. */
const cacheHeaders = (tag: string | undefined): Record<string, string> =>
  tag === undefined ? { 'cache-control': 'no-store' } : { 'cache-control': 'private, no-cache', etag: tag };
