// An installation on AWS for tests of its entry points, with the acts of a street that go over its gateway.
import { expect, vi } from 'vitest';
import * as z from 'zod';
import { readAwsConfig } from '../../../../adapters/aws/config.ts';
import { openAwsPorts } from '../../../../adapters/aws/ports.ts';
import { ELIGIBLE } from '../../../domain/projects/consent/neighbourhood-on-stage.ts';
import { type HttpRequest, httpEvent } from '../../../support/aws/events.ts';
import { startLambda } from '../../../support/aws/start-lambda.ts';

export const STREET = { sub: 'p-17', role: 'STREET', unit: '330302001' };
export const OTHER_STREET = { sub: 'p-18', role: 'STREET', unit: '330302002' };
export const FINANCE = { sub: 'p-21', role: 'FINANCE', unit: 'FINANCE' };
export const OFFICE = { sub: 'p-22', role: 'RENOVATION_OFFICE', unit: 'RENOVATION_OFFICE' };

export const Answer = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string().transform((body): Record<string, unknown> => (body.startsWith('{') ? JSON.parse(body) : { body })),
  isBase64Encoded: z.boolean().optional(),
});

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** 09:00 in Wenzhou on Monday, 2 March 2026. */
export async function openStage() {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 2, 1), toFake: ['Date'] });
  const logged: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
  vi.spyOn(console, 'log').mockImplementation((line) => logged.push(String(line)));
  const lambda = await startLambda();
  const ports = () => openAwsPorts(readAwsConfig(process.env), () => crypto.randomUUID());
  const http = async (entryPoint: string, request: HttpRequest) =>
    Answer.parse(await lambda.call(entryPoint, httpEvent(request)));
  let opened = 0;

  async function paper(text: string): Promise<string> {
    const { papers, clock } = await ports();
    const meta = { mediaType: 'application/pdf', paperClass: 'FILED', storedAt: clock.now() } as const;
    return (await papers.put(new TextEncoder().encode(text), meta)).sha256;
  }

  return {
    lambda,
    logged,
    ports,
    http,
    async openProject(): Promise<string> {
      opened += 1;
      const community = '330302001003';
      const code = `${community}-${String(opened).padStart(2, '0')}`;
      const neighbourhood = { name: '月季小区', code, community, street: STREET.unit };
      const route = '/api/projects';
      const answer = await http('portalRoutes', { method: 'POST', route, person: STREET, body: { neighbourhood } });
      expect(answer.statusCode).toBe(201);
      await lambda.stream();
      return String(answer.body.projectId);
    },
    survey: async () => ({
      surveyedOn: '2026-03-02',
      record: await paper('survey'),
      needsRenovation: true,
      renovatedBefore: 0,
      eligibility: ELIGIBLE,
    }),
    act: (id: string, name: string, seq: number, body: unknown, key = `${id}-${name}-${seq}`) =>
      http('performAct', {
        method: 'POST',
        route: '/api/projects/{id}/acts/{act}',
        parameters: { id, act: name },
        person: STREET,
        headers: { 'if-match': `"${seq}"`, 'idempotency-key': key },
        body,
      }),
    waiting: async (projectId: string) =>
      (await (await ports()).workflow.listWaiting(projectId)).map(({ wait }) => wait),
    async close() {
      await lambda.close();
      vi.restoreAllMocks();
      vi.useRealTimers();
    },
  };
}
