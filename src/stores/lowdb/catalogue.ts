import { resolve } from 'node:path'
import { type Adapter, Low } from 'lowdb'
import type { Catalogue } from '../../ports/catalogue.ts'
import { fits } from '../../schemas/misfit.ts'
import { storedValues } from '../../schemas/stored.ts'
import { type Disk, privateDisk } from '../disk/disk.ts'
import { replaceFile } from '../disk/replace-file.ts'

type Values = Readonly<Record<string, unknown>>

/** A lowdb adapter that replaces its file as a whole. */
function replacingAdapter(path: string, disk: Disk): Adapter<Values> {
  return {
    async read() {
      const bytes = await disk.read(path)
      if (bytes === null) return null
      const values: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
      if (!fits(storedValues, values)) throw new Error(`${path} is not a file of settings`)
      return values
    },
    write: (values) => replaceFile(disk, path, new TextEncoder().encode(`${JSON.stringify(values, null, 2)}\n`)),
  }
}

/**
 * The catalogue in a JSON file that only its owner can read, since it may contain secrets. Throws for a file that is not
 * such a JSON file, and never overwrites one.
 */
export async function openLowdbCatalogue(file: string, disk: Disk = privateDisk): Promise<Catalogue> {
  const adapter = replacingAdapter(resolve(file), disk)
  let held = new Low<Values>(adapter, {})
  await held.read()
  let turn: Promise<void> = Promise.resolve()

  async function replace(name: string, json: string | undefined): Promise<void> {
    const others = Object.entries(held.data).filter(([key]) => key !== name)
    const values = json === undefined ? others : [...others, [name, JSON.parse(json)]]
    // Memory follows the disk, never the other way: see the journal.
    const next = new Low<Values>(adapter, Object.fromEntries(values))
    await next.write()
    held = next
  }

  return {
    async get(name) {
      return Object.hasOwn(held.data, name) ? structuredClone(held.data[name]) : undefined
    },
    names: async () => Object.keys(held.data).sort(),
    async set(name, value) {
      const json = JSON.stringify(value)
      const task = () => replace(name, json)
      const mine = turn.then(task, task)
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}
