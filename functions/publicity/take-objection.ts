// Takes an objection from a resident who has the code of the notice and of the own unit: words to the vault, a number to the ledger.
import * as z from 'zod';
import { dateInShanghai, type Instant } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/json.ts';
import type { Entry } from '../../domain/ledger.ts';
import { base32 } from '../../domain/paper/base32.ts';
import { unitHash } from '../../domain/paper/unit-code.ts';
import type { Ports } from '../../domain/ports.ts';
import { fileObjectionInput, RAISED_BY } from '../../domain/projects/publicity/file-objection.ts';
import { askedBefore } from '../runtime/asked-before.ts';
import { findNotice } from '../runtime/find-notice.ts';
import { findUnitByCode } from '../runtime/find-unit-by-code.ts';
import { performAct } from '../runtime/perform-act.ts';
import { fileObjection } from './file-objection.ts';
import { hideNumbers } from './hide-numbers.ts';

export const objectionInput = z.strictObject({
  unitCode: z.string().trim().min(8, '请填写单元码条上的编码｜Give the code on the slip').max(20),
  raisedBy: z.enum(RAISED_BY).default('OWNER'),
  words: z.string().trim().min(2, '请写明异议｜Say what you object to').max(2000),
  contact: z.string().trim().max(60).optional(),
});

export interface ObjectionReceipt {
  /** Number that the resident keeps; 40 random bits, so that nobody finds another one's by counting. */
  readonly objectionId: string;
  readonly receivedAt: Instant;
  readonly neighbourhood: string;
  readonly projectId: string;
}

export async function takeObjection(
  ports: Ports,
  code: string,
  objection: z.output<typeof objectionInput>,
  request?: string,
): Promise<Outcome<ObjectionReceipt>> {
  const notice = await findNotice(ports, code);
  if (!notice.ok) return notice;
  const found = await findUnitByCode(ports, notice.value, objection.unitCode);
  if (!found.ok) return found;
  const { projectId, neighbourhood } = notice.value;
  const { unit } = found.value.unit;
  const receiptOf = ({ at, payload }: Entry): ObjectionReceipt => ({
    objectionId: fileObjectionInput.parse(payload.input).objectionId,
    receivedAt: at,
    ...{ neighbourhood: neighbourhood.name, projectId },
  });
  // Before the words are stored: those of a request that comes again lie in the vault already.
  const before = await takenBefore(ports, projectId, request);
  if (!before.ok) return before;
  if (before.value) return granted(receiptOf(before.value));
  const at = ports.clock.now();
  const objectionId = `YY-${base32(ports.seal.keyedHash('objection', ports.newId()), 8)}`;
  const { unitCode: _, words, ...others } = objection;
  // Here and nowhere before it: whichever way an objection comes, its words pass this line before they are stored.
  const written = { ...others, words: hideNumbers(words) };
  const bytes = Buffer.from(canonicalJson({ objectionId, unit, at, ...written }), 'utf8');
  const paper = await ports.papers.put(bytes, { mediaType: 'application/json', paperClass: 'VAULT', storedAt: at });
  const hash = unitHash(ports.seal, neighbourhood.code, unit);
  const performed = await performAct(ports, fileObjection, {
    projectId,
    actor: { role: 'RESIDENT', id: hash, unit: neighbourhood.code },
    input: { objectionId, unit: hash, raisedBy: objection.raisedBy, raisedOn: dateInShanghai(at), paper: paper.sha256 },
    request,
  });
  if (!performed.ok) return performed;
  // Of two at once the other one was faster: its words are the ones that are kept.
  if (performed.value.replayed) await ports.papers.erase(paper.sha256);
  return granted(receiptOf(performed.value.entry));
}

async function takenBefore(
  { ledger }: Pick<Ports, 'ledger'>,
  projectId: string,
  request: string | undefined,
): Promise<Outcome<Entry | undefined>> {
  if (request === undefined) return granted(undefined);
  return askedBefore(await ledger.read({ kind: 'PROJECT', id: projectId }), request);
}
