// What buckets hold: every version of every object, delete markers and locks, as S3 keeps them.
import { createHash } from 'node:crypto';

export interface Version {
  readonly versionId: string;
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
  /** Governance lock, milliseconds since the epoch. */
  lockedUntil: number;
  readonly isDeleteMarker: boolean;
}

export class S3Error extends Error {
  readonly status: number;

  constructor(status: number, code: string, message = code) {
    super(message);
    this.name = code;
    this.status = status;
  }
}

export class S3Store {
  readonly #buckets = new Map<string, Map<string, Version[]>>();
  readonly #now: () => number;
  readonly #denied = new Set<string>();
  #versions = 0;

  /** `now` in milliseconds since the epoch. */
  constructor(buckets: readonly string[], now: () => number) {
    for (const bucket of buckets) this.#buckets.set(bucket, new Map());
    this.#now = now;
  }

  put(
    bucket: string,
    key: string,
    body: Buffer,
    options: { contentType?: string; ifNoneMatch?: string; ifMatch?: string } = {},
  ): Version {
    const current = this.#current(bucket, key);
    if (options.ifNoneMatch !== undefined && options.ifNoneMatch !== '*') throw new S3Error(501, 'NotImplemented');
    if (options.ifNoneMatch === '*' && current) throw new S3Error(412, 'PreconditionFailed');
    if (options.ifMatch !== undefined && !current) throw new S3Error(404, 'NoSuchKey');
    if (options.ifMatch !== undefined && current?.etag !== options.ifMatch) {
      throw new S3Error(412, 'PreconditionFailed');
    }
    return this.#add(bucket, key, body, options.contentType ?? 'binary/octet-stream', false);
  }

  get(bucket: string, key: string, versionId?: string): Version {
    if (versionId !== undefined) {
      const version = this.#objects(bucket)
        .get(key)
        ?.find((each) => each.versionId === versionId);
      if (!version) throw new S3Error(404, 'NoSuchVersion', 'The specified version does not exist.');
      return version;
    }
    const current = this.#current(bucket, key);
    if (!current) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
    return current;
  }

  list(bucket: string, prefix: string): readonly { key: string; version: Version }[] {
    return [...this.#objects(bucket)]
      .filter(([key]) => key.startsWith(prefix))
      .flatMap(([key, versions]) => versions.map((version) => ({ key, version })));
  }

  /** Without a version a delete only puts a marker on top; with one it is final, unless the version is locked. */
  delete(bucket: string, key: string, options: { versionId?: string; bypassGovernance?: boolean } = {}): void {
    if (options.versionId === undefined) {
      this.#add(bucket, key, Buffer.alloc(0), '', true);
      return;
    }
    const versions = this.#objects(bucket).get(key) ?? [];
    const place = versions.findIndex(({ versionId }) => versionId === options.versionId);
    const locked = (versions[place]?.lockedUntil ?? 0) > this.#now();
    if (locked && !this.#mayBypass(options.bypassGovernance)) throw new S3Error(403, 'AccessDenied');
    if (place >= 0) versions.splice(place, 1);
  }

  /** A governance lock is only ever made longer, except by who may bypass it. */
  lock(bucket: string, key: string, until: number, bypassGovernance: boolean): void {
    const current = this.get(bucket, key);
    if (until <= this.#now()) throw new S3Error(400, 'InvalidArgument', 'The retain until date must be in the future!');
    if (until < current.lockedUntil && !this.#mayBypass(bypassGovernance)) throw new S3Error(403, 'AccessDenied');
    current.lockedUntil = until;
  }

  /** Takes a right away from whoever asks, as a role without it has none. */
  deny(action: string): void {
    this.#denied.add(action);
  }

  allow(action: string): void {
    this.#denied.delete(action);
  }

  /** A lock is broken by a request that says so, of somebody who may. */
  #mayBypass(asked = false): boolean {
    return asked && !this.#denied.has('s3:BypassGovernanceRetention');
  }

  #objects(bucket: string): Map<string, Version[]> {
    const objects = this.#buckets.get(bucket);
    if (!objects) throw new S3Error(404, 'NoSuchBucket');
    return objects;
  }

  #current(bucket: string, key: string): Version | undefined {
    const latest = this.#objects(bucket).get(key)?.at(-1);
    return latest?.isDeleteMarker ? undefined : latest;
  }

  #add(bucket: string, key: string, body: Buffer, contentType: string, isDeleteMarker: boolean): Version {
    this.#versions += 1;
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    const version = {
      versionId: `v${this.#versions}`,
      body,
      contentType,
      etag,
      lockedUntil: 0,
      isDeleteMarker,
    };
    const objects = this.#objects(bucket);
    objects.set(key, [...(objects.get(key) ?? []), version]);
    return version;
  }
}
