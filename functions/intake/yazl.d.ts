// The part of yazl that rebuilds a checked archive: the package comes without types.
declare module 'yazl' {
  import type { Readable } from 'node:stream';

  export class ZipFile {
    readonly outputStream: Readable;
    addBuffer(buffer: Uint8Array, path: string, options: { compress: boolean; mtime: Date }): void;
    end(): void;
  }
}
