// A meter with the two-thirds line: the tick is the rule, and what is missing is said in words.
import { shareOf } from '../../figures/amounts.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import './meter.css';

export interface MeterProps {
  readonly title: string;
  readonly unit: string;
  readonly total: string;
  readonly agreed: string;
  readonly required: string;
  /** How many more are needed; `0` or `0.00` when it has passed. */
  readonly missing: string;
  readonly surplus: string;
  print(figure: string): string;
}

export function Meter({ title, unit, total, agreed, required, missing, surplus, print }: MeterProps) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const passed = Number(missing) === 0;
  const gap = print(passed ? surplus : missing);
  const line = shareOf(required, total);
  /** English alone tells one from many. */
  const of = (figure: string) => (figure === '1' ? unit.replace(/s$/, '') : unit);
  return (
    <div className={passed ? 'meter ok' : 'meter'}>
      <div className="mh">
        <span>{title}</span>
        <b>
          {zh ? (passed ? '已过，多 ' : '还差 ') : passed ? 'passed by ' : ''}
          <em className="num">{gap}</em> {of(gap)}
          {!zh && !passed && ' missing'}
        </b>
      </div>
      <div
        className="track"
        role="img"
        aria-label={
          zh
            ? `${title}同意 ${print(agreed)} ${unit}，需要 ${print(required)} ${unit}，共 ${print(total)} ${unit}`
            : `${title}: ${print(agreed)} ${of(print(agreed))} ${print(agreed) === '1' ? 'agrees' : 'agree'}, ${print(required)} needed, ${print(total)} in all`
        }
      >
        <i style={{ width: `${shareOf(agreed, total)}%` }} />
        <s style={{ left: `${line}%` }} />
        <span style={{ left: `${line}%` }} className="num">
          {say(projectText.line)} {print(required)}
        </span>
      </div>
      <div className="mf num">
        <span>
          {print(agreed)} / {print(total)} {of(print(total))}
        </span>
      </div>
    </div>
  );
}
