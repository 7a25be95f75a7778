// What to do with a dead letter, by what is in it: every asynchronous edge leaves letters of its own kind.
import * as z from 'zod';

export interface LetterActs {
  /** A file that has arrived and was not taken in. */
  readonly receive: (event: unknown) => Promise<unknown>;
  /** A part of the stream that the projector gave up on. */
  readonly projectAgain: () => Promise<unknown>;
  /** A stack that was not filed. */
  readonly fileOpenStacks: () => Promise<unknown>;
  /** A bell that nobody heard. */
  readonly ringBell: () => Promise<unknown>;
}

const arrived = z.looseObject({ source: z.literal('aws.s3'), detail: z.looseObject({}) });
/** What Lambda leaves of a stream: which function, and where in the stream; not the records. */
const givenUp = z.looseObject({
  requestContext: z.looseObject({ functionArn: z.string() }),
  DDBStreamBatchInfo: z.looseObject({}),
});

/** Throws when it knows no such letter, or when what it should do fails: the letter stays. */
export async function answerLetter(acts: LetterActs, body: string): Promise<string> {
  if (body === 'messages are due') {
    await acts.ringBell();
    return 'bell rung';
  }
  const letter: unknown = JSON.parse(body);
  if (arrived.safeParse(letter).success) {
    await acts.receive(letter);
    return 'file taken in';
  }
  const stream = givenUp.safeParse(letter);
  if (stream.success) {
    const isFiler = /:function:[^:]*[Ff]ileStacks/.test(stream.data.requestContext.functionArn);
    await (isFiler ? acts.fileOpenStacks() : acts.projectAgain());
    return isFiler ? 'open stacks filed' : 'ledgers projected again';
  }
  // A round that could not be started: the next one has done its work.
  if (JSON.stringify(letter) === '{}') return 'round dropped, the next one did it';
  throw new Error('a letter of no kind that is known');
}
