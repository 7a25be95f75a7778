// Head of a page: the sentence that is the answer, a line of context, and what can be done here.
import type { ReactNode } from 'react';
import type { Sentence } from '../../sentences/sentence.ts';
import { SentenceLine } from './sentence-line.tsx';

export function PageHead({ sentence, lead, children }: { sentence: Sentence; lead?: ReactNode; children?: ReactNode }) {
  return (
    <div className="page-hd">
      <div>
        <SentenceLine sentence={sentence} />
        {lead && <p className="lead">{lead}</p>}
      </div>
      {children && <div className="acts">{children}</div>}
    </div>
  );
}
