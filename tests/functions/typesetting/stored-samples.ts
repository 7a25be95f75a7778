// The samples as the server keeps them, a file for each kind: what the page of templates shows without a project.
import { sampleInputs, TYPESET_CODES } from './sample-papers.ts';

export const STORED_SAMPLES = new URL('../../../functions/typesetting/templates/samples/', import.meta.url);

/** File name and text, as they should be. */
export const storedSamples = (): readonly (readonly [string, string])[] =>
  TYPESET_CODES.map((kind) => [`${kind}.json`, `${JSON.stringify(sampleInputs[kind])}\n`]);
