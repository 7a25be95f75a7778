// The OpenAPI 3.1 description, made from the routes themselves: what is not in a schema is not in the API.
import * as z from 'zod';
import { REFUSALS, type RefusalCode } from '../../domain/errors.ts';
import { Problem } from './problems.ts';
import type { Route } from './route.ts';

interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export interface ApiInfo {
  readonly version: string;
  /** Origins that the API is reached under. */
  readonly servers: readonly string[];
}

export function openApiOf(routes: readonly Route[], { version, servers }: ApiInfo): Record<string, unknown> {
  const components = new Components();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const described of routes) {
    paths[described.path] = {
      ...paths[described.path],
      [described.method.toLowerCase()]: operation(described, components),
    };
  }
  components.add('Problem', Problem, 'output');
  return {
    openapi: '3.1.0',
    info: {
      title: '旧改 Jiugai',
      version,
      description:
        '金额与面积为十进制字符串，日期为 YYYY-MM-DD，序号见 If-Match。 Amounts and areas are decimal strings, dates YYYY-MM-DD.',
    },
    servers: servers.map((url) => ({ url })),
    paths,
    components: {
      schemas: components.schemas,
      parameters: PARAMETERS,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

const PARAMETERS = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: '所依据的项目序号。 The seq of the project that the asker has seen.',
    schema: { type: 'string', examples: ['"17"'] },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: '重试时不变：24 小时内得到同一答复。 The same again on a retry: the same answer for 24 h.',
    schema: { type: 'string', minLength: 1, maxLength: 128 },
  },
  Post: {
    name: 'Jiugai-Post',
    in: 'header',
    description:
      '以哪个岗位办理：角色/单位（单位按百分号编码）；只有一个岗位时可省略。 The post acted under, role/unit with the unit percent-encoded; needless where one holds a single post.',
    schema: { type: 'string', examples: ['STREET/330302001'] },
  },
};

function operation(described: Route, components: Components): Record<string, unknown> {
  const { name, summary, method, access, input, ifMatch } = described;
  const parameters = [
    ...fieldsOf(input.params).map(([field, schema]) => ({ name: field, in: 'path', required: true, schema })),
    ...fieldsOf(input.query).map(([field, schema, required]) => ({ name: field, in: 'query', required, schema })),
    ...fieldsOf(input.headers).map(([field, schema, required]) => ({ name: field, in: 'header', required, schema })),
    ...(ifMatch ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
    ...(method === 'POST' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ...(isUnderPost(access) ? [{ $ref: '#/components/parameters/Post' }] : []),
  ];
  return {
    operationId: name,
    summary: `${summary.zh} ${summary.en}`,
    ...(parameters.length > 0 && { parameters }),
    ...(input.body && {
      requestBody: {
        required: !input.body.safeParse(undefined).success,
        content: { 'application/json': { schema: components.add(`${name}Body`, input.body, 'input') } },
      },
    }),
    responses: { ...success(described, components), ...problems(described) },
    // An empty list says that no sign-in is needed.
    security: access === 'PUBLIC' ? [] : [{ bearer: [] }],
    ...(Array.isArray(access) && { 'x-roles': access }),
  };
}

function success({ name, output, status, hasEtag }: Route, components: Components): Record<string, unknown> {
  const content =
    output === 'FILE'
      ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: components.add(`${name}Answer`, output, 'output') } };
  return {
    [status]: { description: 'OK', content },
    ...(hasEtag && { 304: { description: 'Not modified since If-None-Match' } }),
  };
}

const isUnderPost = (access: Route['access']): boolean => access !== 'PUBLIC' && access !== 'PERSON';

/** The refusals that the chain itself gives, and all others under one roof. */
function problems({ method, access, input, ifMatch }: Route): Record<string, unknown> {
  const codes: RefusalCode[] = [
    ...(access === 'PUBLIC' ? (['RATE_LIMITED'] as const) : (['UNAUTHENTICATED'] as const)),
    ...(isUnderPost(access) ? (['CHOOSE_POST', 'NOT_YOUR_POST'] as const) : []),
    ...(Array.isArray(access) ? (['FORBIDDEN_ROLE'] as const) : []),
    ...(input.body ? (['TOO_LARGE', 'UNSUPPORTED_TYPE'] as const) : []),
    ...(method === 'POST' || input.params || input.query || input.headers ? (['MALFORMED'] as const) : []),
    ...(ifMatch ? (['PRECONDITION_REQUIRED', 'STALE'] as const) : []),
  ];
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const { status, title } = REFUSALS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), title.en]);
  }
  return {
    ...Object.fromEntries(
      [...byStatus].map(([status, titles]) => [status, { description: titles.join('; '), content }]),
    ),
    default: { description: 'Any other refusal or fault', content },
  };
}

/** Name, schema and whether it must be there, for each field of an object schema. */
function fieldsOf(schema: z.ZodType | undefined): [string, unknown, boolean][] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toJsonSchema(schema, 'input');
  return Object.entries(properties).map(([name, field]) => [name, field, required.includes(name)]);
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...jsonSchema } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return jsonSchema;
}

/** The schemas of all operations side by side, each under a name of its own. */
class Components {
  readonly schemas: Record<string, JsonSchema> = {};

  /** Puts the schema and all that it refers to in place; returns the reference. */
  add(name: string, schema: z.ZodType, io: 'input' | 'output'): { $ref: string } {
    const { $defs = {}, ...root } = toJsonSchema(schema, io);
    // A schema with an id is the same wherever it is used, but asks for less going in than it promises coming out.
    const nameOf = (definition: string) =>
      definition.startsWith('__') ? `${name}${definition}` : `${definition}${io === 'input' ? 'Input' : ''}`;
    const rename = (reference: string) => (reference === '#' ? name : nameOf(reference.slice('#/$defs/'.length)));
    this.schemas[name] = withReferences(root, rename);
    for (const [definition, defined] of Object.entries($defs)) {
      this.schemas[nameOf(definition)] = withReferences({ ...defined }, rename);
    }
    return { $ref: `#/components/schemas/${name}` };
  }
}

function withReferences(schema: JsonSchema, rename: (reference: string) => string): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' && typeof value === 'string' ? `#/components/schemas/${rename(value)}` : value,
  );
}
