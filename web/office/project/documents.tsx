// The papers that the ledger names: which act named them, when, and the way to each, unless it is one of people.
import { table as actTitles } from 'virtual:act-titles';
import { useState } from 'react';
import { isActName } from '../../../domain/projects/act-names.ts';
import type { Problem } from '../../api/problem.ts';
import type { LedgerView, ProjectView } from '../../api/project-view.ts';
import { download } from '../../api/request.ts';
import { titleOfField } from '../../text/fields.ts';
import { useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { Icon } from '../icons.tsx';
import { Card } from '../parts/card.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { useDates } from '../parts/today.ts';
import './documents.css';

interface Paper {
  readonly sha256: string;
  readonly field: string;
  readonly act: string;
  readonly at: string;
}

/** Rolls, votes and account numbers are hashes too, but no papers that anybody opens here. */
const NO_PAPERS = new Set(['rollHash', 'votes', 'numberHash', 'unit', 'roster', 'rosterHash']);
const SHOWN = 8;

export function Documents({ project, ledger }: { project: ProjectView; ledger: LedgerView | undefined }) {
  const say = useSay();
  const dates = useDates();
  const [problem, setProblem] = useState<Problem>();
  const [all, showAll] = useState(false);
  const papers = ledger ? papersOf(ledger) : [];
  return (
    <Card title={say(projectText.documents)} id="documents">
      {papers.length === 0 && <p className="muted">{say(projectText.noDocuments)}</p>}
      {problem && <ProblemLine problem={problem} />}
      <ul className="docs">
        {(all ? papers : papers.slice(0, SHOWN)).map(({ sha256, field, act, at }) => (
          <li key={sha256}>
            <Icon name="file" size={16} />
            <span>
              <button
                type="button"
                className="doc-link"
                onClick={async () =>
                  setProblem(await download(`/api/projects/${project.projectId}/documents/${sha256}`))
                }
              >
                {say(titleOfField(field))}
              </button>
              <small>
                {isActName(act) ? say(actTitles[act].title) : act} · {dates.moment(at)}
              </small>
            </span>
            <code>{sha256.slice(0, 6)}</code>
          </li>
        ))}
      </ul>
      {!all && papers.length > SHOWN && (
        <button type="button" className="ghost" onClick={() => showAll(true)}>
          {say(projectText.showAll)} {papers.length}
        </button>
      )}
    </Card>
  );
}

function papersOf({ entries }: LedgerView): readonly Paper[] {
  const papers = new Map<string, Paper>();
  for (const { act, at, payload } of entries) {
    for (const [field, sha256] of hashesIn(payload.input, '')) papers.set(sha256, { sha256, field, act, at });
  }
  return [...papers.values()].reverse();
}

/** Every paper of an input with the name of the field that it stands in. */
function hashesIn(value: unknown, field: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) && !NO_PAPERS.has(field) ? [[field, value]] : [];
  if (Array.isArray(value)) return value.flatMap((each) => hashesIn(each, field));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, each]) => hashesIn(each, name));
}
