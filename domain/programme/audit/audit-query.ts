// What a live query of the auditor is: one finding of real audits, asked of every project, answered with figures, clause and entries.
import type { Bilingual } from '../../bilingual.ts';
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Calendar } from '../../calendar/working-days.ts';
import type { RulePack } from '../../policy/packs.ts';
import type { RuleId } from '../../policy/rule-catalogue.ts';
import type { Project } from '../../projects/project.ts';
import type { EntryRef, Figure } from '../figure.ts';
import type { AuditFigure } from './figure-titles.ts';

export interface AuditContext {
  readonly on: PlainDate;
  readonly pack: RulePack;
  readonly calendar: Calendar;
  /** Of the whole district. */
  readonly projects: readonly Project[];
}

export interface AuditHit {
  readonly says: Bilingual;
  /** By the name that a working paper prints. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** What the finding rests on, besides the figures. */
  readonly entries: readonly EntryRef[];
}

export interface AuditQuery extends Bilingual {
  readonly rule: RuleId;
  /** Where auditors found it, as published. */
  readonly seen: Bilingual;
  /** Which of the figures of a hit is the money at stake; none where the finding is not about an amount. */
  readonly stake?: AuditFigure;
  ask(project: Project, context: AuditContext): AuditHit | undefined;
}
