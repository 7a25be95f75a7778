// Head of a page: the sentence that is the answer, a line of context, and what can be done here.
import type { ReactNode } from 'react';
import type { Sentence } from '../../sentences/sentence.ts';
import { SentenceLine } from './sentence-line.tsx';
import './page-head.css';

export interface Heading {
  readonly sentence: Sentence;
  readonly lead?: ReactNode;
}

export function PageHead({ children, ...heading }: Heading & { children?: ReactNode }) {
  return (
    <HeadRow acts={children}>
      <HeadLines {...heading} />
    </HeadRow>
  );
}

export function HeadLines({ sentence, lead }: Heading) {
  return (
    <>
      <SentenceLine sentence={sentence} />
      {lead && <p className="lead">{lead}</p>}
    </>
  );
}

/** What can be done stays where it is, with the focus, while the sentence is read anew. */
export function HeadRow({ acts, children }: { acts?: ReactNode; children: ReactNode }) {
  return (
    <div className="page-hd">
      <div>{children}</div>
      {acts && <div className="acts">{acts}</div>}
    </div>
  );
}
