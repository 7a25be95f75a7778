// GET /api/public/keys: the public halves of the keys that seal evidence bundles, for anyone who wants to check one.
import * as z from 'zod';
import { granted } from '../../domain/errors.ts';
import { route } from '../runtime/route.ts';

const key = z.object({
  keyId: z.string(),
  publicKey: z.object({
    kty: z.string(),
    crv: z.string(),
    x: z.string(),
    kid: z.string(),
    alg: z.string(),
    use: z.string(),
  }),
});

export const listPublicKeys = route({
  name: 'listPublicKeys',
  summary: { zh: '公钥', en: 'Public keys' },
  method: 'GET',
  path: '/api/public/keys',
  access: 'PUBLIC',
  output: z.object({ keys: z.array(key) }),
  async handle(_request, ports) {
    return granted({ keys: (await ports.seal.publicKeys()) as z.input<typeof key>[] });
  },
});
