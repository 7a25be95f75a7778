// Fields that mean something of their own on papers of one kind: which ballot, which estimate, which day.
import type { Project } from '../../projects/project.ts';
import type { TypesetCode } from '../paper-contents.ts';
import { type KnownFields, tallyFields } from './project-fields.ts';

const UNKNOWN = undefined;
/** The estimate that is approved is the approver's word; the plan's figures are another paper's. */
const NO_ESTIMATE = { totalInvestment: UNKNOWN, selfRaised: UNKNOWN, excessBorne: UNKNOWN, subsidy: UNKNOWN };

/** What is undefined here is typed, even where the project has a field of that name. */
export function kindFields(kind: TypesetCode, project: Project): KnownFields {
  switch (kind) {
    case 'F2':
    case 'F2D':
      // The next ballot has days of its own, whatever the last one had.
      return { ballotFrom: UNKNOWN, ballotTo: UNKNOWN };
    case 'F1S':
    case 'W1':
      return willingnessFields(project);
    case 'A1':
    case 'A2':
    case 'A2F':
      return { ...NO_ESTIMATE, estimate: project.approvals.feasibilityStudy?.filedEstimate };
    case 'K8D':
      return { ...NO_ESTIMATE, ...finalFields(project) };
    case 'JA1':
      return { conclusion: UNKNOWN };
    default:
      return {};
  }
}

function willingnessFields({ consent: { willingness } }: Project): KnownFields {
  const tally = willingness?.tally;
  return {
    surveyFrom: willingness?.openedOn,
    surveyTo: tally?.heldOn,
    ...(tally && tallyFields(tally)),
  };
}

function finalFields({ funding: { finalAccounts } }: Project): KnownFields {
  return finalAccounts === undefined
    ? {}
    : { selfRaised: finalAccounts.selfRaised, subsidy: finalAccounts.subsidy, excessBorne: finalAccounts.excess };
}
