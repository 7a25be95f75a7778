// Somebody of the office at a browser: signs in with a demo account, opens projects, fills in the forms of acts.
import type { BrowserContext } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_PASSWORD } from '../../../local/seed/district.ts';
import { samplePdf } from '../../../local/seed/sample-pdf.ts';
import { OfficeWalk } from './sweep/walk-office.ts';
import { type Size, type Visitor, visit } from './visit.ts';

export interface UploadedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Text for a field or a choice, yes or no, a file, or the titles of the boxes to tick. */
export type Filling = string | boolean | UploadedFile | readonly string[];

export class OfficeDesk {
  readonly page: Visitor['page'];
  readonly errors: string[];
  readonly #walk: OfficeWalk;

  constructor({ page, errors }: Visitor) {
    this.page = page;
    this.errors = errors;
    this.#walk = new OfficeWalk(page);
  }

  /** Opens an address of the office as a link of the office does, and waits for all of it. */
  open(path: string): Promise<void> {
    return this.#walk.go(path);
  }

  /** Nothing is asked for or drawn any more. */
  settled(): Promise<void> {
    return this.#walk.settled();
  }

  /** Fills in the form of an act and sends it; the outcome is what the sheet says then. */
  async act(title: string, fillings: Readonly<Record<string, Filling>>): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: title, exact: true }).first().click();
    const form = page.locator('.act-form');
    await form.waitFor();
    for (const [pointer, filling] of Object.entries(fillings)) await this.fill(pointer, filling);
    await form.getByRole('button', { name: title, exact: true }).click();
  }

  /** The act is in the ledger: the sheet says so and is closed. */
  async done(): Promise<void> {
    const sheet = this.page.locator('.ant-drawer');
    await sheet.locator('[role=status] .say.ok').waitFor();
    await sheet.locator('[role=status] .ant-btn-primary').click();
    await sheet.waitFor({ state: 'detached' });
  }

  async fill(pointer: string, filling: Filling): Promise<void> {
    const field = this.page.locator(`[id="field${pointer.replaceAll('/', '-')}"]`);
    if (typeof filling === 'boolean') {
      await field
        .getByRole('radio')
        .nth(filling ? 0 : 1)
        .check();
    } else if (typeof filling === 'string') {
      const control = field.locator('input, select, textarea').first();
      if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption(filling);
      else await control.fill(filling);
    } else if ('buffer' in filling) {
      await field.locator('input[type=file]').setInputFiles(filling);
      await field.locator('.tag.ok').waitFor();
    } else {
      for (const title of filling) await field.getByLabel(title, { exact: true }).check();
    }
  }
}

/** The page that somebody is at after signing in: of all pages it is drawn the soonest. */
const FIRST_PAGE = '/tasks';

/** Somebody whom the issuer knows already, as on most days. The door itself is gone through where several posts are chosen from. */
export async function signIn(
  origin: string,
  account: string,
  size: Size = 'desk',
  language: 'zh' | 'en' = 'zh',
): Promise<OfficeDesk> {
  const visitor = await visit(size, { language });
  const { page } = visitor;
  await becomeKnown(page.context(), origin, account);
  await page.goto(`${origin}${FIRST_PAGE}?lang=${language}`);
  await page.locator('main h1').waitFor();
  expect(new URL(page.url()).pathname).toBe(FIRST_PAGE);
  return new OfficeDesk(visitor);
}

/** Fills in the form of the issuer without drawing it; its cookies stay with the browser. */
async function becomeKnown({ request }: BrowserContext, origin: string, account: string): Promise<void> {
  const asked = new URLSearchParams({
    client_id: 'jiugai-web',
    redirect_uri: `${origin}/signed-in`,
    response_type: 'code',
    scope: 'openid',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  });
  const form = await request.get(`${origin}/oidc/auth?${asked}`);
  const signedIn = await request.post(form.url(), { form: { account, password: DEMO_PASSWORD } });
  expect(new URL(signedIn.url()).searchParams.has('code')).toBe(true);
}

/** A one-page PDF; every name, in Latin letters, gives other bytes. */
export const pdf = (name: string): UploadedFile => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(samplePdf(name)),
});
