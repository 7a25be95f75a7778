// Before the browser tests: starts one browser for all of them and builds the pages if they are old; ends it after.
import type { TestProject } from 'vitest/node';
import { buildWeb, isWebOutdated } from '../../../local/build-web.ts';
import { launchChromium } from './chromium.ts';

/** Pictures are for people to look at; drawing four hundred of them takes a tenth of the run, and finds nothing out. */
const PICTURES = 'pictures';

declare module 'vitest' {
  interface ProvidedContext {
    browserEndpoint: string;
    takesPictures: boolean;
  }
}

// biome-ignore lint/style/noDefaultExport: the setup of a run is asked for as the default export
export default async function shareBrowser(project: TestProject): Promise<() => Promise<void>> {
  if (isWebOutdated()) await buildWeb();
  const browser = await launchChromium();
  project.provide('browserEndpoint', browser.wsEndpoint());
  project.provide('takesPictures', project.vite.config.mode === PICTURES);
  return () => browser.close();
}
