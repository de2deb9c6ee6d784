import { createHash, randomBytes } from 'node:crypto'
import session from 'express-session'
import * as z from 'zod'
import { countLimits } from '../model/count-limits.ts'
import type { Catalogue } from '../ports/catalogue.ts'
import type { Coordination } from '../ports/coordination.ts'
import type { HalfSession } from './begin-session.ts'
import type { PasskeyChallenge } from './passkey-challenge.ts'
import type { ProviderSession } from './provider/session.ts'

declare module 'express-session' {
  interface SessionData {
    person?: string
    /** Of a session that the provider began. */
    provider?: ProviderSession
    half?: HalfSession
    /** What the browser was asked with for a passkey. */
    challenge?: PasskeyChallenge
    /** That the person has just shown anew who they are, to sign this document; until an instant in milliseconds. */
    proved?: { readonly document: string; readonly until: number }
  }
}

/** A signed-in session lasts this long without use, in milliseconds. */
export const sessionMilliseconds = 12 * 60 * 60 * 1000

/** It ends so long after the sign-in, in milliseconds, however much it is used. */
export const longestSession = 24 * 60 * 60 * 1000

/** An open session as its person may see it. */
interface OpenSession {
  readonly since: string | null
  readonly until: string
  readonly by: 'person' | 'provider' | 'proxy'
}

interface Stored {
  readonly data: session.SessionData
  /** When it began; sessions of earlier versions do not say. */
  readonly begun?: number | undefined
  until: number
}

/** The stored part of a session; the members of the session library are not checked. */
const storedSessions = z.record(
  z.string(),
  z.object({
    data: z.looseObject({ person: z.string().exactOptional() }),
    begun: z.number().exactOptional(),
    until: z.number(),
  }),
)

/** How much later a session may end here than the catalogue says, in milliseconds: it is written once it does. */
const mostBehind = 30 * 60 * 1000

export interface SessionDoors {
  readonly catalogue: Catalogue
  readonly coordination: Coordination
  readonly now: () => number
}

/**
 * Sessions in the catalogue, so that a restart signs nobody out, and that other servers know them. Stores only a hash of
 * each session's id. A change is made on what the catalogue has at that moment; what other servers change is read as soon
 * as they tell.
 */
export class CatalogueSessionStore extends session.Store {
  readonly #catalogue: Catalogue
  readonly #coordination: Coordination
  readonly #now: () => number
  #known: Map<string, Stored> | undefined
  #reading: Promise<Map<string, Stored>> | undefined
  readonly #report: (fault: unknown) => void
  readonly #watchers = new Map<string, Set<() => void>>()
  /** When each session ends as the catalogue has it. */
  #written = new Map<string, number>()
  #isBehind = false
  #changes = 0

  constructor({ catalogue, coordination, now }: SessionDoors, report: (fault: unknown) => void) {
    super()
    this.#report = report
    this.#catalogue = catalogue
    this.#coordination = coordination
    this.#now = now
    coordination.listen((news) => {
      if (news.type === 'gap' || (news.type === 'stored' && news.name === name)) void this.#readAnew().catch(report)
    })
  }

