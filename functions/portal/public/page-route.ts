// The one chain for public pages, beside the one for the API: read the address and the form, answer with a page in the
// reader's language. A refusal is a page too, and says what to do.
import type { ListedTelephone, Office } from '../../../domain/directory/office-telephones.ts';
import { Fault, type Outcome, REFUSALS, type Refusal } from '../../../domain/errors.ts';
import type { Ports } from '../../../domain/ports.ts';
import { answerOf, type FileAnswer } from '../../runtime/answer.ts';
import type { HttpAnswer, HttpEvent, HttpHandler } from '../../runtime/http-event.ts';
import { type Log, traceOf, writeLogLine } from '../../runtime/log.ts';
import { languageOf } from '../../runtime/problems.ts';
import { readTelephones } from '../../runtime/read-telephones.ts';
import { documentOf } from './document.ts';
import { html, type Markup } from './markup.ts';
import { type Reader, readerOf } from './reader.ts';
import { contactsIn, type FindContact, helpOf, officeNamedIn } from './whom-to-ask.ts';

export interface PageRequest {
  readonly reader: Reader;
  /** Path of the page itself, for forms and the switches of language and size. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
  readonly contact: FindContact;
}

export interface PageAnswer {
  readonly title: string;
  readonly body: Markup;
  /** 200 unless told. */
  readonly status?: number;
  /** Stays at the lower edge of the screen. */
  readonly bar?: Markup;
  /** Whom to ask about it; the office of the district unless told. */
  readonly askAt?: Office;
}

type Answer = PageAnswer | { readonly redirect: string } | { readonly file: FileAnswer };

export interface PageRoute {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly over: (ports: Ports, log?: Log) => HttpHandler;
  /** For whoever refuses before the page is asked: too many requests, a body that is too large. */
  readonly refuse: (refusal: Refusal, event: HttpEvent) => HttpAnswer;
}

interface PageDefinition extends Pick<PageRoute, 'name' | 'method' | 'path'> {
  handle(request: PageRequest, ports: Ports): Promise<Outcome<Answer>>;
}

/** `rehearsal`: the data folder once had a virtual clock, which every page of it says for good. */
export type PageRoutes = (installation: { readonly rehearsal: boolean }) => PageRoute;

export const pageRoute =
  ({ handle, ...named }: PageDefinition): PageRoutes =>
  ({ rehearsal }) => ({
    ...named,
    refuse(refusal, event) {
      const request = requestOf(event, []);
      return pageAnswer(refusalPage(refusal, request.reader), request, rehearsal);
    },
    over(ports, log = writeLogLine) {
      return async (event) => {
        let request = requestOf(event, []);
        const paged = (page: PageAnswer) => pageAnswer(page, request, rehearsal);
        try {
          request = requestOf(event, await readTelephones(ports));
          const outcome = await handle(request, ports);
          if (!outcome.ok) {
            const askAt = await officeNamedIn(request.params, ports);
            return paged({ ...refusalPage(outcome.refusal, request.reader), ...(askAt && { askAt }) });
          }
          const answer = outcome.value;
          if ('redirect' in answer) return redirectTo(answer.redirect);
          return 'file' in answer ? answerOf('FILE', answer.file, 200) : paged(answer);
        } catch (error) {
          const code = error instanceof Fault ? error.code : 'INTERNAL';
          const { requestId } = event.requestContext;
          log({ level: 'error', code, requestId, route: named.name, ...traceOf(error) });
          return paged(faultPage(requestId, request.reader));
        }
      };
    },
  });

function requestOf(event: HttpEvent, telephones: readonly ListedTelephone[]): PageRequest {
  const { lang, size } = event.queryStringParameters ?? {};
  const chosen = lang === 'zh' || lang === 'en' ? lang : undefined;
  const reader = readerOf(languageOf(event.headers['accept-language']), {
    ...(chosen && { language: chosen }),
    large: size === 'large',
  });
  return {
    reader,
    path: event.rawPath,
    params: defined(event.pathParameters ?? {}),
    form: formOf(event),
    contact: contactsIn(telephones),
  };
}

function formOf({ headers, body = '', isBase64Encoded }: HttpEvent): Record<string, string> {
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return {};
  // API Gateway hands over every body that is no JSON in base 64.
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  return Object.fromEntries(new URLSearchParams(text));
}

const defined = (parameters: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

function pageAnswer(page: PageAnswer, { reader, path, contact }: PageRequest, rehearsal: boolean): HttpAnswer {
  return {
    statusCode: page.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': reader.language,
      'cache-control': 'no-store',
      vary: 'accept-language',
      // Who has the code finds the page; who has not shall not find it by searching.
      'x-robots-tag': 'noindex, nofollow',
    },
    body: documentOf({ ...page, help: helpOf(contact(page.askAt), reader), reader, path, rehearsal }),
    isBase64Encoded: false,
  };
}

/** After a form: looking at the page again must not send it again. */
const redirectTo = (location: string): HttpAnswer => ({
  statusCode: 303,
  headers: { location, 'cache-control': 'no-store' },
  body: '',
  isBase64Encoded: false,
});

function refusalPage({ code, says }: Refusal, { t, say, link }: Reader): PageAnswer {
  const title = code === 'NOT_FOUND' ? t('没有找到', 'Not found') : t('现在不能办理', 'Not now');
  return {
    status: REFUSALS[code].status,
    title,
    body: html`<h1 class="plain">${title}</h1>
      <p class="answer no">${say(says)}</p>
      <p><a href="${link('/p/v')}">${t('核验一份文件', 'Check a paper')}</a></p>`,
  };
}

const faultPage = (requestId: string, { t }: Reader): PageAnswer => ({
  status: 500,
  title: t('暂时打不开', 'Cannot be opened just now'),
  body: html`<h1 class="plain">${t('暂时打不开', 'Cannot be opened just now')}</h1>
    <p class="answer no">${t('服务器出错，内容没有丢。请过几分钟再试；仍打不开，请向属地街道反映，并告知编号', 'The server failed; nothing is lost. Try again in a few minutes; if it fails again, tell the street office this number:')} <code>${requestId}</code></p>`,
});
