// A panel with a title, its clause and what belongs at the right of it.
import type { ReactNode } from 'react';
import { Clause } from './clause.tsx';

export interface CardProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly clause?: string;
  readonly aside?: ReactNode;
  readonly id?: string;
  /** Closed to its title until somebody opens it: what is over and done. */
  readonly folded?: boolean;
  readonly children: ReactNode;
}

export function Card({ title, note, clause, aside, id, folded = false, children }: CardProps) {
  if (folded) {
    return (
      <details className="card folded" id={id} open={location.hash === `#${id}`}>
        <summary>
          <h2>{title}</h2>
          {note && <small>{note}</small>}
        </summary>
        {/* A link within what opens the card could not be told from it by keyboard. */}
        {aside && <p className="aside">{aside}</p>}
        {children}
      </details>
    );
  }
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
