// The OpenID provider of one machine: code flow with PKCE for the browser, RS256 access tokens for the API.
import { type Configuration, Provider } from 'oidc-provider';
import { type Log, traceOf } from '../../functions/runtime/log.ts';
import { ACCESS_TOKEN_SECONDS, AUDIENCE, claimsAbout } from './access-token.ts';
import type { Accounts } from './accounts.ts';
import type { IssuerKeys } from './issuer-keys.ts';
import { messagePage, signOutPage } from './pages.ts';
import { sessionStore } from './session-store.ts';

/** The browser's name with the issuer. */
const WEB_CLIENT = 'jiugai-web';
/** Where the browser comes back to after signing in, and after signing out. */
const RETURN_PATHS = ['/signed-in', '/'];
/** RFC 8707: every access token is for the API, asked for or not. */
const API = 'urn:jiugai:api';
const WORKING_DAY = 12 * 3600;

export interface ProviderOptions {
  readonly issuer: string;
  readonly keys: IssuerKeys;
  readonly accounts: Accounts;
  /** Origins that the pages are opened under. */
  readonly returnOrigins: readonly string[];
  readonly interactionUrl: (uid: string) => string;
  readonly log: Log;
}

export function createProvider(options: ProviderOptions): Provider {
  const { issuer, keys, accounts, returnOrigins, interactionUrl, log } = options;
  const returnAddresses = returnOrigins.flatMap((origin) => RETURN_PATHS.map((path) => origin + path));
  const configuration: Configuration = {
    adapter: sessionStore(Date.now),
    clients: [
      {
        client_id: WEB_CLIENT,
        // A browser keeps no secret; PKCE stands in for it.
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: returnAddresses,
        post_logout_redirect_uris: returnAddresses,
      },
    ],
    // A browser names the origin of the page even to that origin itself; unless told, the provider gives a token to none.
    clientBasedCORS: (_, origin) => returnOrigins.includes(origin),
    clientAuthMethods: ['none'],
    claims: { openid: ['sub', 'name', 'role', 'unit'] },
    // The pages greet people by the ID token; there is no userinfo to ask.
    conformIdTokenClaims: false,
    cookies: { keys: [keys.cookies] },
    // Only demo accounts of one post carry it with them. Of everybody else the district's grants are asked at each
    // request, so that a grant taken back is taken back at once.
    async extraTokenClaims(_, { accountId = '' }) {
      const post = accounts.namedPost(accountId);
      return post && claimsAbout(post);
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => API,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience: AUDIENCE,
          scope: '',
          accessTokenTTL: ACCESS_TOKEN_SECONDS,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context: { body: string }, form: string) => {
          context.body = signOutPage(form);
        },
        postLogoutSuccessSource: (context: { body: string }) => {
          context.body = messagePage('已退出登录', 'You are signed out');
        },
      },
    },
    async findAccount(_, id) {
      const person = await accounts.find(id);
      const post = accounts.namedPost(id);
      return (
        person && {
          accountId: id,
          claims: async () => ({ sub: id, name: person.name, ...(post && claimsAbout(post)) }),
        }
      );
    },
    interactions: { url: (_, { uid }) => interactionUrl(uid) },
    issueRefreshToken: async () => true,
    jwks: { keys: [keys.signing] },
    // Our own pages are no third party: nobody is asked whether they may know who signed in.
    async loadExistingGrant({ oidc: { provider, client, session } }) {
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    renderError(context, { error }) {
      context.type = 'html';
      context.body = messagePage('无法登录，请返回首页重试', `Sign-in failed (${error}): go back and try again`);
    },
    responseTypes: ['code'],
    scopes: ['openid', 'offline_access'],
    // Seconds of real time, like every expiry of a token.
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: 60,
      Grant: WORKING_DAY,
      IdToken: ACCESS_TOKEN_SECONDS,
      Interaction: 3600,
      RefreshToken: WORKING_DAY,
      Session: WORKING_DAY,
    },
  };
  const provider = new Provider(issuer, configuration);
  provider.on('server_error', (_, error) => {
    log({ level: 'error', code: 'INTERNAL', requestId: 'oidc', route: 'oidc', ...traceOf(error) });
  });
  return provider;
}
