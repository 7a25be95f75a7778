// Where a message comes from and where its links lead.

export interface Letterhead {
  /** Origin of the pages. */
  readonly site: string;
  /** Says so in every text: nobody may take a rehearsal for the real thing. */
  readonly rehearsal: boolean;
}

export const tasksOf = ({ site }: Letterhead): string => `${site}/tasks`;

export const linkTo = ({ site }: Letterhead, projectId: string): string => `${site}/projects/${projectId}`;

/** Papers of the district as a whole have no project: they are answered in the list of tasks. */
export const linkToVoiding = (letterhead: Letterhead, projectId: string): string =>
  projectId.endsWith('-0000') ? tasksOf(letterhead) : `${linkTo(letterhead, projectId)}/papers`;

export const linkToCircular = (
  { site }: Letterhead,
  { year, no }: { readonly year: string; readonly no: number | string },
): string => `${site}/notices/circulars/${year}-${no}`;
