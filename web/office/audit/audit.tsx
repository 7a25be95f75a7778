// The auditor's desk: the findings of real audits as live queries, the projects behind each, and a sample by seed.
import { Button } from 'antd';
import { useState } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import { titleOfAuditFigure } from '../../../domain/programme/audit/figure-titles.ts';
import { type State, titleOfState } from '../../../domain/projects/states.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import type { Problem } from '../../api/problem.ts';
import { download } from '../../api/request.ts';
import { useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { auditSentence } from '../../sentences/oversight.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { auditText } from '../../text/programme.ts';
import type { PageProps } from '../office-page.tsx';
import { Card } from '../parts/card.tsx';
import { Clause } from '../parts/clause.tsx';
import { EntryList, type EntryRef, type Figure, OpenFigure } from '../parts/entry-links.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import '../programme/programme.css';
import './audit.css';
import { DelegationsCard } from './delegations-card.tsx';
import { type AuditFinding, Findings } from './findings.tsx';
import { OneProject } from './one-project.tsx';
import { PrivacyLog } from './privacy-log.tsx';
import { VerifyBundle } from './verify-bundle.tsx';

interface Hit {
  readonly projectId: string;
  readonly name: string;
  readonly street: string;
  readonly says: Bilingual;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly entries: readonly EntryRef[];
}

const PATH = '/api/audit/findings';

export function Audit({ parts: [part, code] }: PageProps) {
  const language = useLanguage();
  const reading = useReading<{ findings: readonly (AuditFinding & { readonly hits: number })[] }>(PATH);
  return (
    <Region reading={reading} path={PATH} height={400}>
      {({ findings }) => (
        <>
          <PageHead
            sentence={auditSentence(
              findings.map(({ hits }) => hits),
              language,
            )}
          />
          <div className="grid">
            {part === 'queries' && code !== undefined && <Hits code={code} />}
            <Findings findings={findings} />
            <OneProject chosen={part === 'bundles' ? code : undefined} />
            <Sample />
            <PrivacyLog />
            <DelegationsCard />
          </div>
        </>
      )}
    </Region>
  );
}

function Hits({ code }: { code: string }) {
  const say = useSay();
  const path = `${PATH}/${code}`;
  const reading = useReading<AuditFinding & { readonly hits: readonly Hit[] }>(path);
  return (
    <Region reading={reading} path={path}>
      {({ title, hits, clause, quote }) => (
        <Card
          title={say(title)}
          note={`${say(auditText.hits)} ${hits.length}`}
          aside={<Clause clause={clause} quote={quote} />}
        >
          {hits.length === 0 ? (
            <p className="say ok">{say(auditText.none)}</p>
          ) : (
            <ul className="hits">
              {hits.map(({ projectId, name, street, says, figures, entries }) => (
                <li key={`${projectId}-${says.en}`}>
                  <div>
                    <Link href={`/projects/${projectId}#ledger`}>
                      <b>{name}</b>
                    </Link>{' '}
                    <span className="muted">{say(titleOfStreet(street))}</span>
                    <br />
                    {say(says)}
                    <dl className="hit-figures">
                      {Object.entries(figures).map(([figure, of]) => (
                        <div key={figure}>
                          <dt>{say(titleOfAuditFigure(figure))}</dt>
                          <dd>
                            <OpenFigure figure={of} label={say(titleOfAuditFigure(figure))} />
                          </dd>
                        </div>
                      ))}
                    </dl>
                    {entries.length > 0 && <EntryList entries={entries} />}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
    </Region>
  );
}

interface Drawn {
  readonly seed: string;
  readonly of: number;
  readonly sample: readonly {
    readonly projectId: string;
    readonly name: string;
    readonly street: string;
    readonly state: State;
    readonly seq: number;
    readonly hash: string;
  }[];
}

function Sample() {
  const say = useSay();
  const [seed, setSeed] = useState('2026');
  const [size, setSize] = useState('5');
  const [asked, setAsked] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const query = new URLSearchParams({ seed, size }).toString();
  const { value } = useReading<Drawn>(asked === undefined ? undefined : `/api/audit/sample?${asked}`);
  return (
    <div className="grid halves">
      <Card title={say(auditText.sample)} note={say(auditText.sampleLead)}>
        {problem && <ProblemLine problem={problem} />}
        <form
          className="what-if"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(query);
          }}
        >
          <label>
            {say(auditText.seed)} <input value={seed} required onChange={({ target }) => setSeed(target.value)} />
          </label>
          <label>
            {say(auditText.size)}{' '}
            <input type="number" min="1" max="999" value={size} onChange={({ target }) => setSize(target.value)} />
          </label>
          <Button htmlType="submit">{say(auditText.draw)}</Button>
          <Button onClick={async () => setProblem(await download(`/api/audit/working-paper?${query}`))}>
            {say(auditText.paper)}
          </Button>
        </form>
        {value && (
          <ul>
            {value.sample.map(({ projectId, name, street, state, seq, hash }) => (
              <li key={projectId}>
                <Link href={`/audit/bundles/${projectId}`}>{name}</Link> {say(titleOfStreet(street))} ·{' '}
                {say(titleOfState(state))}{' '}
                <small className="muted">
                  {say(auditText.head)} {seq} <code>{hash.slice(0, 8)}</code>
                </small>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={say(auditText.verify)}>
        <VerifyBundle />
        <p className="fine">{say(auditText.verifyLead)}</p>
      </Card>
    </div>
  );
}
