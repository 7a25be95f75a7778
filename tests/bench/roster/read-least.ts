// The least that a reader of spreadsheets must do, for a limit to compare with: unpack the file and look at every tag of its sheets.
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';

const files = unzipSync(readFileSync(process.argv[2] ?? ''));
let tags = 0;
for (const [path, bytes] of Object.entries(files)) {
  if (!path.startsWith('xl/')) continue;
  const text = new TextDecoder().decode(bytes);
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) tags += 1;
}
const { user, system } = process.cpuUsage();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ tags, cpu: (user + system) / 1e6, megabytes }));
