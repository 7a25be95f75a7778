// Codes lead back to their page in all three spellings, and to nothing when a character is wrong.
import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_CODES } from '../../../domain/paper/catalogue.ts';
import { filingCode, type PageName, publicUrl, readableCode, readCode } from '../../../domain/paper/filing-code.ts';

const sealWith = (secret: string) => ({
  keyedHash: (purpose: string, text: string) =>
    createHmac('sha256', secret).update(`${purpose}\0${text}`).digest('hex'),
});
const seal = sealWith('one installation');
const BASE = 'https://jg.example.cn/v/';

const sheet: PageName = { projectNo: '330302-2026-0017', kind: 'F2', version: 2, page: 3 };
const bill: PageName = { projectNo: '330302-2026-0017', kind: 'S2', version: 1, page: 1, serial: 25 };

const pages: fc.Arbitrary<PageName> = fc
  .record({
    year: fc.integer({ min: 2020, max: 2099 }),
    project: fc.integer({ min: 0, max: 9999 }),
    kind: fc.constantFrom(...DOCUMENT_CODES),
    version: fc.integer({ min: 1, max: 999 }),
    page: fc.integer({ min: 1, max: 9999 }),
    serial: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }),
  })
  .map(({ year, project, serial, ...page }) => ({
    ...page,
    projectNo: `330302-${year}-${String(project).padStart(4, '0')}`,
    ...(serial !== undefined && { serial }),
  }));

describe('the code of a page', () => {
  it('is written as the scanner, the phone and people read it', () => {
    expect(filingCode(seal, sheet)).toMatch(/^JG1:330302-2026-0017\/F2\/2\/03\/[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(publicUrl(seal, BASE, bill)).toMatch(
      /^HTTPS:\/\/JG\.EXAMPLE\.CN\/V\/330302-2026-0017\/S2\/1\/01\/0025\/[0-9A-Z]{6}$/,
    );
    expect(readableCode(seal, sheet)).toMatch(/^330302-2026-0017 F2 V2 P03 [0-9A-Z]{6}$/);
    expect(readableCode(seal, bill)).toMatch(/^330302-2026-0017 S2 V1 P01 N0025 [0-9A-Z]{6}$/);
  });

  it('stays in the alphabet that keeps the picture small', () => {
    fc.assert(
      fc.property(pages, (page) => {
        expect(filingCode(seal, page)).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
        expect(publicUrl(seal, BASE, page)).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
      }),
    );
  });

  it('leads back to its page from every spelling', () => {
    fc.assert(
      fc.property(pages, (page) => {
        for (const spelled of [filingCode(seal, page), publicUrl(seal, BASE, page), readableCode(seal, page)]) {
          expect(readCode(seal, spelled)).toEqual({ verdict: 'GENUINE', page });
        }
      }),
    );
  });

  it('forgives lower case, and O, I and L in the check value', () => {
    const typed = readableCode(seal, sheet).toLowerCase();
    const check = typed.slice(-6).replace(/0/g, 'o').replace(/1/g, 'l');
    expect(readCode(seal, `  ${typed.slice(0, -6)}${check} `)).toEqual({ verdict: 'GENUINE', page: sheet });
  });

  it('is forged when any part of it is changed', () => {
    const code = filingCode(seal, sheet);
    const [body = '', check = ''] = [code.slice(0, -6), code.slice(-6)];
    for (const changed of ['/F3/2/03/', '/F2/3/03/', '/F2/2/04/', '/F2D/2/03/']) {
      expect(readCode(seal, body.replace('/F2/2/03/', changed) + check)).toEqual({ verdict: 'FORGED' });
    }
    expect(readCode(seal, body.replace('0017', '0018') + check)).toEqual({ verdict: 'FORGED' });
    expect(readCode(seal, `${body.slice(0, -1)}/0001/${check}`)).toEqual({ verdict: 'FORGED' });
  });

  it('of another installation is forged here', () => {
    expect(readCode(sealWith('another installation'), filingCode(seal, sheet))).toEqual({ verdict: 'FORGED' });
  });

  it.each([
    'https://example.com/',
    'JG1:',
    'JG1:330302-2026-0017/ZZ/2/03/7K3MQT',
    '6901234567892',
    '',
    `JG1:${'9'.repeat(5000)}`,
  ])('is none in %s', (text) => {
    expect(readCode(seal, text)).toEqual({ verdict: 'NO_CODE' });
  });
});
