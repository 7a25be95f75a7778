// All that follows from an entry: read models, messages to those whose turn it is, and what waiting machines are told.
import type { Consequences, Message, Signal } from '../ports.ts';
import { nextEvent } from './next-event.ts';
import type { Project } from './project.ts';
import { projectionOf } from './projection.ts';
import { outcomes } from './waits.ts';

export function consequencesOf(before: Project | undefined, after: Project): Consequences {
  return { views: projectionOf(before, after), messages: messagesOf(before, after), signals: signalsOf(before, after) };
}

/** Whoever's turn it newly is gets a number and a date; names, amounts and tokens never leave in a message. */
function messagesOf(before: Project | undefined, after: Project): readonly Message[] {
  const next = nextEvent(after);
  if (next === undefined || next.owner === 'SYSTEM') return [];
  const previous = before && nextEvent(before);
  if (previous?.act === next.act && previous.unit === next.unit && previous.dueOn === next.dueOn) return [];
  return [
    {
      messageId: `${after.projectId}-${after.head.seq}`,
      to: { role: next.owner, unit: next.unit },
      template: 'task-opened',
      values: { projectId: after.projectId, act: next.act, dueOn: next.dueOn },
    },
  ];
}

function signalsOf(before: Project | undefined, after: Project): readonly Signal[] {
  const { projectId } = after;
  const resolve: Signal = { kind: 'RESOLVE', projectId, outcomes: outcomes(after) };
  return before === undefined ? [{ kind: 'START', projectId, step: 1, generation: 1 }] : [resolve];
}
