// The drills of the peers' breaks: in their own words, with the test that shows that ours does not break so.

export interface PeerDrill {
  readonly drill: string;
  /** File under tests/, and what its test or group of tests is called. */
  readonly shown: readonly (readonly [file: string, title: string])[];
}

export const PEER_DRILLS: readonly PeerDrill[] = [
  {
    drill: 'duplicate delivery of an upload event',
    shown: [
      ['journeys/drills.test.ts', 'is one act, one entry, the same answer'],
      [
        'functions/intake/receive-upload.test.ts',
        'is answered the same when the same bytes come again under the ticket',
      ],
    ],
  },
  {
    drill: 'queue batch timeout that starts a thing twice',
    shown: [
      ['journeys/drills.test.ts', 'starts no second execution'],
      ['adapters/aws/projector.test.ts', 'changes nothing when the stream hands out a batch again, or part of one'],
    ],
  },
  {
    drill: 'counter that leaks, or falls below zero, and stops everything while all metrics read idle',
    shown: [['journeys/more-drills.test.ts', 'a counter that leaks, or falls below zero']],
  },
  {
    drill: 'a token wait without timeout',
    shown: [['architecture/machines.test.ts', 'give every task a time limit, a retry with jitter and a catch']],
  },
  {
    drill: 'token lost',
    shown: [['functions/dashboard/reconcile-projects.test.ts', 'opens a wait again whose token was lost']],
  },
  {
    drill: 'token used twice, or after its timeout',
    shown: [
      ['journeys/drills.test.ts', 'that is used twice moves nothing the second time'],
      ['journeys/drills.test.ts', 'whose wait has timed out is worth nothing'],
    ],
  },
  {
    drill: 'link opened by a mail scanner (GET never acts)',
    shown: [['journeys/more-drills.test.ts', 'a link opened by a mail scanner']],
  },
  {
    drill: 'one of N departments rejects after others approved',
    shown: [['domain/projects/approvals/joint-review.test.ts', 'a plan that one party returns after others approved']],
  },
  {
    drill: 'one is removed mid-review',
    shown: [['domain/projects/approvals/joint-review.test.ts', 'a party removed mid-review']],
  },
  {
    drill: 'document finished by all signers and still "pending"',
    shown: [['journeys/drills.test.ts', 'is finished by the last one, and nobody is left pending']],
  },
  {
    drill: 'notice photo missing',
    shown: [['journeys/drills.test.ts', 'is not posted without its photo, nor with one that is not on file']],
  },
  {
    drill: 'plan replaced during publicity',
    shown: [['journeys/drills.test.ts', 'that is replaced by a changed plan never lets the old period count']],
  },
  {
    drill: 'a later notice must not shorten the period',
    shown: [
      [
        'domain/projects/publicity/posting.test.ts',
        'begins again under a changed notice: what hung before counts no more',
      ],
    ],
  },
  {
    drill: 'holiday list changed during publicity',
    shown: [
      [
        'functions/publicity/close-publicity.test.ts',
        'runs longer when a day is declared off, and never shorter than announced when one is declared a working day',
      ],
    ],
  },
  {
    drill: 'an extension that itself hits a holiday',
    shown: [['journeys/more-drills.test.ts', 'an extension that itself hits a holiday']],
  },
  {
    drill: 'roll changed between ballots (403 owners/66,783.97 ㎡, two months later 401/66,067.85)',
    shown: [['journeys/more-drills.test.ts', 'a roll that changes between two ballots']],
  },
  {
    drill: 'flat sold during the ballot',
    shown: [['journeys/more-drills.test.ts', 'a flat that is sold during the ballot']],
  },
  {
    drill: 'paper and screen votes disagree',
    shown: [
      ['domain/paper/filing/votes-of-sheets.test.ts', 'say when two sheets of a household contradict each other'],
      ['domain/roster/roster.test.ts', 'tell every unknown, double, contradicting and altered row at once'],
    ],
  },
  {
    drill: 'co-owners disagree',
    shown: [
      [
        'domain/paper/filing/votes-of-sheets.test.ts',
        'record co-owners and changed owners with the one vote of the unit',
      ],
    ],
  },
  {
    drill: 'scan with two codes',
    shown: [['functions/intake/scan/any-stack.test.ts', 'is asked about when two different codes are on it']],
  },
  {
    drill: 'scan upside down',
    shown: [['functions/intake/scan/file-stack.test.ts', 'files a page that was fed upside down']],
  },
  {
    drill: 'blank backs',
    shown: [['functions/intake/scan/file-stack.test.ts', 'keeps a blank back with the page before it']],
  },
  {
    drill: 'a 50,000-megapixel page',
    shown: [
      ['functions/intake/scan/hostile-files.test.ts', 'refuses a JPEG that claims more pixels than any paper has'],
    ],
  },
  { drill: 'a signed PDF', shown: [['journeys/more-drills.test.ts', 'a signed PDF']] },
  {
    drill: 'an encrypted PDF',
    shown: [['functions/intake/hostile-corpus.test.ts', 'has a verdict on each within ten seconds']],
  },
  {
    drill: "split documents that skip the workflow or inherit each other's tags",
    shown: [
      ['functions/intake/scan/file-stack.test.ts', 'puts the papers on the file of their project'],
      ['functions/intake/scan/file-stack.test.ts', 'refuses a page of another street'],
    ],
  },
  {
    drill: 'read model behind the ledger',
    shown: [['journeys/more-drills.test.ts', 'a read model behind the ledger']],
  },
  {
    drill: 'a consumer that skips a late commit',
    shown: [['adapters/aws/projector.test.ts', 'catches up with entries that it was never handed']],
  },
  {
    drill: 'notification provider down for an hour',
    shown: [['functions/notifications/send-due-messages.test.ts', 'of an hour loses nothing and sends nothing twice']],
  },
  {
    drill: 'key missing when sealing',
    shown: [['journeys/more-drills.test.ts', 'a key that is missing when something is sealed']],
  },
  {
    drill: 'SLA rule stored, shown and never executed',
    shown: [
      [
        'functions/notifications/send-digests.test.ts',
        'goes out once a day after its hour, with what is late marked and counted',
      ],
    ],
  },
];
