// A whole installation on AWS to tell a story to: gateway, issuer, and a clock that the story moves.
import { readAwsConfig } from '../../../../adapters/aws/config.ts';
import { openAwsPorts } from '../../../../adapters/aws/ports.ts';
import { SCHEDULED } from '../events.ts';
import { startGateway } from './gateway.ts';
import { createIssuer } from './issuer.ts';
import { RehearsalClock } from './rehearsal-clock.ts';
import { startInstallation } from './start-installation.ts';

const QUARTER = 15 * 60_000;
/** What EventBridge Scheduler calls; money first. */
const ROUNDS = [
  'settleOrphanReservations',
  'reconcileProjects',
  'forgetKeptAnswers',
  'eraseExpiredPapers',
  'sendNotifications',
  'sendDailyDigests',
];

export async function rehearse({ from }: { readonly from: number }) {
  const clock = new RehearsalClock(from);
  const installation = await startInstallation({
    setEnvironment: (name, value) => {
      process.env[name] = value;
    },
    handsOn: true,
  });
  const { engine, call, settle } = installation;
  let lastRound = clock.now;

  /** Everything that falls due on the way happens at its own time, in order. */
  async function moveTo(to: number): Promise<void> {
    await settle();
    for (let next = engine.nextWake(); next !== undefined && next <= to; next = engine.nextWake()) {
      clock.moveTo(next);
      engine.wake();
      await settle();
    }
    clock.moveTo(to);
    if (clock.now - lastRound < QUARTER) return;
    lastRound = clock.now;
    for (const round of ROUNDS) {
      await call(round, SCHEDULED);
      await settle();
    }
  }

  const issuer = await createIssuer();
  const gateway = await startGateway({
    installation,
    verifyToken: issuer.verify,
    beside: new Map<string, (body: unknown) => Promise<object>>([
      ['POST /oidc/demo-token', issuer.signIn],
      [
        'POST /api/clock',
        async (body) => {
          await moveTo(Date.parse((body as { to: string }).to));
          return { now: new Date().toISOString() };
        },
      ],
    ]),
  });
  return {
    origin: gateway.origin,
    meter: installation.meter,
    engine,
    settle,
    ports: await openAwsPorts(readAwsConfig(process.env), () => crypto.randomUUID()),
    async close() {
      await gateway.close();
      await installation.close();
      clock.restore();
    },
  };
}
