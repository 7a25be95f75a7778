// When a row of a sign sheet is settled: one person where all is plain, two where it matters.
import { describe, expect, it } from 'vitest';
import { type ConfirmedRow, standingOf } from '../../../../domain/paper/filing/row-confirmation.ts';
import type { RowReading } from '../../../../domain/paper/filing/row-reading.ts';

const READING: RowReading = { no: 1, signature: 'SIGNED', opinion: 'AGREE', publishRoom: 'YES' };
const AS_READ: ConfirmedRow = { signature: 'SIGNED', opinion: 'AGREE', publishRoom: true, remarks: [] };
const OTHERWISE: ConfirmedRow = { ...AS_READ, signature: 'BLANK' };
const by = (person: string, row: ConfirmedRow) => ({ by: person, at: '2026-03-02T01:00:00.000Z', row });

const standing = (
  confirmations: Parameters<typeof standingOf>[1],
  { reading = READING, sampled = false, readByMachine = true } = {},
) => standingOf(reading, confirmations, sampled, readByMachine);

describe('a row', () => {
  it('is unconfirmed before anybody has looked', () => {
    expect(standing([])).toEqual({ standing: 'UNCONFIRMED' });
  });

  it('is settled by one person who sees what the machine saw', () => {
    expect(standing([by('a', AS_READ)])).toEqual({ standing: 'SETTLED', row: AS_READ });
  });

  it('is settled by one person where the machine proposed nothing', () => {
    const reading: RowReading = { ...READING, signature: 'LOOK' };
    expect(standing([by('a', OTHERWISE)], { reading })).toEqual({ standing: 'SETTLED', row: OTHERWISE });
  });

  it('wants a second person when the first one contradicts a sure reading', () => {
    expect(standing([by('a', OTHERWISE)])).toEqual({ standing: 'SECOND_NEEDED' });
  });

  it('wants a second person when it is in the sample, or was entered without a machine reading it', () => {
    expect(standing([by('a', AS_READ)], { sampled: true })).toEqual({ standing: 'SECOND_NEEDED' });
    expect(standing([by('a', AS_READ)], { readByMachine: false })).toEqual({ standing: 'SECOND_NEEDED' });
  });

  it('is not settled by one person twice', () => {
    expect(standing([by('a', AS_READ), by('a', AS_READ)], { sampled: true })).toEqual({ standing: 'SECOND_NEEDED' });
  });

  it('is disputed while two people see different things, until two of three agree', () => {
    const two = [by('a', AS_READ), by('b', OTHERWISE)];
    expect(standing(two)).toEqual({ standing: 'DISPUTED' });
    expect(standing([...two, by('c', OTHERWISE)])).toEqual({ standing: 'SETTLED', row: OTHERWISE });
  });

  it('is settled when one of two looks again and sees what the other saw', () => {
    const confirmations = [by('a', AS_READ), by('b', OTHERWISE), by('a', OTHERWISE)];
    expect(standing(confirmations)).toEqual({ standing: 'SETTLED', row: OTHERWISE });
  });
});
