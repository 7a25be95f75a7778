// The whole district or one street, all years or one: the choice is of what has projects.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { useChoices, withAsked } from '../../api/choices.ts';
import { printYear } from '../../figures/dates.ts';
import { replaceQuery, useQuery } from '../../navigation/address.tsx';
import { chosen, type Narrowing, narrowingOf } from '../../navigation/narrowing.ts';
import { dashboardText } from '../../text/dashboard.ts';
import { useLanguage, useSay } from '../../text/language.ts';

export function ScopePicks({ withStreets }: { withStreets: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const query = useQuery();
  const { street, year } = narrowingOf(query);
  const choose = (name: keyof Narrowing) => (choice: string) => replaceQuery(chosen(query, name, choice));
  const { streets = [], years = [] } = useChoices().value ?? {};
  return (
    <>
      {withStreets && (
        <Pick
          title={dashboardText.street}
          all={dashboardText.whole}
          asked={street}
          choose={choose('street')}
          choices={streets}
          titleOf={(code) => say(titleOfStreet(code))}
        />
      )}
      <Pick
        title={dashboardText.year}
        all={dashboardText.allYears}
        asked={year}
        choose={choose('year')}
        choices={years}
        titleOf={(choice) => printYear(choice, language)}
      />
    </>
  );
}

interface PickProps {
  readonly title: Bilingual;
  readonly all: Bilingual;
  readonly asked: string | undefined;
  readonly choices: readonly string[];
  titleOf(choice: string): string;
  choose(choice: string): void;
}

function Pick({ title, all, asked, choices, titleOf, choose }: PickProps) {
  const say = useSay();
  return (
    <label className="pick">
      <span className="sr">{say(title)}</span>
      <select value={asked ?? ''} onChange={({ target }) => choose(target.value)}>
        <option value="">{say(all)}</option>
        {withAsked(choices, asked).map((choice) => (
          <option key={choice} value={choice}>
            {titleOf(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}
