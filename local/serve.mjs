// `npm start`: the server with its modules compiled once and kept, for reading some eight hundred of them is most of a start.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
await import('./server.ts');
