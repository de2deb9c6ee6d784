import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

/** What the provider knows of somebody. */
export interface ProviderAccount {
  readonly name: string
  readonly roles: readonly string[]
}

/** A real provider of OpenID Connect on loopback, with one client. */
export interface TestProvider {
  readonly issuer: string
  readonly clientId: string
  readonly secret: string
  /** The accounts there, by `sub`; one that is taken out is closed. */
  readonly accounts: Map<string, ProviderAccount>
  /** Who sits before the browser: they sign in without being asked for anything. Null: whoever it is refuses. */
  seated: string | null
  /** How many times somebody has signed in. */
  signedIn: number
  /** Ends what it holds of its sessions and tokens, as when an account is closed. */
  revoke(subject: string): Promise<void>
  /** Answers nothing until it is called with false. */
  silence(silent: boolean): void
  stop(): Promise<void>
}

/** Starts it for a server at `origin`. `codeSeconds`: how long its codes are valid. */
export async function startProvider(
  origin: string,
  { codeSeconds = 60 }: { readonly codeSeconds?: number } = {},
): Promise<TestProvider> {
  const [clientId, secret] = ['duizhao', 'a secret between two programmes']
  const accounts = new Map<string, ProviderAccount>()
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // biome-ignore lint/plugin/no-cast: a server that listens on a port has an address of this shape
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const grants: { readonly subject: string; readonly id: string }[] = []
  const state: TestProvider = {
    issuer,
    clientId,
    secret,
    accounts,
    seated: null,
    signedIn: 0,
    async revoke(subject) {
      for (const grant of grants.filter((one) => one.subject === subject)) {
        await provider.RefreshToken.revokeByGrantId(grant.id)
        await provider.AccessToken.revokeByGrantId(grant.id)
      }
    },
    silence(silent) {
      isSilent = silent
    },
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
  let isSilent = false
  const provider = new Provider(
    issuer,
    configurationOf({
      clientId,
      secret,
      origin,
      codeSeconds,
      accounts,
      grants,
      make: (owner) => new provider.Grant(owner),
    }),
  )
  const serve = provider.callback()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isSilent) return void request.socket.destroy()
    if (!request.url?.startsWith('/interaction/')) return void serve(request, response)
    const subject = state.seated
    const result =
      subject === null
        ? { error: 'access_denied', error_description: 'nobody here' }
        : { login: { accountId: subject } }
    state.signedIn += 1
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  }

  return state
}

interface Wanted {
  readonly clientId: string
  readonly secret: string
  readonly origin: string
  readonly codeSeconds: number
  readonly accounts: ReadonlyMap<string, ProviderAccount>
  /** Where grants that are made are noted. */
  readonly grants: { readonly subject: string; readonly id: string }[]
  make(owner: { readonly clientId: string; readonly accountId: string }): InstanceType<Provider['Grant']>
}

/** One client with a secret; tokens that are renewed change, and the claims come from UserInfo. */
function configurationOf(wanted: Wanted): Configuration {
  const { clientId, secret, origin, codeSeconds, accounts, grants, make } = wanted
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: secret,
        redirect_uris: [`${origin}/api/session/provider/callback`],
        post_logout_redirect_uris: [`${origin}/`],
        grant_types: ['authorization_code', 'refresh_token'],
        // Says when somebody signed in, also where it was not asked to.
        require_auth_time: true,
      },
    ],
    cookies: { keys: ['only a test'] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'roles'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource } },
    ttl: {
      IdToken: 300,
      AuthorizationCode: codeSeconds,
      AccessToken: 600,
      Interaction: 600,
      Session: 3600,
      Grant: 3600,
      RefreshToken: 3600,
    },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    async findAccount(_context, subject) {
      const account = accounts.get(subject)
      if (account === undefined) return undefined
      return {
        accountId: subject,
        claims: () => ({ sub: subject, preferred_username: subject, name: account.name, roles: [...account.roles] }),
      }
    },
    async loadExistingGrant({ oidc }) {
      const subject = oidc.session?.accountId ?? ''
      const grant = make({ clientId, accountId: subject })
      grant.addOIDCScope('openid profile')
      grants.push({ subject, id: await grant.save() })
      return grant
    },
  }
}

/** Whoever leaves is asked whether they mean it, by a page of theirs; here they mean it. */
function logoutSource(context: { body: unknown }, form: string): void {
  context.body = `<!DOCTYPE html><title>Leaving</title>${form}<button form="op.logoutForm" name="logout" value="yes">Yes</button>`
}

/** A browser as far as a sign-in needs one: it keeps cookies by host and follows where it is sent. */
export interface Walker {
  readonly cookies: Map<string, Map<string, string>>
  /** Follows from an address to the first that `arrived` knows, which is not asked for, or to the first answer. */
  follow(address: string, arrived?: (url: URL) => boolean): Promise<URL>
  /** Asks for one address and follows nothing. */
  visit(address: string, init?: RequestInit): Promise<Response>
}

export function createWalker(): Walker {
  const cookies = new Map<string, Map<string, string>>()
  const walker: Walker = {
    cookies,
    async follow(address, arrived = () => false) {
      let url = new URL(address)
      for (let steps = 0; steps < 20; steps += 1) {
        if (arrived(url)) return url
        const response = await walker.visit(url.href)
        await response.body?.cancel()
        const location = response.headers.get('location')
        if (location === null) return url
        url = new URL(location, url)
      }
      throw new Error('it leads on and on')
    },
    async visit(address, init = {}) {
      const { host } = new URL(address)
      const mine = cookies.get(host) ?? new Map<string, string>()
      cookies.set(host, mine)
      const cookie = [...mine].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = { ...init.headers, ...(cookie !== '' && { cookie }) }
      const response = await fetch(address, { ...init, redirect: 'manual', headers })
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const at = pair.indexOf('=')
        const isGone = /expires=Thu, 01 Jan 1970/i.test(line)
        if (isGone) mine.delete(pair.slice(0, at))
        else mine.set(pair.slice(0, at), pair.slice(at + 1))
      }
      return response
    },
  }
  return walker
}
