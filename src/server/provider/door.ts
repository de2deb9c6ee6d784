import * as client from 'openid-client'
import { membersOf } from '../../model/names.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import type { Identity, ProviderSettings, ProviderWord } from '../../model/sign-in.ts'
import { rolesOfValues, valuesOfClaim } from '../../review/provider.ts'
import type { Pending } from './pending.ts'

/** A provider with the secret of our client there; without one the client is public, and PKCE alone holds. */
export interface Provider {
  readonly settings: ProviderSettings
  readonly secret: string
}

/** What a session holds of the provider, to ask it again and to leave it. */
export interface ProviderTokens extends Identity {
  readonly idToken?: string | undefined
  readonly accessToken: string
  readonly refreshToken?: string | undefined
}

/** What the provider said, and with which tokens it can be asked again. */
export interface Vouched {
  readonly word: ProviderWord
  readonly tokens: ProviderTokens
}

/** The door to a provider: OpenID Connect 1.0, authorization code with PKCE (S256), state and nonce. */
export interface ProviderDoor {
  /** The address at which somebody signs in. `anew`: they have to, even if they are signed in there. */
  begin(provider: Provider, pending: Pending, redirect: string, anew: boolean): Promise<string | Refusal>
  /** What the provider says to the answer with which it sent somebody back. */
  finish(provider: Provider, answer: URL, pending: Pending): Promise<Vouched | Refusal>
  /** What it says now of somebody who signed in before; `ended` where it vouches for them no more. */
  askAgain(provider: Provider, tokens: ProviderTokens): Promise<Vouched | 'ended' | Refusal>
  /** Where somebody goes to end their session there; null where the provider has no such place, or does not answer. */
  leave(provider: Provider, tokens: ProviderTokens, after: string): Promise<string | null>
  /** Asks the provider for what it says of itself. */
  look(provider: Provider): Promise<{ readonly issuer: string; readonly logout: boolean } | Refusal>
}

/** In seconds: how long one answer of a provider is waited for. */
const timeout = 10

/** How long what a provider says of itself is believed, in milliseconds. */
const metadataMilliseconds = 10 * 60 * 1000

/** How much later than it was asked for a sign-in may seem to be made earlier, in seconds: clocks differ. */
const skew = 30

export function createProviderDoor(now: () => number): ProviderDoor {
  const open = metadataCache(now)
  const guarded = <T>(task: () => Promise<T>): Promise<T | Refusal> => task().catch(refusalOf)
  return {
    begin: (provider, { state, nonce, verifier }, redirect, anew) =>
      guarded(async () => {
        const config = await open(provider)
        const address = client.buildAuthorizationUrl(config, {
          redirect_uri: redirect,
          scope: provider.settings.scope,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ...(anew && { prompt: 'login', max_age: '0' }),
        })
        return address.href
      }),
    finish: (provider, answer, { state, nonce, verifier, purpose, at }) =>
      guarded(async () => {
        const config = await open(provider)
        const tokens = await client.authorizationCodeGrant(config, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
          ...(purpose === 'proof' && { maxAge: Math.ceil((now() - at) / 1000) + skew }),
        })
        return vouchedBy(config, provider, tokens)
      }),
    askAgain: (provider, tokens) =>
      guarded(async () => {
        const config = await open(provider)
        const { refreshToken, subject } = tokens
        try {
          if (refreshToken === undefined) {
            const claims = await client.fetchUserInfo(config, tokens.accessToken, subject)
            return { word: wordOf(provider, subject, claims), tokens }
          }
          return await vouchedBy(config, provider, await client.refreshTokenGrant(config, refreshToken), tokens)
        } catch (error) {
          if (isEnd(error)) return 'ended'
          throw error
        }
      }),
    async leave(provider, { idToken }, after) {
      try {
        const config = await open(provider)
        if (config.serverMetadata().end_session_endpoint === undefined) return null
        const hint = idToken === undefined ? {} : { id_token_hint: idToken }
        return client.buildEndSessionUrl(config, { ...hint, post_logout_redirect_uri: after }).href
      } catch {
        return null
      }
    },
    look: (provider) =>
      guarded(async () => {
        const { issuer, end_session_endpoint } = (await open(provider)).serverMetadata()
        return { issuer, logout: end_session_endpoint !== undefined }
      }),
  }
}

/** Finds out what a provider says of itself, and remembers it for a while. */
function metadataCache(now: () => number): (provider: Provider) => Promise<client.Configuration> {
  let known: { readonly key: string; readonly until: number; readonly config: Promise<client.Configuration> } | null =
    null
  return (provider) => {
    const { settings, secret } = provider
    const key = JSON.stringify([settings.issuer, settings.clientId, secret])
    if (known === null || known.key !== key || known.until <= now()) {
      const config = configure(provider, Math.round((now() - Date.now()) / 1000))
      const mine = { key, until: now() + metadataMilliseconds, config }
      known = mine
      config.catch(() => {
        if (known === mine) known = null
      })
    }
    return known.config
  }
}

