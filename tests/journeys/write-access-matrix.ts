// `node tests/journeys/write-access-matrix.ts`: writes docs/access-matrix.md anew after the table of allowed acts has changed.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessMatrix } from '../support/journey/access-matrix.ts';

await writeFile(join(import.meta.dirname, '../../docs/access-matrix.md'), accessMatrix());
