// Where issued papers are listed, in the API and in the office: those of a project, and those of the district as a whole in a year.

export interface PapersPlace {
  /** Of the API. */
  readonly path: string;
  /** Of the page. */
  readonly address: string;
}

export const papersOfProject = (projectId: string): PapersPlace => ({
  path: `/api/projects/${projectId}/papers`,
  address: `/projects/${projectId}/papers`,
});

export const papersOfYear = (year: string): PapersPlace => ({
  path: `/api/programme/${year}/papers`,
  address: `/programme/papers/${year}`,
});