/** `ahead`: by how many seconds our clock is before that of the machine. */
async function configure(
  { settings: { issuer, clientId }, secret }: Provider,
  ahead: number,
): Promise<client.Configuration> {
  const address = new URL(issuer)
  // Settings take an address without TLS on this machine alone.
  const execute = address.protocol === 'http:' ? [client.allowInsecureRequests] : []
  const found = await client.discovery(address, clientId, undefined, client.None(), { timeout, execute })
  const metadata = found.serverMetadata()
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const authentication =
    secret === ''
      ? client.None()
      : methods.includes('client_secret_basic')
        ? client.ClientSecretBasic(secret)
        : client.ClientSecretPost(secret)
  const config = new client.Configuration(metadata, clientId, { [client.clockSkew]: ahead }, authentication)
  config.timeout = timeout
  for (const change of execute) change(config)
  return config
}

/** What new tokens say; what they lack of the claim is asked at the provider's place for it (UserInfo). */
async function vouchedBy(
  config: client.Configuration,
  provider: Provider,
  answered: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers,
  before?: ProviderTokens,
): Promise<Vouched> {
  const { settings } = provider
  const claims = answered.claims()
  const subject = claims?.sub ?? before?.subject ?? ''
  if (before !== undefined && before.subject !== subject) throw new Error('the provider speaks of somebody else')
  const lacksClaim = valuesOfClaim(claims, settings.claim).length === 0
  const hasMore = config.serverMetadata().userinfo_endpoint !== undefined
  const more = lacksClaim && hasMore ? await client.fetchUserInfo(config, answered.access_token, subject) : {}
  const idToken = answered.id_token ?? before?.idToken
  const refreshToken = answered.refresh_token ?? before?.refreshToken
  const tokens = {
    issuer: settings.issuer,
    subject,
    accessToken: answered.access_token,
    ...(idToken !== undefined && { idToken }),
    ...(refreshToken !== undefined && { refreshToken }),
  }
  return { word: wordOf(provider, subject, { ...claims, ...more }), tokens }
}

function wordOf({ settings }: Provider, subject: string, claims: object): ProviderWord {
  const members = membersOf(claims)
  const first = (...names: readonly string[]) =>
    names.map((name) => members[name]).find((value) => typeof value === 'string' && value.trim() !== '')
  const login = String(first('preferred_username', 'email') ?? subject)
  return {
    issuer: settings.issuer,
    subject,
    login,
    name: String(first('name') ?? login),
    roles: rolesOfValues(valuesOfClaim(claims, settings.claim), settings),
  }
}

/** Whether the provider has said that it vouches for somebody no more. */
function isEnd(error: unknown): boolean {
  if (error instanceof client.ResponseBodyError) return error.error === 'invalid_grant'
  return error instanceof client.WWWAuthenticateChallengeError && error.status === 401
}

/** The words for what went wrong between a provider and us. A fault of ours is thrown on. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof client.AuthorizationResponseError) {
    return error.error === 'access_denied' ? refuse('provider-denied') : misfit(error.error)
  }
  if (error instanceof client.ResponseBodyError) {
    return error.error === 'invalid_grant' ? refuse('provider-replayed') : misfit(error.error)
  }
  if (error instanceof client.WWWAuthenticateChallengeError)
    return misfit(error.status === 401 ? 'invalid_client' : '403')
  const { code, cause } = membersOf(error)
  if (isSilence(error)) return refuse('provider-unreachable', { reason: innermostCode(error) })
  if (!(error instanceof client.ClientError)) throw error
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return refuse('provider-expired')
  if (code !== 'OAUTH_JWT_CLAIM_COMPARISON_FAILED') return misfit(String(code))
  const { claim } = membersOf(membersOf(cause).cause)
  return claim === 'nonce' ? refuse('provider-nonce') : misfit(String(claim))
}

function misfit(reason: string): Refusal {
  return refuse('provider-misfit', { reason })
}

/** Whether no answer came, or one that says that there is none to be had. */
function isSilence(error: unknown): boolean {
  const { code, cause } = membersOf(error)
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return true
  if (cause instanceof Response) return cause.status >= 500
  // What `fetch` throws where there is no connection.
  return error instanceof TypeError && cause !== undefined ? true : cause instanceof Error && isSilence(cause)
}

/** The innermost code of a failed connection: `ECONNREFUSED`. */
function innermostCode(error: unknown): string {
  const { code, cause } = membersOf(error)
  return cause instanceof Error ? innermostCode(cause) : String(code ?? '')
}
