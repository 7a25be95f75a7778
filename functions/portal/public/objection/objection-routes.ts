// Addresses of an objection: the form, its sending, and the receipt that tells what became of it.
import { granted, type Outcome, refused } from '../../../../domain/errors.ts';
import { typedBase32 } from '../../../../domain/paper/base32.ts';
import type { Ports } from '../../../../domain/ports.ts';
import type { Project } from '../../../../domain/projects/project.ts';
import { codeInAddress, findNotice } from '../../../runtime/find-notice.ts';
import { loadProject } from '../../../runtime/load-project.ts';
import { type PageRoutes, pageRoute } from '../page-route.ts';
import type { Reader } from '../reader.ts';
import { type Draft, EMPTY_DRAFT, isTopic, type Mistake, MOST_WORDS, objectionForm, TOPICS } from './objection-form.ts';
import { receiptPage } from './receipt-page.ts';

/** The act of publicity behind the form. */
export type TakeObjection = (
  ports: Ports,
  noticeCode: string,
  objection: { unitCode: string; raisedBy: 'OWNER' | 'OTHER_RESIDENT'; words: string },
) => Promise<Outcome<{ readonly objectionId: string; readonly projectId: string }>>;

const showObjectionForm = pageRoute({
  name: 'showObjectionForm',
  method: 'GET',
  path: '/p/n/{code}/objection',
  async handle({ params: { code = '' }, reader }, ports) {
    const found = await findNotice(ports, code);
    if (found.ok) return granted(formOf(found.value, code, EMPTY_DRAFT, [], reader));
    // Whoever kept the address of the form reads on the page of the notice that it was voided, and what holds now.
    return found.refusal.code === 'NOT_NOW' ? granted({ redirect: reader.link(`/p/n/${code}`) }) : found;
  },
});

const sendObjection = (takeObjection: TakeObjection): PageRoutes =>
  pageRoute({
    name: 'sendObjection',
    method: 'POST',
    path: '/p/n/{code}/objection',
    async handle({ params: { code = '' }, form, reader }, ports) {
      const found = await findNotice(ports, code);
      if (!found.ok) return found;
      const draft = draftOf(form);
      const mistakes = mistakesIn(draft);
      if (mistakes.length > 0) return granted(formOf(found.value, code, draft, mistakes, reader));
      const taken = await takeObjection(ports, code, {
        unitCode: draft.unitCode,
        raisedBy: draft.owner ? 'OWNER' : 'OTHER_RESIDENT',
        words: [isTopic(draft.topic) ? TOPICS[draft.topic].zh : '', draft.words].filter(Boolean).join('：'),
      });
      if (taken.ok) {
        const { projectId, objectionId } = taken.value;
        return granted({ redirect: reader.link(`/p/o/${projectId}.${objectionId}`) });
      }
      const wrongCode = taken.refusal.fields?.some(({ path }) => path === '/unitCode');
      if (!wrongCode) return taken;
      return granted(formOf(found.value, code, draft, [{ field: 'unit-code', says: taken.refusal.says }], reader));
    },
  });

function draftOf({ unitCode = '', topic = '', words = '', tenant }: Readonly<Record<string, string>>): Draft {
  return { unitCode: unitCode.trim().slice(0, 20), topic, words: words.trim(), owner: tenant === undefined };
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
  reader: Reader,
) {
  // While it is interrupted nobody knows the day: it only gets later than what was announced.
  const until = publicity.runsFrom && publicity.endsOn && reader.day(publicity.endsOn);
  return objectionForm(
    { neighbourhood: neighbourhood.name, code: codeInAddress(code), until, draft, mistakes },
    reader,
  );
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
