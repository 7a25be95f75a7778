// Before the browser tests: builds the pages if they are old, and lays out what every worker starts its browser from.
import type { TestProject } from 'vitest/node';
import { buildWeb, isWebOutdated } from '../../../local/build-web.ts';
import { type ChromiumFiles, unpackChromium } from './chromium.ts';

/** Pictures are for people to look at; drawing four hundred of them takes a tenth of the run, and finds nothing out. */
const PICTURES = 'pictures';

declare module 'vitest' {
  interface ProvidedContext {
    chromiumFiles: ChromiumFiles;
    takesPictures: boolean;
  }
}

// biome-ignore lint/style/noDefaultExport: the setup of a run is asked for as the default export
export default async function prepareBrowsers(project: TestProject): Promise<void> {
  if (isWebOutdated()) await buildWeb();
  project.provide('chromiumFiles', await unpackChromium());
  project.provide('takesPictures', project.vite.config.mode === PICTURES);
}
