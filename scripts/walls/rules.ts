/**
 * Which room may import which, and which packages: the direction of the house. `model` at the bottom, then the
 * ports, the pure rooms, the use cases, the doors; server and command line on top.
 */
export interface Room {
  /** Rooms it may import, beside itself. */
  readonly rooms: readonly string[]
  /** Packages it may import; `node:*` stands for every module of Node.js. */
  readonly packages: readonly string[]
}

const pure = ['model', 'language', 'ports']
const all = ['node:*', '*']

export const rooms: Readonly<Record<string, Room>> = {
  'src/model': { rooms: [], packages: [] },
  'src/language': { rooms: ['model'], packages: ['pinyin-pro'] },
  'src/schemas': { rooms: ['model'], packages: ['zod'] },
  'src/ports': { rooms: ['model'], packages: [] },
  'src/segmentation': { rooms: pure, packages: [] },
  'src/terms': { rooms: pure, packages: ['immutable'] },
  'src/quantities': { rooms: pure, packages: [] },
  'src/memory': { rooms: [...pure, 'terms', 'quantities'], packages: [] },
  'src/alignment': { rooms: [...pure, 'segmentation', 'terms', 'quantities'], packages: [] },
  'src/versions': { rooms: [...pure, 'segmentation', 'memory'], packages: [] },
  'src/returns': { rooms: [...pure, 'segmentation'], packages: [] },
  'src/replacing': { rooms: pure, packages: [] },
  'src/drafting': { rooms: [...pure, 'terms', 'quantities', 'review'], packages: [] },
  'src/questions': { rooms: pure, packages: [] },
  'src/proofing': { rooms: pure, packages: ['nspell'] },
  'src/checks': { rooms: [...pure, 'terms', 'quantities', 'proofing'], packages: [] },
  'src/review': { rooms: [...pure, 'segmentation'], packages: ['canonicalize', 'diff'] },
  'src/publishing': { rooms: [...pure, 'review', 'contract', 'schemas'], packages: [] },
  'src/contract': { rooms: ['model', 'schemas'], packages: ['zod'] },
  'src/formats': {
    rooms: [...pure, 'segmentation', 'terms', 'review'],
    packages: [
      'defuddle/node',
      'linkedom',
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm-table',
      'mdast-util-gfm-footnote',
      'mdast-util-gfm-task-list-item',
      'micromark-core-commonmark',
      'micromark-util-types',
      'micromark-extension-cjk-friendly',
      'micromark-extension-gfm-table',
      'micromark-extension-gfm-footnote',
      'micromark-extension-gfm-task-list-item',
      'htmlparser2',
      'csv-parse/sync',
      'csv-stringify/sync',
      'hucre',
      'yauzl',
      // Compression and checksums of archives that are written; a pure function of its bytes.
      'node:zlib',
      // Records in a file of our own that comes back are checked as anything from outside is.
      'zod',
    ],
  },
  'src/engines': {
    rooms: [...pure, 'memory', 'terms'],
    packages: ['node:*', 'openai', '@google-cloud/translate', 'fxtranslate'],
  },
  'src/stores': {
    rooms: [...pure, 'memory', 'review', 'schemas'],
    packages: ['node:*', 'lowdb', 'pg', 'zod'],
  },
  'src/workspace': {
    rooms: [
      ...pure,
      'versions',
      'returns',
      'replacing',
      'alignment',
      'segmentation',
      'terms',
      'quantities',
      'memory',
      'drafting',
      'questions',
      'proofing',
      'checks',
      'review',
      'publishing',
      'schemas',
      'contract',
    ],
    packages: ['zod', '@zxcvbn-ts/core', '@zxcvbn-ts/language-common'],
  },
  'src/server': {
    rooms: [
      ...pure,
      'drafting',
      'proofing',
      'review',
      'publishing',
      'contract',
      'workspace',
      'formats',
      'engines',
      'stores',
      'replacing',
      'memory',
    ],
    packages: all,
  },
  'src/cli': {
    rooms: [
      ...pure,
      'alignment',
      'segmentation',
      'terms',
      'quantities',
      'memory',
      'checks',
      'review',
      'publishing',
      'contract',
      // Files that somebody has kept, such as lists of heads, are read by their schemas.
      'schemas',
      'workspace',
      'formats',
      'stores',
      'server',
    ],
    packages: all,
  },
  'review-ui': {
    rooms: [
      'model',
      'language',
      'contract',
      'segmentation',
      'alignment',
      'terms',
      'quantities',
      'memory',
      'drafting',
      'proofing',
      'checks',
      'review',
    ],
    packages: [
      '@simplewebauthn/browser',
      'react',
      'react-dom/client',
      'i18next',
      'react-i18next',
      'wouter',
      'wouter/*',
      'diff',
      '@tanstack/react-virtual',
    ],
  },
}
