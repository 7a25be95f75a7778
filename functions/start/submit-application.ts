// The body applies for the start with the materials of 二(三)4.
import { submitApplication as act } from '../../domain/projects/start/submit-application.ts';
import { humanAct } from '../runtime/human-act.ts';
import { papersOnFile } from '../runtime/papers-on-file.ts';

export const submitApplication = humanAct(act, (ports, { input }) => {
  const { application, notice, undertaking, managementPlan, otherMaterials } = input;
  const named = Object.entries({ application, notice, undertaking, managementPlan }).map(([field, paper]) => ({
    path: `/${field}`,
    paper,
  }));
  const others = otherMaterials.map(({ paper }, index) => ({ path: `/otherMaterials/${index}/paper`, paper }));
  const filed = [...named, ...others].flatMap(({ path, paper }) =>
    paper === undefined ? [] : [[path, paper] as const],
  );
  return papersOnFile(ports, filed);
});
