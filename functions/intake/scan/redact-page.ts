// A copy of a page for publication, with what names people blackened in the pixels; the page itself stays as it is.
import sharp from 'sharp';
import * as z from 'zod';
import { sha256Schema } from '../../../domain/api.ts';
import { granted, refused } from '../../../domain/errors.ts';
import { noteOfPersonalData } from '../../runtime/privacy-ledger.ts';
import { type Route, route } from '../../runtime/route.ts';
import { findOwnPage, noSuchPage } from './page-access.ts';

const REDACTIONS = 'redactions';
const ofPage = { id: z.string().max(80) };
/** Of the width and height of the picture, from its upper left corner. */
const share = z.number().min(0).max(1);
const box = z.strictObject({ x: share, y: share, width: share, height: share });

const redactPage = route({
  name: 'redactPage',
  summary: { zh: '生成遮盖个人信息的公开件', en: 'Make a copy for publication, with people blackened' },
  method: 'POST',
  path: '/api/pages/{id}/redactions',
  access: ['STREET', 'COMMUNITY', 'BODY'],
  status: 201,
  input: { params: z.strictObject(ofPage), body: z.strictObject({ boxes: z.array(box).min(1).max(500) }) },
  output: z.object({ sha256: sha256Schema, original: sha256Schema }),
  async handle({ params, body, actor, request }, ports) {
    const found = await findOwnPage(ports, { actor, pageId: params.id });
    if (!found.ok) return found;
    const { picture, revision } = found.value;
    const bytes = picture === null ? undefined : await ports.papers.get(picture);
    if (picture === null || bytes === undefined) return noSuchPage();
    const blackened = await blacken(bytes, body.boxes);
    const kept = { mediaType: 'image/jpeg', paperClass: 'ISSUED', storedAt: ports.clock.now() } as const;
    const { sha256 } = await ports.papers.put(blackened, kept);
    const value = { sha256, original: picture };
    const watermark = { ledger: `page/${params.id}`, seq: revision };
    await ports.views.write([{ view: REDACTIONS, partition: params.id, sort: sha256, value, watermark }]);
    const noted = { page: params.id, original: picture, redacted: sha256, boxes: body.boxes.length };
    const written = await noteOfPersonalData(ports, actor, 'redact-page', noted, request);
    return written.ok ? granted(value) : written;
  },
});

const downloadRedaction = route({
  name: 'downloadRedaction',
  summary: { zh: '下载公开件', en: 'Download a copy for publication' },
  method: 'GET',
  path: '/api/pages/{id}/redactions/{sha256}',
  access: ['STREET', 'COMMUNITY', 'BODY', 'AUDIT'],
  input: { params: z.strictObject({ ...ofPage, sha256: sha256Schema }) },
  output: 'FILE',
  async handle({ params }, ports) {
    const row = await ports.views.get(REDACTIONS, params.id, params.sha256);
    const bytes = row && (await ports.papers.get(params.sha256));
    if (bytes === undefined) {
      return refused('NOT_FOUND', { zh: '没有这份公开件。', en: 'There is no such copy for publication.' });
    }
    return granted({ bytes, mediaType: 'image/jpeg', fileName: `${params.sha256.slice(0, 8)}.jpg` });
  },
});

type Box = z.output<typeof box>;

/** Drawn into the pixels and coded anew, without anything of the file that is no pixel. */
async function blacken(bytes: Uint8Array, boxes: readonly Box[]): Promise<Buffer> {
  const picture = sharp(bytes).autoOrient();
  const { width, height } = (await picture.metadata()).autoOrient;
  const rects = boxes.map(
    (each) =>
      `<rect x="${Math.floor(each.x * width)}" y="${Math.floor(each.y * height)}" width="${Math.ceil(each.width * width) + 1}" height="${Math.ceil(each.height * height) + 1}"/>`,
  );
  const mask = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rects.join('')}</svg>`;
  return picture
    .composite([{ input: Buffer.from(mask) }])
    .jpeg({ quality: 85 })
    .toBuffer();
}

export const REDACTION_ROUTES: readonly Route[] = [redactPage, downloadRedaction];
