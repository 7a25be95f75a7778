// Files on their way in: one after another, what is being sent, and what was not taken. Outlives the stack that is looked at.
import { useEffect, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { uploadPaper } from '../../api/upload-paper.ts';

export interface DroppedFiles {
  readonly sending: { readonly name: string; readonly share: number } | undefined;
  readonly problems: readonly { readonly name: string; readonly problem: Problem }[];
  takeAll(files: FileList | null): Promise<void>;
}

export function useDroppedFiles(onStored: (uploadId: string, name: string) => void): DroppedFiles {
  const [sending, setSending] = useState<DroppedFiles['sending']>();
  const [problems, setProblems] = useState<DroppedFiles['problems']>([]);
  useLeavingWarning(sending !== undefined);

  const take = async (file: File): Promise<Problem | undefined> => {
    setSending({ name: file.name, share: 0 });
    const uploaded = await uploadPaper(file, (share) => setSending({ name: file.name, share }));
    if (!uploaded.ok) return uploaded.problem;
    const filing = await send(`/api/uploads/${uploaded.uploadId}/file`, {});
    onStored(uploaded.uploadId, file.name);
    return filing.ok ? undefined : filing.problem;
  };
  const takeAll = async (files: FileList | null) => {
    setProblems([]);
    // One after another: a street's line is slow, and the first receipt comes sooner.
    for (const file of files ?? []) {
      const problem = await take(file);
      if (problem) setProblems((before) => [...before, { name: file.name, problem }]);
    }
    setSending(undefined);
  };
  return { sending, problems, takeAll };
}

function useLeavingWarning(running: boolean): void {
  useEffect(() => {
    if (!running) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [running]);
}
