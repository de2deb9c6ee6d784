import type { Recipe } from './recipe.ts'

/** A store of settings that keeps them in a map. */
export const store: Recipe = {
  name: 'a store',
  steps: [
    {
      place: 'its folder with the port it implements',
      edits: [
        {
          file: 'src/stores/planted/catalogue.ts',
          text: `import type { Catalogue } from '../../ports/catalogue.ts'

export function createPlantedCatalogue(): Catalogue {
  const values = new Map<string, string>()
  return {
    async get(name) {
      const text = values.get(name)
      return text === undefined ? undefined : JSON.parse(text)
    },
    names: async () => [...values.keys()].sort(),
    async set(name, value) {
      values.set(name, JSON.stringify(value))
    },
  }
}
`,
        },
      ],
      lead: 'compiler',
      says: /planted\/planted\.test\.ts.*catalogue\.ts/,
    },
    {
      place: 'a test that calls the conformance suite',
      edits: [
        {
          file: 'src/stores/planted/planted.test.ts',
          text: `import { catalogueConformance } from '../conformance.ts'
import { createPlantedCatalogue } from './catalogue.ts'

catalogueConformance('planted catalogue', async () => createPlantedCatalogue())
`,
        },
      ],
      lead: 'src/stores/every-store.test.ts',
      says: /planted\/catalogue\.ts: no test calls catalogueConformance/,
    },
  ],
}
