// The printing room of the story: has the system issue papers over HTTP, and lays each out where a person can find it.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { documentKind } from '../../domain/paper/catalogue.ts';
import type { TypesetCode } from '../../domain/paper/paper-contents.ts';
import type { Desk } from './desk.ts';

export interface IssuedPaper {
  readonly kind: TypesetCode;
  readonly title: string;
  readonly number?: string;
  readonly version: number;
  readonly serials?: { readonly from: number; readonly to: number };
  readonly pages: number;
  readonly sha256: string;
}

export interface Extras {
  readonly serial?: number;
  readonly version?: number;
  /** What tells this paper from others of its kind, in the name of its file. */
  readonly called?: string;
  readonly issuer?: string;
}

export class PrintingRoom {
  readonly #desk: Desk;
  readonly #folder: string;
  readonly #issued = new Map<TypesetCode, IssuedPaper[]>();

  /** `folder`: where the papers are laid out. */
  constructor(desk: Desk, folder: string) {
    this.#desk = desk;
    this.#folder = folder;
  }

  /** Kinds that have been issued, and how many papers of them. */
  get issued(): ReadonlyMap<TypesetCode, readonly IssuedPaper[]> {
    return this.#issued;
  }

  /** `contents`: what the clerk types; the rest comes from the ledger. */
  async issue(
    account: string,
    projectId: string,
    kind: TypesetCode,
    contents: object = {},
    { called, ...extras }: Extras = {},
  ): Promise<IssuedPaper> {
    const path = `/api/projects/${projectId}/papers`;
    const paper = await this.#desk.post<IssuedPaper>(account, path, { kind, contents, ...extras });
    await this.layOut(paper, await this.#desk.download(account, `${path}/${paper.sha256}`), called);
    return paper;
  }

  async issueForDistrict(account: string, year: string, kind: TypesetCode, contents: object, serial: number) {
    const path = `/api/programme/${year}/papers`;
    const paper = await this.#desk.post<IssuedPaper>(account, path, { kind, contents, serial });
    await this.layOut(paper, await this.#desk.download(account, `${path}/${paper.sha256}`));
    return paper;
  }

  /** `3-F3-黄龙教育新村改造居民意见公示书.pdf`: step, code, title. */
  async layOut(paper: IssuedPaper, bytes: Uint8Array, called?: string): Promise<void> {
    this.#issued.set(paper.kind, [...(this.#issued.get(paper.kind) ?? []), paper]);
    await mkdir(this.#folder, { recursive: true });
    const { step } = documentKind(paper.kind);
    const name = [step, paper.kind, paper.title.replaceAll('/', '／'), ...(called === undefined ? [] : [called])].join(
      '-',
    );
    for (let copy = 1; ; copy += 1) {
      const file = `${this.#folder}/${name}${copy === 1 ? '' : `-${copy}`}.pdf`;
      if (existsSync(file)) continue;
      await writeFile(file, bytes);
      return;
    }
  }
}
