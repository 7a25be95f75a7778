// Attacks by files and tables: what is uploaded, and what is opened by a spreadsheet, over HTTP against the running server.
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../domain/calendar/plain-date.ts';
import type { TestServer } from '../support/journey/running-server.ts';
import { NEIGHBOURHOOD, runStreetServer } from '../support/journey/street-server.ts';
import { codeOf, type Visitor } from '../support/journey/visitor.ts';
import { hostileCorpus } from '../support/scans/hostile-corpus.ts';

let server: TestServer;
let visitor: Visitor;
let projectId: string;
let bearer: string;
beforeAll(async () => {
  ({ server, visitor, bearer, projectId } = await runStreetServer());
});
afterAll(() => server.close());

const ask: Visitor['ask'] = (...asked) => visitor.ask(...asked);

describe('a name of a file', () => {
  it('leads nowhere: it is not kept, whatever stands in it', async () => {
    const names = [
      '../../../etc/passwd.pdf',
      'C:\\a.pdf',
      'a\u0000b.pdf',
      '<img src=x onerror=alert(1)>.pdf',
      '张三.pdf',
      '=cmd.pdf',
    ];
    for (const [index, name] of names.entries()) {
      const { sent, seen } = await visitor.upload('street-01', `%PDF-1.7\n% ${index}\n%%EOF\n`, name);
      expect([204, 422], name).toContain(sent.status);
      for (const part of ['passwd', 'onerror', '张三', '=cmd']) expect(seen.text).not.toContain(part);
    }
  });

  it('does not make a page or a drawing of what is uploaded', async () => {
    const hostile = {
      'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'a.pdf': '<!doctype html><script>alert(1)</script>',
      'b.pdf': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'a.jpg': 'GIF89a<script>alert(1)</script>',
    };
    for (const [name, content] of Object.entries(hostile)) {
      const { sent } = await visitor.upload('street-01', content, name);
      expect([sent.status, codeOf(sent)], name).toEqual([415, 'UNSUPPORTED_TYPE']);
    }
  });

  it('is served back as an attachment, with its real type and without rights', async () => {
    const polyglot = '%PDF-1.7\n<script>alert(document.domain)</script>\n%%EOF\n';
    const { sha256 } = await visitor.upload('street-01', polyglot, 'a.pdf');
    const eligibility = {
      completionYear: 1996,
      inDemolitionPlan: false,
      dangerGrade: 'B',
      comprehensivelyRenovable: true,
    };
    const input = { surveyedOn: '2026-03-02', record: sha256, needsRenovation: true, renovatedBefore: 0, eligibility };
    const acted = await ask('POST', `/api/projects/${projectId}/acts/record-survey`, {
      input,
      bearer,
      headers: { 'if-match': '"1"' },
    });
    expect(acted.status).toBe(200);
    const paper = await ask('GET', `/api/projects/${projectId}/documents/${sha256}`, { bearer });
    expect(paper.status).toBe(200);
    expect(paper.text).toBe(polyglot);
    expect(paper.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    expect(paper.headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('a hostile file', () => {
  it('of any kind has an answer at once, as a scan and as a roster, and is never a fault of the server', async () => {
    const corpus = await hostileCorpus();
    expect(corpus.length).toBeGreaterThan(60);
    const codes = new Set<string>();
    for (const { name, bytes } of corpus) {
      const { sent, seen, sha256 } = await visitor.upload('street-01', bytes, 'scan.pdf');
      expect(sent.status, name).toBeLessThan(500);
      if (sent.status !== 204) codes.add(codeOf(sent));
      if (seen.body.state !== 'STORED') continue;
      const input = { sha256 };
      const imported = await visitor.as('street-01', 'POST', `/api/projects/${projectId}/rosters`, input);
      // A good roster is among the good files that the bad ones were made of.
      expect(imported.status === 201 || (imported.status >= 400 && imported.status < 500), name).toBe(true);
      if (imported.status !== 201) codes.add(codeOf(imported));
      expect(seen.text, name).not.toContain('scan.pdf');
    }
    expect([...codes].toSorted()).toContain('UNSUPPORTED_TYPE');
    expect((await ask('GET', '/api/health')).status).toBe(200);
    expect(server.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a table for a spreadsheet', () => {
  it('holds no formula, whatever people have typed', async () => {
    const name = '=HYPERLINK("http://evil.example")';
    const neighbourhood = { ...NEIGHBOURHOOD, name, code: '330302001001-08' };
    expect((await ask('POST', '/api/projects', { input: { neighbourhood }, bearer })).status).toBe(201);
    const path = '/api/programme/2026/exports/overdue';
    await server.system.advance(instantOf(Date.parse('2026-09-02T09:00:00+08:00')));
    const csv = await ask('GET', `${path}?format=csv`, { bearer });
    expect(csv.status).toBe(200);
    expect(csv.text).toContain(`"'=HYPERLINK(`);
    expect(csv.text).not.toMatch(/(^|[,\n])"?[=+@]/m);
    const xlsx = await ask('GET', `${path}?format=xlsx`, { bearer });
    const sheets = Object.entries(unzipSync(xlsx.bytes)).filter(([part]) => part.startsWith('xl/worksheets/'));
    expect(sheets.length).toBeGreaterThan(0);
    for (const [part, xml] of sheets) expect(Buffer.from(xml).toString('utf8'), part).not.toMatch(/<f[ >]/);
  });
});
