// The adapters of AWS, held to the contract that every adapter of a port keeps: over the stand-ins, or, with credentials and
// JIUGAI_STACK in the environment, over the real services (docs/operations.md).
import { afterAll, beforeAll, vi } from 'vitest';
import { projectEntry } from '../../adapters/aws/projector.ts';
import type { Ledger } from '../../domain/ports.ts';
import { startAws } from '../support/aws/start-aws.ts';
import { startRealAws } from '../support/aws/start-real-aws.ts';
import { describeDirectory } from './contract/directory.ts';
import { describeLedger } from './contract/ledger.ts';
import { describeOutbox } from './contract/outbox.ts';
import { describePapers } from './contract/papers.ts';
import { describeSeal } from './contract/seal.ts';
import { describeViews } from './contract/views.ts';
import { describeWorkflow } from './contract/workflow.ts';

const { JIUGAI_STACK } = process.env;
/** A table takes ten seconds to be made where it is real. */
if (JIUGAI_STACK !== undefined) vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let aws: Pick<Awaited<ReturnType<typeof startRealAws>>, 'open' | 'close'>;
beforeAll(async () => {
  aws = JIUGAI_STACK === undefined ? await startAws() : await startRealAws(JIUGAI_STACK, process.env);
});
afterAll(() => aws.close());

const open = () => aws.open();

/** The table's stream hands every entry on to the projector; here it does so at once. */
async function openWithStream() {
  const opened = await aws.open();
  const ledger: Ledger = {
    ...opened.ledger,
    async append(ref, entry, consequences) {
      const answer = await opened.ledger.append(ref, entry, consequences);
      await projectEntry(opened, ref, entry.seq);
      return answer;
    },
  };
  return { ...opened, ledger };
}

describeLedger('AWS', open);
describeViews('AWS', open);
describePapers('AWS', open);
describeWorkflow('AWS', open);
describeOutbox('AWS', open);
describeDirectory('AWS', openWithStream);
describeSeal('AWS', open);
