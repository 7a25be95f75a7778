// The nine steps with the days on which they began; 5 and 6 run side by side.
import { table as actTitles } from 'virtual:act-titles';
import { isActName } from '../../../domain/projects/act-names.ts';
import { STEPS, type Step } from '../../../domain/projects/states.ts';
import type { LedgerView, ProjectView } from '../../api/project-view.ts';
import { dayOf } from '../../figures/dates.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { Icon } from '../icons.tsx';
import { useDates } from '../parts/today.ts';
import './steps-strip.css';

export function StepsStrip({
  project,
  ledger,
}: {
  project: Pick<ProjectView, 'step'>;
  ledger: LedgerView | undefined;
}) {
  const dates = useDates();
  const say = useSay();
  const language = useLanguage();
  const began = ledger ? beginnings(ledger) : new Map<number, string>();
  return (
    <ol className="steps" aria-label={say(projectText.nine)}>
      {Object.entries(STEPS).map(([key, title]) => {
        const step = Number(key) as Step;
        const place = step < project.step ? 'done' : step === project.step ? 'cur' : '';
        const on = began.get(step);
        return (
          <li key={step} className={place} aria-current={place === 'cur' ? 'step' : undefined}>
            <i>{place === 'done' ? <Icon name="check" size={15} weight={2.6} /> : step}</i>
            <b>{say(title)}</b>
            <small>
              {on && step <= project.step
                ? language === 'zh'
                  ? `${dates.day(on)}起`
                  : `from ${dates.day(on)}`
                : step === 6 && project.step < 6
                  ? say(projectText.parallel)
                  : ''}
            </small>
          </li>
        );
      })}
    </ol>
  );
}

/** The day of the first act of each step. */
function beginnings({ entries }: LedgerView): ReadonlyMap<number, string> {
  const began = new Map<number, string>();
  for (const { act, at } of entries) {
    if (!isActName(act)) continue;
    const { step } = actTitles[act];
    if (!began.has(step)) began.set(step, dayOf(at));
  }
  return began;
}
