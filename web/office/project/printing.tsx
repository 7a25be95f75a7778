// Paper out: forms to fill in by hand, the pack of a ballot, and every paper that was issued, to print again.
import { table as blankForms } from 'virtual:blank-forms';
import { table as documentTitles } from 'virtual:document-titles';
import { table as paperKinds } from 'virtual:paper-kinds';
import { useState } from 'react';
import type { IssuedPaper } from '../../api/issued-paper.ts';
import type { Problem } from '../../api/problem.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { download } from '../../api/request.ts';
import { useReading } from '../../api/use-reading.ts';
import { printDate } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import type { Person } from '../../sign-in/session.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { paperText } from '../../text/papers/page.ts';
import { versionsText } from '../../text/papers/versions.ts';
import { printingText } from '../../text/printing.ts';
import { Icon } from '../icons.tsx';
import { papersOfProject } from '../papers/papers-place.ts';
import { addressOfVersions, versionBefore } from '../papers/versions.ts';
import { Card } from '../parts/card.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import './documents.css';

/** Those who hand the sheets of a ballot out. */
const PACKERS: readonly string[] = ['STREET', 'COMMUNITY', 'BODY'];
const SHOWN = 8;

export function Printing({ project: { projectId, consent }, person }: { project: ProjectView; person: Person }) {
  const say = useSay();
  const language = useLanguage();
  const path = `/api/projects/${projectId}`;
  const { value } = useReading<{ papers: readonly IssuedPaper[] }>(`${path}/papers`);
  const [problem, setProblem] = useState<Problem>();
  const [printing, setPrinting] = useState(false);
  const [all, showAll] = useState(false);
  const print = async (file: string) => {
    setPrinting(true);
    setProblem(await download(`${path}/${file}`));
    setPrinting(false);
  };
  const forms = blankForms.filter(({ printedBy }) => printedBy.includes(person.role));
  const issued = (value?.papers ?? []).toReversed();
  const version = consent.plan?.version;
  const packed = PACKERS.includes(person.role) && issued.some(({ kind }) => kind === 'F2' || kind === 'F2D');
  const mayIssue = paperKinds.some(({ issuedBy }) => issuedBy.includes(person.role));
  if (!mayIssue && forms.length === 0 && issued.length === 0) return null;
  return (
    <Card
      title={say(printingText.title)}
      id="printing"
      note={printing ? say(printingText.setting) : undefined}
      aside={<Link href={`/projects/${projectId}/papers`}>{say(paperText.open)}</Link>}
    >
      {problem && <ProblemLine problem={problem} />}
      {packed && version !== undefined && (
        <p>
          <button type="button" className="doc-link" onClick={() => void print(`packs/ballot?version=${version}`)}>
            {say(printingText.pack)} · {say(printingText.version)} {version}
          </button>
        </p>
      )}
      {issued.length > 0 && (
        <ul className="docs">
          {(all ? issued : issued.slice(0, SHOWN)).map((paper) => {
            const { sha256, kind, title, number, issuedOn, pages, voidedOn, voiding } = paper;
            const before = versionBefore(issued, paper);
            return (
              <li key={sha256}>
                <Icon name="file" size={16} />
                <span>
                  <button type="button" className="doc-link" onClick={() => void print(`papers/${sha256}`)}>
                    {language === 'zh' ? title : (documentTitles[kind]?.en ?? title)}
                  </button>
                  <small>
                    {number && `${number} · `}
                    {printDate(issuedOn, language)} · {pages} {say(printingText.pages)}
                    {before && (
                      <>
                        {' · '}
                        <Link href={addressOfVersions(papersOfProject(projectId).address, before, paper)}>
                          {say(versionsText.beside)}
                        </Link>
                      </>
                    )}
                  </small>
                </span>
                {voidedOn && <span className="tag bad">{say(printingText.voided)}</span>}
                {voiding && !voidedOn && <span className="tag warn">{say(paperText.waiting)}</span>}
              </li>
            );
          })}
        </ul>
      )}
      {!all && issued.length > SHOWN && (
        <button type="button" className="ghost" onClick={() => showAll(true)}>
          {say(printingText.showAll)} {issued.length}
        </button>
      )}
      {forms.length > 0 && (
        <>
          <h3 className="sub">{say(printingText.forms)}</h3>
          <p className="form-links">
            {forms.map(({ kind, title }) => (
              <button type="button" className="doc-link" key={kind} onClick={() => void print(`forms/${kind}`)}>
                {say(title)}
              </button>
            ))}
          </p>
          <p className="fine">{say(printingText.formsLead)}</p>
        </>
      )}
    </Card>
  );
}
