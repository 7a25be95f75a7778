// The numbers in the words of a circular, and which of them no figure of it accounts for.
import { expect } from 'vitest';
import { dateInWords, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import type { Figure, Ref } from './figures-of-district.ts';

type Figures = Record<string, Figure>;

export interface Circular {
  readonly circular: { title: string; paragraphs: string[] };
  readonly figures: {
    month: string;
    asOf: string;
    district: Figures;
    news: Figures;
    streets: { street: string; figures: Figures }[];
    stuck: { project: string; overdueDays: number; entries: Ref[] }[];
  };
}

export function numbersIn({ circular, figures }: Circular): { numbers: readonly number[]; strange: readonly number[] } {
  const values = Object.values(figures.district).map(({ value }) => Number(value));
  const started = (100 * Number(figures.district.started?.value)) / Number(figures.district.listed?.value);
  const known = new Set([
    ...[...values, ...Object.values(figures.news).map(({ value }) => Number(value))],
    ...values.map((value) => Math.round(value / 100) / 100),
    ...figures.stuck.map(({ overdueDays }) => overdueDays),
    figures.stuck.length,
  ]);
  const words = circular.paragraphs
    .join('')
    .replaceAll(dateInWords(plainDateOf(figures.asOf)), '')
    .replaceAll(/第\d步/g, '')
    .replaceAll(/开工率 [\d.]+%/g, (rate) => {
      expect(Math.abs(Number(/[\d.]+/.exec(rate)?.[0]) - started)).toBeLessThan(0.01);
      return '';
    });
  const numbers = [...words.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([text]) => Number(text.replaceAll(',', '')));
  return { numbers, strange: numbers.filter((number) => !known.has(number)) };
}
