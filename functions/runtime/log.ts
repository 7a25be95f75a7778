// The log: one JSON line for each thing an operator must know. Never a payload, never a person, never a token.
import { Fault } from '../../domain/errors.ts';

export interface LogLine {
  readonly level: 'info' | 'error';
  /** Code of the error, or what happened. */
  readonly code: string;
  readonly requestId: string;
  /** Name of the route or step. */
  readonly route: string;
  /** What was thrown, by name, from the outermost to the innermost cause. */
  readonly causes?: readonly string[];
  /** Where it was thrown. */
  readonly at?: readonly string[];
}

export type Log = (line: LogLine) => void;

export const writeLogLine: Log = (line) => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** What an operator can look up: the name of a fault of ours, or that something is wrong with the programme. */
export const codeOf = (error: unknown): string => (error instanceof Fault ? error.code : 'INTERNAL');

const FRAMES = 8;

/** Names and places of an error and its causes. Messages stay out: a driver's message may quote the row it choked on. */
export function traceOf(error: unknown): Pick<LogLine, 'causes' | 'at'> {
  const causes: string[] = [];
  let innermost: Error | undefined;
  for (let cause = error; cause instanceof Error && causes.length < FRAMES; cause = cause.cause) {
    causes.push(cause.name);
    innermost = cause;
  }
  const frames = innermost?.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return { causes, at: frames.slice(0, FRAMES).map((frame) => frame.trim()) };
}
