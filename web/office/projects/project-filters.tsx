// The filters of the list of projects: they live in the address, so that a list can be sent as a link.
import { STATE_CHOICES, STEPS, titleOfChoice } from '../../../domain/projects/states.ts';
import { STREET_TITLES } from '../../../domain/streets.ts';
import { useChoices, withAsked } from '../../api/choices.ts';
import { replaceQuery } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { listText } from '../../text/lists.ts';

/** Names of the filters, as the API knows them. */
export const FILTERS = ['street', 'step', 'state', 'year', 'due', 'text'] as const;

interface ProjectFiltersProps {
  readonly query: URLSearchParams;
  readonly withStreets: boolean;
  /** Of whoever is shown no names. */
  readonly byNumber: boolean;
}

export function ProjectFilters({ query, withStreets, byNumber }: ProjectFiltersProps) {
  const say = useSay();
  const { years = [] } = useChoices().value ?? {};
  const choose = (name: string) => (event: { target: { value: string } }) => {
    const changed = new URLSearchParams(query);
    if (event.target.value === '') changed.delete(name);
    else changed.set(name, event.target.value);
    replaceQuery(changed);
  };
  const options = [
    ...(withStreets
      ? [
          {
            name: 'street',
            title: listText.street,
            values: Object.entries(STREET_TITLES).map(([code, title]) => [code, say(title)] as const),
          },
        ]
      : []),
    {
      name: 'step',
      title: listText.step,
      values: Object.entries(STEPS).map(([step, title]) => [step, `${step} ${say(title)}`] as const),
    },
    {
      name: 'state',
      title: listText.state,
      values: STATE_CHOICES.map((state) => [state, say(titleOfChoice(state))] as const),
    },
    {
      name: 'year',
      title: listText.year,
      values: withAsked(years, query.get('year')).map((year) => [year, year] as const),
    },
    {
      name: 'due',
      title: listText.onlyDue,
      values: [
        ['today', say(listText.dueToday)],
        ['overdue', say(listText.overdue)],
      ] as const,
    },
  ];
  return (
    <fieldset className="filters">
      <legend className="sr">{say(listText.filters)}</legend>
      {options.map(({ name, title, values }) => (
        <label key={name}>
          {say(title)}
          <select value={query.get(name) ?? ''} onChange={choose(name)}>
            <option value="">{say(listText.all)}</option>
            {values.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        {say(byNumber ? listText.number : listText.text)}
        <input type="search" value={query.get('text') ?? ''} maxLength={40} onChange={choose('text')} />
      </label>
      {[...query].length > 0 && <ClearFilters query={query} />}
    </fieldset>
  );
}

export function ClearFilters({ query }: { query: URLSearchParams }) {
  const say = useSay();
  return (
    <button type="button" className="ghost" onClick={() => replaceQuery(new URLSearchParams())}>
      {say(listText.clear)} {[...query].length}
    </button>
  );
}