  override get(id: string, callback: (error: unknown, data?: session.SessionData | null) => void): void {
    this.#sessions().then((sessions) => {
      const stored = sessions.get(keyOf(id))
      callback(null, stored !== undefined && stored.until > this.#now() ? structuredClone(stored.data) : null)
    }, callback)
  }

  override set(id: string, data: session.SessionData, callback?: (error?: unknown) => void): void {
    this.#change((sessions) =>
      keepNewest(
        sessions.set(keyOf(id), this.#stored(data, sessions.get(keyOf(id))?.begun ?? this.#now())),
        personIn(data),
      ),
    ).then(() => callback?.(), callback)
  }

  override destroy(id: string, callback?: (error?: unknown) => void): void {
    this.#change((sessions) => sessions.delete(keyOf(id))).then(() => callback?.(), callback)
  }

  /** Extends a session. The new end is written with the next sign-in or sign-out, or when it is much later than the one that was. */
  override touch(id: string, _data: session.SessionData, callback?: () => void): void {
    this.#sessions().then((sessions) => {
      const key = keyOf(id)
      const stored = sessions.get(key)
      if (stored) stored.until = this.#until(stored.begun ?? Number.POSITIVE_INFINITY)
      const isLater = stored !== undefined && stored.until - (this.#written.get(key) ?? stored.until) > mostBehind
      if (this.#isBehind || isLater) void this.#change(() => {}).catch(this.#report)
      callback?.()
    }, callback)
  }

  /** What a session has at this moment, whatever the request that asks began with; null if it has ended. */
  async read(id: string): Promise<session.SessionData | null> {
    const stored = (await this.#sessions()).get(keyOf(id))
    return stored !== undefined && stored.until > this.#now() ? structuredClone(stored.data) : null
  }

  /** Changes what a session has, unless it has ended, beside what requests that are under way write. */
  async alter(id: string, change: (data: session.SessionData) => session.SessionData): Promise<void> {
    await this.#change((sessions) => {
      const stored = sessions.get(keyOf(id))
      if (stored) sessions.set(keyOf(id), { ...stored, data: structuredClone(change(stored.data)) })
    })
  }

  /** The sessions of a person that are open, those before their second step among them, with nothing that opens one. */
  async sessionsOf(person: string): Promise<readonly OpenSession[]> {
    const theirs = [...(await this.#sessions()).values()].filter(({ data }) => personIn(data) === person)
    return theirs.flatMap(({ data, begun, until }): readonly OpenSession[] => {
      if (until <= this.#now()) return []
      const by = data.provider ? 'provider' : data.byHeader ? 'proxy' : 'person'
      return [
        { since: begun === undefined ? null : new Date(begun).toISOString(), until: new Date(until).toISOString(), by },
      ]
    })
  }

  /** Ends one session. */
  async end(id: string): Promise<void> {
    await this.#change((sessions) => sessions.delete(keyOf(id)))
  }

  /** Ends every session of a person whose password changed or who was deactivated. `except`: a session's id. */
  async endSessionsOf(person: string, except?: string): Promise<void> {
    await this.#change((sessions) => {
      for (const [key, { data }] of sessions) {
        if (personIn(data) === person && (except === undefined || key !== keyOf(except))) sessions.delete(key)
      }
    })
  }

  /** Calls `ended` once this session has ended, at once if it has already. The result stops watching. */
  watch(id: string, ended: () => void): () => void {
    const key = keyOf(id)
    const watchers = this.#watchers.get(key) ?? new Set()
    this.#watchers.set(key, watchers.add(ended))
    void this.#sessions().then(() => this.#endWatched())
    return () => {
      watchers.delete(ended)
      if (watchers.size === 0) this.#watchers.delete(key)
    }
  }

  async #endWatched(): Promise<void> {
    const sessions = await this.#sessions()
    for (const [key, watchers] of this.#watchers) {
      if (!sessions.has(key)) for (const ended of [...watchers]) ended()
    }
  }

  #stored(data: session.SessionData, begun: number): Stored {
    return { data: structuredClone(data), begun, until: this.#until(begun) }
  }

  #until(begun: number): number {
    return Math.min(this.#now() + sessionMilliseconds, begun + longestSession)
  }

  async #sessions(): Promise<Map<string, Stored>> {
    if (this.#known) return this.#known
    this.#reading ??= this.#read().then((sessions) => {
      this.#known ??= sessions
      return this.#known
    })
    return this.#reading.finally(() => {
      this.#reading = undefined
    })
  }

  async #read(): Promise<Map<string, Stored>> {
    const read = storedSessions.safeParse((await this.#catalogue.get(name)) ?? {})
    // Unreadable sessions are dropped: people sign in again.
    // biome-ignore lint/plugin/no-cast: the library wrote `data` itself and reads it back
    const sessions = new Map(Object.entries((read.success ? read.data : {}) as unknown as Record<string, Stored>))
    this.#written = new Map([...sessions].map(([key, { until }]) => [key, until]))
    return sessions
  }

  /** Takes what was read, each session with the later of the ends that are known of it. */
  #take(sessions: Map<string, Stored>): void {
    for (const [key, stored] of sessions) stored.until = Math.max(stored.until, this.#known?.get(key)?.until ?? 0)
    this.#known = sessions
  }

  async #readAnew(): Promise<void> {
    if (this.#known === undefined || this.#isBehind) return
    const changes = this.#changes
    const read = await this.#read()
    // A change here has read what this is about, or more.
    if (changes !== this.#changes) return
    this.#take(read)
    await this.#endWatched()
  }

  /** One after the other, over all servers, each on what the one before it wrote. */
  #change(change: (sessions: Map<string, Stored>) => void): Promise<void> {
    return this.#coordination.take(name, async () => {
      const sessions = this.#isBehind ? await this.#sessions() : await this.#read()
      this.#changes += 1
      this.#take(sessions)
      change(sessions)
      for (const [key, { until }] of sessions) if (until <= this.#now()) sessions.delete(key)
      // Before the disk has it: whoever listens to what they may no longer read is cut off now.
      await this.#endWatched()
      await this.#write(sessions)
    })
  }

  /** Where the disk takes nothing, sessions begin and end in memory alone, and are written once it does again. */
  async #write(sessions: Map<string, Stored>): Promise<void> {
    this.#isBehind = false
    try {
      await this.#catalogue.set(name, Object.fromEntries(sessions))
      this.#written = new Map([...sessions].map(([key, { until }]) => [key, until]))
    } catch (fault) {
      this.#isBehind = true
      this.#report(fault)
    }
  }
}

const name = 'sessions'

/** Whose session it is, also before their second step. */
function personIn({ person, half }: session.SessionData): string | undefined {
  return person ?? half?.person
}

/** Ends the sessions of a person that would end first, beyond the most that one may have. */
function keepNewest(sessions: Map<string, Stored>, person: string | undefined): void {
  const theirs = [...sessions].filter(([, { data }]) => personIn(data) === person)
  const surplus = theirs.sort(([, a], [, b]) => a.until - b.until).slice(0, -countLimits.sessions)
  for (const [key] of surplus) sessions.delete(key)
}

function keyOf(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}

/** The secret that signs session cookies, made at the first start. */
export async function sessionSecret(settings: Catalogue): Promise<string> {
  const stored = await settings.get('session-secret')
  if (typeof stored === 'string') return stored
  const secret = randomBytes(32).toString('base64url')
  await settings.set('session-secret', secret)
  return secret
}
