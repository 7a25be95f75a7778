// How a circular is let out: who waits for whom, and for the second person the paper and the number under which it is issued.
import { Button } from 'antd';
import { useState } from 'react';
import type { FieldProblem } from '../../../domain/errors.ts';
import { type DraftObject, filledIn, isDraftObject } from '../../acts/draft.ts';
import { type FormSchema, PAPER_PATTERN } from '../../acts/form-schema.ts';
import type { IssuedPaper } from '../../api/issued-paper.ts';
import type { Problem } from '../../api/problem.ts';
import { download, send } from '../../api/request.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { printDate } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { circularText } from '../../text/circular.ts';
import { districtPapersText } from '../../text/district-papers.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { noticesText } from '../../text/programme.ts';
import { yearText } from '../../text/programme-year.ts';
import { papersOfYear } from '../papers/papers-place.ts';
import { FormFields } from '../parts/form-fields.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import type { CircularText } from './circular.tsx';
import { ReturnCircular } from './return-circular.tsx';
import '../acts/form.css';

type OnAct = (what: string, body: object) => Promise<void>;

export function TwoPersons({ circular, onAct }: { circular: CircularText; onAct: OnAct }) {
  const say = useSay();
  const language = useLanguage();
  const { proposed, issued, may } = circular;
  const proposer = proposed && (
    <small>
      {say(circularText.by)} <code>{proposed.by}</code> · {printDate(proposed.on, language)}
    </small>
  );
  if (issued) {
    return (
      <div className="say ok">
        <span>
          {issued.reference} · {say(noticesText.issued)} {printDate(issued.issuedOn, language)}
        </span>
        {proposer ?? <small>{say(circularText.alone)}</small>}
        <small>
          {say(circularText.issuedBy)} <code>{issued.by}</code>
        </small>
      </div>
    );
  }
  if (proposed) {
    const waits = proposed.mine ? circularText.mine : may.includes('ISSUE') ? circularText.yours : circularText.others;
    return (
      <div className="say warn">
        <span>
          <b>{say(waits)}</b>
        </span>
        {proposer}
        {may.includes('RETURN') && <ReturnCircular proposed={proposed} onReturn={(body) => onAct('return', body)} />}
      </div>
    );
  }
  if (!may.includes('PROPOSE')) return null;
  return (
    <div className="say plain">
      <span>{say(circularText.proposeNote)}</span>
      <Button type="primary" onClick={() => void onAct('proposal', {})}>
        {say(circularText.propose)}
      </Button>
    </div>
  );
}

const ISSUE: FormSchema = {
  type: 'object',
  properties: {
    reference: { type: 'string', maxLength: 60 },
    issuedOn: { type: 'string', format: 'date' },
    document: { type: 'string', pattern: PAPER_PATTERN },
  },
  required: ['reference', 'issuedOn'],
};

interface IssueProps {
  readonly circular: CircularText;
  readonly contents: Readonly<Record<string, unknown>>;
  readonly year: string;
  readonly today: string;
  readonly problems: readonly FieldProblem[];
  readonly onAct: OnAct;
}

export function IssueCircular({ circular, contents, year, today, problems, onAct }: IssueProps) {
  const say = useSay();
  const { path, address } = papersOfYear(year);
  const { value } = useReading<{ papers: readonly IssuedPaper[] }>(path);
  const [typed, setTyped] = useState<DraftObject>({});
  const [problem, setProblem] = useState<Problem>();
  const versions = (value?.papers ?? []).filter(({ kind, serials }) => kind === 'C1' && serials?.from === circular.no);
  const paper = versions.findLast(({ voidedOn }) => voidedOn === undefined);
  const draft = {
    issuedOn: today,
    ...(paper && { document: paper.sha256, ...(paper.number !== undefined && { reference: paper.number }) }),
    ...typed,
  };
  /** The paper takes the next number of the office; that is the one under which the circular is issued. */
  const setAsPaper = async () => {
    const version = Math.max(0, ...versions.map((each) => each.version)) + 1;
    const answer = await send<IssuedPaper>(path, { kind: 'C1', contents, serial: circular.no, version });
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setTyped({});
    await refresh(path);
    setProblem(await download(`${path}/${answer.value.sha256}`));
  };
  return (
    <section aria-label={say(circularText.look)}>
      <h3 className="sub">{say(circularText.look)}</h3>
      <p className="fine">{say(circularText.lookNote)}</p>
      {problem && <ProblemLine problem={problem} />}
      {paper && (
        <p className="say plain">
          <span>
            {say(circularText.paper)} {paper.number}
          </span>
          <button
            type="button"
            className="ghost"
            onClick={async () => setProblem(await download(`${path}/${paper.sha256}`))}
          >
            {say(circularText.download)}
          </button>
          <Link href={address}>{say(districtPapersText.title)}</Link>
        </p>
      )}
      <p className="row-of-buttons">
        <Button type={paper ? 'default' : 'primary'} onClick={() => void setAsPaper()}>
          {say(paper ? circularText.setAgain : yearText.setAsPaper)}
        </Button>
      </p>
      <form
        className="act-form narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void onAct('issue', { ...(filledIn(ISSUE, draft) as object), proposal: circular.proposed?.proposal });
        }}
      >
        <FormFields
          {...{ schema: ISSUE, value: draft, problems }}
          pointer=""
          context={{}}
          onChange={(changed) => setTyped(isDraftObject(changed) ? changed : {})}
        />
        <Button type={paper ? 'primary' : 'default'} htmlType="submit">
          {say(noticesText.issue)}
        </Button>
      </form>
    </section>
  );
}
