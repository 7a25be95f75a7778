// The built pages from a folder: compressed, kept for a year where the name has a hash, one document for all addresses.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officePages } from '../../../local/web/office-pages.ts';
import { RESIDENT_FILES } from '../../../local/web/resident-files.ts';
import { serveRoutes } from '../http/serve-routes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function serve(publicOrigin?: string): Promise<string> {
  const { origin, server } = await serveRoutes([]);
  server.serve('/', officePages(false, { dist: join(folder, 'dist'), publicOrigin }));
  for (const [path, handler] of RESIDENT_FILES) server.serve(path, handler);
  return origin;
}

function build(): void {
  mkdirSync(join(folder, 'dist/assets'), { recursive: true });
  writeFileSync(join(folder, 'dist/index.html'), '<title>office</title>');
  writeFileSync(join(folder, 'dist/assets/main-Ab12.js'), 'plain');
  writeFileSync(join(folder, 'dist/assets/main-Ab12.js.gz'), gzipSync('packed'));
  writeFileSync(join(folder, 'secret.json'), '{}');
}

describe('the pages of the office', () => {
  it.each(['/', '/projects/330302-2026-0017', '/screen', '/signed-in?code=1'])(
    'opens one document at %s',
    async (path) => {
      build();
      const response = await fetch((await serve()) + path);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe('<title>office</title>');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(response.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe-inline/);
    },
  );

  it('writes the address that is set up into the document, for what is printed', async () => {
    build();
    const built = '<meta name="jiugai-origin" content="" /><title>office</title>';
    writeFileSync(join(folder, 'dist/index.html'), built);
    writeFileSync(join(folder, 'dist/index.html.gz'), gzipSync(built));
    const response = await fetch(`${await serve('https://jiugai.example.cn')}/calculators/funding`);
    expect(await response.text()).toBe(built.replace('content=""', 'content="https://jiugai.example.cn"'));
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await (await fetch(`${await serve()}/`)).text()).toBe(built);
  });

  it('is named in the document that is built as the server looks for it', () => {
    const document = readFileSync(new URL('../../../web/index.html', import.meta.url), 'utf8');
    expect(document).toContain('<meta name="jiugai-origin" content="" />');
  });

  it('sends what the build has packed, and lets browsers keep it', async () => {
    build();
    const origin = await serve();
    const packed = await fetch(`${origin}/assets/main-Ab12.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(await packed.text()).toBe('packed');
    expect(packed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const plain = await fetch(`${origin}/assets/main-Ab12.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(await plain.text()).toBe('plain');
  });

  it.each(['/assets/gone-Zz99.js', '/..%2fsecret.json', '/%2e%2e/secret.json'])('has no file at %s', async (path) => {
    build();
    expect((await fetch((await serve()) + path)).status).toBe(404);
  });

  it('says that the pages are being built while there are none', async () => {
    const response = await fetch(`${await serve()}/tasks`);
    expect(response.status).toBe(503);
    expect(response.headers.get('refresh')).toBe('5');
    expect(await response.text()).toContain('界面生成中');
  });
});

describe('the files of the public pages', () => {
  it('come from their sources, the script without its types', async () => {
    const origin = await serve();
    const script = await (await fetch(`${origin}/p/residents.js`)).text();
    expect(script).not.toContain('interface ');
    expect(() => new Function(script)).not.toThrow();
    expect((await fetch(`${origin}/p/residents.css`)).headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  it('are sent compressed, and again only when they have changed', async () => {
    const origin = await serve();
    const first = await fetch(`${origin}/p/residents.css`);
    expect(first.headers.get('content-encoding')).toBe('gzip');
    const again = await fetch(`${origin}/p/residents.css`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});
