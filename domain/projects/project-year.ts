// The year of a project: that of its number, in which it was put into the programme (`330302-2026-0017`).
export function yearOfProject(projectId: string): string {
  const [, year = ''] = projectId.split('-');
  return year;
}
