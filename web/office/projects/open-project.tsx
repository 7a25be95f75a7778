// A street opens the project of a neighbourhood of its own.
import { Button, Drawer } from 'antd';
import type { ProjectView } from '../../api/project-view.ts';
import { refresh } from '../../api/use-reading.ts';
import { go } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { listText } from '../../text/lists.ts';
import { Form, useForm } from '../parts/form.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import '../acts/form.css';

export function OpenProject({ street, onClose }: { street: string; onClose(): void }) {
  const say = useSay();
  const form = useForm('open-project', { name: '', community: `${street}001`, serial: '01' });
  const open = async () => {
    const answer = await form.send<ProjectView>('/api/projects', ({ name, community, serial }) => ({
      neighbourhood: { name, community, street, code: `${community}-${serial}` },
    }));
    if (!answer?.ok) return;
    form.sent();
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
      <Form work={form.work} onSend={open}>
        <p className="t2">{say(listText.openLead)}</p>
        {form.problem && <ProblemLine problem={form.problem} />}
        {fields.map(({ title, field }) => (
          <div className="field" key={title.en}>
            <label>
              {say(title)}
              <input
                value={form.draft[field]}
                required
                onChange={({ target }) => form.change({ ...form.draft, [field]: target.value.trim() })}
              />
            </label>
          </div>
        ))}
        <Button type="primary" htmlType="submit" loading={form.isSending}>
          {say(listText.open)}
        </Button>
      </Form>
    </Drawer>
  );
}
