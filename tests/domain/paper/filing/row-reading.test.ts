// What ink in a row is taken for: anything that is not clear is shown to a person.
import { describe, expect, it } from 'vitest';
import { type Ink, type RowInk, readRow } from '../../../../domain/paper/filing/row-reading.ts';

const NONE: Ink = { area: 0, extent: 0 };
const TICK: Ink = { area: 3, extent: 4.5 };
const SMUDGE: Ink = { area: 0.4, extent: 1.5 };
const EMPTY: RowInk = {
  no: 1,
  signature: { area: 0, extent: 0, middle: 0 },
  opinions: { AGREE: NONE, DISAGREE: NONE, ABSTAIN: NONE },
  publishRoom: { YES: NONE, NO: NONE },
};
const SIGNATURE = { area: 40, extent: 12, middle: 25 };
const read = (row: Partial<RowInk>) => readRow({ ...EMPTY, ...row });

describe('the signature cell', () => {
  it('is blank without ink, and with dust', () => {
    expect(read({}).signature).toBe('BLANK');
    expect(read({ signature: { area: 0.4, extent: 1.3, middle: 0.4 } }).signature).toBe('BLANK');
  });

  it('is signed when characters fill its middle', () => {
    expect(read({ signature: SIGNATURE }).signature).toBe('SIGNED');
  });

  it('is shown to a person when the ink is faint', () => {
    expect(read({ signature: { area: 1.5, extent: 4, middle: 1 } }).signature).toBe('LOOK');
  });

  it('is shown to a person when it is one long stroke, as through an empty row', () => {
    expect(read({ signature: { area: 28, extent: 38, middle: 12 } }).signature).toBe('LOOK');
  });

  it('is shown to a person when the ink lies along its edge, as a line out of place does', () => {
    expect(read({ signature: { area: 20, extent: 12, middle: 0.5 } }).signature).toBe('LOOK');
  });
});

describe('the opinion', () => {
  it('is the one that is ticked', () => {
    expect(read({ opinions: { ...EMPTY.opinions, DISAGREE: TICK } }).opinion).toBe('DISAGREE');
  });

  it('is none without a tick and several with two', () => {
    expect(read({}).opinion).toBe('NONE');
    expect(read({ opinions: { ...EMPTY.opinions, AGREE: TICK, ABSTAIN: TICK } }).opinion).toBe('SEVERAL');
  });

  it('is shown to a person when one of the boxes has a smudge in it', () => {
    expect(read({ opinions: { ...EMPTY.opinions, AGREE: TICK, ABSTAIN: SMUDGE } }).opinion).toBe('LOOK');
  });
});

describe('the consent to publish the room number', () => {
  it('is yes or no as ticked, and none without a tick', () => {
    expect(read({ publishRoom: { YES: TICK, NO: NONE } }).publishRoom).toBe('YES');
    expect(read({ publishRoom: { YES: NONE, NO: TICK } }).publishRoom).toBe('NO');
    expect(read({}).publishRoom).toBe('NONE');
  });

  it('is shown to a person when both are ticked', () => {
    expect(read({ publishRoom: { YES: TICK, NO: TICK } }).publishRoom).toBe('LOOK');
  });
});
