// The street records how the neighbourhood is managed from now on: no project closes without it (二(三)9, 一(二)4).
import * as z from 'zod';
import { gateShut, granted } from '../../errors.ts';
import { failures } from '../../policy/finding.ts';
import { isManaged, MANAGEMENT_MODES } from '../../policy/rules/management.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { paperInput, reasonInput } from '../act-input.ts';
import { moveTo } from '../project.ts';

export const setManagementModeInput = z.strictObject({
  mode: z.enum(MANAGEMENT_MODES),
  propertyManagedBefore: z.boolean(),
  /** Why a property company is not possible (不具备条件). */
  reason: reasonInput.optional(),
  /** Decision of the owners, contract with the company. */
  document: paperInput.optional(),
});

export const setManagementMode = defineAct<
  'set-management-mode',
  z.infer<typeof setManagementModeInput>,
  undefined,
  Nothing
>({
  name: 'set-management-mode',
  title: { zh: '落实长效管理方式', en: 'Set management mode' },
  step: 9,
  clause: '二(三)9',
  input: setManagementModeInput,
  decide({ input: { mode, propertyManagedBefore, reason }, on, pack }) {
    const findings = isManaged({ mode, propertyManagedBefore, reason }, on, pack);
    if (failures(findings).length > 0) return gateShut(findings);
    return granted({ outcome: 'set', result: NOTHING, findings });
  },
  apply(project, { input, on, at }) {
    const works = { ...project.works, management: { mode: input.mode, setOn: on } };
    const managed = { ...project, works };
    return project.state === 'HANDED_OVER' ? moveTo(managed, 'IN_WARRANTY', at) : managed;
  },
  outcome: ({ works }) => (works.management ? 'set' : undefined),
});
