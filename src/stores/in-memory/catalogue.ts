import type { Catalogue } from '../../ports/catalogue.ts'

/** A catalogue that exists only in this process. */
export function createMemoryCatalogue(): Catalogue {
  const values = new Map<string, string>()
  return {
    async get(name) {
      const json = values.get(name)
      return json === undefined ? undefined : JSON.parse(json)
    },
    names: async () => [...values.keys()].sort(),
    async set(name, value) {
      const json = JSON.stringify(value)
      if (json === undefined) values.delete(name)
      else values.set(name, json)
    },
  }
}
