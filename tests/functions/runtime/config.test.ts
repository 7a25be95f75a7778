// The settings of one machine: what stands when nothing is set, and everything wrong said at once.
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../functions/runtime/config.ts';

describe('readConfig', () => {
  it('needs no setting', () => {
    expect(readConfig({ PATH: '/bin' })).toEqual({
      port: 8080,
      host: '127.0.0.1',
      origin: undefined,
      data: './data',
      clock: { kind: 'REAL' },
      demo: undefined,
      scans: undefined,
      fonts: undefined,
    });
  });

  it('reads every setting', () => {
    expect(
      readConfig({
        PORT: '0',
        JIUGAI_HOST: '0.0.0.0',
        JIUGAI_ORIGIN: 'https://jg.example.cn/',
        JIUGAI_DATA: '/srv/jiugai',
        JIUGAI_CLOCK: 'virtual:2020-06-30T08:00:00+08:00',
        JIUGAI_DEMO: 'off',
        JIUGAI_SCANS: '/srv/scans',
        JIUGAI_FONTS: '/srv/fonts',
      }),
    ).toEqual({
      port: 0,
      host: '0.0.0.0',
      origin: 'https://jg.example.cn',
      data: '/srv/jiugai',
      clock: { kind: 'VIRTUAL', from: '2020-06-30T00:00:00.000Z' },
      demo: false,
      scans: '/srv/scans',
      fonts: '/srv/fonts',
    });
  });

  it('lists everything that is wrong, in both languages', () => {
    const read = () =>
      readConfig({ PORT: '70000', JIUGAI_DATA: '', JIUGAI_CLOCK: 'virtual:yesterday', JIUGAI_DEMO: 'yes' });
    expect(read).toThrow(
      [
        '设置有误 / Wrong settings:',
        '  PORT：须为 0 至 65535 的端口号 / must be a port, 0 to 65535',
        '  JIUGAI_DATA：须为文件夹路径 / must be a folder',
        '  JIUGAI_CLOCK：须为 real 或 virtual:<带时区的时刻> / must be real or virtual:<instant with an offset>',
        '  JIUGAI_DEMO：须为 on 或 off / must be on or off',
      ].join('\n'),
    );
  });

  it.each(['virtual:2020-06-30', 'virtual:2020-06-30T08:00:00', 'fast', ''])('refuses the clock %j', (clock) => {
    expect(() => readConfig({ JIUGAI_CLOCK: clock })).toThrow('JIUGAI_CLOCK');
  });
});
