// The part of oidc-provider 9 that the local issuer uses; the package brings no types of its own.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  /** What the provider keeps: sessions, codes, refresh tokens, grants. Durations in seconds. */
  export interface Adapter {
    upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void>;
    find(id: string): Promise<AdapterPayload | undefined>;
    findByUid(uid: string): Promise<AdapterPayload | undefined>;
    findByUserCode(userCode: string): Promise<AdapterPayload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface AdapterPayload {
    readonly grantId?: string;
    readonly uid?: string;
    consumed?: number;
  }

  interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  interface Context {
    body: string;
    type: string;
    readonly oidc: {
      readonly provider: Provider;
      readonly client: { readonly clientId: string };
      readonly session: { readonly accountId: string };
    };
  }

  interface Account {
    readonly accountId: string;
    claims(use: string): Promise<{ readonly sub: string; readonly [claim: string]: unknown }>;
  }

  export interface Configuration {
    readonly adapter: (model: string) => Adapter;
    readonly clients: readonly object[];
    readonly claims: Readonly<Record<string, readonly string[]>>;
    readonly clientAuthMethods: readonly string[];
    readonly clientBasedCORS: (context: Context, origin: string) => boolean;
    readonly conformIdTokenClaims: boolean;
    readonly cookies: { readonly keys: readonly string[] };
    readonly extraTokenClaims: (context: Context, token: { accountId?: string }) => Promise<object | undefined>;
    readonly features: object;
    readonly findAccount: (context: Context, id: string) => Promise<Account | undefined>;
    readonly interactions: { url(context: Context, interaction: { uid: string }): string };
    readonly issueRefreshToken: () => Promise<boolean>;
    readonly jwks: { readonly keys: readonly object[] };
    readonly loadExistingGrant: (context: Context) => Promise<Grant>;
    readonly pkce: { required(): boolean };
    readonly renderError: (context: Context, out: { error: string }, error: Error) => void;
    readonly responseTypes: readonly string[];
    readonly scopes: readonly string[];
    readonly ttl: Readonly<Record<string, number>>;
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    readonly Grant: new (of: {
      accountId: string;
      clientId: string;
    }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ readonly uid: string }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string } },
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>;
    on(event: 'server_error', listener: (context: Context, error: Error) => void): this;
  }

  export const errors: {
    readonly SessionNotFound: new (...parameters: never[]) => Error;
  };
}
