// A panel with a title, its clause and what belongs at the right of it.
import type { ReactNode } from 'react';
import { Clause } from './clause.tsx';

export function Card({
  title,
  note,
  clause,
  aside,
  id,
  children,
}: {
  title: string;
  note?: ReactNode;
  clause?: string;
  aside?: ReactNode;
  id?: string;
  children: ReactNode;
}) {
  return (
    <section className="card" id={id} aria-label={title}>
      <div className="hd">
        <h2>{title}</h2>
        {clause && <Clause clause={clause} />}
        {note && <small>{note}</small>}
        {aside && <span className="r">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
