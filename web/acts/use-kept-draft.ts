// A draft that outlives its page: kept in this tab until it is sent, whatever becomes of the session.
import { useState } from 'react';
import { type Draft, forgetDraft, keepDraft, keptDraft } from './draft.ts';

export interface KeptDraft<T> {
  readonly draft: T;
  /** It was begun before this page was opened. */
  readonly isRestored: boolean;
  change(draft: T): void;
  /** It has been sent: the form begins anew. */
  sent(): void;
}

/** `form` names what is filled in; what was kept under the name was of the same kind. */
export function useKeptDraft<T extends Draft>(form: string, initial: T): KeptDraft<T> {
  const [kept] = useState(() => keptDraft(form) as T | undefined);
  const [draft, setDraft] = useState<T>(kept ?? initial);
  return {
    draft,
    isRestored: kept !== undefined,
    change(changed) {
      setDraft(changed);
      keepDraft(form, changed);
    },
    sent() {
      setDraft(initial);
      forgetDraft(form);
    },
  };
}
