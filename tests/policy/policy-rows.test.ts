// Runs the rows of this folder's YAML files: facts, a day, and what the rules must find. A row needs no TypeScript.
import { readdirSync, readFileSync } from 'node:fs';
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { type PlainDate, plainDateOf } from '../../domain/calendar/plain-date.ts';
import { shippedCalendar, withOverrides } from '../../domain/calendar/working-days.ts';
import { decimalOf } from '../../domain/money/money.ts';
import type { Finding } from '../../domain/policy/finding.ts';
import { PACK_IDS, PACKS, type RulePack } from '../../domain/policy/packs.ts';
import { QUESTIONS } from './questions.ts';

const row = z.strictObject({
  name: z.string(),
  /** Place in the source that the first expected finding must cite. */
  clause: z.string(),
  question: z.string().refine((name) => name in QUESTIONS, { error: 'no such question' }),
  on: z.string(),
  pack: z.enum(PACK_IDS).default('lucheng-2020-21'),
  daysOff: z.array(z.string()).default([]),
  facts: z.json(),
  expect: z.strictObject({
    result: z.record(z.string(), z.json()).default({}),
    findings: z
      .array(z.strictObject({ rule: z.string(), verdict: z.string(), code: z.string(), figures: z.json().optional() }))
      .min(1),
    absent: z.array(z.string()).default([]),
  }),
});

/** Text with exactly two decimals is an amount or an area; everything else is taken as written. */
function withDecimals(value: unknown): unknown {
  if (typeof value === 'string') return /^-?\d+\.\d{2}$/.test(value) ? decimalOf(value) : value;
  if (Array.isArray(value)) return value.map(withDecimals);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withDecimals(each)]));
}

function withText(value: unknown): unknown {
  if (Decimal.isDecimal(value)) return new Decimal(value).toFixed(2);
  if (Array.isArray(value)) return value.map(withText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withText(each)]));
}

const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.yaml'));

describe.each(files)('%s', (file) => {
  const rows = z.array(row).parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')));

  it.each(rows)('$name', ({ clause, question, on, pack, daysOff, facts, expect: expected }) => {
    const calendar = withOverrides(
      shippedCalendar,
      daysOff.map((date) => ({ date: plainDateOf(date), kind: 'OFF', source: 'row', enteredBy: 'row' })),
    );
    const ask: (facts: unknown, on: PlainDate, pack: RulePack, calendar: typeof shippedCalendar) => unknown =
      QUESTIONS[question] ?? expect.fail(question);
    const answer = z
      .looseObject({ findings: z.array(z.custom<Finding>()) })
      .parse(ask(withDecimals(facts), plainDateOf(on), PACKS[pack], calendar));
    for (const finding of expected.findings) expect(answer.findings).toContainEqual(expect.objectContaining(finding));
    const [cited] = expected.findings;
    expect(answer.findings.find(({ rule, code }) => rule === cited?.rule && code === cited.code)?.clause).toBe(clause);
    const codes = answer.findings.map(({ code }) => code);
    expect(codes.filter((code) => expected.absent.includes(code))).toEqual([]);
    expect(withText(answer)).toMatchObject(expected.result);
  });
});
