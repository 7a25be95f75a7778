// Issues a paper of a project as its clerk orders it: may this party, what does the ledger know, which number is next.
import { many } from '../../domain/bilingual.ts';
import { dateInShanghai, type PlainDate } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import { geometryOfSignSheet } from '../../domain/paper/filing/sheet-geometry.ts';
import { type Issued, registerLedger, registerOfSeries } from '../../domain/paper/issue-register.ts';
import { issuersOf } from '../../domain/paper/issuing-parties.ts';
import { officeOf, seriesOf } from '../../domain/paper/offices.ts';
import type { PaperContents, TypesetCode } from '../../domain/paper/paper-contents.ts';
import { type Actor, PARTIES } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';
import { listIssuedPapers } from '../runtime/issued-papers.ts';
import { keepSignSheets, type SignSheet } from '../runtime/sign-sheets.ts';
import { type FilledContents, fillContents } from './fill-contents.ts';
import { gatherFields } from './gather-fields.ts';
import { issuedBefore, issuePaper } from './issue-paper.ts';
import type { Press } from './press.ts';
import { rememberFields } from './remember-fields.ts';
import { sheetGeometry } from './sheet-geometry.ts';
import { type Making, type SetPaper, typesetPaper } from './typeset-paper.ts';

export interface ProjectPaperOrder {
  readonly kind: TypesetCode;
  /** What the ledger does not know. */
  readonly contents: JsonObject;
  /** Households that the paper is for, by their place in the roll; all unless told. */
  readonly households?: readonly number[] | undefined;
  /** Of the plan for forms of its ballot and notice, 1 for other papers, unless told. */
  readonly version?: number | undefined;
  /** Tells papers of one kind apart: the objection, the department, the inspection. */
  readonly serial?: number | undefined;
  /** 成文日期; today unless told. */
  readonly date?: PlainDate | undefined;
  /** As it signs; the office of whoever issues it unless told. */
  readonly issuer?: string | undefined;
  readonly disclosure?: Making['disclosure'];
}

export interface OrderedPaper {
  readonly actor: Actor;
  readonly project: Project;
  readonly order: ProjectPaperOrder;
}

/** Their version is the plan's: signatures and notices are of one plan (二(三)3). */
const OF_THE_PLAN: readonly TypesetCode[] = [
  'P1C',
  'F2',
  'F2D',
  'F2P',
  'F2S',
  'U1',
  'F3',
  'F4',
  'P2',
  'PB1',
  'OB1',
  'OB2',
];

export function versionOf({ project, order }: OrderedPaper): number {
  const ofPlan = OF_THE_PLAN.includes(order.kind) ? project.consent.plan?.version : undefined;
  return order.version ?? ofPlan ?? 1;
}

export function permitIssuing(kind: TypesetCode, { role }: Actor): Outcome<undefined> {
  const parties = issuersOf(kind);
  if (parties.includes(role)) return granted(undefined);
  const names = parties.map((party) => PARTIES[party]);
  return refused('FORBIDDEN_ROLE', {
    zh: `该文件由${names.map(({ zh }) => zh).join('、')}出具。`,
    en: `This paper is issued by: ${names.map(({ en }) => en).join(', ')}.`,
  });
}

export interface PreparedPaper extends FilledContents {
  /** Of the roll that its households are numbered by. */
  readonly rollHash?: string;
}

/** What the paper would say now, and what is missing. */
export async function preparePaper(ports: Ports, ordered: OrderedPaper): Promise<Outcome<PreparedPaper>> {
  const { project, order } = ordered;
  const { kind, contents: given } = order;
  const known = await gatherFields(ports, project, {
    kind,
    given,
    on: dateOf(ports, order),
    places: order.households,
  });
  if (!known.ok) return known;
  const { rollHash } = known.value;
  return granted({ ...fillContents(kind, known.value, given), ...(typeof rollHash === 'string' && { rollHash }) });
}

const dateOf = ({ clock }: Pick<Ports, 'clock'>, { date }: ProjectPaperOrder): PlainDate =>
  date ?? dateInShanghai(clock.now());

