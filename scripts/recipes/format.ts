import type { Recipe } from './recipe.ts'

/** A format of documents: lines after a mark that other tools put at their beginning. */
export const format: Recipe = {
  name: 'a format',
  steps: [
    {
      place: 'its folder with the format',
      edits: [
        {
          file: 'src/formats/planted/planted.ts',
          text: `import type { Format, Imported } from '../../ports/format.ts'
import { readText } from '../text/text.ts'

export const plantedFormat = {
  name: 'planted',
  endings: ['.planted'],
  mediaType: 'text/plain; charset=utf-8',
  read: async (bytes) => readText(bytes),
} as const satisfies Format<Imported>
`,
        },
      ],
      lead: 'compiler',
      says: /registry\.ts.*planted\.ts/,
    },
    {
      place: 'its line in the registry',
      edits: [
        {
          file: 'src/formats/registry.ts',
          replace: '    textFormat,',
          by: '    textFormat,\n    plantedFormat,',
        },
        {
          file: 'src/formats/registry.ts',
          replace: "import { textFormat } from './text/text.ts'",
          by: "import { plantedFormat } from './planted/planted.ts'\nimport { textFormat } from './text/text.ts'",
        },
      ],
      lead: 'src/formats/conformance.test.ts',
      tests: 'every format of documents|documents, planted',
      says: /every format of documents has a case/,
    },
    {
      place: 'its case in the conformance suite',
      edits: [
        {
          file: 'src/formats/conformance.test.ts',
          replace: "    text: { fileOf: (texts) => encode(texts.join('\\n')), textOf: textOfBlocks },",
          by: "    text: { fileOf: (texts) => encode(texts.join('\\n')), textOf: textOfBlocks },\n    planted: { fileOf: (texts) => encode(texts.join('\\n')), textOf: textOfBlocks },",
        },
      ],
      lead: 'src/formats/conformance.test.ts',
      tests: 'every format of documents|documents, planted',
      says: /every format of documents has a case/,
    },
  ],
}
