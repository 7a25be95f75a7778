// Addresses of an objection: the form, its sending, and the receipt that tells what became of it.
import { granted, type Outcome, refused } from '../../../../domain/errors.ts';
import { canonicalJson } from '../../../../domain/json.ts';
import { typedBase32 } from '../../../../domain/paper/base32.ts';
import type { Ports } from '../../../../domain/ports.ts';
import type { Project } from '../../../../domain/projects/project.ts';
import { codeInAddress, findNotice } from '../../../runtime/find-notice.ts';
import { loadProject } from '../../../runtime/load-project.ts';
import { type PageAnswer, type PageRoutes, pageRoute } from '../page-route.ts';
import type { Reader } from '../reader.ts';
import { type FindContact, streetOffice } from '../whom-to-ask.ts';
import { closedObjection } from './closed-objection.ts';
import { type Draft, emptyDraft, isTopic, type Mistake, MOST_WORDS, objectionForm, TOPICS } from './objection-form.ts';
import { receiptPage } from './receipt-page.ts';

/** The act of publicity behind the form. */
export type TakeObjection = (
  ports: Ports,
  noticeCode: string,
  objection: { unitCode: string; raisedBy: 'OWNER' | 'OTHER_RESIDENT'; words: string },
  request?: string,
) => Promise<Outcome<{ readonly objectionId: string; readonly projectId: string }>>;

const showObjectionForm = pageRoute({
  name: 'showObjectionForm',
  method: 'GET',
  path: '/p/n/{code}/objection',
  async handle(request, ports) {
    const { params, reader, contact } = request;
    const { code = '' } = params;
    const found = await findNotice(ports, code);
    const closed = await closedObjection(ports, code, found, request);
    if (closed) return granted(closed);
    if (found.ok) return granted(formOf(found.value, code, emptyDraft(ports.newId()), [], { reader, contact }));
    // Whoever kept the address of the form reads on the page of the notice that it was voided, and what holds now.
    return found.refusal.code === 'NOT_NOW' ? granted({ redirect: reader.link(`/p/n/${code}`) }) : found;
  },
});

const sendObjection = (takeObjection: TakeObjection): PageRoutes =>
  pageRoute({
    name: 'sendObjection',
    method: 'POST',
    path: '/p/n/{code}/objection',
    async handle(request, ports) {
      const { params, form, reader } = request;
      const { code = '' } = params;
      const found = await findNotice(ports, code);
      const closed = () => closedObjection(ports, code, found, request);
      if (!found.ok) return orElse(await closed(), found);
      const again = async (draft: Draft, mistakes: readonly Mistake[]) =>
        granted((await closed()) ?? formOf(found.value, code, draft, mistakes, request));
      const draft = draftOf(form);
      const mistakes = mistakesIn(draft);
      if (mistakes.length > 0) return again(draft, mistakes);
      const objection = {
        unitCode: draft.unitCode,
        raisedBy: draft.owner ? 'OWNER' : 'OTHER_RESIDENT',
        words: [isTopic(draft.topic) ? TOPICS[draft.topic].zh : '', draft.words].filter(Boolean).join('：'),
      } as const;
      const taken = await takeObjection(ports, code, objection, requestOfSheet(ports, draft));
      if (taken.ok) {
        const { projectId, objectionId } = taken.value;
        return granted({ redirect: reader.link(`/p/o/${projectId}.${objectionId}`) });
      }
      const wrongCode = taken.refusal.fields?.some(({ path }) => path === '/unitCode');
      return wrongCode
        ? again(draft, [{ field: 'unit-code', says: taken.refusal.says }])
        : orElse(await closed(), taken);
    },
  });

/** What came in time has its receipt, whenever it is asked for again: only what is refused is told that the time is over. */
const orElse = <T>(closed: PageAnswer | undefined, otherwise: Outcome<T>): Outcome<T | PageAnswer> =>
  closed ? granted(closed) : otherwise;

function draftOf(form: Readonly<Record<string, string>>): Draft {
  const { unitCode = '', topic = '', words = '', tenant, sheet = '' } = form;
  const typed = { unitCode: unitCode.trim().slice(0, 20), topic, words: words.trim(), owner: tenant === undefined };
  return { ...typed, sheet: sheet.slice(0, 64) };
}

/** A browser that lost the answer sends the sheet again; whoever goes back and writes other words on it objects once more. */
function requestOfSheet({ seal }: Pick<Ports, 'seal'>, draft: Draft): string | undefined {
  return draft.sheet === '' ? undefined : seal.keyedHash('request', canonicalJson({ ...draft }));
}

function mistakesIn({ unitCode, topic, words }: Draft): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  if (typedBase32(unitCode).length !== 8) {
    mistakes.push({
      field: 'unit-code',
      says: {
        zh: '户码应为 8 位，在放进您家信箱的户码条上；丢了可到社区补打。',
        en: 'The code has eight characters, on the slip in your letter box; the community prints it again.',
      },
    });
  }
  if (!isTopic(topic)) {
    mistakes.push({ field: 'topic', says: { zh: '还没选异议的内容，请选一项。', en: 'Choose what it is about.' } });
  }
  if ([...words].length > MOST_WORDS) {
    mistakes.push({
      field: 'words',
      says: { zh: `说明最多 ${MOST_WORDS} 字。`, en: `Up to ${MOST_WORDS} characters, please.` },
    });
  }
  return mistakes;
}

function formOf(
  { neighbourhood, publicity }: Project,
  code: string,
  draft: Draft,
  mistakes: readonly Mistake[],
  { reader, contact }: { reader: Reader; contact: FindContact },
) {
  // While it is interrupted nobody knows the day: it only gets later than what was announced.
  const until = publicity.runsFrom && publicity.endsOn && reader.day(publicity.endsOn);
  const street = contact(streetOffice(neighbourhood));
  return objectionForm({ neighbourhood, code: codeInAddress(code), until, draft, mistakes, street }, reader);
}

const showReceipt = pageRoute({
  name: 'showReceipt',
  method: 'GET',
  path: '/p/o/{receipt}',
  async handle({ params: { receipt = '' }, reader }, ports) {
    const [projectId = '', objectionId = ''] = receipt.split('.');
    const project = await loadProject(ports, projectId);
    const objection = project?.publicity.objections.find((each) => each.objectionId === objectionId.toUpperCase());
    if (project === undefined || objection === undefined) {
      return refused('NOT_FOUND', {
        zh: '没有这个异议编号，请核对网址；也可凭编号向业委会（自治小组）或街道查询。',
        en: 'There is no objection of that number: check the address, or ask the owners’ body or the street office.',
      });
    }
    return granted(receiptPage(project, objection, reader));
  },
});

export const objectionPages = (takeObjection: TakeObjection): readonly PageRoutes[] => [
  showObjectionForm,
  sendObjection(takeObjection),
  showReceipt,
];
