// The papers that the ledger names: which act named them, when, and the way to each, unless it is one of people; of one that was
// issued in two versions, the way to both side by side.
import { table as actTitles } from 'virtual:act-titles';
import { useState } from 'react';
import { isActName } from '../../../domain/projects/act-names.ts';
import type { IssuedPaper } from '../../api/issued-paper.ts';
import type { Problem } from '../../api/problem.ts';
import type { LedgerView, ProjectView } from '../../api/project-view.ts';
import { download } from '../../api/request.ts';
import { useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { calledVersion } from '../../sentences/papers.ts';
import { titleOfField } from '../../text/fields.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { versionsText } from '../../text/papers/versions.ts';
import { projectText } from '../../text/project.ts';
import { Icon } from '../icons.tsx';
import { type PapersPlace, papersOfProject } from '../papers/papers-place.ts';
import { addressOfVersions, otherVersion } from '../papers/versions.ts';
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
  const place = papersOfProject(project.projectId);
  const issued = useReading<{ papers: readonly IssuedPaper[] }>(place.path).value?.papers ?? [];
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
                <Beside place={place} issued={issued} sha256={sha256} />
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

interface BesideProps {
  readonly place: PapersPlace;
  readonly issued: readonly IssuedPaper[];
  readonly sha256: string;
}

/** What the ledger names may have been issued again since: whoever reads it here is led to what is otherwise now. */
function Beside({ place, issued, sha256 }: BesideProps) {
  const say = useSay();
  const language = useLanguage();
  const paper = issued.find((each) => each.sha256 === sha256);
  const found = paper && otherVersion(issued, paper);
  if (paper === undefined || found === undefined) return null;
  const [before, after] = found.isLater ? [paper, found.other] : [found.other, paper];
  const words = say(found.isLater ? versionsText.besideLater : versionsText.beside);
  return (
    <>
      {' · '}
      {calledVersion(paper, language)} · <Link href={addressOfVersions(place.address, before, after)}>{words}</Link>
    </>
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
