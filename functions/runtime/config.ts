// The settings of one machine, read once at the root: all optional, and everything that is wrong is said at once.
import * as z from 'zod';
import { type Instant, instantOf } from '../../domain/calendar/plain-date.ts';

export type ClockSetting = { readonly kind: 'REAL' } | { readonly kind: 'VIRTUAL'; readonly from: Instant };

const OFFSET_REQUIRED = '须为 real 或 virtual:<带时区的时刻>｜must be real or virtual:<instant with an offset>';
const AN_INSTANT = z.iso.datetime({ offset: true });

const Clock = z
  .string()
  .default('real')
  .transform((text, context): ClockSetting => {
    if (text === 'real') return { kind: 'REAL' };
    const from = text.startsWith('virtual:') ? AN_INSTANT.safeParse(text.slice('virtual:'.length)) : undefined;
    if (from?.success) return { kind: 'VIRTUAL', from: instantOf(Date.parse(from.data)) };
    context.addIssue({ code: 'custom', message: OFFSET_REQUIRED });
    return z.NEVER;
  });

const folder = z.string('须为文件夹路径｜must be a folder').min(1, '须为文件夹路径｜must be a folder');

const Settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, '须为 0 至 65535 的端口号｜must be a port, 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, '须为 0 至 65535 的端口号｜must be a port, 0 to 65535')
    .default(8080),
  JIUGAI_HOST: z.string().min(1, '须为监听地址｜must be an address to listen on').default('127.0.0.1'),
  JIUGAI_ORIGIN: z
    .url({ protocol: /^https?$/, error: '须为网址｜must be an address, https://…' })
    .transform((address) => new URL(address).origin)
    .optional(),
  JIUGAI_DATA: folder.default('./data'),
  JIUGAI_CLOCK: Clock,
  JIUGAI_DEMO: z.enum(['on', 'off'], '须为 on 或 off｜must be on or off').optional(),
  JIUGAI_SCANS: folder.optional(),
  JIUGAI_FONTS: folder.optional(),
});

export interface Config {
  readonly port: number;
  /** Address to listen on; the machine alone unless told. */
  readonly host: string;
  /** Address that people open, where a proxy with https stands before the system. */
  readonly origin: string | undefined;
  /** Folder of everything that is kept. */
  readonly data: string;
  readonly clock: ClockSetting;
  /** Undefined: a demo district if the data folder is new. */
  readonly demo: boolean | undefined;
  /** Folder that an office scanner drops files into. */
  readonly scans: string | undefined;
  /** Folder of the district's licensed fonts. */
  readonly fonts: string | undefined;
}

/** Throws with a message that lists every wrong setting, in both languages. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = Settings.safeParse(environment);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => {
      const [zh, en] = message.split('｜');
      return `  ${path.join('.')}：${zh} / ${en}`;
    });
    throw new Error(`设置有误 / Wrong settings:\n${lines.join('\n')}`);
  }
  const { PORT, JIUGAI_HOST, JIUGAI_ORIGIN, JIUGAI_DATA, JIUGAI_CLOCK, JIUGAI_DEMO, JIUGAI_SCANS, JIUGAI_FONTS } =
    read.data;
  return {
    port: PORT,
    host: JIUGAI_HOST,
    origin: JIUGAI_ORIGIN,
    data: JIUGAI_DATA,
    clock: JIUGAI_CLOCK,
    demo: JIUGAI_DEMO === undefined ? undefined : JIUGAI_DEMO === 'on',
    scans: JIUGAI_SCANS,
    fonts: JIUGAI_FONTS,
  };
}
