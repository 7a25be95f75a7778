// The two majorities of a ballot (二(三)1, 3): households and area, each with its two-thirds line.
import { minus, printCount, printExact } from '../../figures/amounts.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { Meter } from './meter.tsx';

interface Majority<Quantity> {
  readonly total: Quantity;
  readonly agreed: Quantity;
  readonly required: Quantity;
  readonly missing: Quantity;
}

export function MajorityMeters({ households, area }: { households: Majority<number>; area: Majority<string> }) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  return (
    <div className="meters">
      <Meter
        title={say(projectText.households)}
        unit={zh ? '户' : 'households'}
        total={String(households.total)}
        agreed={String(households.agreed)}
        required={String(households.required)}
        missing={String(households.missing)}
        surplus={String(households.agreed - households.required)}
        print={(figure) => printCount(Number(figure))}
      />
      <Meter
        title={say(projectText.area)}
        unit="㎡"
        {...area}
        surplus={minus(area.agreed, area.required)}
        print={printExact}
      />
    </div>
  );
}
