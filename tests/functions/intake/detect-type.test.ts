// A file is what its bytes say, and only the types of the closed list come in.
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { claimedExtension, detectType } from '../../../functions/intake/detect-type.ts';
import { GIF, JPEG, PDF, PNG, TIFF } from '../../support/papers/smallest-files.ts';
import { GOOD_ROW, partsOf, roster, sheetXml, zip } from '../../support/papers/spreadsheets.ts';

describe('the type of a file', () => {
  it.each([
    ['PDF', () => PDF],
    ['JPEG', () => JPEG],
    ['PNG', () => PNG],
    ['TIFF', () => TIFF],
    ['OFD', () => zip({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<ofd:Document/>' })],
    ['XLSX', () => roster([GOOD_ROW])],
  ])('is %s by its bytes', async (type, make) => {
    expect(await detectType(await make())).toEqual({ ok: true, value: type });
  });

  it.each([
    ['nothing', () => new Uint8Array(0), 'MALFORMED'],
    ['a picture of a type not on the list', () => GIF, 'UNSUPPORTED_TYPE'],
    ['text', () => Buffer.from('姓名,电话\n'), 'UNSUPPORTED_TYPE'],
    ['a page that begins like a web page', () => Buffer.from('<html><script>1</script></html>'), 'UNSUPPORTED_TYPE'],
    ['a zip of other things', () => zip({ 'a.txt': '' }), 'UNSUPPORTED_TYPE'],
    ['a workbook with macros', () => zip({ ...partsOf(sheetXml('')), 'xl/vbaProject.bin': '' }), 'UNSUPPORTED_TYPE'],
    [
      'a workbook behind a password',
      () => writeXlsx({ sheets: [{ name: 'a' }], encryption: { password: 'secret', spinCount: 1 } }),
      'UNSUPPORTED_TYPE',
    ],
    ['half a zip', async () => (await roster([GOOD_ROW])).subarray(0, 1000), 'UNREADABLE_PAPER'],
    ['a picture beyond its limit', () => Buffer.concat([PNG, Buffer.alloc(40_000_000)]), 'TOO_LARGE'],
  ])('of %s is refused', async (_, make, code) => {
    expect(await detectType(await make())).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is larger for a scan than for a picture', async () => {
    expect((await detectType(Buffer.concat([PDF, Buffer.alloc(40_000_000)]))).ok).toBe(true);
  });
});

describe('the extension that a name claims', () => {
  it.each([
    ['张三的身份证.PDF', 'pdf'],
    ['a.b.xlsx ', 'xlsx'],
    ['没有扩展名', ''],
    ['name.with spaces', ''],
    ['', ''],
  ])('of %s is “%s”', (name, extension) => {
    expect(claimedExtension(name)).toBe(extension);
  });
});
