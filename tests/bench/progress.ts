// The line that says what the bench is doing now: written over on a terminal, one line after the other elsewhere.
const isTerminal = process.stderr.isTTY === true;

export function tellProgress(text: string): void {
  process.stderr.write(isTerminal ? `\r\x1b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}` : `${text}\n`);
}

export function endProgress(): void {
  if (isTerminal) process.stderr.write('\r\x1b[K');
}
