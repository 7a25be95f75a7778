// Doors as people type them, and what is no door and may be looked up by an address.
import { describe, expect, it } from 'vitest';
import { typedDoor } from '../../../domain/roster/typed-door.ts';

describe('a typed door', () => {
  it.each(['3-2-0501', ' 3－2－0501 ', '3幢2单元0501室', '3 号楼 2 单元 0501', '3栋2-0501'])(
    'is read from %s, its zeros kept',
    (text) => {
      expect(typedDoor(text)).toEqual({ building: '3', stairwell: '2', room: '0501' });
    },
  );

  it.each(['3-', '3幢', '3-2', '3-2-', '3-2-05-01', '3-2-张三'])('is not finished in %s', (text) => {
    expect(typedDoor(text)).toBe('UNFINISHED');
  });

  it.each([
    '330302-2026-0017',
    '330302-2026',
    '月季小区',
    'JG1:330302-2026-0002/F2/2/03/7K3MQT',
    '示发改审〔2026〕47号',
    '3',
  ])('is not seen in %s', (text) => {
    expect(typedDoor(text)).toBeUndefined();
  });
});
