// The one page of the office on AWS: whatever its address, the same file, which then reads the address by itself.
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { HttpHandler } from '../../functions/runtime/http-event.ts';
import { once } from '../../functions/runtime/lambda.ts';

/** The headers of pages are set at the edge, which knows the addresses that this page may speak to. */
export function onOfficePage(): HttpHandler {
  const s3 = once(async () => new S3Client());
  return async () => {
    const client = await s3();
    const page = await client.send(
      new GetObjectCommand({ Bucket: process.env.JIUGAI_PAGES_BUCKET, Key: 'index.html' }),
    );
    return {
      statusCode: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
      body: (await page.Body?.transformToString()) ?? '',
      isBase64Encoded: false,
    };
  };
}
