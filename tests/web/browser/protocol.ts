// What Chromium does sooner when it is asked in its own protocol: pictures that are packed in a hurry, many keys in one go.
import type { CDPSession, Page } from 'playwright-core';

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function protocolOf(page: Page): Promise<CDPSession> {
  const found = sessions.get(page);
  if (found) return found;
  const opened = page.context().newCDPSession(page);
  sessions.set(page, opened);
  return opened;
}

/** The whole page as a PNG. To pack it as small as it gets costs more than to draw it. */
export async function wholePicture(page: Page): Promise<Buffer> {
  const protocol = await protocolOf(page);
  const { cssContentSize } = await protocol.send('Page.getLayoutMetrics');
  const { data } = await protocol.send('Page.captureScreenshot', {
    format: 'png',
    captureBeyondViewport: true,
    optimizeForSpeed: true,
    clip: { ...cssContentSize, x: 0, y: 0, scale: 1 },
  });
  return Buffer.from(data, 'base64');
}

/** As if it were held down: sent one after another, without waiting for what each brings about. */
export async function pressTab(page: Page, times: number): Promise<void> {
  const protocol = await protocolOf(page);
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;
  const sent: Promise<unknown>[] = [];
  for (let press = 0; press < times; press += 1) {
    sent.push(protocol.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }));
    sent.push(protocol.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }));
  }
  await Promise.all(sent);
}
