// What arrives in the intake bucket: uploads that somebody had a ticket for, and what office scanners drop there.
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { UPLOADS } from './papers.ts';

/** `scans/330302001/scan0001.tif`: below it the code of a street, a community or a body, as in the watched folder. */
export const SCANS = 'scans/';

/** `Object Created` of S3, as EventBridge hands it over. */
export interface ObjectCreated {
  readonly detail: {
    readonly bucket: { readonly name: string };
    /** `version-id` of buckets that keep versions, as the intake does. */
    readonly object: {
      readonly key: string;
      readonly size: number;
      readonly 'version-id'?: string;
      readonly sequencer?: string;
    };
  };
}

export type Arrival = { readonly bytes: Uint8Array } & (
  | { readonly kind: 'UPLOAD'; readonly uploadId: string }
  /** `place`: empty for a file that lies right under the prefix; `drop`: one for each time that the file was put there. */
  | { readonly kind: 'SCAN'; readonly place: string; readonly name: string; readonly drop: string }
);

/** Undefined for an object under any other name, and for the folders that consoles make. */
export async function readArrival(s3: S3Client, { detail }: ObjectCreated): Promise<Arrival | undefined> {
  const { bucket, object } = detail;
  const isScan = object.key.startsWith(SCANS);
  if ((!isScan && !object.key.startsWith(UPLOADS)) || object.key.endsWith('/')) return undefined;
  // Scanners begin again at scan0001 every day: what was put under the name since comes with an event of its own.
  const version = isScan ? object['version-id'] : undefined;
  const { Body } = await s3.send(
    new GetObjectCommand({ Bucket: bucket.name, Key: object.key, ...(version && { VersionId: version }) }),
  );
  const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
  if (!isScan) return { kind: 'UPLOAD', uploadId: object.key.slice(UPLOADS.length), bytes };
  const path = object.key.slice(SCANS.length).split('/');
  const name = path.at(-1) ?? '';
  const drop = `${object.key} ${version ?? object.sequencer ?? ''}`;
  return { kind: 'SCAN', place: path.slice(0, -1).join('/'), name, bytes, drop };
}
