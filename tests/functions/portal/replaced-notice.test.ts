// A poster of a plan that was changed: its code says that it is replaced, by which version, and leads to the notice that hangs now.
import { describe, expect, it } from 'vitest';
import { openCounter, type PublicCounter } from './public-counter.ts';
import { postAgain, revise, voteAgain } from './second-plan.ts';

/** The notice of version 1 hangs; then the plan goes back to the drawing board. */
async function withOldPoster(): Promise<PublicCounter & { readonly second: string }> {
  const counter = await openCounter();
  await counter.stage.playUntil('PUBLICITY_RUNNING');
  await revise(counter.stage);
  return { ...counter, second: counter.code({ kind: 'F3', version: 2, page: 1 }) };
}

/** To notices, from what the page says; the switches of language and size stand above it. */
const linksIn = (html: string): string[] =>
  [...html.slice(html.indexOf('<main')).matchAll(/href="(\/p\/n\/[^"]+)"/g)].map(([, to = '']) => to);

describe('the code on a poster of a plan that was changed', () => {
  it('says that the plan is being revised, and that nothing hangs yet', async () => {
    const { show, notice } = await withOldPoster();
    const { status, text, html } = await show(`/p/n/${notice}`);
    expect(status).toBe(200);
    expect(text).toContain('这份是方案第 1 版，已退回修改，不再有效');
    expect(text).toContain('现在还没有张贴');
    expect(linksIn(html)).toEqual([]);
  });

  it('names the new version as soon as there is one, and leads nowhere before its notice hangs', async () => {
    const { stage, show, notice } = await withOldPoster();
    await voteAgain(stage);
    const { text, html } = await show(`/p/n/${notice}`, { 'accept-language': 'en' });
    expect(text).toContain('This was version 1 of the plan: version 2 has replaced it');
    expect(text).toContain('it does not hang yet');
    expect(linksIn(html)).toEqual([]);
  });

  it('leads from the picture on the old poster to the notice that hangs now, and takes no objection itself', async () => {
    const { stage, show, send, notice, second } = await withOldPoster();
    await voteAgain(stage);
    stage.goTo('2026-03-04');
    await postAgain(stage, '2026-03-04');
    const scanned = await show(`/p/v/${notice}`);
    expect(scanned.headers.get('location')).toBe(`/p/n/${notice}`);
    const { text, html } = await show(`/p/n/${notice}`);
    expect(text).toContain('已换成第 2 版');
    expect(text).toContain('2026年3月4日张贴，重新公示');
    expect(linksIn(html)).toEqual([`/p/n/${second}`]);
    expect((await show(`/p/n/${second}`)).text).toContain('异议');
    expect((await show(`/p/n/${notice}/objection`)).status).toBe(404);
    expect((await send(`/p/n/${notice}/own`, { room: '1-1-101' })).status).toBe(404);
  });

  it('keeps the reader’s language and size of type on the way to the new notice', async () => {
    const { stage, show, notice, second } = await withOldPoster();
    await voteAgain(stage);
    stage.goTo('2026-03-04');
    await postAgain(stage, '2026-03-04');
    const { html } = await show(`/p/n/${notice}?lang=en&size=large`);
    expect(html).toContain(`href="/p/n/${second}?lang=en&amp;size=large"`);
    expect(html).toContain('Look at the notice of version 2');
  });

  it('says nothing of a version that never was', async () => {
    const { show, code } = await withOldPoster();
    expect((await show(`/p/n/${code({ kind: 'F3', version: 7, page: 1 })}`)).status).toBe(404);
  });
});
