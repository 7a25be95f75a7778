// Which addresses are of the public Internet: networks of offices, of one machine, of examples and of tunnels are not.
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../functions/runtime/public-network.ts';

describe('a public address', () => {
  it.each(['1.1.1.1', '172.15.0.1', '172.32.0.1', '2400:3200::1'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.1.2.3',
    '169.254.169.254',
    '172.16.0.1',
    '192.0.2.1',
    '192.168.1.1',
    '203.0.113.7',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2001:db8::1',
    '2002:a00:1::1',
    'fc00::1',
    'fe80::1',
    'ff02::1',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
