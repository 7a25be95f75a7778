// What the runtime of the recogniser leaves in the temporary folder, one log for each process whose doings it reports.
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';

export const tracesOfTelemetry = (): readonly string[] =>
  readdirSync(tmpdir()).filter((file) => file.startsWith('mat-debug-'));
