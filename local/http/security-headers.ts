// What every answer tells the browser about itself. Pages may be framed by nobody and run nothing but our own files.

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** An answer of the API, were it ever opened as a page, may do nothing at all. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  ...EVERYWHERE,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
};

/** Styles may stand inline because the components of the pages write theirs while they run; scripts may not. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...EVERYWHERE,
  'content-security-policy': [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
};

/** Pages for residents are text and forms: one style, one script, no data of any other place, the camera for codes only. */
export const RESIDENT_PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...EVERYWHERE,
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};
