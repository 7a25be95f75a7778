// The root of the pages that run in the browser: the wall screen, or the office. Public pages are drawn by the server.
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './tokens.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the document has no root');

// Shell and first page are fetched at the same time: the address already says which they are.
const loadRoot =
  location.pathname === '/screen'
    ? () => import('./screen/screen.tsx').then(({ Screen }) => ({ default: Screen }))
    : () => import('./office/office.tsx').then(({ Office }) => ({ default: Office }));
const Root = lazy(loadRoot);

// A new release took away the files of the one that is open: the page is opened again, and drafts are kept.
addEventListener('vite:preloadError', () => location.reload());

createRoot(root).render(
  <StrictMode>
    <Suspense fallback={null}>
      <Root />
    </Suspense>
  </StrictMode>,
);
