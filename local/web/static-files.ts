// The built pages from their folder: names with a hash are kept by browsers for a year, everything is sent compressed.
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
};

/** Made by the build beside each file, best first. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Answers with the file of that path, or says that there is none. Never leaves the folder. */
export async function sendStaticFile(
  folder: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const file = join(folder, normalize(path));
  const type = TYPES[extname(file)];
  if (type === undefined || !file.startsWith(folder + sep)) return false;
  const accepted = request.headers['accept-encoding'] ?? '';
  for (const [encoding, ending] of ENCODINGS) {
    const packed = accepted.includes(encoding) ? await readIfThere(file + ending) : undefined;
    if (packed) return sendBytes(response, packed, { path, type, encoding });
  }
  const plain = await readIfThere(file);
  return plain !== undefined && sendBytes(response, plain, { path, type });
}

function sendBytes(
  response: ServerResponse,
  bytes: Buffer,
  { path, type, encoding }: { path: string; type: string; encoding?: string },
): true {
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes.byteLength,
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    ...(encoding !== undefined && { 'content-encoding': encoding }),
  });
  response.end(bytes);
  return true;
}

export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return undefined;
    throw error;
  }
}
