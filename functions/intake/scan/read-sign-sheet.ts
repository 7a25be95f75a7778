// Reads a sheet that came back signed, cell by cell, and keeps what a clerk needs to confirm it: readings and row pictures.
import type { StackPageRecord } from '../../../domain/paper/filing/filed-page.ts';
import type { PageFindingCode } from '../../../domain/paper/filing/page-findings.ts';
import { type RowReading, readRow } from '../../../domain/paper/filing/row-reading.ts';
import type { PageName } from '../../../domain/paper/filing-code.ts';
import { findSignSheet } from '../../runtime/sign-sheets.ts';
import type { FilingPorts } from './file-stack.ts';
import type { StackReader } from './reader.ts';
import type { SeenCode } from './reader-messages.ts';
import { type CellRow, findCells, writeOfCells } from './sheet-cells.ts';

/** Nothing to say if the page is no sheet to sign. */
export async function readSignSheet(
  ports: FilingPorts,
  reader: StackReader,
  { pageId, number }: StackPageRecord,
  name: PageName,
  code: SeenCode,
): Promise<readonly PageFindingCode[]> {
  const sheet = await findSignSheet(ports, name);
  if (sheet === undefined || (await findCells(ports, pageId)) !== undefined) return [];
  const { ballot, rollHash, geometry } = sheet;
  const read = await reader.readCells(number, code, geometry);
  const inks = new Map(read?.rows.map((ink, index) => [ink.no, { ink, strip: read.strips[index] }]));
  const rows: CellRow[] = [];
  for (const { no } of geometry.rows) {
    const found = inks.get(no);
    const strip = found?.strip && (await keepStrip(ports, found.strip));
    const reading = found === undefined ? unread(no) : readRow(found.ink);
    rows.push({ no, reading, strip: strip ?? null, confirmations: [] });
  }
  await ports.views.write([writeOfCells({ pageId, revision: 1, name, ballot, rollHash, rows })]);
  return read === undefined ? ['MARKS_MISSING'] : [];
}

const unread = (no: number): RowReading => ({ no, signature: 'LOOK', opinion: 'LOOK', publishRoom: 'LOOK' });

async function keepStrip({ papers, clock }: FilingPorts, strip: Uint8Array): Promise<string> {
  const { sha256 } = await papers.put(strip, { mediaType: 'image/jpeg', paperClass: 'VAULT', storedAt: clock.now() });
  return sha256;
}
