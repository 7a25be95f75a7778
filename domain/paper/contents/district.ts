// What the district office says of all projects: circulars, the streets' assessment, minutes of meetings, records of inspections.
import * as z from 'zod';
import { inTenThousands } from '../ten-thousands.ts';
import { amount, area, count, date, line, moment, organisation, percentage, prose } from './fields.ts';

const streetRow = z.strictObject({
  street: organisation,
  planned: count,
  passed: count,
  inPublicity: count,
  funded: count,
  listed: count,
  started: count,
  startedRate: percentage,
  completed: count,
  settled: count,
  handedOver: count,
  averageDays: count,
});

/** C1: of projects and streets, never of residents. */
export const progressCircular = z
  .strictObject({
    year: z.int().min(2000).max(2999),
    issueNo: count,
    recipients: line,
    asOf: date,
    lag: line.optional(),
    projectCount: count,
    householdsAll: count,
    areaAll: area,
    planCount: count,
    startedCount: count,
    startedRate: percentage,
    invested: amount,
    investedRate: percentage,
    paidAll: amount,
    newPassed: count,
    newPublicity: count,
    newFunded: count,
    newStarted: count,
    newAccepted: count,
    topStreets: z.array(organisation).max(5),
    slowStreets: z.array(organisation).max(5),
    progress: prose,
    stuck: z
      .array(z.strictObject({ project: line, step: line, responsible: organisation, overdueDays: count }))
      .max(100),
    demands: prose,
    streets: z.array(streetRow).min(1).max(40),
    cc: line.optional(),
  })
  .transform((paper) => ({
    ...paper,
    wan: { invested: inTenThousands(paper.invested), paidAll: inTenThousands(paper.paidAll) },
  }));

/** C2: counted figures; the points are the district's to give. */
export const streetAssessment = z.strictObject({
  year: z.int().min(2000).max(2999),
  street: organisation,
  indicators: z
    .array(z.strictObject({ name: line, basis: line, value: line.max(30) }))
    .min(1)
    .max(30),
});

/** C3. */
export const meetingMinutes = z.strictObject({
  meetingOn: date,
  meetingPlace: line,
  chairTitle: line,
  subject: line,
  lead: prose,
  decisions: z
    .array(z.strictObject({ heading: line.max(30), text: prose }))
    .min(1)
    .max(20),
  present: prose,
  absent: prose.optional(),
  attending: prose.optional(),
  cc: line.optional(),
});

/** C4: deputies and members as a number. */
export const inspectionVisit = z.strictObject({
  visitedAt: moment.optional(),
  inspectors: line.optional(),
  inspectorCount: count.optional(),
  neighbourhoods: line.optional(),
  opinions: prose.optional(),
  results: prose.optional(),
});
