// The telephones by which people reach the offices: set and withdrawn by the offices themselves, read by everybody.
import * as z from 'zod';
import { bilingual } from '../../domain/api.ts';
import {
  decideTelephone,
  dialledAddress,
  foldTelephones,
  maySetTelephone,
  OFFICES,
  projectTelephones,
  setTelephonePayload,
  standingOf,
  TELEPHONES_LEDGER,
  type TelephoneRequest,
  titleOfOffice,
  withdrawTelephonePayload,
} from '../../domain/directory/office-telephones.ts';
import { Fault, granted, type Outcome } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import { EMPTY_HEAD, type Entry, sealEntry } from '../../domain/ledger.ts';
import { NO_CONSEQUENCES, type Ports } from '../../domain/ports.ts';
import { askedBefore } from '../runtime/asked-before.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { readTelephones } from '../runtime/read-telephones.ts';
import { type Route, route } from '../runtime/route.ts';

const RULEBOOK = 'telephones@1';
const MOST_ATTEMPTS = 20;
const MOST_LISTED = 100;

const written = z.object({ seq: z.int().describe('Of the entry that says so, new or there already') });

const setRoute = route({
  name: 'setTelephone',
  summary: {
    zh: '登记单位的办公电话',
    en: 'Set the telephone of an office; If-Match: the seq seen of this office, 0 for none',
  },
  method: 'POST',
  path: '/api/telephones',
  access: ['STREET', 'RENOVATION_OFFICE', 'OPERATOR'],
  ifMatch: true,
  input: { body: setTelephonePayload },
  output: written,
  handle: ({ body, actor, expectedSeq, request }, ports) =>
    writeTelephone(ports, { actor, seen: expectedSeq, asks: { act: 'set-telephone', payload: body } }, request),
});

const withdrawRoute = route({
  name: 'withdrawTelephone',
  summary: {
    zh: '撤下单位的办公电话',
    en: 'Withdraw the telephone of an office; If-Match: the seq seen of this office',
  },
  method: 'POST',
  path: '/api/telephones/withdraw',
  access: ['STREET', 'RENOVATION_OFFICE', 'OPERATOR'],
  ifMatch: true,
  input: { body: withdrawTelephonePayload },
  output: written,
  handle: ({ body, actor, expectedSeq, request }, ports) =>
    writeTelephone(ports, { actor, seen: expectedSeq, asks: { act: 'withdraw-telephone', payload: body } }, request),
});

/** Writes what is asked behind whatever others have written of their own offices in the meantime. */
export async function writeTelephone(
  { ledger, clock }: Pick<Ports, 'ledger' | 'clock'>,
  asked: TelephoneRequest,
  request?: string,
): Promise<Outcome<z.input<typeof written>>> {
  const calendar = (await currentCalendar({ ledger })).version;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const entries = await ledger.read(TELEPHONES_LEDGER);
    const before = askedBefore(entries, request);
    if (!before.ok) return before;
    if (before.value) return granted({ seq: before.value.seq });
    const telephones = foldTelephones(entries);
    const decided = decideTelephone(telephones, asked);
    if (!decided.ok) return decided;
    if (decided.value === undefined) return granted({ seq: standingOf(telephones, asked.asks.payload)?.seq ?? 0 });
    const entry = sealEntry(TELEPHONES_LEDGER, entries.at(-1) ?? EMPTY_HEAD, {
      at: clock.now(),
      act: decided.value.act,
      actor: asked.actor,
      payload: decided.value.payload satisfies JsonObject,
      findings: [],
      rulebook: RULEBOOK,
      calendar,
      ...(request !== undefined && { request }),
    });
    const views = projectTelephones(TELEPHONES_LEDGER, [...entries, entry]);
    if ((await ledger.append(TELEPHONES_LEDGER, entry, { ...NO_CONSEQUENCES, views })) === 'APPENDED') {
      return granted({ seq: entry.seq });
    }
  }
  throw new Fault('CONTENTION', 'telephones are being written by too many at once');
}

const named = { role: z.enum(['STREET', 'RENOVATION_OFFICE', 'OPERATOR']), unit: z.string(), office: bilingual };

const listedOffice = z.object({
  ...named,
  number: z.string().optional(),
  seq: z.int().describe('For If-Match; 0 where nothing was ever set'),
  at: z.string().optional().describe('When its number was set or withdrawn'),
  maySet: z.boolean().describe('Whether whoever asks may set it'),
});

const listedEntry = z.object({
  seq: z.int(),
  at: z.string(),
  ...named,
  number: z.string().optional().describe('Absent: withdrawn'),
  by: bilingual.describe('The party that wrote it'),
});

const telephoneList = z.object({
  offices: z.array(listedOffice).readonly(),
  entries: z.array(listedEntry).readonly().describe('The latest first'),
});

const listRoute = route({
  name: 'listTelephones',
  summary: { zh: '办公电话与登记台账', en: 'The telephone of every office, and the ledger of them' },
  method: 'GET',
  path: '/api/telephones',
  access: ['STREET', 'RENOVATION_OFFICE', 'OPERATOR', 'AUDIT'],
  output: telephoneList,
  async handle({ actor }, { ledger }) {
    const entries = await ledger.read(TELEPHONES_LEDGER);
    const telephones = foldTelephones(entries);
    return granted({
      offices: OFFICES.map((office) => ({
        ...office,
        office: titleOfOffice(office),
        seq: 0,
        ...standingOf(telephones, office),
        maySet: maySetTelephone(actor, office),
      })),
      entries: entries.slice(-MOST_LISTED).toReversed().map(listedOf),
    });
  },
});

function listedOf({ seq, at, act, actor, payload }: Entry): z.input<typeof listedEntry> {
  const { role, unit, number } = {
    number: undefined,
    ...(act === 'set-telephone' ? setTelephonePayload : withdrawTelephonePayload).parse(payload),
  };
  const office = titleOfOffice({ role, unit });
  const by = titleOfOffice(actor);
  return { seq, at, role, unit, office, by, ...(number !== undefined && { number }) };
}

const listPublicRoute = route({
  name: 'listPublicTelephones',
  summary: { zh: '各单位的办公电话', en: 'The telephones of offices that have set one' },
  method: 'GET',
  path: '/api/public/telephones',
  access: 'PUBLIC',
  output: z.object({
    telephones: z
      .array(z.object({ ...named, number: z.string(), call: z.string().describe('The address that dials it') }))
      .readonly(),
  }),
  async handle(_request, ports) {
    const telephones = await readTelephones(ports);
    return granted({
      telephones: telephones.map(({ role, unit, number }) => {
        return { role, unit, number, office: titleOfOffice({ role, unit }), call: dialledAddress(number) };
      }),
    });
  },
});

export const TELEPHONE_ROUTES: readonly Route[] = [setRoute, withdrawRoute, listRoute, listPublicRoute];