/** The office of the issuer; people's own bodies sign by the name that the paper gives them. */
function makingOf(ports: Ports, { actor, order }: OrderedPaper, contents: PaperContents): Making {
  const office = officeOf(actor.role, actor.unit);
  const named = (name: string): string | undefined => {
    const value = (contents as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? value : undefined;
  };
  const own =
    actor.role === 'BODY' ? named('bodyName') : actor.role === 'COMMUNITY' ? named('communityName') : undefined;
  return {
    issuer: order.issuer ?? own ?? office.name,
    date: dateOf(ports, order),
    printedBy: office.printedBy,
    disclosure: order.disclosure,
  };
}

/** As it would be issued, without number and codes: 送审稿. */
export async function draftPaper(ports: Ports, press: Press, ordered: OrderedPaper): Promise<Outcome<SetPaper>> {
  const prepared = await preparePaper(ports, ordered);
  if (!prepared.ok) return prepared;
  const { parsed } = prepared.value;
  if (!parsed.ok) return parsed;
  const making = makingOf(ports, ordered, parsed.value);
  return typesetPaper({ ...press, seal: ports.seal }, { kind: ordered.order.kind, contents: parsed.value, making });
}

/** How many pages a paper has that is set page by page; of all others the typesetter decides. */
export const pagesSetOf = (contents: PaperContents): number | undefined =>
  'pages' in contents ? contents.pages.length : undefined;

/** A picture of the draft; of a paper that is set page by page, a bill for each household, of the page at this place. */
export async function picturePaper(
  ports: Ports,
  press: Press,
  ordered: OrderedPaper,
  page: number,
): Promise<Outcome<SetPaper>> {
  const prepared = await preparePaper(ports, ordered);
  if (!prepared.ok) return prepared;
  const { parsed } = prepared.value;
  if (!parsed.ok) return parsed;
  const contents = parsed.value;
  const last = pagesSetOf(contents);
  if (last !== undefined && page > last) return noSuchPage(last);
  const making = makingOf(ports, ordered, contents);
  const shown =
    'pages' in contents ? ({ ...contents, pages: contents.pages.slice(page - 1, page) } as PaperContents) : contents;
  const order = { kind: ordered.order.kind, contents: shown, making, asPicture: true };
  return typesetPaper({ ...press, seal: ports.seal }, order);
}

function noSuchPage(last: number) {
  const says = { zh: `共 ${last} 页，没有这一页。`, en: `It has ${many(last, 'page')}, and not this one.` };
  return refused('MALFORMED', says, { fields: [{ path: '/page', says }] });
}

/**
 * The version that the next paper of the kind would be: one that is given, void or not, is never given again. Papers of
 * the plan have the plan's, since a sheet of another version would be refused when it comes back: what is void of it is
 * issued again as the next printing of the same version.
 */
export async function nextEdition(
  ports: Pick<Ports, 'views'>,
  ordered: OrderedPaper,
): Promise<{ readonly version: number; readonly printing?: number }> {
  const { project, order } = ordered;
  const issued = (await listIssuedPapers(ports, project.projectId, order.kind)).filter(
    ({ serials }) => serials === undefined || order.serial === undefined || serials.from === order.serial,
  );
  const version = versionOf(ordered);
  if (!OF_THE_PLAN.includes(order.kind))
    return { version: Math.max(version, ...issued.map((each) => each.version + 1)) };
  const before = issued.filter((paper) => paper.version === version);
  if (before.length === 0 || before.some(({ voidedOn }) => voidedOn === undefined)) return { version };
  return { version, printing: Math.max(...before.map(({ printing = 1 }) => printing)) + 1 };
}

/** A form to fill in, with its code: printed as often as it is needed, so that it stands in no register. */
export async function printForm(ports: Ports, press: Press, ordered: OrderedPaper): Promise<Outcome<SetPaper>> {
  const prepared = await preparePaper(ports, ordered);
  if (!prepared.ok) return prepared;
  const { parsed } = prepared.value;
  if (!parsed.ok) return parsed;
  const { project, order } = ordered;
  const edition = { projectNo: project.projectId, version: versionOf(ordered), serial: order.serial };
  const making = makingOf(ports, ordered, parsed.value);
  return typesetPaper({ ...press, seal: ports.seal }, { kind: order.kind, contents: parsed.value, making, edition });
}

export async function issueProjectPaper(
  ports: Ports,
  press: Press,
  ordered: OrderedPaper & { readonly request?: string | undefined },
): Promise<Outcome<Issued>> {
  const { actor, project, order, request } = ordered;
  const permitted = permitIssuing(order.kind, actor);
  if (!permitted.ok) return permitted;
  const { projectId } = project;
  const abbreviation = seriesOf(order.kind, officeOf(actor.role, actor.unit));
  const on = dateOf(ports, order);
  const register = registerLedger(abbreviation === undefined ? projectId : registerOfSeries(abbreviation, on));
  // Before the ledger is asked what the paper would say now: it may have gone on since.
  const before = await issuedBefore(ports, register, request);
  if (!before.ok) return before;
  if (before.value) {
    await rememberFields(ports, projectId, order.contents);
    return granted(before.value);
  }
  const prepared = await preparePaper(ports, ordered);
  if (!prepared.ok) return prepared;
  const { parsed, contents: said } = prepared.value;
  if (!parsed.ok) return parsed;
  const contents = parsed.value;
  const making = makingOf(ports, ordered, contents);
  const issued = await issuePaper(
    { ports, ...press },
    {
      actor,
      register,
      order: { kind: order.kind, contents, making },
      said,
      projectNo: projectId,
      version: versionOf(ordered),
      isVersionGiven: OF_THE_PLAN.includes(order.kind),
      serial: order.serial,
      abbreviation,
      request,
      ...('publicityEndsOn' in contents &&
        contents.publicityEndsOn !== undefined &&
        order.kind === 'F3' && { publicityEndsOn: contents.publicityEndsOn }),
      // The reader of scans must know every sheet before it can come back.
      onSet: (set) => keepSignSheets(ports, signSheetsOf(order.kind, prepared.value.rollHash, set)),
    },
  );
  if (issued.ok) await rememberFields(ports, projectId, order.contents);
  return issued;
}

/** Rows of a sheet bear places in the roll that the form was printed from. */
function signSheetsOf(kind: TypesetCode, rollHash: string | undefined, set: SetPaper): readonly SignSheet[] {
  if ((kind !== 'F2' && kind !== 'F2D') || rollHash === undefined) return [];
  return sheetGeometry(set).map(({ page, rows }) => ({
    name: page,
    ballot: 'PLAN',
    rollHash,
    geometry: geometryOfSignSheet(rows),
  }));
}
