import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as others } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { createHeldMemories } from '../memory/held.ts'
import { expectDefined } from '../model/expect.ts'
import type { MemoryPair } from '../model/match.ts'
import { type OpenPackedMemory, openPackedMemory, writePackedMemory } from '../stores/disk/packed-memory.ts'
import type { MemoryAnswer, MemoryMessage } from './memory-messages.ts'

/**
 * Holds the memories of a workspace apart from the server. A large one is packed into a file of its own, by a second
 * thread of this kind, and opened from there at the next start.
 */

// biome-ignore lint/plugin/no-cast: the server that starts this thread gives it just this
const { folder } = workerData as { readonly folder: string }
const port = expectDefined(parentPort, 'the port of the thread')
const held = createHeldMemories()
const files = new Map<string, OpenPackedMemory>()
/** Pairs of a memory that come in pieces. */
const collected: MemoryPair[] = []

const ending = '.packed'
const pathOf = (name: string) => join(folder, `${name}${ending}`)

/** The file of a memory, opened; null if there is none, or a damaged or older one, which has to be packed again. */
function openFile(name: string): OpenPackedMemory | null {
  if (!existsSync(pathOf(name))) return null
  try {
    return openPackedMemory(pathOf(name))
  } catch {
    return null
  }
}

/** Closes and deletes the files of all memories but these. */
function dropOthers(names: ReadonlySet<string>): void {
  for (const [name, { close }] of [...files]) {
    if (names.has(name)) continue
    close()
    files.delete(name)
  }
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const name = file.endsWith(ending) ? file.slice(0, -ending.length) : ''
    if (!names.has(name)) rmSync(join(folder, file), { force: true })
  }
}

async function answer(message: MemoryMessage): Promise<MemoryAnswer['result']> {
  switch (message.type) {
    case 'open': {
      if (held.has(message.id, message.name)) return 'held'
      const file = openFile(message.name)
      if (file === null) return 'missing'
      files.set(message.name, file)
      held.begin(message.id, message.name, file.memory)
      return 'begun'
    }
    case 'begin':
      held.begin(message.id, message.name, null)
      return null
    case 'rename':
      held.rename(message.from, message.id)
      return null
    case 'settle':
      held.settle(message.memories)
      dropOthers(new Set(message.memories.map(({ name }) => name)))
      return null
    case 'change':
      held.change(message.id, message.change)
      return null
    case 'lookup':
      return held.lookup(message.queries)
    case 'exact':
      return held.exact(message.queries)
    case 'size':
      return held.size()
    case 'search':
      return search(message.text, message.limit)
    case 'collect':
      for (const pair of message.pairs) collected.push(pair)
      return null
    case 'pack':
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writePackedMemory(pathOf(message.name), collected)
      return null
  }
}

/** Lets lookups in between the steps of a long search. */
async function search(text: string, limit: number): Promise<readonly MemoryPair[]> {
  const steps = held.search(text, limit)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await others()
  }
}

port.on('message', async ({ call, message }: { readonly call: number; readonly message: MemoryMessage }) => {
  try {
    const reply: MemoryAnswer = { call, result: await answer(message) }
    port.postMessage(reply)
  } catch (fault) {
    // A file that cannot be read is packed again once this thread has ended.
    dropOthers(new Set())
    throw fault
  }
})
