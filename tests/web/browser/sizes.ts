// The windows that pages are looked at in: a desk, a phone, a panel on a wall.
import type { BrowserContextOptions } from 'playwright-core';

export const SIZES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  wall: { viewport: { width: 1920, height: 1080 } },
} as const satisfies Record<string, BrowserContextOptions>;
