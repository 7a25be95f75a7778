// Packs checked parts into a zip archive, stored as they are: nothing is compressed, since it is unpacked again at once.
import { crc32 } from 'node:zlib';

const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END = 22;
const VERSION = 20;
/** Bit 11: names are UTF-8. */
const NAMES_ARE_UTF8 = 0x0800;
/** 1980-01-01, the first day that a zip archive knows. */
const FIRST_DAY = 0x0021;

export function packParts(parts: ReadonlyMap<string, string>): Uint8Array {
  const directory: Buffer[] = [];
  const archive: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of parts) {
    const name = Buffer.from(path);
    const content = Buffer.from(text);
    const described = describe(name, content);
    const local = Buffer.alloc(LOCAL_HEADER);
    local.writeUInt32LE(0x04034b50, 0);
    described.copy(local, 4);
    const central = Buffer.alloc(CENTRAL_HEADER);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(VERSION, 4);
    described.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    archive.push(local, name, content);
    directory.push(central, name);
    offset += LOCAL_HEADER + name.length + content.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(END);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...archive, listed, end]);
}

/** What both headers of an entry say of it. */
function describe(name: Buffer, content: Buffer): Buffer {
  const described = Buffer.alloc(26);
  described.writeUInt16LE(VERSION, 0);
  described.writeUInt16LE(NAMES_ARE_UTF8, 2);
  described.writeUInt16LE(FIRST_DAY, 8);
  described.writeUInt32LE(crc32(content), 10);
  described.writeUInt32LE(content.length, 14);
  described.writeUInt32LE(content.length, 18);
  described.writeUInt16LE(name.length, 22);
  return described;
}
