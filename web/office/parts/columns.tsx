// The head of a table: a title for each column, those of figures to the right.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { useSay } from '../../text/language.ts';

/** `figures`: the titles among them whose columns hold figures. */
export function Columns({
  titles,
  figures = [],
}: {
  readonly titles: readonly Bilingual[];
  readonly figures?: readonly Bilingual[];
}) {
  const say = useSay();
  return (
    <thead>
      <tr>
        {titles.map((title) => (
          <th scope="col" key={title.en} className={figures.includes(title) ? 'n' : undefined}>
            {say(title)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
