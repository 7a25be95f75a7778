// A table of the programme as a file: .xlsx for people, .csv for other systems.
import { Button } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { download } from '../../api/request.ts';
import { useSay } from '../../text/language.ts';
import { yearText } from '../../text/programme-year.ts';
import { ProblemLine } from '../parts/problem-line.tsx';

export function ExportButtons({ year, table }: { year: string; table: string }) {
  const say = useSay();
  const [problem, setProblem] = useState<Problem>();
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          onClick={async () => setProblem(await download(`/api/programme/${year}/exports/${table}?format=${format}`))}
        >
          {say(yearText.export)} .{format}
        </Button>
      ))}
      {problem && <ProblemLine problem={problem} />}
    </>
  );
}
