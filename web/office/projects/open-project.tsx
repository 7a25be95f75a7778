// A street opens the project of a neighbourhood of its own.
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useKeptDraft } from '../../acts/use-kept-draft.ts';
import type { Problem } from '../../api/problem.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { send } from '../../api/request.ts';
import { refresh } from '../../api/use-reading.ts';
import { go } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { listText } from '../../text/lists.ts';
import { ProblemLine } from '../parts/problem-line.tsx';
import '../acts/form.css';

export function OpenProject({ street, onClose }: { street: string; onClose(): void }) {
  const say = useSay();
  const { draft, change, sent } = useKeptDraft('open-project', { name: '', community: `${street}001`, serial: '01' });
  const { name, community, serial } = draft;
  const [problem, setProblem] = useState<Problem>();
  // The same on every retry of what is filled in now.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const open = async () => {
    const neighbourhood = { name, community, street, code: `${community}-${serial}` };
    const answer = await send<ProjectView>('/api/projects', { neighbourhood }, { key });
    if (!answer.ok) return setProblem(answer.problem);
    sent();
    await refresh('/api/projects?');
    go(`/projects/${answer.value.projectId}`);
  };
  const fields = [
    { title: listText.name, field: 'name' },
    { title: listText.community, field: 'community' },
    { title: listText.serial, field: 'serial' },
  ] as const;
  return (
    <Drawer open onClose={onClose} title={say(listText.open)}>
      <form
        className="act-form"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <p className="t2">{say(listText.openLead)}</p>
        {problem && <ProblemLine problem={problem} />}
        {fields.map(({ title, field }) => (
          <div className="field" key={title.en}>
            <label>
              {say(title)}
              <input
                value={draft[field]}
                required
                onChange={({ target }) => {
                  change({ ...draft, [field]: target.value.trim() });
                  setKey(crypto.randomUUID());
                }}
              />
            </label>
          </div>
        ))}
        <Button type="primary" htmlType="submit">
          {say(listText.open)}
        </Button>
      </form>
    </Drawer>
  );
}
