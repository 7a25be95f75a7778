// The root of the pages that run in the browser: the wall screen, or the office. Public pages are drawn by the server.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
// First of all: a language in the address is a choice, and must not be lost on the way to the issuer and back.
import './text/language.ts';
import './tokens.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the document has no root');

async function loadOffice() {
  const { addressOnReturn, openSession } = await import('./sign-in/session.ts');
  // Whoever is asked for at the issuer leaves this document at once: only the one that is come back to carries the office.
  const opened = openSession();
  if (addressOnReturn() === undefined) await opened;
  // The order in which sheets are asked for is that in which they win, whichever files the parts are packed into.
  const general = import('./office/styles/general.ts');
  const { Office } = await import('./office/office.tsx');
  await general;
  return Office;
}

const loadScreen = async () => (await import('./screen/screen.tsx')).Screen;

const REOPENED_KEY = 'jiugai-reopened';
const MINUTE = 60_000;

// A new release took away the files of the one that is open, or the network was gone for a moment, which a document never gets
// over: the page is opened again, and drafts are kept. Where no server answers, what is shown stays; where the file is missing
// from the new page too, opening it again and again helps nobody.
addEventListener('vite:preloadError', () => {
  if (Date.now() - Number(sessionStorage.getItem(REOPENED_KEY)) < MINUTE) return;
  fetch('/api/health', { cache: 'no-store' }).then(
    ({ ok }) => {
      if (!ok) return;
      sessionStorage.setItem(REOPENED_KEY, String(Date.now()));
      location.reload();
    },
    () => {},
  );
});

const Root = await (location.pathname === '/screen' ? loadScreen() : loadOffice());
createRoot(root).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);
