// The form by which finance sets or adjusts the budget of a year.
import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import type { BudgetForm } from '../../acts/act-tables.ts';
import { type Draft, filledIn } from '../../acts/draft.ts';
import type { FormSchema } from '../../acts/form-schema.ts';
import { refresh } from '../../api/use-reading.ts';
import { formText } from '../../text/forms.ts';
import { useSay } from '../../text/language.ts';
import { moneyText } from '../../text/money.ts';
import { Form, useForm } from '../parts/form.tsx';
import { FormFields } from '../parts/form-fields.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import '../acts/form.css';

const FORMS = {
  'set-budget': { path: '/api/budgets', title: moneyText.setBudget },
  'adjust-budget': { path: '/api/budgets/adjustments', title: moneyText.adjustBudget },
} as const;

export function BudgetDrawer({ form, year, onClose }: { form: BudgetForm; year: string; onClose(): void }) {
  const say = useSay();
  const [schema, setSchema] = useState<FormSchema>();
  const kept = useForm<Draft>(`${form}/${year}`, { year });
  useEffect(() => {
    void import('virtual:act-forms').then(({ table }) => setSchema(table[form]));
  }, [form]);
  const { path, title } = FORMS[form];
  const sendForm = async () => {
    if (schema === undefined) return;
    const answer = await kept.send(path, (draft) => filledIn(schema, draft));
    if (!answer?.ok) return;
    await Promise.all([refresh(`/api/budgets/${year}`), refresh('/api/dashboard/budget')]);
    kept.sent();
    onClose();
  };
  return (
    <Drawer open onClose={onClose} title={say(title)}>
      {schema && (
        <Form work={kept.work} onSend={sendForm}>
          {kept.problem && <ProblemLine problem={kept.problem} />}
          <FormFields
            {...{ schema, value: kept.draft, problems: kept.problem?.fields ?? [] }}
            pointer=""
            context={{}}
            onChange={kept.change}
          />
          <p className="for-good">{say(formText.forGood)}</p>
          <Button type="primary" htmlType="submit" loading={kept.isSending}>
            {say(title)}
          </Button>
        </Form>
      )}
    </Drawer>
  );
}
