// Issues a paper: number without gaps, code on every page, bytes kept, hash in the register. The seal is the issuer's own.
import { type PlainDate, yearOf } from '../../domain/calendar/plain-date.ts';
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import { canonicalJson, type JsonObject } from '../../domain/json.ts';
import { type Entry, type LedgerRef, sealEntry } from '../../domain/ledger.ts';
import type { SetPage } from '../../domain/paper/contents/fields.ts';
import {
  foldIssueRegister,
  type Issued,
  isSameVersion,
  issuedPayload,
  issuedRow,
  nextPrinting,
  nextSerial,
  type PaperName,
} from '../../domain/paper/issue-register.ts';
import { keptContents } from '../../domain/paper/kept-contents.ts';
import { documentNumber } from '../../domain/paper/numbers.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { askedBefore } from '../runtime/asked-before.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { sheetGeometry } from './sheet-geometry.ts';
import { type PaperOrder, type PrintingHouse, paperTitle, type SetPaper, typesetPaper } from './typeset-paper.ts';
import type { Typesetter } from './typesetter.ts';

export interface PrintingShop {
  readonly ports: Ports;
  readonly typesetter: Typesetter;
  readonly house: PrintingHouse;
}

export interface IssueRequest {
  readonly actor: Actor;
  /** The ledger of the numbering series, or of the project's papers without number. */
  readonly register: LedgerRef;
  readonly order: Omit<PaperOrder, 'edition'>;
  /** Its contents as they were filled in, by the names of their fields. */
  readonly said: JsonObject;
  readonly projectNo: string;
  readonly version: number;
  /** The version is another thing's, a plan's: what is void of it is issued again under it, as its next printing. */
  readonly isVersionGiven?: boolean;
  /** Tells papers of one kind in one project apart. */
  readonly serial?: number | undefined;
  /** 机关代字, for papers that bear a 文号. */
  readonly abbreviation?: string | undefined;
  readonly publicityEndsOn?: PlainDate | undefined;
  /** The mark of the request, if it came with an Idempotency-Key. */
  readonly request?: string | undefined;
  /** Told of the paper before it is in the register: for what must be there as soon as it is. */
  readonly onSet?: (set: SetPaper) => Promise<void>;
}

/** The version of how papers are numbered and coded; their entries rest on no other rule. */
export const REGISTER_RULEBOOK = 'papers@1';

/** As many may issue in one series at one moment; each round at least one of them succeeds. */
const ATTEMPTS = 20;

export async function issuePaper(shop: PrintingShop, request: IssueRequest): Promise<Outcome<Issued>> {
  const { ports } = shop;
  const named = nameOf(request);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const entries = await ports.ledger.read(request.register);
    const register = foldIssueRegister(entries);
    const asked = issuedIn(entries, request.request);
    if (!asked.ok) return asked;
    if (asked.value) return granted(asked.value);
    const before = register.issued.filter(({ paper }) => isSameVersion(paper, named));
    const isVoid = request.isVersionGiven === true && before.every(({ voidedOn }) => voidedOn !== undefined);
    if (before.length > 0 && !isVoid) return request.isVersionGiven === true ? holdsAlready() : alreadyIssued();

    const printing = request.isVersionGiven === true ? nextPrinting(register, named) : undefined;
    const name = { ...named, ...(printing !== undefined && { printing }) };
    const printed = await print(shop, request, name, nextSerial(register));
    if (!printed.ok) return printed;
    const issued = printed.value;
    const entry = sealEntry(request.register, register.head, {
      at: ports.clock.now(),
      act: 'issue-paper',
      actor: request.actor,
      payload: issued as JsonObject,
      findings: [],
      rulebook: REGISTER_RULEBOOK,
      calendar: (await currentCalendar(ports)).version,
      ...(request.request !== undefined && { request: request.request }),
    });
    const views = [
      issuedRow(request.register, entry.seq, {
        paper: issued,
        issuedBy: { role: request.actor.role, unit: request.actor.unit },
      }),
    ];
    const appended = await ports.ledger.append(request.register, entry, { views, messages: [], signals: [] });
    if (appended === 'APPENDED') return granted(issued);
    await discardUnlessIssued(ports, request.register, issued.sha256);
  }
  throw new Fault('CONTENTION', 'too many papers are issued in this series at once');
}

