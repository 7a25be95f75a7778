// Sending once what is pressed twice: a retry goes out under the key and the seq of the first attempt, until it is answered.
import { useRef } from 'react';
import { FAULTS } from '../../domain/errors.ts';
import type { Problem } from './problem.ts';
import { type Answer, type Sending, send } from './request.ts';

interface Attempt {
  readonly said: string;
  readonly sending: Sending;
}

/** After a fault, or without an answer, nobody knows what came of it. */
const isAnswered = ({ code }: Problem): boolean => code !== 'OFFLINE' && !(code in FAULTS);

/**
 * Posts a body for somebody who has seen the entry `seq`. The same posted again before an answer came is the same request: the
 * server gives the answer that was lost. Once it is answered, also by a refusal, the next is a new one: the server keeps what it
 * answered to a key for a day, and what was missing may be there by then.
 */
export function useRetries(): <R>(path: string, body: unknown, seq?: number) => Promise<Answer<R>> {
  const open = useRef<Attempt>(undefined);
  return async <R>(path: string, body: unknown, seq?: number) => {
    const said = `${path} ${JSON.stringify(body)}`;
    if (open.current?.said !== said) {
      open.current = { said, sending: { key: crypto.randomUUID(), ...(seq !== undefined && { seq }) } };
    }
    const answer = await send<R>(path, body, open.current.sending);
    if (answer.ok || isAnswered(answer.problem)) open.current = undefined;
    return answer;
  };
}
