// The frame of pages before anybody is at work: whose system it is and what the page is for, beside what there is to do.
import type { ReactNode } from 'react';
import { useSay } from '../text/language.ts';
import { shellText } from '../text/shell.ts';
import { LanguageButton } from './parts/language-button.tsx';
import './door.css';

interface DoorProps {
  readonly title: string;
  readonly lead: string;
  /** Below what it is for. */
  readonly picture?: ReactNode;
  readonly children: ReactNode;
}

export function Door({ title, lead, picture, children }: DoorProps) {
  const say = useSay();
  return (
    <div className="door">
      <header className="door-left">
        <p className="door-brand">
          {say(shellText.brand)} <span>{say(shellText.district)}</span>
        </p>
        <h1>{title}</h1>
        <p>{lead}</p>
        {picture}
      </header>
      <main className="door-right">
        <LanguageButton />
        {children}
      </main>
    </div>
  );
}
