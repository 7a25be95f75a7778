// How the pages are built: one document, a root for each kind of reader fetched when it is needed, vendors apart.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { actTables } from './acts/act-tables-plugin.ts';

// A test run names itself in NODE_ENV, and what it builds would be the development build of React.
process.env.NODE_ENV = 'production';

// biome-ignore lint/style/noDefaultExport: the build asks for the default export of this file
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: 'files',
  plugins: [react(), actTables()],
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            // One sheet for all parts, fetched with the first page: a sheet for each would be a request each.
            { name: 'parts-sheet', test: /web[\\/](chart|office[\\/]parts[\\/][^\\/]+)\.css$/, priority: 10 },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender|tslib)[\\/]/, priority: 20 },
            // What every page of the office has, and no other reader: in files of their own such small parts pack worse.
            {
              name: 'office',
              test: /web[\\/](office|navigation|api|acts|live|text[\\/](shell|keys|posts))/,
              minShareCount: 8,
              priority: 10,
            },
          ],
        },
      },
    },
  },
});
