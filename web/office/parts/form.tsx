// A form that is sent for good: kept while it is filled in, sent when its fields are ready, and once however often it is pressed.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../acts/draft.ts';
import { type KeptDraft, useKeptDraft } from '../../acts/use-kept-draft.ts';
import type { Problem } from '../../api/problem.ts';
import type { Answer } from '../../api/request.ts';
import { useRetries } from '../../api/use-retries.ts';
import { type FormWork, FormWorkContext, useFormWork } from './form-work.ts';

interface FormState<T extends Draft> extends KeptDraft<T> {
  readonly problem: Problem | undefined;
  readonly isSending: boolean;
  readonly work: FormWork;
  /**
   * Posts what `bodyOf` makes of the draft once its fields are ready; nothing while the form is being sent already, or where a
   * field has failed. `seq`: the entry of the project that the sender has seen.
   */
  send<R>(path: string, bodyOf: (draft: T) => unknown, seq?: number): Promise<Answer<R> | undefined>;
}

/** `name` is what a draft is kept under. */
export function useForm<T extends Draft>(name: string, initial: T): FormState<T> {
  const kept = useKeptDraft(name, initial);
  const work = useFormWork();
  const post = useRetries();
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  // What fields do while the form waits for them changes what is sent.
  const latest = useRef(kept.draft);
  useEffect(() => {
    latest.current = kept.draft;
  });
  // Two presses come before the first of them is drawn.
  const busy = useRef(false);
  return {
    ...kept,
    ...{ problem, isSending, work },
    async send<R>(path: string, bodyOf: (draft: T) => unknown, seq?: number) {
      if (busy.current) return undefined;
      busy.current = true;
      setSending(true);
      try {
        if (!(await work.done())) return undefined;
        const answer = await post<R>(path, bodyOf(latest.current), seq);
        setProblem(answer.ok ? undefined : answer.problem);
        return answer;
      } finally {
        busy.current = false;
        setSending(false);
      }
    },
  };
}

interface FormProps {
  readonly work: FormWork;
  readonly className?: string;
  onSend(): Promise<void>;
  readonly children: ReactNode;
}

/** Sent by its button, by Enter, and by Ctrl+Enter from within long text. */
export function Form({ work, className = 'act-form', onSend, children }: FormProps) {
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        void onSend();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) event.currentTarget.requestSubmit();
      }}
    >
      <FormWorkContext value={work}>{children}</FormWorkContext>
    </form>
  );
}
