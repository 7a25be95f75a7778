// POST /api/projects/{id}/reminders: whoever's turn it is is told once more, by the channels of their desks, at most once a day.
import * as z from 'zod';
import { nextEventSchema, projectIdSchema } from '../../domain/api.ts';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted, refused } from '../../domain/errors.ts';
import { nextEvent } from '../../domain/projects/next-event.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { route } from '../runtime/route.ts';

const VIEW = 'reminders';

export const remindOwner = route({
  name: 'remindOwner',
  summary: { zh: '催办', en: 'Remind whoever’s turn it is' },
  method: 'POST',
  path: '/api/projects/{id}/reminders',
  access: ['RENOVATION_OFFICE'],
  status: 201,
  input: { params: z.strictObject({ id: projectIdSchema }), body: z.strictObject({}) },
  output: nextEventSchema.pick({ act: true, owner: true, unit: true, dueOn: true }),
  async handle({ params: { id: projectId }, actor }, ports) {
    const project = await findOwnProject(ports, projectId, actor);
    if (!project.ok) return project;
    const next = nextEvent(project.value);
    if (next === undefined || next.owner === 'SYSTEM') {
      return refused('NOT_NOW', {
        zh: '这个项目现在没有等人办的事，不用催办。',
        en: 'Nothing in this project waits for anybody now.',
      });
    }
    const { act, owner, unit, dueOn } = next;
    const at = ports.clock.now();
    const day = dateInShanghai(at);
    const sort = `${projectId}#${act}`;
    if ((await ports.views.get(VIEW, day, sort)) !== undefined) {
      return refused('NOT_NOW', {
        zh: '这件事今天已经催办过一次，明天再催。',
        en: 'A reminder of this went out today; the next one can go tomorrow.',
      });
    }
    // Named after the day: sent once, also when two of the Office press at the same moment.
    await ports.outbox.enqueue([
      {
        messageId: `remind-${sort}-${day}`,
        to: { role: owner, unit },
        template: 'task-reminder',
        values: { projectId, act, dueOn },
      },
    ]);
    const watermark = { ledger: `reminders/${day}`, seq: project.value.head.seq };
    await ports.views.write([{ view: VIEW, partition: day, sort, value: { at }, watermark }]);
    return granted({ act, owner, unit, dueOn });
  },
});
