// How a circular is let out: who waits for whom, and for the second person the paper and the number under which it is issued.
import { Button } from 'antd';
import { useState } from 'react';
import { type Draft, type DraftObject, filledIn, isDraftObject } from '../../acts/draft.ts';
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
import { Form, useForm } from '../parts/form.tsx';
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

const NOTHING_TYPED: DraftObject = {};

/** Only what somebody typed is kept: day, number and paper are offered anew as things stand. */
const typedBeside = (known: DraftObject, draft: Draft): DraftObject =>
  Object.fromEntries(
    Object.entries(isDraftObject(draft) ? draft : {}).filter(([name, value]) => value !== known[name]),
  );

interface IssueProps {
  readonly circular: CircularText;
  readonly contents: Readonly<Record<string, unknown>>;
  readonly year: string;
  readonly today: string;
  readonly path: string;
  readonly onAnswer: () => Promise<unknown>;
}

export function IssueCircular({ circular, contents, path: circularPath, year, today, onAnswer }: IssueProps) {
  const say = useSay();
  const { path, address } = papersOfYear(year);
  const { value } = useReading<{ papers: readonly IssuedPaper[] }>(path);
  const form = useForm<DraftObject>(`circular/${year}-${circular.no}`, NOTHING_TYPED);
  const [problem, setProblem] = useState<Problem>();
  const versions = (value?.papers ?? []).filter(({ kind, serials }) => kind === 'C1' && serials?.from === circular.no);
  const paper = versions.findLast(({ voidedOn }) => voidedOn === undefined);
  const known: DraftObject = {
    issuedOn: today,
    ...(paper && { document: paper.sha256, ...(paper.number !== undefined && { reference: paper.number }) }),
  };
  /** The paper takes the next number of the office; that is the one under which the circular is issued. */
  const setAsPaper = async () => {
    const version = Math.max(0, ...versions.map((each) => each.version)) + 1;
    const answer = await send<IssuedPaper>(path, { kind: 'C1', contents, serial: circular.no, version });
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    form.sent();
    await refresh(path);
    setProblem(await download(`${path}/${answer.value.sha256}`));
  };
  const issue = async () => {
    const answer = await form.send(`${circularPath}/issue`, (typed) => ({
      ...(filledIn(ISSUE, { ...known, ...typed }) as object),
      proposal: circular.proposed?.proposal,
    }));
    if (answer?.ok) form.sent();
    // Of two persons one was faster: the page shows how things stand now.
    if (answer && (answer.ok || answer.problem.code !== 'OFFLINE')) await onAnswer();
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
      <Form className="act-form narrow" work={form.work} onSend={issue}>
        {form.problem && <ProblemLine problem={form.problem} />}
        <FormFields
          {...{ schema: ISSUE, value: { ...known, ...form.draft }, problems: form.problem?.fields ?? [] }}
          pointer=""
          context={{}}
          onChange={(changed) => form.change(typedBeside(known, changed))}
        />
        <Button type={paper ? 'primary' : 'default'} htmlType="submit" loading={form.isSending}>
          {say(noticesText.issue)}
        </Button>
      </Form>
    </section>
  );
}
