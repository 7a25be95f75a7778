// The form of one act in a sheet at the side: filled in, sent with the seq that was seen, answered in a sentence.
import { table as actTitles } from 'virtual:act-titles';
import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import type * as z from 'zod';
import type { performedSchema } from '../../../domain/api.ts';
import type { FieldProblem } from '../../../domain/errors.ts';
import type { ActName } from '../../../domain/projects/act-names.ts';
import { type Draft, filledIn } from '../../acts/draft.ts';
import type { FormSchema } from '../../acts/form-schema.ts';
import { prefill } from '../../acts/prefill.ts';
import type { Problem } from '../../api/problem.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { refresh, replaceReading } from '../../api/use-reading.ts';
import { titleOfField } from '../../text/fields.ts';
import { formText } from '../../text/forms.ts';
import { useSay } from '../../text/language.ts';
import { colon } from '../../text/texts.ts';
import { titleOfValue } from '../../text/titles.ts';
import { Icon } from '../icons.tsx';
import { Clause } from '../parts/clause.tsx';
import { FindingList } from '../parts/finding-list.tsx';
import { Form, useForm } from '../parts/form.tsx';
import type { FormContext } from '../parts/form-fields.tsx';
import { anchorOf, FormFields } from '../parts/form-fields.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { useToday } from '../parts/today.ts';
import './form.css';

type Performed = z.output<typeof performedSchema>;

export function ActDrawer({ act, project, onClose }: { act: ActName; project: ProjectView; onClose(): void }) {
  const say = useSay();
  const [schema, setSchema] = useState<FormSchema>();
  useEffect(() => {
    void import('virtual:act-forms').then(({ table }) => setSchema(table[act]));
  }, [act]);
  const [opener] = useState(() => document.activeElement);
  // Whoever works by keyboard goes on where the sheet was opened; if that is gone, where the page begins.
  useEffect(
    () => () => {
      const place = opener?.isConnected ? opener : document.getElementById('main');
      if (place instanceof HTMLElement) place.focus({ preventScroll: true });
    },
    [opener],
  );
  const { title, clause } = actTitles[act];
  return (
    <Drawer
      open
      onClose={onClose}
      size="large"
      title={
        <>
          {say(title)} · {project.neighbourhood.name} <Clause clause={clause} />
        </>
      }
    >
      {schema && <ActForm act={act} schema={schema} project={project} onClose={onClose} />}
    </Drawer>
  );
}

interface ActFormProps {
  readonly act: ActName;
  readonly schema: FormSchema;
  readonly project: ProjectView;
  onClose(): void;
}

function ActForm({ act, schema, project, onClose }: ActFormProps) {
  const say = useSay();
  const today = useToday();
  // Undefined until somebody types: what is known of the project may still be on its way.
  const form = useForm<Draft>(`${project.projectId}/${act}`, undefined);
  const [done, setDone] = useState<Performed>();
  const known = today === undefined ? undefined : prefill(schema, project, today);
  const { problem } = form;

  const perform = async () => {
    const path = `/api/projects/${project.projectId}`;
    const bodyOf = (draft: Draft) => filledIn(schema, draft ?? known);
    const answer = await form.send<Performed>(`${path}/acts/${act}`, bodyOf, project.seq);
    if (answer?.ok) {
      form.sent();
      setDone(answer.value);
      replaceReading(path, answer.value.project);
      await refresh(`${path}/ledger`);
    } else if (answer?.problem.code === 'STALE') await refresh(path);
  };

  if (done) return <Done performed={done} onClose={onClose} />;
  const fields = Object.keys(schema.properties ?? schema.oneOf ?? schema.anyOf ?? {}).length;
  return (
    <Form work={form.work} onSend={perform}>
      {form.isRestored && <p className="say plain">{say(formText.draftKept)}</p>}
      {problem && <Refused problem={problem} />}
      {fields === 0 && <p className="t2">{say(formText.noFields)}</p>}
      <FormFields
        schema={schema}
        pointer=""
        value={form.draft ?? known}
        problems={problem?.fields ?? NO_PROBLEMS}
        context={contextOf(act, project)}
        onChange={form.change}
      />
      <p className="for-good">
        <Icon name="lock" size={16} /> {say(formText.forGood)}
      </p>
      <div className="act-foot">
        <Button type="primary" htmlType="submit" loading={form.isSending}>
          {say(actTitles[act].title)}
        </Button>
        <Button onClick={onClose}>{say(formText.cancel)}</Button>
      </div>
    </Form>
  );
}

const NO_PROBLEMS: readonly FieldProblem[] = [];

function contextOf(act: ActName, { projectId, consent }: ProjectView): FormContext {
  const plan = act === 'open-ballot' || act === 'tally-plan-ballot';
  const rollHash = (plan ? consent.planBallot : consent.willingness)?.rollHash;
  return {
    projectId,
    ballot: plan ? 'PLAN' : 'WILLINGNESS',
    titleOfValue,
    ...(rollHash !== undefined && { rollHash }),
  };
}

/** The field that a JSON pointer names: rows of a list have only numbers. */
const titleOfPlace = (pointer: string) =>
  titleOfField(pointer.split('/').findLast((part) => !/^\d*$/.test(part)) ?? '');

function Refused({ problem }: { problem: Problem }) {
  const say = useSay();
  return (
    <>
      <ProblemLine problem={problem} />
      {problem.code === 'STALE' && <p className="say plain">{say(formText.staleKept)}</p>}
      {problem.fields && problem.fields.length > 0 && (
        <div className="summary">
          <b>{say(formText.mistakes)}</b>
          <ul>
            {problem.fields.map(({ path, says }) => (
              <li key={path}>
                <a href={`#${anchorOf(path)}`}>
                  {say(titleOfPlace(path))}
                  {say(colon)}
                  {say(says)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {problem.findings && <FindingList findings={problem.findings} />}
    </>
  );
}

function Done({ performed: { seq, findings }, onClose }: { performed: Performed; onClose(): void }) {
  const say = useSay();
  return (
    <div role="status">
      <p className="say ok">
        <Icon name="check" size={16} weight={2.4} />
        <span>
          {say(formText.done)} {seq} {say(formText.entry)}
        </span>
      </p>
      <FindingList findings={findings} />
      <Button type="primary" onClick={onClose}>
        {say(formText.close)}
      </Button>
    </div>
  );
}
