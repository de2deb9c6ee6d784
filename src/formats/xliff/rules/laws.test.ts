import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../../../model/refusal.ts'
import { checkXliff } from './check.ts'

const folder = join(import.meta.dirname, 'fixtures')
const files = globSync('*.xlf', { cwd: folder })
  .sort()
  .map((file) => readFileSync(join(folder, file), 'utf8'))

/** What a file is changed by: names, values, tags and characters that rules are about. */
const pieces = [
  ...[
    'id="1"',
    'id=""',
    'ref="#n=n1"',
    'ref="#"',
    'ref="#/"',
    'order="9"',
    'order="x"',
    'isolated="yes"',
    'startRef="1"',
  ],
  ...['canReorder="no"', 'copyOf="1"', 'subFlows=" "', 'xml:lang=""', 'xml:space="x"', 'hex="110000"', 'state="final"'],
  ...[
    '<ec/>',
    '<sc id="1"/>',
    '<em startRef="1"/>',
    '<target/>',
    '<source/>',
    '<unit/>',
    '<group/>',
    '<notes/>',
    '<file/>',
  ],
  ...[
    '<mrk id="1">',
    '</mrk>',
    '<pc id="1">',
    '</pc>',
    '<![CDATA[x]]>',
    '<!-- -->',
    '<?x y?>',
    '&amp;',
    '𠮷',
    '\r',
    '\0',
    '<',
  ],
]

const mutation = fc.record({
  file: fc.constantFrom(...files),
  edits: fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(12),
      piece: fc.constantFrom('', ...pieces),
    }),
    { minLength: 1, maxLength: 4 },
  ),
})

function edited({
  file,
  edits,
}: {
  file: string
  edits: readonly { at: number; cut: number; piece: string }[]
}): string {
  return edits.reduce((text, { at, cut, piece }) => {
    const place = Math.floor(at * text.length)
    return text.slice(0, place) + piece + text.slice(place + cut)
  }, file)
}

test('any change of a file is answered: valid, findings that are in the file, or a refusal', () => {
  fc.assert(
    fc.property(mutation, (change) => {
      const text = edited(change)
      const check = checkXliff(new TextEncoder().encode(text))
      if (isRefusal(check)) return
      const lines = text.split(/\r\n?|\n/)
      for (const { rule, line, column } of check.findings) {
        assert.notEqual(rule, '')
        assert.ok(line >= 1 && line <= lines.length, `line ${line}`)
        assert.ok(column >= 1 && column <= [...(lines[line - 1] ?? '')].length + 1, `column ${column} in line ${line}`)
      }
    }),
    { numRuns: 3_000 },
  )
})

/** Parts of a tag that can be exchanged without a change of meaning. */
const attribute = /\s+([\w:]+)\s*=\s*"([^"']*)"/g

test('what the file says is judged, not how it is written', () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.boolean(), fc.boolean(), (file, crlf, quotes) => {
      const rulesOf = (text: string) => {
        const check = checkXliff(new TextEncoder().encode(text))
        return isRefusal(check) ? [check.code] : check.findings.map(({ rule }) => rule).sort()
      }
      const written = quotes ? file.replace(attribute, " $1 = '$2'") : `\ufeff${file}`
      assert.deepEqual(rulesOf(crlf ? written.replaceAll('\n', '\r\n') : written), rulesOf(file))
    }),
    { numRuns: 300 },
  )
})

test('a prefix for the core, or other prefixes for the modules, change nothing', () => {
  const modules = (text: string) =>
    text.replace(/(<\/?|\s|xmlns:)(mtc|gls|mda|res|ctr|val|slr|fs|its|pgs)(?=[:=])/g, '$1x$2')
  const core = (text: string) =>
    text.replace('<xliff xmlns=', '<xliff xmlns:x=').replace(/<(\/?)(?=[a-zA-Z][a-zA-Z-]*[\s/>])/g, '<$1x:')
  const rulesOf = (text: string) => {
    const check = checkXliff(new TextEncoder().encode(text))
    return isRefusal(check) ? [check.code] : check.findings.map(({ rule, line }) => `${rule} ${line}`).sort()
  }
  for (const file of files) {
    assert.deepEqual(rulesOf(modules(file)), rulesOf(file))
    if (!file.includes('<other')) assert.deepEqual(rulesOf(core(file)), rulesOf(file))
  }
})
