import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inlineCodes } from '../checks/inline-codes.ts'
import { plainStyle } from '../model/house-style.ts'
import { type Code, type Inline, isCode, plain } from '../model/inline.ts'
import type { Term, TermOccurrence } from '../model/term.ts'
import { type Anchor, anchorsOf, placeCodes } from './place-codes.ts'

/** Text with codes, as the fixtures of checks write it: `<a>`, `</a>`, `<a/>`. */
function coded(text: string): Inline {
  return text.split(/(<\/?[a-z]\/?>)/).flatMap((piece): Inline => {
    const [, end, id, alone] = /^<(\/?)([a-z])(\/?)>$/.exec(piece) ?? []
    if (id === undefined) return piece === '' ? [] : [piece]
    return [{ type: end ? 'close' : alone ? 'alone' : 'open', id, data: '' }]
  })
}

function written(inline: Inline): string {
  return inline
    .map((part) => {
      if (!isCode(part)) return part
      return { open: `<${part.id}>`, close: `</${part.id}>`, alone: `<${part.id}/>` }[part.type]
    })
    .join('')
}

const waterNetwork: Term = {
  id: 't1',
  source: ['骨干水网'],
  renderings: [{ text: 'backbone water network', status: 'preferred' }],
  status: 'approved',
  domain: '',
  note: '',
  authority: '',
}

function placed(source: string, target: string): string {
  const inline = coded(source)
  const text = plain(inline)
  const terms: TermOccurrence[] = [...text.matchAll(/骨干水网/g)].map(({ index }) => ({
    term: waterNetwork,
    form: '骨干水网',
    from: index,
    to: index + 4,
  }))
  return written(placeCodes(inline, target, anchorsOf(text, target, terms)))
}

const cases: readonly (readonly [why: string, source: string, target: string, expected: string])[] = [
  ['a pair round the whole', '<a>一、总体目标</a>', 'I. Overall Goals', '<a>I. Overall Goals</a>'],
  ['the full stop outside, or inside', '<a>茶好</a>。', 'Tea is good.', '<a>Tea is good</a>.'],
  ['the full stop inside', '<a>茶好。</a>', 'Tea is good.', '<a>Tea is good</a>.'],
  [
    'a term',
    '建设<a>骨干水网</a>。',
    'We will build a backbone water network.',
    'We will build a <a>backbone water network</a>.',
  ],
  [
    'figures, in another order',
    '<a>2029年</a>供水<b>1.2亿立方米</b>。',
    'Supply will be 120 million cubic meters in 2029.',
    'Supply will be <b>120 million cubic meters</b> in <a>2029</a>.',
  ],
  ['words in Latin letters', '发展<a>5G</a>和<b>VR</b>。', 'Develop VR and 5G.', 'Develop <b>VR</b> and <a>5G</a>.'],
  ['a note at the end stands behind the full stop', '茶好<a/>。', 'Tea is good.', 'Tea is good.<a/>'],
  ['a picture at the beginning', '<a/>茶好。', 'Tea is good.', '<a/>Tea is good.'],
  [
    'a note behind a figure',
    '供水1.2亿立方米<a/>，再增加。',
    'Supply reached 120 million cubic meters and will rise.',
    'Supply reached 120 million cubic meters<a/> and will rise.',
  ],
  [
    'a pair within a pair',
    '<a>建设<b>骨干水网</b></a>。',
    'Build a backbone water network.',
    '<a>Build a <b>backbone water network</b></a>.',
  ],
  ['what is not certain is left out', '要<a>坚决</a>落实。', 'We must do it firmly.', 'We must do it firmly.'],
  [
    'a term that stands twice on one side',
    '<a>骨干水网</a>。',
    'The backbone water network is a backbone water network.',
    '<a>The backbone water network is a backbone water network</a>.',
  ],
]

for (const [why, source, target, expected] of cases) {
  test(`codes are placed: ${why}`, () => assert.equal(placed(source, target), expected))
}

test('law: the words of a target stay, and no code is doubled or crossed, whatever the anchors', () => {
  const code = fc.constantFrom<readonly [Code['type'], string]>(
    ['open', 'a'],
    ['close', 'a'],
    ['open', 'b'],
    ['close', 'b'],
    ['alone', 'c'],
  )
  const part = fc.oneof(
    fc.constantFrom('茶', '水网', '。'),
    code.map(([type, id]): Code => ({ type, id, data: '' })),
  )
  // A reader gives each code once, and pairs within each other.
  const source = fc
    .array(part, { maxLength: 10 })
    .map((parts) =>
      parts.filter((one, at) => !isCode(one) || parts.findIndex((other) => keyOf(other) === keyOf(one)) === at),
    )
    .filter((parts) => crossed(parts, parts).length === 0)
  const span = fc.tuple(fc.nat(12), fc.nat(6)).map(([from, length]) => ({ from, to: from + length }))
  const anchor: fc.Arbitrary<Anchor> = fc.record({ source: span, target: span })
  fc.assert(
    fc.property(source, fc.array(anchor, { maxLength: 4 }), (inline, anchors) => {
      const target = 'Tea is good here.'
      const after = placeCodes(inline, target, anchors)
      assert.equal(plain(after), target)
      assert.deepEqual(crossed(inline, after), [])
    }),
    { numRuns: 2000 },
  )
})

function keyOf(part: string | Code): unknown {
  return isCode(part) ? `${part.type} ${part.id}` : part
}

function crossed(source: Inline, target: Inline): readonly string[] {
  const context = { segment: 's', kind: 'paragraph', source: '', target: 'x', terms: [], style: plainStyle } as const
  return inlineCodes({ ...context, inline: { source, target } })
    .map(({ code }) => code)
    .filter((code) => code !== 'code-missing')
}
