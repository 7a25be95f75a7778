// The closed list of figures that the programme is told by: on circulars, in the assessment, on the dashboard.
import type { PlainDate } from '../calendar/plain-date.ts';
import type { Project } from '../projects/project.ts';
import { DASHBOARD_FIGURES } from './dashboard-figures.ts';
import type { Figure, FigureDefinition } from './figure.ts';
import { MONEY_FIGURES } from './money-figures.ts';
import { PROGRESS_FIGURES } from './progress-figures.ts';
import { SUPERVISION_FIGURES } from './supervision-figures.ts';

export const FIGURES = {
  ...PROGRESS_FIGURES,
  ...MONEY_FIGURES,
  ...SUPERVISION_FIGURES,
  ...DASHBOARD_FIGURES,
} as const satisfies Record<string, FigureDefinition>;

export type FigureCode = keyof typeof FIGURES;
export const FIGURE_CODES = Object.keys(FIGURES) as readonly FigureCode[];

export const figureOf = (code: FigureCode, projects: readonly Project[], on: PlainDate): Figure =>
  FIGURES[code].of(projects, on);
