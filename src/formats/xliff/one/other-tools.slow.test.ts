import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Block } from '../../../model/document.ts'
import type { Inline } from '../../../model/inline.ts'
import { isRefusal } from '../../../model/refusal.ts'
import type { SegmentState } from '../../../model/state.ts'
import { readXliffDocument } from '../incoming/document.ts'
import { readXliffPairs } from '../read-pairs.ts'
import { returnedRowsOfOne } from './returned.ts'
import { toXliffOne } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-tools-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const bold = [
  { type: 'open', id: 'c1', data: '**', kind: 'bold' },
  { type: 'close', id: 'c1', data: '**', kind: 'bold' },
] as const
const sources: readonly Inline[] = [
  ['山村水网方案'],
  ['到2029年底，建成', bold[0], '骨干水网', bold[1], '，', { type: 'alone', id: 'n1', data: '' }, '造福群众。'],
  ['供水能力达到1.2亿立方米。'],
]

/** A document that went out, its title in English already. */
function sentOut(): string {
  const segments = sources.map((source, at): SegmentState => {
    const rest = { state: 'initial', version: 0, authors: [], waivers: [], comments: [] } as const
    return { id: `b1.s${at + 1}`, block: 'b1', source, target: at === 0 ? ['Village Plan'] : [], ...rest }
  })
  const parts = segments.map(({ id, source }) => ({ type: 'segment' as const, id, source }))
  const block: Block = { id: 'b1', kind: 'paragraph', parts }
  const origin = { format: 'text', filename: 'a.txt', sha256: '' }
  return toXliffOne({
    state: {
      document: { id: 'd1', title: '', sourceLanguage: 'zh-CN', targetLanguage: 'en', origin, blocks: [block] },
      imported: { by: '', at: '' },
      segments: new Map(segments.map((segment) => [segment.id, segment])),
      tombstones: {},
      touchedSinceSignOff: false,
      releases: [],
      sequence: 3,
      head: 'ab12',
    },
    terms: new Map(),
    matches: new Map(),
    names: new Map(),
  })
}

function rowsOf(bytes: Uint8Array) {
  const returned = returnedRowsOfOne(bytes)
  assert.ok(!isRefusal(returned), JSON.stringify(returned))
  assert.deepEqual([returned.document, returned.base], ['d1', { sequence: 3, head: 'ab12' }])
  return returned.rows
}

/** A text with its codes as signs. */
const signed = (inline: Inline) =>
  inline.map((part) => (typeof part === 'string' ? part : `⟨${part.type} ${part.id}⟩`)).join('')

const omegat = '/usr/share/omegat/OmegaT.jar'

