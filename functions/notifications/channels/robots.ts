// The group robots of DingTalk and WeCom: a text for the group of a desk, at most twenty in a minute.
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { epochMillisecondsOf } from '../../../domain/calendar/plain-date.ts';
import { inLanguage } from '../notices.ts';
import type { ChannelOf } from '../settings.ts';
import { type Channel, channelDown, DELIVERED, type Sent } from './channel.ts';
import { codeOf, type PostOptions, postJson } from './post-json.ts';

const PER_MINUTE = 20;
const MINUTE = 60_000;

/** The codes with which a robot says that it hears too much; DingTalk then stays deaf for ten minutes. */
const TOO_MANY = { DINGTALK: 130101, WECOM: 45009 } as const;
const DEAF_SECONDS = 600;

const answer = z.object({ errcode: z.int() });

export const dingTalkRobot = ({ url, secret, ...network }: ChannelOf<'DINGTALK'>): Channel =>
  robot('DINGTALK', ({ content, at }) => {
    const signed = new URL(url);
    signed.searchParams.set('timestamp', String(at));
    signed.searchParams.set('sign', createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64'));
    return { url: signed, body: JSON.stringify({ msgtype: 'text', text: { content } }), ...network };
  });

export const weComRobot = ({ url, ...network }: ChannelOf<'WECOM'>): Channel =>
  robot('WECOM', ({ content }) => ({
    url: new URL(url),
    body: JSON.stringify({ msgtype: 'text', text: { content } }),
    ...network,
  }));

/** WeCom takes 2,048 bytes of text and DingTalk 20,000: the longest part of a digest that fits the smaller is sent. */
const LONGEST = 2_048;

function robot(
  kind: keyof typeof TOO_MANY,
  requestFor: (message: { content: string; at: number }) => PostOptions,
): Channel {
  let sentAt: number[] = [];

  return {
    async send(notice, { language }) {
      const at = epochMillisecondsOf(notice.at);
      sentAt = sentAt.filter((before) => at - before < MINUTE);
      const [oldest] = sentAt;
      if (oldest !== undefined && sentAt.length >= PER_MINUTE) {
        return channelDown('PACED', Math.ceil((oldest + MINUTE - at) / 1000));
      }
      sentAt.push(at);
      const content = shorten(inLanguage(notice.text, language));
      return postJson(requestFor({ content, at })).then(
        ({ status, body }) => readAnswer(kind, status, body),
        (error: unknown) => channelDown(codeOf(error)),
      );
    },
  };
}

function readAnswer(kind: keyof typeof TOO_MANY, status: number, body: string): Sent {
  if (status !== 200) return channelDown(`HTTP_${status}`);
  const read = answer.safeParse(parse(body));
  if (!read.success) return channelDown('UNREADABLE_ANSWER');
  const { errcode } = read.data;
  if (errcode === 0) return DELIVERED;
  return channelDown(`ERRCODE_${errcode}`, errcode === TOO_MANY[kind] ? DEAF_SECONDS : undefined);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whole lines only: half a link leads nowhere. The last line, which says where the rest is, always stays. */
function shorten(text: string): string {
  const lines = text.split('\n');
  while (lines.length > 2 && Buffer.byteLength(lines.join('\n')) > LONGEST) lines.splice(-2, 1);
  return lines.join('\n');
}
