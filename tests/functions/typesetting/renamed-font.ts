// A font under another name, as a district's licensed one lies in its folder: only the name table is written anew.

/** Name ids that a typesetter goes by: family, full name, PostScript name, typographic family. */
const NAMES = [1, 4, 6, 16] as const;
const WINDOWS = 3;
const UNICODE = 1;
const ENGLISH = 0x409;

export function renamedFont(font: Uint8Array, family: string): Uint8Array {
  const from = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = Array.from({ length: from.getUint16(4) }, (_, index) => {
    const record = 12 + 16 * index;
    const tag = Buffer.from(font.subarray(record, record + 4)).toString('latin1');
    const [offset, length] = [from.getUint32(record + 8), from.getUint32(record + 12)];
    return { tag, bytes: tag === 'name' ? nameTable(family) : Buffer.from(font.subarray(offset, offset + length)) };
  });
  const head = Buffer.alloc(12 + 16 * tables.length);
  Buffer.from(font.subarray(0, 12)).copy(head);
  const bodies: Buffer[] = [];
  let offset = head.length;
  for (const [index, { tag, bytes }] of tables.entries()) {
    head.write(tag, 12 + 16 * index, 'latin1');
    head.writeUInt32BE(offset, 12 + 16 * index + 8);
    head.writeUInt32BE(bytes.length, 12 + 16 * index + 12);
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([head, ...bodies]);
}

function nameTable(family: string): Buffer {
  const text = Buffer.from(family, 'utf16le').swap16();
  const table = Buffer.alloc(6 + 12 * NAMES.length);
  table.writeUInt16BE(NAMES.length, 2);
  table.writeUInt16BE(table.length, 4);
  for (const [index, id] of NAMES.entries()) {
    for (const [place, value] of [WINDOWS, UNICODE, ENGLISH, id, text.length, 0].entries())
      table.writeUInt16BE(value, 6 + 12 * index + 2 * place);
  }
  return Buffer.concat([table, text]);
}
