// Entry points on AWS: tickets, uploads, rosters and votes, and the stacks that wait to be filed.
import { takeErasedAway } from '../../adapters/aws/erasures.ts';
import { openEvidence } from '../../adapters/aws/ports.ts';
import { eraseUnusedUploads } from '../../adapters/aws/unused-uploads.ts';
import { granted } from '../../domain/errors.ts';
import { awsConfig, onRetention, onRoutes, onRow, onUpload } from '../runtime/lambda.ts';
import { eraseExpiredPapers as eraseExpired } from './erase-expired-papers.ts';
import { receiveUpload as receive } from './receive-upload.ts';
import { INTAKE_ROUTES } from './routes.ts';
import { fileStack } from './scan/file-stack.ts';
import { SCAN_ROUTES } from './scan/routes.ts';
import { OPEN_STACKS } from './scan/stack-records.ts';
import { scannerOf, takeScan } from './scan/take-scan.ts';

export const intakeRoutes = onRoutes(() => [...INTAKE_ROUTES, ...SCAN_ROUTES]);
export const receiveUpload = onUpload('receiveUpload', async (ports, arrival) => {
  if (arrival.kind === 'UPLOAD') return receive(ports, arrival);
  const owner = scannerOf(arrival.place);
  // A folder of nobody's: it lies there until it expires, and the log says so by its code.
  return owner === undefined ? granted(undefined) : (await takeScan(ports, { ...arrival, owner })).waiting;
});
export const fileStacks = onRow('fileStacks', OPEN_STACKS, fileStack);
export const eraseExpiredPapers = onRetention('eraseExpiredPapers', async (ports) => {
  const evidence = openEvidence(await awsConfig());
  const expiredPapers = await eraseExpired(ports);
  const unusedUploads = await eraseUnusedUploads(evidence.table, ports.clock.now());
  return { expiredPapers, unusedUploads, papersTakenAway: await takeErasedAway(evidence) };
});
