// Every act with the facts that it gathers: what the one-machine system offers over HTTP and waits for.
import { APPROVALS } from '../functions/approvals/acts.ts';
import { CONSENT } from '../functions/consent/acts.ts';
import { FUNDING } from '../functions/funding/acts.ts';
import { PROGRAMME } from '../functions/programme/acts.ts';
import { PUBLICITY } from '../functions/publicity/acts.ts';
import type { ActTable } from '../functions/runtime/human-act.ts';
import { STANDING } from '../functions/standing/acts.ts';
import { START } from '../functions/start/acts.ts';
import { WORKS } from '../functions/works/acts.ts';

export const acts: ActTable = {
  ...CONSENT,
  ...PUBLICITY,
  ...START,
  ...FUNDING,
  ...APPROVALS,
  ...WORKS,
  ...PROGRAMME,
  ...STANDING,
};
