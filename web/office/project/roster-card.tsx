// The roster of owners: a template to fill in, and its import into the vault; what is in it is never shown here.
import { Button } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { download, send } from '../../api/request.ts';
import { uploadPaper } from '../../api/upload-paper.ts';
import { formText } from '../../text/forms.ts';
import { useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { Card } from '../parts/card.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import './acts-panel.css';

interface Imported {
  readonly units: number;
  readonly households: number;
  readonly area: string;
}

export function RosterCard({ projectId }: { projectId: string }) {
  const say = useSay();
  const [problem, setProblem] = useState<Problem>();
  const [imported, setImported] = useState<Imported>();
  const importRoster = async (file: File) => {
    const uploaded = await uploadPaper(file);
    if (!uploaded.ok) return setProblem(uploaded.problem);
    const answer = await send<Imported>(`/api/projects/${projectId}/rosters`, { sha256: uploaded.sha256 });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setImported(answer.value);
  };
  return (
    <Card title={say(projectText.rosterCard)} id="roster">
      <p className="fine">{say(projectText.rosterLead)}</p>
      <div className="acts2">
        <Button onClick={async () => setProblem(await download(`/api/projects/${projectId}/forms/roster`))}>
          {say(projectText.rosterTemplate)}
        </Button>
        <FileButton title={say(projectText.rosterImport)} accept=".xlsx" onChoose={(file) => void importRoster(file)} />
      </div>
      {imported && (
        <p className="say ok" role="status">
          {say(projectText.rosterImported)} {imported.households} {say(formText.households)} · {imported.area} ㎡
        </p>
      )}
      {problem && <ProblemLine problem={problem} />}
      {problem?.fields && (
        <ul className="fine">
          {problem.fields.slice(0, 12).map(({ path, says }) => (
            <li key={path}>
              <code>{path}</code> {say(says)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
