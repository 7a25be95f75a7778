// A slider beside a number of a calculation: what if it were more, or less. The field is the truth; nobody has to slide.
import { useState } from 'react';
import { printCount, printExact } from '../../figures/amounts.ts';
import { titleOfField } from '../../text/fields.ts';
import { useSay } from '../../text/language.ts';
import { slideText } from '../../text/slide.ts';
import type { BesideProps } from '../parts/form-fields.tsx';
import { figureOf, placeOn, stepsOn, textAt, trackOf } from './slide.ts';

export function Slider({ name, schema, value, around, onChange }: BesideProps) {
  const say = useSay();
  const [held, hold] = useState<bigint>();
  const track = trackOf(schema, name, value, around, held);
  if (track.most !== held) hold(track.most);
  const place = placeOn(track, value);
  const filled = figureOf(value, track.decimals) !== undefined;
  return (
    <input
      type="range"
      className="slide"
      min={0}
      max={stepsOn(track)}
      step={1}
      value={place}
      aria-label={`${say(titleOfField(name))} ${say(slideText.slider)}`}
      aria-valuetext={
        filled
          ? track.decimals === 0
            ? printCount(Number(value))
            : printExact(String(value).trim())
          : say(slideText.empty)
      }
      onChange={({ target }) => onChange(textAt(track, Number(target.value)))}
    />
  );
}
