// GET /api/notices/{id}: one notice, whom it was meant for, by which channels, and how often each was tried; no words, no addresses.
import * as z from 'zod';
import { bilingual, projectIdSchema } from '../../domain/api.ts';
import { granted, refused } from '../../domain/errors.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { deliveriesOfNotice } from '../runtime/delivery-log.ts';
import { readOffers } from '../runtime/offered-channels.ts';
import { route } from '../runtime/route.ts';
import { isOwn, noticeRow, noticeRowOf } from './notice-rows.ts';

const LONGEST_ID = 200;

/**
 * A notice of a task is named after the entry of the project that opened it, a reminder after the task and the day, one of
 * voiding after the paper; serial 0000 is of no project.
 */
const PROJECT_OF_NOTICE = /^(?:remind-|voiding-)?(\d{6}-\d{4}-(?!0000)\d{4})[-#]/;

export const readNotice = route({
  name: 'readNotice',
  summary: { zh: '一条通知的送达情况', en: 'One notice, and whether it arrived at each desk' },
  method: 'GET',
  path: '/api/notices/{id}',
  access: readersOf('notices'),
  input: { params: z.strictObject({ id: z.string().min(1).max(LONGEST_ID) }) },
  output: z.object({
    noticeId: z.string(),
    subject: bilingual,
    writtenAt: z.string(),
    projectId: projectIdSchema.optional(),
    deliveries: z
      .array(noticeRow.extend({ notBefore: z.string().optional().describe('When it is tried next') }))
      .readonly(),
  }),
  async handle({ params: { id: noticeId }, actor }, ports) {
    const [all, offers] = await Promise.all([deliveriesOfNotice(ports, noticeId), readOffers(ports)]);
    // Another channel may have been chosen days later: the notice was written when it was first told.
    const own = all
      .filter((delivery) => isOwn(actor, delivery))
      .toSorted((one, other) => one.writtenAt.localeCompare(other.writtenAt));
    const [first] = own;
    if (first === undefined) return noSuchNotice();
    const { subject, writtenAt } = first;
    const deliveries = own.map((delivery) => noticeRowOf(delivery, offers, actor));
    const projectId = PROJECT_OF_NOTICE.exec(noticeId)?.[1];
    return granted({
      ...{ noticeId, subject, writtenAt, deliveries },
      ...(projectId !== undefined && { projectId: projectIdSchema.parse(projectId) }),
    });
  },
});

export const noSuchNotice = () =>
  refused('NOT_FOUND', {
    zh: '没有这条通知，或它不是发给您的单位的。',
    en: 'There is no such notice, or it was not meant for your unit.',
  });
