// What S3 hands over through EventBridge, and the stream of the table to the filing of stacks.
import sharp from 'sharp';
import { beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { objectCreated } from '../../../support/aws/events.ts';
import { STREET, type Stage } from './stage.ts';

export function describeIntake(stageOf: () => Stage): void {
  let stage: Stage;
  beforeEach(() => {
    stage = stageOf();
  });

  it('takes a file over a ticket, from the browser to the evidence', async () => {
    const asked = await stage.http('intakeRoutes', {
      method: 'POST',
      route: '/api/uploads',
      person: STREET,
      body: { name: '扫描件.pdf' },
    });
    const ticket = z
      .object({ uploadId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) })
      .parse(asked.body);
    const pdf = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
    const form = new FormData();
    for (const [name, value] of Object.entries(ticket.fields)) form.set(name, value);
    form.set('file', new Blob([pdf]));
    expect((await fetch(ticket.url, { method: 'POST', body: form })).status).toBe(204);

    await stage.lambda.call('receiveUpload', objectCreated(`uploads/${ticket.uploadId}`, pdf.length));
    const route = '/api/uploads/{id}';
    const parameters = { id: ticket.uploadId };
    const stored = await stage.http('intakeRoutes', { method: 'GET', route, parameters, person: STREET });
    expect(stored.body).toMatchObject({ state: 'STORED', mediaType: 'application/pdf', bytes: pdf.length });
  });

  it('leaves alone what nobody had a ticket for', async () => {
    await stage.lambda.call('receiveUpload', objectCreated('somewhere/else.pdf', 10));
    await stage.lambda.call('receiveUpload', objectCreated('scans/330302001/', 0));
    expect(stage.logged).toEqual([]);
  });

  /** Drops a scan for the street; each call then tells of it again. */
  function scanned(name: string, bytes: Buffer): () => Promise<unknown> {
    const key = `scans/${STREET.unit}/${name}`;
    const { versionId } = stage.lambda.s3.store.put('jiugai-intake', key, bytes);
    return () => stage.lambda.call('receiveUpload', objectCreated(key, bytes.length, versionId));
  }

  it('takes what an office scanner drops, files it off the stream, and gives the street its receipt', async () => {
    const page = await sharp({ create: { width: 1_654, height: 2_339, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    await scanned('scan0001.jpg', page)();
    const list = () => stage.http('intakeRoutes', { method: 'GET', route: '/api/stacks', person: STREET });
    const Stacks = z.object({ stacks: z.array(z.object({ uploadId: z.string(), state: z.string() })) });
    expect(Stacks.parse((await list()).body).stacks).toMatchObject([{ state: 'WAITING' }]);
    await stage.lambda.stream();
    const { stacks } = Stacks.parse((await list()).body);
    expect(stacks).toMatchObject([{ state: 'DONE' }]);
    const route = '/api/uploads/{id}/pages';
    const parameters = { id: stacks[0]?.uploadId ?? '' };
    const receipt = await stage.http('intakeRoutes', { method: 'GET', route, parameters, person: STREET });
    expect(receipt.body.list).toMatchObject([{ number: 1, findings: [{ code: 'BLANK_PAGE' }] }]);
  });

  const stacksOfStreet = async () => {
    const list = await stage.http('intakeRoutes', { method: 'GET', route: '/api/stacks', person: STREET });
    return z.object({ stacks: z.array(z.object({ uploadId: z.string(), state: z.string() })) }).parse(list.body).stacks;
  };
  const whitePage = (height: number) =>
    sharp({ create: { width: 1_654, height, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();

  it('makes one stack of a scan that S3 tells of twice, one after the other and both at once, also when it is filed', async () => {
    const before = (await stacksOfStreet()).length;
    const tell = scanned('scan0002.jpg', await whitePage(2_340));
    await Promise.all([tell(), tell()]);
    await tell();
    expect(await stacksOfStreet()).toHaveLength(before + 1);
    await stage.lambda.stream();
    await tell();
    await stage.lambda.stream();
    const [newest, ...others] = await stacksOfStreet();
    expect([newest?.state, others.length]).toEqual(['DONE', before]);
    const receipt = await stage.http('intakeRoutes', {
      method: 'GET',
      route: '/api/uploads/{id}/pages',
      parameters: { id: newest?.uploadId ?? '' },
      person: STREET,
    });
    expect(receipt.body.list).toMatchObject([{ number: 1, findings: [{ code: 'BLANK_PAGE' }] }]);
  });

  it('tells two scans under one name apart, and reads of each what was scanned then', async () => {
    const before = (await stacksOfStreet()).length;
    const [first, second] = [
      scanned('scan0003.jpg', await whitePage(2_341)),
      scanned('scan0003.jpg', await whitePage(2_342)),
    ];
    await first();
    await second();
    expect(await stacksOfStreet()).toHaveLength(before + 2);
    const stored = await Promise.all(
      (await stacksOfStreet()).slice(0, 2).map(async ({ uploadId }) => {
        const parameters = { id: uploadId };
        return (
          await stage.http('intakeRoutes', { method: 'GET', route: '/api/uploads/{id}', parameters, person: STREET })
        ).body;
      }),
    );
    expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(2);
  });

  it('leaves a scan in the folder of nobody where it is', async () => {
    const { versionId } = stage.lambda.s3.store.put('jiugai-intake', 'scans/elsewhere/a.pdf', Buffer.from('%PDF-1.7'));
    await stage.lambda.call('receiveUpload', objectCreated('scans/elsewhere/a.pdf', 8, versionId));
    expect(stage.logged.filter((line) => line.includes('"level":"ERROR"'))).toEqual([]);
  });
}
