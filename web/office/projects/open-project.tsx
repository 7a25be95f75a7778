// A street opens the project of a neighbourhood of its own.
import { Button, Drawer } from 'antd';
import { useState } from 'react';
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
  const [name, setName] = useState('');
  const [community, setCommunity] = useState(`${street}001`);
  const [serial, setSerial] = useState('01');
  const [problem, setProblem] = useState<Problem>();
  // The same on every retry of what is filled in now.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const open = async () => {
    const neighbourhood = { name, community, street, code: `${community}-${serial}` };
    const answer = await send<ProjectView>('/api/projects', { neighbourhood }, { key });
    if (!answer.ok) return setProblem(answer.problem);
    await refresh('/api/projects?');
    go(`/projects/${answer.value.projectId}`);
  };
  const fields = [
    { title: listText.name, value: name, change: setName },
    { title: listText.community, value: community, change: setCommunity },
    { title: listText.serial, value: serial, change: setSerial },
  ];
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
        {fields.map(({ title, value, change }) => (
          <div className="field" key={title.en}>
            <label>
              {say(title)}
              <input
                value={value}
                required
                onChange={({ target }) => {
                  change(target.value.trim());
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
