// Telephones of the offices that people are told to ask: entries of the district's own ledger, their fold, and the one row that
// every public page reads. Telephones of people stand in none.
import * as z from 'zod';
import type { Bilingual } from '../bilingual.ts';
import { granted, type Outcome, refused } from '../errors.ts';
import type { Entry, LedgerRef } from '../ledger.ts';
import { officeTelephone } from '../paper/contents/fields.ts';
import type { Actor } from '../parties.ts';
import type { ViewRow, ViewWrite } from '../ports.ts';
import { STREET_TITLES } from '../streets.ts';
import { titleOfParty } from '../title-of-party.ts';

export const TELEPHONES_LEDGER = { kind: 'TELEPHONES', id: 'district' } as const satisfies LedgerRef;

const office = {
  role: z.enum(['STREET', 'RENOVATION_OFFICE', 'OPERATOR']),
  /** As an actor of the office carries it. */
  unit: z.string(),
};
const officeSchema = z.object(office);
export type Office = z.output<typeof officeSchema>;

const isOffice = ({ role, unit }: Office): boolean =>
  role === 'STREET' ? Object.hasOwn(STREET_TITLES, unit) : unit === role;
const noSuchOffice = {
  path: ['unit'],
  message: '没有这个单位｜there is no such office',
};

/** What can be dialled, before and behind the switchboard: `12345`, `0577-0000 0101转8`. */
const DIALLED = /^\d{5,12}(?:转\d{1,6})?$/;

export const setTelephonePayload = z
  .strictObject({
    ...office,
    number: officeTelephone
      .refine(
        (text) => DIALLED.test(text.replace(/[^\d转]/g, '')),
        '请填写能拨通的号码：区号加号码，分机写在“转”后｜give a number that can be dialled: area code and number, an extension behind 转',
      )
      .describe('Of an office, never of a person: mobile numbers are refused'),
  })
  .refine(isOffice, noSuchOffice);

export const withdrawTelephonePayload = z.strictObject(office).refine(isOffice, noSuchOffice);

/** What the entries say of one office; without a number it has none any more. */
export interface StandingTelephone extends Office {
  readonly number?: string;
  /** Of the entry that says so. */
  readonly seq: number;
  readonly at: string;
}

/** Every office that an entry ever named, by its key. */
export type Telephones = ReadonlyMap<string, StandingTelephone>;

const keyOf = ({ role, unit }: Office): string => `${role}/${unit}`;

export function foldTelephones(entries: readonly Entry[]): Telephones {
  const telephones = new Map<string, StandingTelephone>();
  for (const { act, payload, seq, at } of entries) {
    const named =
      act === 'set-telephone' ? setTelephonePayload.parse(payload) : withdrawTelephonePayload.parse(payload);
    telephones.set(keyOf(named), { ...named, seq, at });
  }
  return telephones;
}

export const standingOf = (telephones: Telephones, asked: Office): StandingTelephone | undefined =>
  telephones.get(keyOf(asked));

/** All that can have one, in the order in which they are listed: those of the whole district, then the streets. */
export const OFFICES: readonly Office[] = [
  { role: 'RENOVATION_OFFICE', unit: 'RENOVATION_OFFICE' },
  { role: 'OPERATOR', unit: 'OPERATOR' },
  ...Object.keys(STREET_TITLES).map((unit) => ({ role: 'STREET' as const, unit })),
];

/** A street has its own, the renovation office also those of the streets, which it leads; operators have that of operations. */
export function maySetTelephone({ role, unit }: Pick<Actor, 'role' | 'unit'>, of: Office): boolean {
  if (role === 'RENOVATION_OFFICE') return of.role === role || of.role === 'STREET';
  return role === of.role && (role !== 'STREET' || unit === of.unit);
}

export type TelephoneEntry =
  | { readonly act: 'set-telephone'; readonly payload: z.output<typeof setTelephonePayload> }
  | { readonly act: 'withdraw-telephone'; readonly payload: z.output<typeof withdrawTelephonePayload> };

