// Looks at a page of the office as it stands, at a desk and on a phone: everything that is wrong with it, and its pictures where they are wanted.
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { routeOf } from '../../../../web/navigation/routes.ts';
import { shellText } from '../../../../web/text/shell.ts';
import { signIn } from '../desk.ts';
import { SIZES } from '../sizes.ts';
import { picture, violationsOn } from '../visit.ts';
import { sideways, smallTargets, textsOf, unreachable } from './inspect-page.ts';
import { SaidByData } from './untranslated.ts';
import { missedByTab } from './walk-by-tab.ts';
import { OfficeWalk } from './walk-office.ts';

export type Language = 'zh' | 'en';

const SMALLEST_TARGET = 24;
/** A value of a closed list that nobody gave a title. */
const CODE = /\b[A-Z]{2,}_[A-Z_]+\b/;

export interface Look {
  readonly page: Page;
  readonly tour: OfficeWalk;
  readonly language: Language;
  /** What stands in the other language because the data say it so. */
  readonly data: SaidByData;
}

/**
 * What of a page is the same in both languages is looked at once: in Chinese at a desk, where its state makes it longest, and in
 * English on a phone, where long words are what does not fit. Where pictures are taken (`npm run pictures`), the first page of its
 * kind is looked at in both sizes in either language.
 */
const SIZE_OF = { zh: 'desk', en: 'phone' } as const;

/** Somebody who will look at page after page, in the window of the language; `known` says no language of its own. */
export async function beginTour(
  origin: string,
  account: string,
  language: Language,
  known: readonly string[],
): Promise<Look & { readonly errors: readonly string[] }> {
  const { page, errors } = await signIn(origin, account, 'desk', language);
  await page.setViewportSize(SIZES[SIZE_OF[language]].viewport);
  return { page, errors, language, tour: new OfficeWalk(page), data: new SaidByData(page, ...known) };
}

/** Of a page that stands in the size of its language, and stays in it; pictures are of that `name`. */
export async function lookAtPage(
  { page, tour, language, data }: Look,
  name: string,
  isFirstOfKind = true,
): Promise<readonly string[]> {
  const texts = await textsOf(page, language);
  const [headline = 'no headline'] = await page.locator('main h1').allInnerTexts();
  const nowhere = ['no headline', shellText.notYours[language], shellText.notFound[language]];
  const found = [
    ...(nowhere.includes(headline) ? [headline] : []),
    ...(await tour.links()).filter((path) => routeOf(path) === undefined).map((path) => `leads nowhere: ${path}`),
    ...(await data.strangersAmong(texts, language)),
    ...texts.filter((text) => CODE.test(text)).map((text) => `a code for people: ${text}`),
    ...(await unreachable(page)),
    ...(await smallTargets(page, SMALLEST_TARGET)),
    ...(await violationsOn(page)),
  ];
  await picture(page, `${name}-${SIZE_OF[language]}-${language}`);
  if (isFirstOfKind && inject('takesPictures')) found.push(...(await lookInOtherSize({ page, tour, language }, name)));
  if (language === 'en') found.push(...(await sideways(page)));
  // Keys are the same in both languages.
  else found.push(...(await missedByTab(page)));
  return found;
}

async function lookInOtherSize({ page, tour, language }: Omit<Look, 'data'>, name: string): Promise<readonly string[]> {
  const other = SIZE_OF[language] === 'desk' ? 'phone' : 'desk';
  await page.setViewportSize(SIZES[other].viewport);
  await tour.settled();
  const found = [
    ...(await smallTargets(page, SMALLEST_TARGET)),
    ...(await sideways(page, [SIZES[other].viewport.width])),
  ];
  await picture(page, `${name}-${other}-${language}`);
  await page.setViewportSize(SIZES[SIZE_OF[language]].viewport);
  await tour.settled();
  return found;
}
