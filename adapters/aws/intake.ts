// What arrives in the intake bucket: uploads that somebody had a ticket for.
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { UPLOADS } from './papers.ts';

/** `Object Created` of S3, as EventBridge hands it over. */
export interface ObjectCreated {
  readonly detail: {
    readonly bucket: { readonly name: string };
    readonly object: { readonly key: string; readonly size: number };
  };
}

/** The upload behind an arrival; undefined for an object under any other name. */
export async function readUpload(
  s3: S3Client,
  { detail: { bucket, object } }: ObjectCreated,
): Promise<{ uploadId: string; bytes: Uint8Array } | undefined> {
  if (!object.key.startsWith(UPLOADS)) return undefined;
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key: object.key }));
  const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
  return { uploadId: object.key.slice(UPLOADS.length), bytes };
}
