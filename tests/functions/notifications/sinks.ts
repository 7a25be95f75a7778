// What receives notifications in tests: a real SMTP server and a real HTTPS server, both on this machine, both able to fail.
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { CERTIFICATE, KEY } from './localhost-certificate.ts';

export interface Received {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HttpsSink {
  readonly url: string;
  readonly received: Received[];
  /** What it answers from now on. */
  answer: { status: number; body?: string; headers?: Record<string, string> };
  close(): Promise<void>;
}

export async function httpsSink(): Promise<HttpsSink> {
  const received: Received[] = [];
  const server = createServer({ key: KEY, cert: CERTIFICATE }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'https://localhost');
      received.push({ url, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(sink.answer.status, sink.answer.headers).end(sink.answer.body ?? '{"errcode":0}');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const sink: HttpsSink = {
    url: `https://127.0.0.1:${port}/send?access_token=group`,
    received,
    answer: { status: 200 },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return sink;
}

export interface Mail {
  readonly to: readonly string[];
  readonly source: string;
}

export interface SmtpSink {
  readonly port: number;
  readonly mails: Mail[];
  /** How the mailbox of this address answers to being named; absent: it takes mail. */
  readonly mailboxes: Map<string, number>;
  /** Everything is answered with 421 from now on. */
  out: boolean;
  close(): Promise<void>;
}

const failure = (responseCode: number) => Object.assign(new Error('not now'), { responseCode });

export async function smtpSink(): Promise<SmtpSink> {
  const mails: Mail[] = [];
  const mailboxes = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onMailFrom: (_address, _session, done) => done(sink.out ? failure(421) : null),
    onRcptTo: ({ address }, _session, done) => {
      const code = mailboxes.get(address);
      done(code === undefined ? null : failure(code));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({
          to: envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString('utf8'),
        });
        done(null);
      });
    },
  });
  // A sender that is killed resets its connection.
  server.on('error', () => {});
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  const sink: SmtpSink = {
    port,
    mails,
    mailboxes,
    out: false,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  return sink;
}

/** The subject and the text of a mail, decoded. */
export function readMail({ source }: Mail): { subject: string; text: string; headers: string } {
  const [headers = '', body = ''] = source.split(/\r\n\r\n(.*)/s);
  const [, encoded = ''] = /^Subject: (.*(?:\r\n .*)*)/m.exec(headers) ?? [];
  const subject = encoded
    .replaceAll(/\r\n /g, '')
    .replaceAll(/=\?UTF-8\?B\?(.*?)\?=/gi, (_, text: string) => Buffer.from(text, 'base64').toString('utf8'))
    .replaceAll(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, text: string) => fromQuoted(text.replaceAll('_', ' ')));
  const text = /^Content-Transfer-Encoding: base64/m.test(headers)
    ? Buffer.from(body, 'base64').toString('utf8')
    : fromQuoted(body.replaceAll('=\r\n', ''));
  return { subject, text, headers };
}

const fromQuoted = (text: string): string =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
