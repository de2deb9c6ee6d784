import type { Recipe } from './recipe.ts'

const words = (language: string, sentence: string) => ({
  file: `locales/${language}/findings.json`,
  replace: '\n  "name-pinyin"',
  by: `\n  "mark-uncommon": "${sentence}",\n  "name-pinyin"`,
})

const pageName = (language: string, name: string) => ({
  file: `locales/${language}/finding-names.json`,
  replace: '\n  "name-pinyin"',
  by: `\n  "mark-uncommon": "${name}",\n  "name-pinyin"`,
})

/** A check of one segment: a mark that official English does not use. */
export const check: Recipe = {
  name: 'a check',
  steps: [
    {
      place: 'its code in the closed list of codes',
      edits: [
        { file: 'src/model/finding.ts', replace: "  'sentence-end',", by: "  'mark-uncommon',\n  'sentence-end'," },
      ],
      lead: 'compiler',
      says: /mark-uncommon/,
    },
    {
      place: 'its file',
      edits: [
        {
          file: 'src/checks/mark-uncommon.ts',
          text: `import type { Check } from './check.ts'

export const markUncommon: Check = ({ segment, target }) =>
  [...target.matchAll(/‽/g)].map(({ 0: text, index }) => ({
    code: 'mark-uncommon',
    severity: 'warning',
    segment,
    target: { from: index, to: index + text.length },
    params: { text },
  }))
`,
        },
      ],
      lead: 'compiler',
      says: /mark-uncommon\.ts/,
    },
    {
      place: 'its line in the registry',
      edits: [
        {
          file: 'src/checks/registry.ts',
          replace: "  'sentence-end': sentenceEnd,",
          by: "  'mark-uncommon': markUncommon,\n  'sentence-end': sentenceEnd,",
        },
        {
          file: 'src/checks/registry.ts',
          replace: "import { names } from './names.ts'",
          by: "import { markUncommon } from './mark-uncommon.ts'\nimport { names } from './names.ts'",
        },
      ],
      lead: 'compiler',
      says: /registry\.ts.*"mark-uncommon"' is missing/,
    },
    {
      place: 'its words in English',
      edits: [words('en', '{{text}} is no mark of official English.')],
      lead: 'scripts/locales.test.ts',
      says: /mark-uncommon/,
    },
    {
      place: 'its words in Chinese',
      edits: [words('zh-CN', '译文中有不规范的标点 {{text}}。')],
      lead: 'scripts/locales.test.ts',
      says: /mark-uncommon/,
    },
    {
      place: 'its name on published pages, in English',
      edits: [pageName('en', 'Mark that is not used')],
      // The compiler stops it as well; its cache, which the recipes use, overlooks a changed JSON file.
      lead: 'scripts/locales.test.ts',
      says: /mark-uncommon/,
    },
    {
      place: 'its name on published pages, in Chinese',
      edits: [pageName('zh-CN', '标点不规范')],
      // The compiler stops it as well; its cache, which the recipes use, overlooks a changed JSON file.
      lead: 'scripts/locales.test.ts',
      says: /mark-uncommon/,
    },
    {
      place: 'its fixtures',
      edits: [
        {
          file: 'src/checks/fixtures/mark-uncommon.json',
          text: JSON.stringify([
            {
              why: 'an interrobang',
              rows: [{ source: '有五家吗？', target: 'Are there five‽' }],
              findings: [{ code: 'mark-uncommon', severity: 'warning', at: '‽' }],
            },
            { why: 'a question mark', rows: [{ source: '有五家吗？', target: 'Are there five?' }], findings: [] },
          ]),
        },
        {
          file: 'src/checks/fixtures/cases.ts',
          replace: "import names from './names.json'",
          by: "import markUncommon from './mark-uncommon.json' with { type: 'json' }\nimport names from './names.json'",
        },
        {
          file: 'src/checks/fixtures/cases.ts',
          replace: '  controlCharacter,\n',
          by: '  controlCharacter,\n  markUncommon,\n',
        },
      ],
      lead: 'src/checks/findings-words.test.ts',
      says: /mark-uncommon[\s\S]*no fixture has it/,
    },
    {
      place: 'the version of the checks, and the record of it',
      edits: [
        {
          file: 'src/checks/registry.ts',
          replace: 'export const checkerVersion = ',
          by: "export const checkerVersion = 'planted ' + ",
        },
        { file: 'src/checks/fixtures/checker-record.json', script: 'scripts/record-checker.ts' },
      ],
      lead: 'src/checks/checker-version.test.ts',
      says: /other codes than were recorded: raise checkerVersion/,
    },
  ],
}
