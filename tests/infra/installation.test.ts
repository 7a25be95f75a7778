// The file in which a district says what its installation is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInstallation } from '../../infra/installation.ts';

const COMPLETE = {
  region: 'cn-north-1',
  version: '1.0.0',
  domain: 'jiugai.lucheng.gov.cn',
  certificate: 'ASCAEXAMPLE',
  identity: { issuer: 'https://login.lucheng.gov.cn', audience: 'jiugai' },
  alarmAddress: 'yunwei@lucheng.gov.cn',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(content: object) {
  const file = join(folder, 'installation.json');
  writeFileSync(file, JSON.stringify(content));
  return readInstallation(file);
}

describe('an installation file', () => {
  it('need not say what can be assumed', () => {
    expect(read(COMPLETE)).toMatchObject({ prefix: 'jiugai', identity: { roleClaim: 'role', unitClaim: 'unit' } });
  });

  it('finds the fonts of the district beside it', () => {
    expect(read({ ...COMPLETE, fonts: 'fonts' }).fonts).toBe(join(folder, 'fonts'));
    expect(read({ ...COMPLETE, fonts: '/srv/fonts' }).fonts).toBe('/srv/fonts');
  });

  it('is refused with everything that is wrong with it', () => {
    const wrong = {
      ...COMPLETE,
      region: 'mars-1',
      domain: 'https://jiugai',
      identity: { issuer: 'http://login', audience: '' },
    };
    expect(() => read(wrong)).toThrow(/region.*\n.*domain.*\n.*identity\.issuer.*\n.*identity\.audience/);
  });

  it('is refused with a setting that nobody knows', () => {
    expect(() => read({ ...COMPLETE, cognito: true })).toThrow('cognito');
  });
});
