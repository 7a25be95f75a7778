// Around every test in a browser: its windows are closed with it; if it has failed, with a picture of what they show.
import { afterAll, afterEach, beforeEach } from 'vitest';
import { keepPicture, openWindows } from './visit.ts';

let openBefore = 0;

async function closeWindows(from: number): Promise<void> {
  for (const context of openWindows.splice(from)) await context.close();
}

beforeEach(() => {
  openBefore = openWindows.length;
});

afterEach(async ({ task }) => {
  const failed = task.result?.state === 'fail';
  const pages = failed ? openWindows.flatMap((context) => context.pages()) : [];
  for (const [index, page] of pages.entries()) await keepPicture(page, `failed-${task.id}-${index}`);
  await closeWindows(openBefore);
});

afterAll(() => closeWindows(0));
