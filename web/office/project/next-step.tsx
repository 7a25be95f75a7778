// The four things shown for every open project, always in this order: next step, whose turn, due, waiting for what.
import { PARTIES } from '../../../domain/parties.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { printDue } from '../../figures/dates.ts';
import type { Sentence } from '../../sentences/sentence.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { useDates, useToday } from '../parts/today.ts';
import './next-step.css';

interface NextStepProps {
  readonly project: Pick<ProjectView, 'next' | 'neighbourhood'>;
  readonly sentence: Sentence;
}

export function NextStep({ project, sentence }: NextStepProps) {
  const dates = useDates();
  const say = useSay();
  const language = useLanguage();
  const today = useToday();
  const { next, neighbourhood } = project;
  return (
    <section className="next" aria-label={say(projectText.nextStep)}>
      <div>
        <small>{say(projectText.nextStep)}</small>
        <b>{sentence.map((piece) => (typeof piece === 'string' ? piece : <em key={piece.text}>{piece.text}</em>))}</b>
      </div>
      {next && (
        <>
          <dl>
            <dt>{say(projectText.who)}</dt>
            <dd>{say(next.owner === 'STREET' ? titleOfStreet(neighbourhood.street) : PARTIES[next.owner])}</dd>
          </dl>
          <dl>
            <dt>{say(projectText.due)}</dt>
            <dd>
              {dates.day(next.dueOn)} {today && <span>{printDue(next.dueOn, today, language)}</span>}
            </dd>
          </dl>
          <dl>
            <dt>{say(projectText.waitsFor)}</dt>
            <dd>{say(next.title)}</dd>
          </dl>
        </>
      )}
    </section>
  );
}
