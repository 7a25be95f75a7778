// Routes that write nothing into a ledger, each with the reason why asking twice does no harm.

const COMPUTES = 'it computes, and writes nothing';
const NAMED_BY_CONTENT =
  'what it keeps is named by its own bytes, so that twice is once; the act that uses it is in a ledger';
const ROW =
  'it moves a row of paper on its way in, from a state that it is in once; the act that uses the paper is in a ledger';
const MESSAGE = 'it sends a message under a name that is the same both times';

/** Nothing of these stands in a ledger. */
export const WITHOUT_LEDGER: Readonly<Record<string, string>> = {
  ...{ previewDay: COMPUTES, previewYear: COMPUTES, supposeRound: COMPUTES, findRoom: COMPUTES },
  ...{ calculateBallot: COMPUTES, calculateFunding: COMPUTES, calculateSettlement: COMPUTES },
  ...{ calculatePublicity: COMPUTES, calculateEligibility: COMPUTES, calculateTender: COMPUTES },
  ...{ preparePaper: COMPUTES, draftPaper: COMPUTES, picturePaper: COMPUTES, previewBallotPack: COMPUTES },
  ...{ referToAccount: COMPUTES, makeDisplayKey: COMPUTES, askAboutOwnUnit: COMPUTES, findTypedCode: COMPUTES },
  ...{ importVotes: NAMED_BY_CONTENT, countSheets: NAMED_BY_CONTENT, putPetitionLetter: NAMED_BY_CONTENT },
  ...{ requestUpload: ROW, requestFiling: ROW, resolvePage: ROW, confirmCells: ROW },
  ...{ remindOwner: MESSAGE, sendNoticeAgain: MESSAGE },
  moveClock: 'the clock of a rehearsal',
  issueDemoToken: 'a token of the demo',
  sendObjection:
    'the page before `objectToNotice`: the same sheet sent twice is one objection, in objection-pages.test.ts',
};
