// Looks at a page of the office as it stands, at a desk and on a phone: everything that is wrong with it, and its pictures where they are wanted.
import type { Page } from 'playwright-core';
import { routeOf } from '../../../../web/navigation/routes.ts';
import { shellText } from '../../../../web/text/shell.ts';
import { SIZES } from '../sizes.ts';
import { picture, violationsOn } from '../visit.ts';
import { ALL_WIDTHS, sideways, smallTargets, textsOf, unreachable } from './inspect-page.ts';
import type { SaidByData } from './untranslated.ts';
import { missedByTab } from './walk-by-tab.ts';
import type { OfficeWalk } from './walk-office.ts';

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
 * What of a page is the same in both languages is looked at once in each size: in Chinese at a desk, where its state makes it
 * longest, and in English on a phone, where words and windows do. The first page of its kind has its fingers and its pictures,
 * of that `name`, in both.
 */
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
  ];
  const lookAs = async (size: 'desk' | 'phone') => {
    const once = language === { desk: 'zh', phone: 'en' }[size];
    if (!isFirstOfKind && !once) return;
    found.push(...(await smallTargets(page, SMALLEST_TARGET)), ...(once ? await violationsOn(page) : []));
    await picture(page, `${name}-${size}-${language}`);
  };
  await lookAs('desk');
  const onPhone = async () => {
    await tour.settled();
    await lookAs('phone');
  };
  // Long words are what does not fit where it is narrowest.
  const widths = language === 'en' ? ALL_WIDTHS : [SIZES.phone.viewport.width];
  found.push(...(await sideways(page, widths, onPhone)));
  if (language === 'zh') {
    // After the pictures, which nobody has walked through; keys are the same in both languages.
    await tour.settled();
    found.push(...(await missedByTab(page)));
  }
  return found;
}