/** The paper that the same request issued when it came first. */
export const issuedBefore = async (
  { ledger }: Pick<Ports, 'ledger'>,
  register: LedgerRef,
  request: string | undefined,
): Promise<Outcome<Issued | undefined>> =>
  request === undefined ? granted(undefined) : issuedIn(await ledger.read(register), request);

function issuedIn(entries: readonly Entry[], request: string | undefined): Outcome<Issued | undefined> {
  const before = askedBefore(entries, request);
  return before.ok ? granted(before.value && issuedPayload.parse(before.value.payload)) : before;
}

/** Which paper it is, before it has a number or bytes. */
function nameOf({ projectNo, version, serial, order: { kind, contents } }: IssueRequest): PaperName {
  const serials = 'pages' in contents ? contents.pages.flatMap((page: SetPage) => page.serial ?? []) : [];
  const [first = serial] = serials;
  const last = serials.at(-1) ?? serial;
  return {
    projectNo,
    kind,
    version,
    ...(first !== undefined && last !== undefined && { serials: { from: first, to: last } }),
  };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Sets the paper under the number that it will have if nobody else takes it, and keeps its bytes. */
async function print(
  shop: PrintingShop,
  request: IssueRequest,
  named: PaperName,
  next: number,
): Promise<Outcome<Issued>> {
  const { ports, house, typesetter } = shop;
  const { order, said, abbreviation, projectNo, version, serial, publicityEndsOn } = request;
  const { issuer, date } = order.making;
  const number = abbreviation === undefined ? undefined : documentNumber(abbreviation, yearOf(date), next);
  const typeset = await typesetPaper(
    { typesetter, seal: ports.seal, house },
    { ...order, edition: { projectNo, version, printing: named.printing, serial, number } },
  );
  if (!typeset.ok) return typeset;
  const set = typeset.value;
  await request.onSet?.(set);
  const geometry = sheetGeometry(set);
  const keep = async (bytes: Uint8Array, mediaType: string) =>
    (await ports.papers.put(bytes, { mediaType, paperClass: 'ISSUED', storedAt: ports.clock.now() })).sha256;
  return granted(
    issuedPayload.parse({
      ...named,
      title: paperTitle(order.kind, order.contents, house),
      issuer,
      issuedOn: date,
      ...(number !== undefined && { number, serial: next }),
      sha256: await keep(set.paper.pdf(), 'application/pdf'),
      pages: set.paper.pages,
      contents: await keep(encode(JSON.stringify(keptContents(said))), 'application/json'),
      ...(geometry.length > 0 && { geometry: await keep(encode(canonicalJson(geometry)), 'application/json') }),
      ...(publicityEndsOn !== undefined && { publicityEndsOn }),
    }),
  );
}

/** A paper under a number that somebody else got must not lie about as if it were issued. */
async function discardUnlessIssued(ports: Ports, ref: LedgerRef, sha256: string): Promise<void> {
  const { issued } = foldIssueRegister(await ports.ledger.read(ref));
  if (!issued.some(({ paper }) => paper.sha256 === sha256)) await ports.papers.erase(sha256);
}

const alreadyIssued = () =>
  refused('NOT_NOW', {
    zh: '该文件的这一版本已签发；如有改动，请升版后重新签发',
    en: 'This version of the paper is issued already; after a change, issue the next version',
  });

/** Of a paper of the plan: there is no next version to go to. */
const holdsAlready = () =>
  refused('NOT_NOW', {
    zh: '这一版方案的该文件已签发，仍然有效；印错的，先由两人作废，再按同一版重新印发',
    en: 'This paper of this version of the plan is issued and holds; if it is misprinted, two persons void it, then it is issued again under the same version',
  });
