// Settles a page that needs attention: file it, let it replace the one on file, or leave it out.
import { Button } from 'antd';
import { useState } from 'react';
import type { RESOLUTIONS } from '../../../domain/paper/filing/filed-page.ts';
import type { Problem } from '../../api/problem.ts';
import type { ReceiptPage } from '../../api/receipt.ts';
import { send } from '../../api/request.ts';
import { refresh } from '../../api/use-reading.ts';
import { intakeText } from '../../text/intake.ts';
import { useSay } from '../../text/language.ts';
import { ProblemLine } from '../parts/problem-line.tsx';

type Resolution = (typeof RESOLUTIONS)[number];

/** `paths`: what is read again afterwards. */
export function SettlePage({ page, paths }: { page: ReceiptPage; paths: readonly string[] }) {
  const say = useSay();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const { pageId, name, findings } = page;
  const settle = async (resolution: Resolution) => {
    const answer = await send(`/api/pages/${pageId}/resolve`, { resolution, ...(code !== '' && { code }) });
    setProblem(answer.ok ? undefined : answer.problem);
    for (const path of paths) await refresh(path);
  };
  const again = findings.some((finding) => finding.code === 'SAME_PAGE_AGAIN');
  return (
    <>
      {problem && <ProblemLine problem={problem} />}
      <div className="vacts">
        {name === null && (
          <label className="field">
            {say(intakeText.code)}
            <input value={code} autoComplete="off" onChange={({ target }) => setCode(target.value)} />
          </label>
        )}
        <Button type={again ? 'default' : 'primary'} onClick={() => void settle('FILE')}>
          {say(intakeText.file)}
        </Button>
        {again && (
          <Button type="primary" onClick={() => void settle('REPLACE')}>
            {say(intakeText.replace)}
          </Button>
        )}
        <Button onClick={() => void settle('LEAVE_OUT')}>{say(intakeText.leaveOut)}</Button>
      </div>
    </>
  );
}
