// A loaded server is killed at random moments, again and again; now and then the power fails as well. Told how often, it
// gives back what became of everything.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { smtpSink } from '../functions/notifications/sinks.ts';
import { judge, type Verdict } from './judge.ts';
import { freePort, MortalServer } from './mortal-server.ts';
import { copyAsCut, tear, writeTo } from './power-cut.ts';
import { type Acknowledged, workUntil } from './street-at-work.ts';

export interface Drill {
  readonly kills: number;
  /** One life in so many also loses its power. */
  readonly cutEvery: number;
  readonly streets: number;
  readonly progress?: (kills: number) => void;
}

export interface Drilled {
  /** After the last life. */
  readonly verdict: Verdict;
  /** Of each copy taken as the power failed. */
  readonly cuts: readonly Verdict[];
  readonly answered: number;
  /** What lives logged as errors. */
  readonly errors: readonly string[];
  /** Mails that arrived; the same one may come twice when its sender was killed. */
  readonly mails: number;
  readonly unmailed: readonly string[];
  /** Projects that do not end as the one that nobody disturbed. */
  readonly wrongEnds: readonly string[];
  readonly seconds: number;
}

/** A life ends after so many answers at most, and a moment, while others are still on their way. */
const MOST_ANSWERS = 30;
const LONGEST_MOMENT = 25;
const MOST_WRITES = 40;

export async function drillKills({ kills, cutEvery, streets, progress = () => {} }: Drill): Promise<Drilled> {
  const begun = performance.now();
  const place = await mkdtemp(join(tmpdir(), 'kill-drill-'));
  const mail = await smtpSink();
  try {
    const undisturbed = await undisturbedEnd(place, mail.port);
    const folder = join(place, 'disturbed');
    await prepare(folder, mail.port);
    const server = new MortalServer(folder, await freePort());
    const acknowledged: Acknowledged = new Map();
    const cuts: Cut[] = [];
    let done = false;
    const working = Promise.all(
      Array.from({ length: streets }, (_, index) =>
        workUntil(() => done, server, String(index + 1).padStart(2, '0'), acknowledged),
      ),
    );
    try {
      for (let kill = 0; kill < kills; kill++) {
        const answered = server.hasAnswered(Math.ceil(Math.random() * MOST_ANSWERS));
        await server.begin();
        if (kill % cutEvery === cutEvery - 1) {
          cuts.push(await cutPower(server, folder, join(place, `cut-${kill}`), acknowledged));
        }
        await Promise.race([answered, working]);
        await later(Math.random() * LONGEST_MOMENT);
        await server.kill();
        progress(kill + 1);
      }
      await server.begin();
      done = true;
      await working;
    } finally {
      await server.close();
    }
    const verdict = await judge(folder, acknowledged, true);
    const verdicts: Verdict[] = [];
    for (const { copy, until } of cuts) {
      verdicts.push(await judge(copy, until, false));
      await rm(copy, { recursive: true });
    }
    const mailed = mail.mails.map(({ source }) => source).join('\n');
    const told = [...acknowledged.keys()].map((projectId) => `<${projectId}-`);
    return {
      verdict,
      cuts: verdicts,
      answered: [...acknowledged.values()].flat().length,
      errors: server.errors,
      mails: mail.mails.length,
      unmailed: told.filter((id) => !mailed.includes(id)),
      wrongEnds: [...verdict.ends].flatMap(([id, end]) => (end === undisturbed ? [] : [id])),
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    await mail.close();
    await rm(place, { recursive: true });
  }
}

/** One neighbourhood, one life. */
async function undisturbedEnd(place: string, smtpPort: number): Promise<string> {
  const folder = join(place, 'undisturbed');
  await prepare(folder, smtpPort);
  const server = new MortalServer(folder, await freePort());
  const acknowledged: Acknowledged = new Map();
  try {
    await server.begin();
    let asked = 0;
    await workUntil(() => asked++ > 0, server, '01', acknowledged);
  } finally {
    await server.close();
  }
  const [end] = (await judge(folder, acknowledged, true)).ends.values();
  if (end === undefined) throw new Error('nothing came of the undisturbed run');
  return end;
}

interface Cut {
  readonly copy: string;
  readonly until: Acknowledged;
}

/** At a random write nothing moves any more: the files are copied, and what was answered until then must be in the copy. */
async function cutPower(server: MortalServer, folder: string, copy: string, acknowledged: Acknowledged): Promise<Cut> {
  const write = writeTo(folder, Math.ceil(Math.random() * MOST_WRITES));
  await Promise.race([write.happened, later(5_000)]);
  const until = await server.holding(async () => {
    await copyAsCut(folder, copy);
    return new Map([...acknowledged].map(([id, acts]) => [id, [...acts]]));
  });
  write.forget();
  await tear(copy);
  return { copy, until };
}

/** A new folder whose offices are told by mail. */
export async function prepare(folder: string, smtpPort: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const desk = (role: string) => ({
    id: role.toLowerCase().replace('_', '-'),
    role,
    channel: 'mail',
    address: `${role.toLowerCase()}@example.com`,
    digest: false,
  });
  const channels = {
    site: 'http://localhost',
    channels: { mail: { kind: 'SMTP', host: '127.0.0.1', port: smtpPort, security: 'NONE', from: 'a@example.com' } },
    recipients: ['STREET', 'COMMUNITY', 'BODY', 'RENOVATION_OFFICE'].map(desk),
  };
  await writeFile(join(folder, 'channels.json'), JSON.stringify(channels));
}