test('OmegaT: what it translates in our XLIFF 1.2, and in an agency’s, comes back with its codes', {
  skip: existsSync(omegat) ? false : 'OmegaT is not installed',
}, () => {
  const project = join(folder, 'project')
  for (const name of ['source', 'target', 'tm', 'omegat', 'glossary', 'dictionary']) {
    mkdirSync(join(project, name), { recursive: true })
  }
  const usual = ['source_dir', 'target_dir', 'tm_dir', 'glossary_dir', 'glossary_file', 'dictionary_dir']
  writeFileSync(
    join(project, 'omegat.project'),
    `<?xml version="1.0" encoding="UTF-8"?><omegat><project version="1.0">${usual
      .map((name) => `<${name}>__DEFAULT__</${name}>`)
      .join('')}<source_lang>ZH-CN</source_lang><target_lang>EN-US</target_lang><sentence_seg>false</sentence_seg>
      <support_default_translations>true</support_default_translations></project></omegat>`,
  )
  writeFileSync(join(project, 'source/ours.xlf'), sentOut())
  const agency = join(import.meta.dirname, '../incoming/fixtures/plain.xlf')
  writeFileSync(join(project, 'source/agency.xlf'), readFileSync(agency))
  const run = (mode: string, ...more: string[]) =>
    execFileSync(
      'java',
      [
        '-Djava.awt.headless=true',
        `-Duser.home=${folder}`,
        '-jar',
        omegat,
        project,
        `--config-dir=${join(folder, 'settings')}`,
        `--mode=${mode}`,
        '--disable-project-locking',
        '--no-team',
        '--quiet',
        ...more,
      ],
      { stdio: 'pipe' },
    )
  // What it offers to a translator becomes what a translator has written: the tags of its own in their places.
  const offered = join(folder, 'offered.tmx')
  run('console-createpseudotranslatetmx', `--pseudotranslatetmx=${offered}`, '--pseudotranslatetype=equal')
  const memory = readFileSync(offered, 'utf8').replace(
    /(<tuv lang="EN-US">\s*<seg>)(.*?)(<\/seg>)/gs,
    (_, before: string, text: string, end: string) => `${before}[${text.replace(/\p{Script=Han}/gu, 'x')}]${end}`,
  )
  writeFileSync(join(project, 'omegat/project_save.tmx'), memory)
  run('console-translate')

  const rows = rowsOf(new Uint8Array(readFileSync(join(project, 'target/ours.xlf'))))
  assert.deepEqual(
    rows.map(({ id, source, target }) => [id, signed(source), signed(target)]),
    [
      ['b1.s1', '山村水网方案', '[Village Plan]'],
      [
        'b1.s2',
        '到2029年底，建成⟨open c1⟩骨干水网⟨close c1⟩，⟨alone n1⟩造福群众。',
        '[x2029xx，xx⟨open c1⟩xxxx⟨close c1⟩，⟨alone n1⟩xxxx。]',
      ],
      ['b1.s3', '供水能力达到1.2亿立方米。', '[xxxxxx1.2xxxx。]'],
    ],
  )
  const back = readXliffDocument(new Uint8Array(readFileSync(join(project, 'target/agency.xlf'))), {
    filename: 'a.xlf',
  })
  assert.ok(!isRefusal(back))
  const first = back.blocks[0]?.parts?.[0]
  assert.deepEqual(first?.type === 'segment' && first.brought.draft?.target, ['[Village Water Network Plan]'])
})

const python = '/usr/bin/python3'
const hasToolkit = () => {
  try {
    execFileSync(python, ['-c', 'from translate.storage import xliff'], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}

test('translate-toolkit: what it sets and notes comes back, and what it reads is what we wrote', {
  skip: hasToolkit() ? false : 'translate-toolkit is not installed',
}, () => {
  const [sent, back] = [join(folder, 'sent.xlf'), join(folder, 'back.xlf')]
  const xliff = sentOut()
  writeFileSync(sent, xliff)
  const script = `
import json, sys
from translate.storage import xliff
file = xliff.xlifffile.parsefile(sys.argv[1])
print(json.dumps([[str(unit.source), str(unit.target)] for unit in file.units]))
for unit in file.units[::2]:
    unit.target = '[' + unit.source + ']'
    unit.addnote('Seen.', origin='Zhang')
open(sys.argv[2], 'wb').write(bytes(file))
`
  const read = JSON.parse(execFileSync(python, ['-c', script, sent, back], { encoding: 'utf8' }))
  const pairs = readXliffPairs(new TextEncoder().encode(xliff))
  assert.ok(!isRefusal(pairs))
  assert.deepEqual(
    read,
    pairs.pairs.map(({ source, target }) => [source, target]),
  )
  const rows = rowsOf(new Uint8Array(readFileSync(back)))
  assert.deepEqual(
    rows.map(({ id, target, confirmed, comments }) => [id, signed(target), confirmed, comments]),
    [
      ['b1.s1', '[山村水网方案]', true, [{ author: 'Zhang', text: 'Seen.' }]],
      ['b1.s2', '', false, []],
      ['b1.s3', '[供水能力达到1.2亿立方米。]', true, [{ author: 'Zhang', text: 'Seen.' }]],
    ],
  )
})
