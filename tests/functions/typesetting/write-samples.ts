// `node tests/functions/typesetting/write-samples.ts`: writes the samples that the page of templates shows, after a sample changed.
import { writeFile } from 'node:fs/promises';
import { STORED_SAMPLES, storedSamples } from './stored-samples.ts';

for (const [name, text] of storedSamples()) await writeFile(new URL(name, STORED_SAMPLES), text);
