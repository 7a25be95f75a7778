// The description of the API: every route is there, every reference leads somewhere, and it says what the chain does.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { granted } from '../../../domain/errors.ts';
import { openApiOf } from '../../../functions/runtime/openapi.ts';
import { route } from '../../../functions/runtime/route.ts';

const summary = { zh: '测试', en: 'Test' };
const Finding = z
  .object({
    rule: z.string(),
    version: z.int().default(1),
    get because() {
      return z.array(Finding).optional();
    },
  })
  .meta({ id: 'Finding' });

const ROUTES = [
  route({
    name: 'listProjects',
    summary,
    method: 'GET',
    path: '/api/projects',
    access: 'SIGNED_IN',
    input: { query: z.object({ street: z.string(), cursor: z.string().optional() }) },
    output: z.object({ findings: z.array(Finding), anything: z.json() }),
    etag: () => 1,
    handle: async () => granted({ findings: [], anything: null }),
  }),
  route({
    name: 'performAct',
    summary,
    method: 'POST',
    path: '/api/projects/{id}/acts/{act}',
    access: ['STREET', 'BODY'],
    ifMatch: true,
    input: { params: z.object({ id: z.string(), act: z.string() }), body: z.object({ findings: z.array(Finding) }) },
    output: Finding,
    status: 201,
    handle: async () => granted({ rule: 'V-03' }),
  }),
  route({
    name: 'openProject',
    summary,
    method: 'POST',
    path: '/api/projects',
    access: 'PUBLIC',
    output: 'FILE',
    handle: async () => granted({ bytes: new Uint8Array(), mediaType: 'application/pdf', fileName: 'a.pdf' }),
  }),
];

type Tree = { readonly [name: string]: Tree } & string;
const description = openApiOf(ROUTES, { version: '1.2.3', servers: ['http://localhost:8080'] });
const tree = JSON.parse(JSON.stringify(description)) as Tree;

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : references(inner)));
}

describe('openApiOf', () => {
  it('has every route under its path and method, by its own name', () => {
    for (const { method, path, name } of ROUTES) {
      expect(tree.paths?.[path]?.[method.toLowerCase()]?.operationId).toBe(name);
    }
  });

  it('refers to nothing that is not there', () => {
    const all = references(description);
    expect(all.length).toBeGreaterThan(10);
    for (const reference of all) {
      const found = reference
        .slice(2)
        .split('/')
        .reduce<Tree | undefined>((part, name) => part?.[name], tree);
      expect(found, reference).toBeTypeOf('object');
    }
  });

  it('keeps what may be left out going in apart from what always comes out', () => {
    expect(tree.components?.schemas?.FindingInput?.required).toEqual(['rule']);
    expect(tree.components?.schemas?.Finding?.required).toEqual(['rule', 'version']);
  });

  it('says who may ask, what must be sent and what may come back', () => {
    const act = tree.paths?.['/api/projects/{id}/acts/{act}']?.post;
    expect(act).toMatchObject({
      security: [{ bearer: [] }],
      'x-roles': ['STREET', 'BODY'],
      parameters: [
        { name: 'id', in: 'path', required: true },
        { name: 'act', in: 'path', required: true },
        { $ref: '#/components/parameters/IfMatch' },
        { $ref: '#/components/parameters/IdempotencyKey' },
        { $ref: '#/components/parameters/Post' },
      ],
    });
    expect(act?.responses?.['403']).toMatchObject({
      description: 'Choose a post first; Not a post that you hold now; Not an act of your party',
    });
    expect(Object.keys(act?.responses ?? {})).toEqual([
      '201',
      '401',
      '403',
      '409',
      '413',
      '415',
      '422',
      '428',
      'default',
    ]);
    const list = tree.paths?.['/api/projects']?.get;
    expect(list).toMatchObject({
      parameters: [
        { name: 'street', in: 'query', required: true },
        { name: 'cursor', in: 'query', required: false },
        { $ref: '#/components/parameters/Post' },
      ],
    });
    expect(Object.keys(list?.responses ?? {})).toEqual(['200', '304', '401', '403', '422', 'default']);
    expect(tree.paths?.['/api/projects']?.post).toMatchObject({ security: [] });
  });
});
