// The pages of the office on AWS: whatever its address, the same page, which then reads the address by itself; the files of the
// residents' pages; and, where nothing stands before the gateway, the files that the page of the office is made of.
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { HttpAnswer, HttpHandler } from '../../functions/runtime/http-event.ts';
import { once } from '../../functions/runtime/lambda.ts';

const PAGE = 'index.html';
/** Names with the hash of what is in them, and the icon; the residents' files have none, and may change. */
const FILE = /^\/(assets\/[\w.-]+|icon\.svg|p\/(?:residents\.(?:css|js)|icon\.svg))$/;
const MAY_CHANGE = /^p\//;

export function onOfficePage(): HttpHandler {
  // By path behind an address of one's own.
  const s3 = once(async () => new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL_S3 !== undefined }));
  return async ({ rawPath }) => {
    const [, file] = FILE.exec(rawPath) ?? [];
    const client = await s3();
    const asked = new GetObjectCommand({ Bucket: process.env.JIUGAI_PAGES_BUCKET, Key: file ?? PAGE });
    const found = await client.send(asked).catch((error: Error) => {
      if (file === undefined || !['NoSuchKey', 'AccessDenied'].includes(error.name)) throw error;
      return undefined;
    });
    if (found === undefined) return answer(404, '', false);
    if (file === undefined) return answer(200, (await found.Body?.transformToString()) ?? '', false);
    const headers = {
      'content-type': found.ContentType ?? 'application/octet-stream',
      'cache-control': MAY_CHANGE.test(file) ? 'no-cache' : 'public, max-age=31536000, immutable',
    };
    return answer(200, (await found.Body?.transformToString('base64')) ?? '', true, headers);
  };
}

/** Where there is an edge, it sets the headers of pages: it knows the addresses that they may speak to. */
const answer = (
  statusCode: number,
  body: string,
  isBase64Encoded: boolean,
  headers: Readonly<Record<string, string>> = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  },
): HttpAnswer => ({
  statusCode,
  // Written by the stack from our own headers.
  headers: { ...(JSON.parse(process.env.JIUGAI_PAGE_HEADERS ?? '{}') as Record<string, string>), ...headers },
  body,
  isBase64Encoded,
});
