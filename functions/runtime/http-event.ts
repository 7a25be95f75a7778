// The part of the API Gateway HTTP API (payload 2.0) event and answer that the routes rely on: the one shape that
// Lambda and the one-machine server both speak.

export type Claims = Readonly<Record<string, unknown>>;

export interface HttpEvent {
  /** `GET /api/projects/{id}` */
  readonly routeKey: string;
  readonly rawPath: string;
  readonly rawQueryString: string;
  /** Names in lower case; repeated headers joined by commas. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Repeated parameters joined by commas. */
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>>;
  readonly pathParameters?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
  readonly requestContext: {
    readonly requestId: string;
    readonly http: { readonly method: string; readonly path: string; readonly sourceIp: string };
    /** Claims of a token that somebody before us has verified; absent where the route asks for none. */
    readonly authorizer?: { readonly jwt?: { readonly claims: Claims } };
  };
}

export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** What Lambda and the one-machine server both call. */
export type HttpHandler = (event: HttpEvent, context: object) => Promise<HttpAnswer>;

/** Path templates as API Gateway writes them: `/api/projects/{id}`. */
export const PATH_PARAMETER = /\{([A-Za-z]\w*)\}/g;
