// The part of yauzl that the zip guard uses: the package comes without types.
declare module 'yauzl' {
  import type { EventEmitter } from 'node:events';
  import type { Readable } from 'node:stream';

  export interface Entry {
    readonly fileName: string;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly compressionMethod: number;
    isEncrypted(): boolean;
  }

  export interface ZipFile extends EventEmitter<{ entry: [Entry]; end: []; error: [Error] }> {
    readEntry(): void;
    openReadStream(entry: Entry, callback: (error: Error | null, stream: Readable) => void): void;
  }

  export function fromBuffer(
    buffer: Buffer,
    options: { lazyEntries: true; strictFileNames: true; validateEntrySizes: true },
    callback: (error: Error | null, zip: ZipFile) => void,
  ): void;
}
