// `npm run rebuild`: writes the rows of read models that follow from the ledgers of an installation on AWS anew, with the rights
// of who runs it: after an upgrade that keeps rows which older software did not.
import { randomUUID } from 'node:crypto';
import { readAwsConfig } from '../../adapters/aws/config.ts';
import { openAwsPorts } from '../../adapters/aws/ports.ts';
import { rebuildProjections } from '../../functions/programme/rebuild-projections.ts';

const ledgers = await rebuildProjections(await openAwsPorts(readAwsConfig(process.env), randomUUID));
console.log(`${ledgers} 本账已重新列出 ledgers gone through`);
