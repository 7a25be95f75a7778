// Addresses of a notice: the page itself, the questions about the own unit, the papers that hang.
import { granted, type Outcome, type Refusal, refused } from '../../../../domain/errors.ts';
import type { Ports } from '../../../../domain/ports.ts';
import type { Project } from '../../../../domain/projects/project.ts';
import { type PublicityRecord, voidNow } from '../../../../domain/projects/publicity/record.ts';
import { findNotice } from '../../../runtime/find-notice.ts';
import { pageRoute } from '../page-route.ts';
import type { Reader } from '../reader.ts';
import { noticeFacts } from './notice-facts.ts';
import { type Asked, noticePage } from './notice-page.ts';
import { lookUpRoom, lookUpUnit } from './own-unit.ts';
import { findPastNotice, pastNoticePage } from './past-notice.ts';

const showNotice = pageRoute({
  name: 'showNotice',
  method: 'GET',
  path: '/p/n/{code}',
  async handle({ params: { code = '' }, reader, contact }, ports) {
    const found = await findNotice(ports, code);
    if (found.ok) return granted(noticePage({ facts: await noticeFacts(ports, found.value), code, contact }, reader));
    const past = await findPastNotice(ports, code);
    return past ? granted(pastNoticePage(past, await noticeFacts(ports, past.project), reader)) : found;
  },
});

const askAboutOwnUnit = pageRoute({
  name: 'askAboutOwnUnit',
  method: 'POST',
  path: '/p/n/{code}/own',
  async handle({ params: { code = '' }, form, reader, contact }, ports) {
    const found = await findNotice(ports, code);
    if (!found.ok) return found;
    const asked = await ask(ports, found.value, form, reader);
    if (!asked.ok) return asked;
    const facts = await noticeFacts(ports, found.value);
    return granted(noticePage({ facts, code, contact, asked: asked.value }, reader));
  },
});

async function ask(
  ports: Ports,
  project: Project,
  { room, unitCode = '' }: Readonly<Record<string, string>>,
  reader: Reader,
): Promise<Outcome<Asked>> {
  const field = room === undefined ? 'unitCode' : 'room';
  const answer =
    room === undefined ? await lookUpUnit(ports, project, unitCode) : await lookUpRoom(ports, project, room);
  if (answer.ok) return granted({ answer: answer.value });
  return answer.refusal.code === 'MALFORMED'
    ? granted({ mistake: { field, says: reader.say(answer.refusal.says) } })
    : answer;
}

/** A page that was only to be looked at again after a form was sent. */
const showNoticeAgain = pageRoute({
  name: 'showNoticeAgain',
  method: 'GET',
  path: '/p/n/{code}/own',
  handle: async ({ params: { code = '' }, reader }) => granted({ redirect: reader.link(`/p/n/${code}`) }),
});

const downloadNoticePaper = pageRoute({
  name: 'downloadNoticePaper',
  method: 'GET',
  path: '/p/n/{code}/papers/{kind}',
  async handle({ params: { code = '', kind = '' } }, ports) {
    const found = await findNotice(ports, code);
    if (!found.ok) return found;
    const sha256 = paperOf(found.value.publicity, kind);
    const meta = sha256 === undefined ? undefined : await ports.papers.describe(sha256);
    // A paper from the vault is not for the wall, whoever put it there.
    const bytes = meta && meta.paperClass !== 'VAULT' ? await ports.papers.get(meta.sha256) : undefined;
    if (meta === undefined || bytes === undefined) return noSuchPaper();
    const ending = meta.mediaType.split('/')[1] ?? 'bin';
    const fileName = `${found.value.projectId}-${kind}.${ending}`;
    return granted({ file: { bytes, mediaType: meta.mediaType, fileName } });
  },
});

/** Not F4: rooms hang on the wall, and are no file for everybody. Nor what is void: the new print is not made ready yet. */
function paperOf(publicity: PublicityRecord, kind: string): string | undefined {
  if (kind !== 'F3' && kind !== 'P2') return undefined;
  return voidNow(publicity).some((paper) => paper.kind === kind) ? undefined : publicity.notice?.[kind];
}

const noSuchPaper = (): { ok: false; refusal: Refusal } =>
  refused('NOT_FOUND', { zh: '没有这份文件。', en: 'There is no such paper.' });

export const NOTICE_PAGES = [showNotice, askAboutOwnUnit, showNoticeAgain, downloadNoticePaper];
