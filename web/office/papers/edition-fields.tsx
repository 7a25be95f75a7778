// Which paper it is among others of its kind: version, serial, day, and what is said of its disclosure.
import { useSay } from '../../text/language.ts';
import { DISCLOSURES, paperText } from '../../text/papers/page.ts';
import type { PaperOrder } from './use-prepared.ts';

/** As typed. */
export type Edition = Readonly<Record<'version' | 'serial' | 'date' | 'disclosure', string>>;

export const EMPTY_EDITION: Edition = { version: '', serial: '', date: '', disclosure: '' };

export const editionOf = ({ version, serial, date, disclosure }: Edition): Partial<PaperOrder> => ({
  ...(version !== '' && { version: Number(version) }),
  ...(serial !== '' && { serial: Number(serial) }),
  ...(date !== '' && { date }),
  ...(disclosure !== '' && { disclosure }),
});

interface EditionProps {
  readonly edition: Edition;
  /** That comes next. */
  readonly version: number;
  readonly numbered: boolean;
  onChange(edition: Edition): void;
}

export function EditionFields({ edition, version, numbered, onChange }: EditionProps) {
  const say = useSay();
  const field = (name: keyof Edition) => ({
    value: edition[name],
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...edition, [name]: target.value }),
  });
  return (
    <div className="act-form">
      <label className="field">
        {say(paperText.version)}
        <input type="number" min={1} max={999} placeholder={String(version)} {...field('version')} />
      </label>
      <label className="field">
        {say(paperText.serial)}
        <input type="number" min={1} max={9999} {...field('serial')} />
      </label>
      <label className="field">
        <span>
          {say(paperText.date)} <small>{say(paperText.today)}</small>
        </span>
        <input type="date" {...field('date')} />
      </label>
      {numbered && (
        <label className="field">
          {say(paperText.disclosure)}
          <select {...field('disclosure')}>
            <option value="">{say(paperText.notSaid)}</option>
            {DISCLOSURES.map((words) => (
              <option key={words.zh} value={words.zh}>
                {say(words)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
