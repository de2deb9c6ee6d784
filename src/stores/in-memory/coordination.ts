import type { Coordination, News } from '../../ports/coordination.ts'

/** The servers of one process: each joins, and they agree as servers of a database do. */
export interface Hub {
  join(): Coordination
  /** News for all but the one that is their source. */
  spread(news: News, from: Coordination): void
}

/** `shared`: more than one will join. */
export function createHub(shared = true): Hub {
  const listeners = new Map<Coordination, Set<(news: News) => void>>()
  /** The ends of what is held now, by name. */
  const held = new Map<string, Promise<void>>()

  function spread(news: News, from: Coordination): void {
    for (const [member, theirs] of listeners) if (member !== from) for (const listener of [...theirs]) listener(news)
  }

  function holdNow(name: string): () => void {
    let release = () => {}
    const ended = new Promise<void>((resolve) => {
      release = () => {
        if (held.get(name) === ended) held.delete(name)
        resolve()
      }
    })
    held.set(name, ended)
    return release
  }

  async function taken(name: string): Promise<() => void> {
    for (let before = held.get(name); before !== undefined; before = held.get(name)) await before
    return holdNow(name)
  }

  function join(): Coordination {
    const mine = new Set<(news: News) => void>()
    const member: Coordination = {
      shared,
      async take(name, task) {
        const release = await taken(name)
        try {
          return await task()
        } finally {
          release()
        }
      },
      async hold(name) {
        if (held.has(name)) return null
        const release = holdNow(name)
        return { lost: new AbortController().signal, release: async () => release() }
      },
      tell: (topic, body) => spread({ type: 'message', topic, body: structuredClone(body) }, member),
      listen(listener) {
        mine.add(listener)
        return () => mine.delete(listener)
      },
    }
    listeners.set(member, mine)
    return member
  }

  return { join, spread }
}
