// GET /api/notices/{id}: one notice, whom it was meant for, by which channels, and how often each was tried; no words, no addresses.
import * as z from 'zod';
import { bilingual, projectIdSchema } from '../../domain/api.ts';
import { granted, refused } from '../../domain/errors.ts';
import { deliveriesOfNotice, loggedDelivery } from '../runtime/delivery-log.ts';
import { route } from '../runtime/route.ts';

const LONGEST_ID = 200;

/** A notice of a task is named after the entry of the project that opened it; a reminder after the task and the day. */
const PROJECT_OF_NOTICE = /^(?:remind-)?(\d{6}-\d{4}-\d{4})[-#]/;

export const readNotice = route({
  name: 'readNotice',
  summary: { zh: '一条通知的送达情况', en: 'One notice, and whether it arrived at each desk' },
  method: 'GET',
  path: '/api/notices/{id}',
  access: ['STREET', 'RENOVATION_OFFICE', 'AUDIT', 'OPERATOR'],
  input: { params: z.strictObject({ id: z.string().min(1).max(LONGEST_ID) }) },
  output: z.object({
    noticeId: z.string(),
    subject: bilingual,
    writtenAt: z.string(),
    projectId: projectIdSchema.optional(),
    deliveries: z
      .array(loggedDelivery.extend({ notBefore: z.string().optional().describe('When it is tried next') }))
      .readonly(),
  }),
  async handle({ params: { id: noticeId }, actor }, ports) {
    const all = await deliveriesOfNotice(ports, noticeId);
    const deliveries = actor.role === 'STREET' ? all.filter(({ unit }) => unit === actor.unit) : all;
    const [first] = deliveries;
    if (first === undefined) {
      return refused('NOT_FOUND', {
        zh: '没有这条通知，或它不是发给您的单位的。',
        en: 'There is no such notice, or it was not meant for your unit.',
      });
    }
    const { subject, writtenAt } = first;
    const projectId = PROJECT_OF_NOTICE.exec(noticeId)?.[1];
    return granted({
      ...{ noticeId, subject, writtenAt, deliveries },
      ...(projectId !== undefined && { projectId: projectIdSchema.parse(projectId) }),
    });
  },
});
