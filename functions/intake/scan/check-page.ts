// Checks one page fully: code, sharpness, head against code, cells; gives it its place; keeps its picture.

import { documentKind } from '../../../domain/paper/catalogue.ts';
import type { StackPageRecord } from '../../../domain/paper/filing/filed-page.ts';
import { checkHead } from '../../../domain/paper/filing/head-agreement.ts';
import { type PageFindingCode, stateUnder } from '../../../domain/paper/filing/page-findings.ts';
import { isBlurred, isCoarse, isUsualSize } from '../../../domain/paper/filing/page-quality.ts';
import { readCode } from '../../../domain/paper/filing-code.ts';
import type { PaperClass } from '../../../domain/ports.ts';
import type { StoredUpload } from '../upload-record.ts';
import type { FilingPorts } from './file-stack.ts';
import { type Identity, identifyPage } from './identify-page.ts';
import { readSignSheet } from './read-sign-sheet.ts';
import type { StackReader } from './reader.ts';
import type { Examination, ExpectedHead, SeenCode } from './reader-messages.ts';
import { takePlace } from './take-place.ts';

/** The page after its check; nothing of it is written but its picture, cells and place. */
export async function checkPage(
  ports: FilingPorts,
  reader: StackReader,
  { uploader }: StoredUpload,
  page: StackPageRecord,
): Promise<StackPageRecord> {
  const checked = { ...page, revision: page.revision + 1, checked: true };
  const blank = page.findings.includes('BLANK_PAGE');
  const code = blank || page.name !== null ? page.code : await searchAgain(ports, reader, page);
  const identity = blank ? NOTHING_TO_NAME : await identifyPage(ports, uploader, code?.text);
  const examined = await reader.examine(page.number, code, expectedHead(identity));
  if (examined === undefined) return { ...checked, code, name: identity.name, ...ended(['UNREADABLE_PAGE']) };
  const picture = await keepPicture(ports, examined.picture, identity);
  if (blank) return { ...checked, picture, ...ended(['BLANK_PAGE']) };

  const findings = [...identity.findings, ...judge(ports, page, identity, examined)];
  const { name } = identity;
  if (name !== null && stateUnder(findings) !== 'REFUSED' && code !== null) {
    findings.push(...(await readSignSheet(ports, reader, page, name, code)));
  }
  // Only a page that nothing speaks against takes its place; any other waits for a person.
  if (name !== null && stateUnder(findings) === 'FILED') {
    findings.push(...(await takePlace(ports, { ...page, name })));
  }
  return { ...checked, code, name, picture, ...ended(findings) };
}

const expectedHead = ({ name, project }: Identity): ExpectedHead | null =>
  name === null || project === undefined ? null : { kind: name.kind, neighbourhood: project.neighbourhood.name };

const NOTHING_TO_NAME: Identity = { name: null, findings: [] };

const ended = (findings: readonly PageFindingCode[]) => ({ state: stateUnder(findings), findings: [...findings] });

async function searchAgain(ports: FilingPorts, reader: StackReader, page: StackPageRecord): Promise<SeenCode | null> {
  const rejected = page.code === null ? [] : [page.code.text];
  const found = await reader.search(page.number, rejected);
  if (found === undefined) return page.code;
  return readCode(ports.seal, found.text).verdict === 'GENUINE' ? found : (page.code ?? found);
}

function judge(
  { seal }: FilingPorts,
  { dpi, size }: StackPageRecord,
  { name, project }: Identity,
  { sharpness, codes, head }: Examination,
): PageFindingCode[] {
  const findings: PageFindingCode[] = [];
  const genuine = new Set(codes.filter((text) => readCode(seal, text).verdict === 'GENUINE'));
  if (genuine.size > 1) findings.push('SEVERAL_CODES');
  if (dpi !== null && isCoarse(dpi)) findings.push('LOW_RESOLUTION');
  if (isBlurred(sharpness)) findings.push('BLURRED');
  if (size !== null && !isUsualSize(size)) findings.push('UNUSUAL_SIZE');
  if (name !== null && project !== undefined && head !== null) {
    findings.push(...checkHead(head, name.kind, project.neighbourhood.name));
  }
  return findings;
}

/** Pages with names or signatures on them, and pages of which nobody knows, are kept as rosters are. */
async function keepPicture({ papers, clock }: FilingPorts, picture: Uint8Array, { name }: Identity): Promise<string> {
  const harmless = name !== null && documentKind(name.kind).personalData === 'none';
  const paperClass: PaperClass = harmless ? 'FILED' : 'VAULT';
  const { sha256 } = await papers.put(picture, { mediaType: 'image/jpeg', paperClass, storedAt: clock.now() });
  return sha256;
}
