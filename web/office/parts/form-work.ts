// What fields still have to do when their form is to be sent: an upload under way, a number that becomes a digest. The form waits.
import { createContext, useContext, useEffect, useRef, useState } from 'react';

/** Resolves to whether the form can be sent; a field that fails says why itself. */
type Work = () => Promise<boolean> | undefined;

export interface FormWork {
  /** Answers with what takes the work out again. */
  add(work: Work): () => void;
  /** Done when every field is; false if one has failed. */
  done(): Promise<boolean>;
}

const NO_FORM: FormWork = { add: () => () => {}, done: async () => true };
export const FormWorkContext = createContext(NO_FORM);

/** Of a form that is sent at once; its fields find it by `FormWorkContext`. */
export function useFormWork(): FormWork {
  const [work] = useState<FormWork>(() => {
    const all = new Set<Work>();
    return {
      add(each) {
        all.add(each);
        return () => all.delete(each);
      },
      done: async () => (await Promise.all([...all].map((each) => each()))).every((sendable) => sendable !== false),
    };
  });
  return work;
}

/** `work` is asked for when the form is sent, and may have begun long before. */
export function useBeforeSending(work: Work): void {
  const form = useContext(FormWorkContext);
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => form.add(() => latest.current()), [form]);
}

/** Remembers what a field is doing, for its form to wait for; a file that was refused a while ago keeps no form from being sent. */
export function useWorkUnderWay(): (work: Promise<boolean>) => void {
  const underWay = useRef<Promise<boolean>>(undefined);
  useBeforeSending(() => underWay.current);
  return (work) => {
    underWay.current = work;
    void work.finally(() => {
      if (underWay.current === work) underWay.current = undefined;
    });
  };
}
