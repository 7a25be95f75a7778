// Settles a page that needed attention, by a person who looked at its picture: file it, let it replace another, leave it out.
import { granted, type Outcome, refused } from '../../../domain/errors.ts';
import type { RESOLUTIONS, StackPageRecord } from '../../../domain/paper/filing/filed-page.ts';
import { PAGE_FINDINGS, type PageFindingCode, stateUnder } from '../../../domain/paper/filing/page-findings.ts';
import type { PageName } from '../../../domain/paper/filing-code.ts';
import type { Actor } from '../../../domain/parties.ts';
import type { Ports } from '../../../domain/ports.ts';
import { findPage, writeOfPage } from '../../runtime/scanned-page.ts';
import { findSignSheet } from '../../runtime/sign-sheets.ts';
import { identifyPage } from './identify-page.ts';
import { findOwnPage, type PageRequest } from './page-access.ts';
import { type CellRow, findCells, writeOfCells } from './sheet-cells.ts';
import { findFiled, writeOfFiled } from './stack-records.ts';
import { isPosted, takePlace } from './take-place.ts';

export interface PageResolution {
  readonly kind: (typeof RESOLUTIONS)[number];
  /** As printed on the page, where no machine could read it. */
  readonly code?: string | undefined;
}

export interface ResolvePageRequest extends PageRequest {
  readonly resolution: PageResolution;
}

type ResolvingPorts = Pick<Ports, 'ledger' | 'views' | 'seal' | 'clock'>;

export async function resolvePage(
  ports: ResolvingPorts,
  request: ResolvePageRequest,
): Promise<Outcome<StackPageRecord>> {
  const { actor, resolution } = request;
  const found = await findOwnPage(ports, request);
  if (!found.ok) return found;
  const page = found.value;
  if (page.state !== 'NEEDS_ATTENTION') return notOpen(page);
  const resolved: StackPageRecord = {
    ...page,
    revision: page.revision + 1,
    resolved: { resolution: resolution.kind, by: actor.id, at: ports.clock.now() },
  };
  if (resolution.kind === 'LEAVE_OUT') return settle(ports, { ...resolved, ...ended(page, ['LEFT_OUT']) });
  const name = await nameOf(ports, actor, page, resolution);
  if (!name.ok) return name;
  const placed =
    resolution.kind === 'REPLACE' ? await replace(ports, page, name.value) : await file(ports, page, name.value);
  if (!placed.ok) return placed;
  await openCells(ports, page, name.value);
  return settle(ports, { ...resolved, name: name.value, state: 'FILED' });
}

const ended = ({ findings }: StackPageRecord, more: readonly PageFindingCode[]) => {
  const all = [...findings, ...more];
  return { findings: all, state: stateUnder(all) };
};

async function nameOf(
  ports: ResolvingPorts,
  actor: Actor,
  page: StackPageRecord,
  { code }: PageResolution,
): Promise<Outcome<PageName>> {
  const text = code ?? page.code?.text;
  const { name, findings } = await identifyPage(ports, actor, text);
  const [objection] = findings;
  if (name !== null && objection === undefined) return granted(name);
  const { says, toDo } = PAGE_FINDINGS[objection ?? 'NO_CODE'];
  return refused(
    'MALFORMED',
    { zh: `${says.zh}；${toDo.zh}`, en: `${says.en}. ${toDo.en}` },
    { fields: [{ path: '/code', says }] },
  );
}

async function file(ports: ResolvingPorts, page: StackPageRecord, name: PageName): Promise<Outcome<undefined>> {
  const [objection] = await takePlace(ports, { ...page, name });
  if (objection === undefined) return granted(undefined);
  return refused('NOT_NOW', {
    zh: `${PAGE_FINDINGS[objection].says.zh}；要用这一页代替的，请选择“替换原页”`,
    en: `${PAGE_FINDINGS[objection].says.en}. Let this page replace the one on file if it should`,
  });
}

/** The page that held the place is kept as what it was, and says that it was replaced. */
async function replace(ports: ResolvingPorts, page: StackPageRecord, name: PageName): Promise<Outcome<undefined>> {
  const held = isPosted(name) ? undefined : await findFiled(ports, name);
  if (held === undefined || held.pageId === page.pageId) return file(ports, page, name);
  await ports.views.write([writeOfFiled(name, { pageId: page.pageId, turn: held.turn + 1 })]);
  if ((await findFiled(ports, name))?.pageId !== page.pageId) return somebodyFirst();
  const before = await findPage(ports, held.pageId);
  if (before !== undefined) {
    await ports.views.write([
      writeOfPage({ ...before, revision: before.revision + 1, ...ended(before, ['REPLACED']) }),
    ]);
  }
  return granted(undefined);
}

/** A sheet to sign that no machine could lay out is entered from its picture, by two people. */
async function openCells(ports: ResolvingPorts, { pageId }: StackPageRecord, name: PageName): Promise<void> {
  const sheet = await findSignSheet(ports, name);
  if (sheet === undefined || (await findCells(ports, pageId)) !== undefined) return;
  const rows = sheet.geometry.rows.map(
    ({ no }): CellRow => ({
      no,
      reading: { no, signature: 'LOOK', opinion: 'LOOK', publishRoom: 'LOOK' },
      strip: null,
      confirmations: [],
    }),
  );
  const { ballot, rollHash } = sheet;
  await ports.views.write([writeOfCells({ pageId, revision: 1, name, ballot, rollHash, rows })]);
}

/** Of two people at once the first one's word stays, and the second one is told. */
async function settle(ports: ResolvingPorts, page: StackPageRecord): Promise<Outcome<StackPageRecord>> {
  await ports.views.write([writeOfPage(page)]);
  const written = await findPage(ports, page.pageId);
  const mine = written?.resolved?.by === page.resolved?.by && written?.resolved?.at === page.resolved?.at;
  return mine ? granted(page) : somebodyFirst();
}

const notOpen = ({ state }: StackPageRecord) =>
  refused('NOT_NOW', {
    zh: state === 'CHECKING' ? '这一页还在核验，请稍候' : '这一页已经处理完毕',
    en: state === 'CHECKING' ? 'The page is still being checked' : 'The page is settled already',
  });

const somebodyFirst = () =>
  refused('STALE', {
    zh: '他人刚刚处理了这一页；请刷新后再看',
    en: 'Somebody has just settled this page: look again',
  });
