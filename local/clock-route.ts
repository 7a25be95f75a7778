// POST /api/clock: moves the virtual clock of a rehearsal; there is no such route where time is real.
import * as z from 'zod';
import { instantOf } from '../domain/calendar/plain-date.ts';
import { granted, type Outcome } from '../domain/errors.ts';
import { type Route, route } from '../functions/runtime/route.ts';
import type { System } from './system.ts';

/** Open to everybody: a rehearsal holds nothing that is real, and its drills have no operator. */
export const moveClock = (system: Pick<System, 'advance'>): Route =>
  route({
    name: 'moveClock',
    summary: { zh: '拨动演练时钟', en: 'Move the clock of the rehearsal' },
    method: 'POST',
    path: '/api/clock',
    access: 'PUBLIC',
    input: {
      body: z.strictObject({
        to: z.iso.datetime({
          offset: true,
          error: '请填写带时区的时刻，如 2026-03-02T09:00:00+08:00｜Give an instant with an offset',
        }),
      }),
    },
    output: z.object({ now: z.string() }),
    async handle({ body }): Promise<Outcome<{ now: string }>> {
      const moved = await system.advance(instantOf(Date.parse(body.to)));
      return moved.ok ? granted({ now: moved.value }) : moved;
    },
  });
