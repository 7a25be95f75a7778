// `node .ci/count-tests.mjs ZONE FILE`: prints how many tests of out/tests.json passed and failed, and appends to FILE which
// ones failed and why; a run that left no report has failed.
import { appendFileSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** Of each failure: enough to see what happened. */
const CHARACTERS = 1500;

const [, , zone, file] = process.argv;
const tell = (what, why = '') =>
  appendFileSync(file, stripVTControlCharacters(`FAILED (${zone}) ${what}\n${why.slice(0, CHARACTERS)}\n`));

try {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync('out/tests.json', 'utf8'));
  let unnamed = 0;
  for (const { name, message, status, assertionResults } of testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    for (const { fullName, failureMessages } of failed) tell(`${name} > ${fullName}`, failureMessages.join('\n'));
    // A file that could not be loaded, or whose set-up failed, counts no test at all.
    if (status === 'failed' && failed.length === 0) {
      unnamed += 1;
      tell(name, message);
    }
  }
  process.stdout.write(`${numPassedTests} ${numFailedTests + unnamed}\n`);
} catch {
  tell('no report of the tests');
  process.stdout.write('0 1\n');
}
