// The whole district or one street, all years or one: the choice is of what has projects.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { useChoices, withAsked } from '../../api/choices.ts';
import { printYear } from '../../figures/dates.ts';
import { type Narrowing, narrow } from '../../navigation/narrowing.ts';
import { dashboardText } from '../../text/dashboard.ts';
import { useLanguage, useSay } from '../../text/language.ts';

export function ScopePicks({ narrowing, withStreets }: { narrowing: Narrowing; withStreets: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const { streets = [], years = [] } = useChoices().value ?? {};
  return (
    <>
      {withStreets && (
        <Pick
          name="street"
          title={dashboardText.street}
          all={dashboardText.whole}
          chosen={narrowing.street}
          choices={streets}
          titleOf={(code) => say(titleOfStreet(code))}
        />
      )}
      <Pick
        name="year"
        title={dashboardText.year}
        all={dashboardText.allYears}
        chosen={narrowing.year}
        choices={years}
        titleOf={(year) => printYear(year, language)}
      />
    </>
  );
}

interface PickProps {
  readonly name: keyof Narrowing;
  readonly title: Bilingual;
  readonly all: Bilingual;
  readonly chosen: string | undefined;
  readonly choices: readonly string[];
  titleOf(choice: string): string;
}

function Pick({ name, title, all, chosen, choices, titleOf }: PickProps) {
  const say = useSay();
  return (
    <label className="pick">
      <span className="sr">{say(title)}</span>
      <select value={chosen ?? ''} onChange={({ target }) => narrow(name, target.value)}>
        <option value="">{say(all)}</option>
        {withAsked(choices, chosen).map((choice) => (
          <option key={choice} value={choice}>
            {titleOf(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}