/** `seen`: the seq of the entry that the asker has seen of this office, 0 where there was none. */
export interface TelephoneRequest {
  readonly actor: Actor;
  readonly seen: number;
  readonly asks: TelephoneEntry;
}

/** The entry to write; undefined where the ledger says the same already, so that a request that comes twice is one. */
export function decideTelephone(
  telephones: Telephones,
  { actor, seen, asks }: TelephoneRequest,
): Outcome<TelephoneEntry | undefined> {
  const { payload } = asks;
  if (!maySetTelephone(actor, payload)) return notTheirs(payload);
  const standing = standingOf(telephones, payload);
  const number = asks.act === 'set-telephone' ? asks.payload.number : undefined;
  if (standing?.number === number) return granted(undefined);
  const seq = standing?.seq ?? 0;
  return seq === seen ? granted(asks) : changedMeanwhile(payload, seq);
}

function notTheirs(of: Office): Outcome<never> {
  const { zh, en } = titleOfOffice(of);
  const street = of.role === 'STREET';
  return refused('FORBIDDEN_ROLE', {
    zh: `${zh}的电话由${street ? `${zh}或区旧改办` : '其本单位'}登记。`,
    en: `The telephone of ${en} is set by ${street ? `${en} or the renovation office` : 'that office itself'}.`,
  });
}

function changedMeanwhile(of: Office, seq: number): Outcome<never> {
  const { zh, en } = titleOfOffice(of);
  return refused(
    'STALE',
    {
      zh: `${zh}的电话刚被他人改过，请看后再办。`,
      en: `Somebody has just changed the telephone of ${en}; look at it and try again.`,
    },
    { seq },
  );
}

/** One row for all: a public page reads it once, whomever it names. */
export const TELEPHONES_ROW = { view: 'telephones', partition: 'district', sort: 'offices' } as const;

const listed = z.object({ telephones: z.array(z.object({ ...office, number: z.string() })) });
export type ListedTelephone = z.output<typeof listed>['telephones'][number];

export function projectTelephones(ref: LedgerRef, entries: readonly Entry[]): readonly ViewWrite[] {
  const seq = entries.at(-1)?.seq;
  if (seq === undefined) return [];
  const telephones = [...foldTelephones(entries).values()].flatMap(({ role, unit, number }) =>
    number === undefined ? [] : [{ role, unit, number }],
  );
  return [{ ...TELEPHONES_ROW, value: { telephones }, watermark: { ledger: `${ref.kind}/${ref.id}`, seq } }];
}

/** None where nothing was ever set. */
export const readTelephonesRow = (row: Pick<ViewRow, 'value'> | undefined): readonly ListedTelephone[] =>
  row === undefined ? [] : listed.parse(row.value).telephones;

/** As the public knows it: the name of a street alone is that of a place. */
export function titleOfOffice({ role, unit }: Pick<Actor, 'role' | 'unit'>): Bilingual {
  const { zh, en } = titleOfParty(role, unit);
  return role === 'STREET' ? { zh, en: `${en} Street Office` } : { zh, en };
}

/** Whom to ask, and by which number where one is set. */
export interface Contact {
  readonly title: Bilingual;
  readonly number?: string;
}

export function contactOf(telephones: readonly ListedTelephone[], asked: Office): Contact {
  const found = telephones.find(({ role, unit }) => role === asked.role && unit === asked.unit);
  return { title: titleOfOffice(asked), ...(found && { number: found.number }) };
}

/**
 * The address by which a telephone dials: with the country where there is an area code, so that it is right from everywhere
 * (RFC 3966). An extension follows a pause: the `;ext=` of that text is not dialled by telephones in the street.
 */
export function dialledAddress(number: string): string {
  const [line = '', extension = ''] = number.split('转').map((part) => part.replace(/\D/g, ''));
  const called = /^0[1-9]/.test(line) ? `+86${line.slice(1)}` : line;
  return `tel:${called}${extension === '' ? '' : `,${extension}`}`;
}
