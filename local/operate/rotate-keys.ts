// `npm run rotate-keys`: a new key signs from the next start on; the older ones stay listed for what they have signed.
// `-- --data FOLDER` of one machine, `-- --aws` of an installation on AWS.
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readAwsConfig } from '../../adapters/aws/config.ts';
import { openAwsPorts, openS3 } from '../../adapters/aws/ports.ts';
import { rotateSigningKey as rotateOnAws } from '../../adapters/aws/seal.ts';
import { openSeal, rotateSigningKey } from '../../adapters/sqlite/seal.ts';
import type { Seal } from '../../domain/ports.ts';
import { lockFolder } from '../lock-folder.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: './data' }, aws: { type: 'boolean' } } });

async function rotate(): Promise<Seal> {
  if (values.aws) {
    const config = readAwsConfig(process.env);
    await rotateOnAws({ s3: openS3(config), bucket: config.keysBucket });
    return (await openAwsPorts(config, randomUUID)).seal;
  }
  // A server that runs goes on with the key that it has: it must be stopped first.
  const lock = lockFolder(values.data);
  if (!lock.ok) throw new Error(lock.refusal.says.en);
  await rotateSigningKey(values.data);
  const seal = await openSeal(values.data);
  lock.value.release();
  return seal;
}

const keys = await (await rotate()).publicKeys();
for (const [place, { keyId }] of keys.entries()) {
  console.log(`${keyId}${place === keys.length - 1 ? '  新 signs from now on' : '  仍公布 still listed'}`);
}
