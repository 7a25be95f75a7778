// What the issuer remembers, and for how long.
import { describe, expect, it } from 'vitest';
import { sessionStore } from '../../../local/identity/session-store.ts';

function storeAt() {
  let milliseconds = 0;
  const adapterOf = sessionStore(() => milliseconds);
  const passSeconds = (seconds: number) => {
    milliseconds += seconds * 1000;
  };
  return { adapterOf, passSeconds };
}

describe('session store', () => {
  it('forgets what has expired', async () => {
    const { adapterOf, passSeconds } = storeAt();
    const sessions = adapterOf('Session');
    await sessions.upsert('s-1', { uid: 'u-1' }, 60);
    expect(await sessions.find('s-1')).toEqual({ uid: 'u-1' });
    expect(await sessions.findByUid('u-1')).toEqual({ uid: 'u-1' });
    passSeconds(60);
    expect(await sessions.find('s-1')).toBeUndefined();
    expect(await sessions.findByUid('u-1')).toBeUndefined();
  });

  it('keeps kinds apart', async () => {
    const { adapterOf } = storeAt();
    await adapterOf('Session').upsert('1', { uid: 'u-1' }, 60);
    expect(await adapterOf('AuthorizationCode').find('1')).toBeUndefined();
    expect(await adapterOf('AuthorizationCode').findByUid('u-1')).toBeUndefined();
  });

  it('marks a code as used, so that a second use is known', async () => {
    const { adapterOf, passSeconds } = storeAt();
    const codes = adapterOf('AuthorizationCode');
    await codes.upsert('c-1', { grantId: 'g-1' }, 60);
    passSeconds(7);
    await codes.consume('c-1');
    expect(await codes.find('c-1')).toEqual({ grantId: 'g-1', consumed: 7 });
  });

  it('takes back everything of a grant', async () => {
    const { adapterOf } = storeAt();
    const tokens = adapterOf('RefreshToken');
    await tokens.upsert('t-1', { grantId: 'g-1' }, 60);
    await tokens.upsert('t-2', { grantId: 'g-2' }, 60);
    await tokens.revokeByGrantId('g-1');
    expect([await tokens.find('t-1'), await tokens.find('t-2')]).toEqual([undefined, { grantId: 'g-2' }]);
    await tokens.destroy('t-2');
    expect(await tokens.find('t-2')).toBeUndefined();
  });
});
