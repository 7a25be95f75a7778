// S3 for tests, by path: the operations that the adapters use, and the refusals that S3 makes of them.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Listening, listening } from '../listening.ts';
import { checkPolicy } from './post-policy.ts';
import { S3Error, S3Store, type Version } from './store.ts';

interface Request {
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: Buffer | string;
}

export interface S3 extends Listening {
  readonly store: S3Store;
}

export interface S3Options {
  readonly buckets: readonly string[];
  readonly secretAccessKey: string;
  readonly now: () => number;
  /** Hears of every object that came by a form, as EventBridge does. */
  /** Hears of every request, and whether it is charged as a read. */
  readonly asked?: (isRead: boolean) => void;
  readonly created?: (bucket: string, key: string, size: number) => void;
}

export async function startS3({ buckets, secretAccessKey, now, asked: heard, created }: S3Options): Promise<S3> {
  const store = new S3Store(buckets, now);
  const server = createServer(async (request, response) => {
    const url = new URL(`http://s3${request.url}`);
    const [, bucket = '', ...key] = url.pathname.split('/').map(decodeURIComponent);
    const asked: Request = {
      method: request.method ?? '',
      bucket,
      key: key.join('/'),
      query: url.searchParams,
      headers: request.headers,
      body: await buffer(request),
    };
    // A listing is charged as a write.
    heard?.(asked.method === 'GET' && asked.key !== '');
    const { status, headers = {}, body = '' } = answerTo(asked);
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
  });
  return { ...(await listening(server)), store };

  function answerTo(asked: Request): Answer {
    try {
      return asked.method === 'POST' && asked.key === '' ? post(asked) : objectOperation(store, asked);
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      const body = `<?xml version="1.0"?><Error><Code>${error.name}</Code><Message>${error.message}</Message></Error>`;
      return { status: error.status, headers: { 'content-type': 'application/xml' }, body };
    }
  }

  function post({ bucket, headers, body }: Request): Answer {
    const { fields, file } = formOf(String(headers['content-type']), body);
    checkPolicy({ bucket, fields, bytes: file.length, now: now(), secretAccessKey });
    const sum = fields.get('x-amz-checksum-sha256');
    if (sum !== undefined && sum !== createHash('sha256').update(file).digest('base64')) {
      throw new S3Error(400, 'BadDigest', 'The SHA256 you specified did not match the calculated checksum.');
    }
    const key = fields.get('key') ?? '';
    store.put(bucket, key, file);
    created?.(bucket, key, file.length);
    return { status: 204 };
  }
}

function objectOperation(store: S3Store, { method, bucket, key, query, headers, body }: Request): Answer {
  if (method === 'GET' && query.has('versions')) {
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: versionList(store, bucket, query) };
  }
  if (method === 'PUT' && query.has('retention')) {
    const [, until = ''] = /<RetainUntilDate>([^<]+)</.exec(body.toString()) ?? [];
    checkIntegrity(headers, body, true);
    store.lock(bucket, key, Date.parse(until), headers['x-amz-bypass-governance-retention'] === 'true');
    return { status: 200 };
  }
  switch (method) {
    case 'PUT': {
      checkIntegrity(headers, body, false);
      const version = store.put(bucket, key, body, {
        contentType: String(headers['content-type'] ?? 'binary/octet-stream'),
        ...(headers['if-none-match'] && { ifNoneMatch: headers['if-none-match'] }),
        ...(headers['if-match'] && { ifMatch: headers['if-match'] }),
      });
      return { status: 200, headers: headersOf(version) };
    }
    case 'GET': {
      const version = store.get(bucket, key, query.get('versionId') ?? undefined);
      return {
        status: 200,
        headers: { ...headersOf(version), 'content-type': version.contentType },
        body: version.body,
      };
    }
    case 'DELETE': {
      const versionId = query.get('versionId');
      store.delete(bucket, key, {
        ...(versionId !== null && { versionId }),
        bypassGovernance: headers['x-amz-bypass-governance-retention'] === 'true',
      });
      return { status: 204 };
    }
    default:
      throw new S3Error(405, 'MethodNotAllowed');
  }
}

const headersOf = ({ etag, versionId }: Version): Record<string, string> => ({ etag, 'x-amz-version-id': versionId });

/** A checksum that is sent must be right; a change of a lock must carry one. */
function checkIntegrity(headers: IncomingMessage['headers'], body: Buffer, isRequired: boolean): void {
  const sha256 = headers['x-amz-checksum-sha256'];
  const md5 = headers['content-md5'];
  const carries = Object.keys(headers).some((name) => name.startsWith('x-amz-checksum-')) || md5 !== undefined;
  if (isRequired && !carries)
    throw new S3Error(400, 'InvalidRequest', 'Content-MD5 OR x-amz-checksum- HTTP header is required');
  if (sha256 !== undefined && sha256 !== createHash('sha256').update(body).digest('base64')) {
    throw new S3Error(400, 'BadDigest', 'The SHA256 you specified did not match the calculated checksum.');
  }
  if (md5 !== undefined && md5 !== createHash('md5').update(body).digest('base64')) throw new S3Error(400, 'BadDigest');
}

function versionList(store: S3Store, bucket: string, query: URLSearchParams): string {
  const rows = store.list(bucket, query.get('prefix') ?? '').map(({ key, version }) => {
    const tag = version.isDeleteMarker ? 'DeleteMarker' : 'Version';
    return `<${tag}><Key>${key}</Key><VersionId>${version.versionId}</VersionId></${tag}>`;
  });
  return `<?xml version="1.0"?><ListVersionsResult><IsTruncated>false</IsTruncated>${rows.join('')}</ListVersionsResult>`;
}

/** The fields of a form in front of its file; S3 ignores whatever comes behind the file. */
function formOf(contentType: string, body: Buffer): { fields: Map<string, string>; file: Buffer } {
  const [, boundary = ''] = /boundary=(.+)$/.exec(contentType) ?? [];
  const fields = new Map<string, string>();
  for (const part of partsOf(body, `--${boundary}`)) {
    const end = part.indexOf('\r\n\r\n');
    const [, name = ''] = /name="([^"]+)"/.exec(part.subarray(0, end).toString()) ?? [];
    const content = part.subarray(end + 4, part.length - 2);
    if (name === 'file') return { fields, file: content };
    // Names of fields are the same in capital and small letters.
    fields.set(name.toLowerCase(), content.toString());
  }
  throw new S3Error(400, 'InvalidArgument', 'POST requires exactly one file upload per request.');
}

function partsOf(body: Buffer, delimiter: string): Buffer[] {
  const parts: Buffer[] = [];
  let from = body.indexOf(delimiter);
  while (from >= 0) {
    const next = body.indexOf(delimiter, from + delimiter.length);
    if (next < 0) break;
    parts.push(body.subarray(from + delimiter.length, next));
    from = next;
  }
  return parts;
}
