import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Coordination } from '../ports/coordination.ts'
import type { News } from '../workspace/core/news.ts'

/** Who has which document open, and on which segment they are. In memory only: it is true as long as someone listens. */
export interface Presence {
  join(document: string, key: object, person: { readonly id: string; readonly name: string }): () => void
  move(document: string, person: string, segment: string | null): void
}

interface Reader {
  readonly id: string
  readonly name: string
  segment: string | null
}

const topic = 'present'
const asking = 'present-asked'
const message = z.object({
  server: z.string(),
  document: z.string(),
  people: z.array(z.object({ id: z.string(), name: z.string(), segment: z.string().nullable() })),
})

/** How often a server says again who is on it, and how long that is believed without being said again, in milliseconds. */
const beat = 10_000
const believed = 25_000

/** Those who are on another server, as that says. */
interface Elsewhere {
  readonly people: readonly Reader[]
  readonly at: number
}

/** Who is on other servers. */
interface OtherServers {
  readersOf(document: string): readonly Reader[]
  /** Takes what a server says of itself. */
  hear(body: unknown): void
  /** A server that was killed does not say that its people have left. */
  forgetOld(): void
}

function createOtherServers(onChange: (document: string) => void, now: () => number): OtherServers {
  /** By document, then by server. */
  const documents = new Map<string, Map<string, Elsewhere>>()
  return {
    readersOf: (document) => [...(documents.get(document)?.values() ?? [])].flatMap(({ people }) => people),
    hear(body) {
      const { success, data } = message.safeParse(body)
      if (!success) return
      const servers = documents.get(data.document) ?? new Map<string, Elsewhere>()
      if (data.people.length > 0) servers.set(data.server, { people: data.people, at: now() })
      else servers.delete(data.server)
      if (servers.size > 0) documents.set(data.document, servers)
      else documents.delete(data.document)
      onChange(data.document)
    },
    forgetOld() {
      for (const [document, servers] of documents) {
        const old = [...servers].filter(([, { at }]) => now() - at > believed)
        for (const [name] of old) servers.delete(name)
        if (old.length > 0) onChange(document)
      }
    },
  }
}

export function createPresence(
  news: Pick<News, 'tell'>,
  coordination: Coordination,
  now: () => number = Date.now,
): Presence {
  const server = randomUUID()
  const rooms = new Map<string, Map<object, Reader>>()
  const others = createOtherServers(tell, now)

  const here = (document: string) => [...(rooms.get(document)?.values() ?? [])]

  function tell(document: string): void {
    const people = new Map([...others.readersOf(document), ...here(document)].map((reader) => [reader.id, reader]))
    news.tell(document, {
      type: 'present',
      people: [...people.values()].map(({ name, segment }) => ({ name, segment })),
    })
  }

  function spread(document: string): void {
    if (coordination.shared) coordination.tell(topic, { server, document, people: here(document) })
  }

  function changed(document: string): void {
    tell(document)
    spread(document)
  }

  if (coordination.shared) {
    const sayAgain = () => {
      for (const document of rooms.keys()) spread(document)
    }
    coordination.listen((one) => {
      if (one.type === 'message' && one.topic === topic) others.hear(one.body)
      else if (one.type === 'gap' || (one.type === 'message' && one.topic === asking)) sayAgain()
    })
    coordination.tell(asking, null)
    setInterval(() => {
      others.forgetOld()
      sayAgain()
    }, beat).unref()
  }

  return {
    join(document, key, { id, name }) {
      const room = rooms.get(document) ?? new Map()
      rooms.set(document, room.set(key, { id, name, segment: null }))
      changed(document)
      return () => {
        room.delete(key)
        if (room.size === 0) rooms.delete(document)
        changed(document)
      }
    },
    move(document, person, segment) {
      for (const reader of rooms.get(document)?.values() ?? []) if (reader.id === person) reader.segment = segment
      changed(document)
    },
  }
}
