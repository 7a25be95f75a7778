// What the reader may do now, from the API, and what comes later with the reason why not yet. No dead buttons.
import { table as actTitles } from 'virtual:act-titles';
import { Button } from 'antd';
import { useState } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { ActName } from '../../../domain/projects/act-names.ts';
import { actsAhead } from '../../acts/not-yet.ts';
import type { LedgerView, ProjectView } from '../../api/project-view.ts';
import { becauseOf } from '../../sentences/next-step.ts';
import type { Person } from '../../sign-in/session.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { Card } from '../parts/card.tsx';
import { Clause } from '../parts/clause.tsx';
import { LateActDrawer } from '../parts/late-act-drawer.tsx';
import './acts-panel.css';

/** Repairs and ways back stand below what the procedure asks for. */
const SECONDARY: ReadonlySet<ActName> = new Set(['suspend-project', 'recheck-eligibility', 'revise-plan']);
const SHOWN = 5;

/** What stands first in the way of the nearest is told by the project; the others wait for the one before them. */
function titleBefore(ahead: readonly ActName[], index: number): Bilingual | undefined {
  const before = ahead[index - 1];
  return before && actTitles[before].title;
}

interface ActsPanelProps {
  readonly project: ProjectView;
  readonly ledger: LedgerView | undefined;
  readonly person: Person;
}

export function ActsPanel({ project, ledger, person }: ActsPanelProps) {
  const say = useSay();
  const language = useLanguage();
  const [open, setOpen] = useState<ActName>();
  const awaited = project.next?.act;
  // What has not been done yet comes before what may be done again.
  const done = new Set(ledger?.entries.map(({ act }) => act));
  const rank = (act: ActName) => (act === awaited ? 0 : SECONDARY.has(act) ? 3 : done.has(act) ? 2 : 1);
  const acts = project.allowedActs.toSorted((a, b) => rank(a.act) - rank(b.act));
  const [rest, shown] = [acts.slice(SHOWN), acts.slice(0, SHOWN)];
  const ahead = project.state === 'SUSPENDED' ? [] : actsAhead(person.role, project.state);
  return (
    <Card title={say(projectText.acts)} note={say(projectText.actsNote)} id="acts">
      {acts.length === 0 && <p className="muted">{say(projectText.nothingToDo)}</p>}
      <div className="acts2">
        {shown.map(({ act, title }, index) => (
          <Button
            key={act}
            block
            type={index === 0 && !SECONDARY.has(act) ? 'primary' : 'default'}
            onClick={() => setOpen(act)}
          >
            {say(title)}
          </Button>
        ))}
      </div>
      {rest.length > 0 && (
        <details className="why rest">
          <summary>
            {say(projectText.otherActs)} {rest.length}
          </summary>
          <div className="acts2">
            {rest.map(({ act, title }) => (
              <Button key={act} block onClick={() => setOpen(act)}>
                {say(title)}
              </Button>
            ))}
          </div>
        </details>
      )}
      {project.heldBack.length + ahead.length > 0 && (
        <>
          <h3 className="sub">{say(projectText.notYet)}</h3>
          <ul className="cant">
            {project.heldBack.map(({ act, title, clause, because }) => (
              <li key={act}>
                <b>{say(title)}</b>
                <span>{say(because)}</span> <Clause clause={clause} />
              </li>
            ))}
            {ahead.map((act, index) => (
              <li key={act}>
                <b>{say(actTitles[act].title)}</b>
                <span>{becauseOf(project, language, titleBefore(ahead, index))}</span>{' '}
                <Clause clause={actTitles[act].clause} />
              </li>
            ))}
          </ul>
        </>
      )}
      {open && <LateActDrawer act={open} project={project} onClose={() => setOpen(undefined)} />}
    </Card>
  );
}
