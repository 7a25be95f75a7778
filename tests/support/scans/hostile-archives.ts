// Malformed archives: OFD papers that lead nowhere, grow or hide something, and ZIP files that are nothing else.
import { strToU8, zipSync } from 'fflate';
import { ofdOf } from '../../../local/paperwork/stack-files.ts';
import { zip } from '../papers/spreadsheets.ts';

/** The flag of encryption in every record of the directory, and before every file. */
function saidEncrypted(archive: Buffer): Buffer {
  const copy = Buffer.from(archive);
  for (const [mark, place] of [
    ['504b0102', 8],
    ['504b0304', 6],
  ] as const) {
    const record = Buffer.from(mark, 'hex');
    for (let at = copy.indexOf(record); at !== -1; at = copy.indexOf(record, at + 4)) copy.writeUInt16LE(1, at + place);
  }
  return copy;
}

/** A directory of so many empty files of one name: each is 47 bytes there, and none anywhere else. */
function manyFiles(count: number): Buffer {
  const local = Buffer.from('504b0304140000000000000000000000000000000000000000000100000061', 'hex');
  const record = Buffer.from(`504b010214001400${'00'.repeat(20)}0100${'00'.repeat(16)}61`, 'hex');
  const end = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(record.length * count, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, ...Array.from({ length: count }, () => record), end]);
}

export async function hostileArchives(jpeg: Buffer): Promise<Record<string, Buffer>> {
  const archive = (files: Record<string, Uint8Array>): Buffer => Buffer.from(zipSync(files, { level: 1 }));
  const good = ofdOf([jpeg]);
  const root = (path: string): Uint8Array =>
    strToU8(
      `<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>${path}</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    );
  const document = (pages: string): Uint8Array =>
    strToU8(
      `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${pages}</ofd:Pages></ofd:Document>`,
    );
  const laughs = strToU8(
    `<!DOCTYPE l [<!ENTITY a "${'ha'.repeat(50)}">${'bcdefgh'
      .split('')
      .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefg'[index]};`.repeat(10)}">`)
      .join('')}]><OFD><DocBody><DocRoot>&h;</DocRoot></DocBody></OFD>`,
  );
  return {
    'OFD: a document that is itself': archive({ 'OFD.xml': root('OFD.xml') }),
    'OFD: a document outside': archive({ 'OFD.xml': root('../../../../etc/passwd') }),
    'OFD: a page that is its document': archive({
      'OFD.xml': root('D.xml'),
      'D.xml': document('<ofd:Page ID="1" BaseLoc="D.xml"/>'),
    }),
    'OFD: a hundred thousand pages': archive({
      'OFD.xml': root('D.xml'),
      'D.xml': document('<ofd:Page ID="1" BaseLoc="P.xml"/>'.repeat(100_000)),
    }),
    'OFD: entities that grow': archive({ 'OFD.xml': laughs }),
    'OFD: elements 50,000 deep': archive({ 'OFD.xml': strToU8(`${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`) }),
    'OFD: a program in it': archive({ 'OFD.xml': root('D.xml'), 'a.exe': strToU8('MZ') }),
    'OFD: cut in the middle': good.subarray(0, good.length / 2),
    'OFD: sixty megabytes of nothing': await zip({
      'OFD.xml': root('D.xml'),
      'D.xml': new Uint8Array(60_000_000),
    }),
    'ZIP: a thousand times as large inside': await zip({
      'xl/workbook.xml': new Uint8Array(60_000_000),
      '[Content_Types].xml': strToU8('x'),
    }),
    'ZIP: in a ZIP in a ZIP': archive({ 'OFD.xml': archive({ 'OFD.xml': archive({ a: new Uint8Array(900_000) }) }) }),
    'ZIP: twenty thousand files': manyFiles(20_001),
    'ZIP: names that climb': archive({ '../../../../tmp/x': strToU8('x'), 'OFD.xml': root('D.xml') }),
    'ZIP: encrypted, it says': saidEncrypted(good),
    'ZIP: nothing but an end': Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
    'a text with the name of a paper': Buffer.from('这不是扫描件 this is no scan'),
    'a program': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4_000)]),
    'a page of the web': Buffer.from('<!doctype html><script>alert(1)</script>'),
    nothing: Buffer.alloc(0),
  };
}
