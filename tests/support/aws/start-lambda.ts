// An installation on AWS for tests of its entry points: what AWS hands on by itself, a test hands on by hand.
import { vi } from 'vitest';
import { startInstallation } from './installation/start-installation.ts';

export async function startLambda() {
  const installation = await startInstallation({
    setEnvironment: vi.stubEnv,
    handsOn: false,
    time: () => performance.now(),
  });
  return {
    ...installation,
    /** Hands whatever is new to the projector, as the stream of the table does, until nothing new comes of it. */
    stream: installation.settle,
    async close() {
      await installation.close();
      vi.unstubAllEnvs();
    },
  };
}
