// The settings of the notification channels, with their passwords: an object beside the keys, under the same encryption.
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { unless } from './faults.ts';

const KEY = 'channels.json';

/** Undefined as long as nobody has put any there: then nobody is told. */
export async function readChannelSettings(s3: S3Client, keysBucket: string): Promise<string | undefined> {
  const object = await unless(['NoSuchKey'], () => s3.send(new GetObjectCommand({ Bucket: keysBucket, Key: KEY })));
  return object?.Body?.transformToString();
}
