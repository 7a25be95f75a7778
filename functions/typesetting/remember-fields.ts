// What was typed once for a project is not typed again: addresses, office telephones, names of organisations and firms.
import * as z from 'zod';
import type { JsonObject } from '../../domain/json.ts';
import type { KnownFields } from '../../domain/paper/known/project-fields.ts';
import type { Ports } from '../../domain/ports.ts';

/** None of them says anything of a person: telephones are those of offices, by the schemas of the papers. */
const REMEMBERED = [
  ...(['communityName', 'communityTel', 'bodyName', 'bodyTel', 'bodyAddress', 'bodyStatus', 'leaderTitle'] as const),
  ...(['projectAddress', 'buildYears', 'buildingCount', 'titleArea', 'planName', 'planPlace', 'returnTo'] as const),
  ...(['designer', 'contractor', 'supervisor', 'reviewInstitution', 'archives', 'siteTel', 'repairTel'] as const),
  ...(['accountName', 'durationMonths', 'permitNo', 'scale', 'settleOffice', 'settleTel', 'managementMode'] as const),
];

const VIEW = 'paper-fields';
const field = z.union([z.string(), z.number()]);

export async function rememberedFields({ views }: Pick<Ports, 'views'>, projectNo: string): Promise<KnownFields> {
  return (await views.get(VIEW, projectNo, ''))?.value ?? {};
}

/** The last word on a field counts. */
export async function rememberFields({ views }: Pick<Ports, 'views'>, projectNo: string, given: JsonObject) {
  const typed = Object.fromEntries(
    REMEMBERED.flatMap((name) => {
      const value = field.safeParse(given[name]);
      return value.success ? [[name, value.data]] : [];
    }),
  );
  if (Object.keys(typed).length === 0) return;
  const before = await views.get(VIEW, projectNo, '');
  const watermark = { ledger: `paper-fields/${projectNo}`, seq: (before?.watermark.seq ?? 0) + 1 };
  await views.write([{ view: VIEW, partition: projectNo, sort: '', value: { ...before?.value, ...typed }, watermark }]);
}
