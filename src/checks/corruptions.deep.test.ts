import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readGlossary } from '../formats/csv/glossary-csv.ts'
import { formats } from '../formats/registry.ts'
import { plainStyle } from '../model/house-style.ts'
import { isRefusal } from '../model/refusal.ts'
import { readBy, type TextPair } from '../ports/format.ts'
import { corruptionsOf } from '../quantities/fixtures/corruptions.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import uncaught from './fixtures/uncaught.json' with { type: 'json' }
import { quantities } from './quantities.ts'
import { terms } from './terms.ts'

const root = new URL('../../', import.meta.url)
const glossary = readGlossary(readFileSync(new URL('glossary/zh-CN_en.csv', root)))
assert.ok(!isRefusal(glossary))
const recognise = createRecogniser(glossary.map((term, index) => ({ ...term, id: `t${index}` })))

async function pairsOf(path: string): Promise<readonly TextPair[]> {
  const read = await readBy(formats.pairs, { filename: path, bytes: readFileSync(new URL(path, root)) })
  assert.ok(!isRefusal(read))
  return read.pairs
}

/** The places, as `segment word`, of which some corruption is neither an error nor a warning. */
function missedIn(pairs: readonly TextPair[]): { readonly places: readonly string[]; readonly share: number } {
  const places = new Set<string>()
  let all = 0
  let missed = 0
  for (const { id, zh, en } of pairs) {
    const context = { segment: id, kind: 'paragraph', source: zh, terms: recognise(zh), style: plainStyle } as const
    const told = (target: string) =>
      [...quantities({ ...context, target }), ...terms({ ...context, target })].some(
        ({ severity }) => severity !== 'note',
      )
    assert.ok(!told(en), `${id} is flagged as it stands`)
    for (const { was, text } of corruptionsOf(en)) {
      all += 1
      if (told(text)) continue
      missed += 1
      places.add(`${id} ${was}`)
    }
  }
  return { places: [...places], share: missed / all }
}

for (const [name, path] of [
  ['the sample', 'samples/press-conference.tmx'],
  ['the real document', '../shared/golden/press-conference.en.jsonl'],
] as const) {
  const skip = existsSync(new URL(path, root)) ? false : `${path} is not here`
  test(`every corruption of every number of ${name} is caught, but for those listed with their reasons`, {
    skip,
  }, async () => {
    const { places, share } = missedIn(await pairsOf(path))
    assert.deepEqual([...places].sort(), Object.keys(uncaught[name]).sort())
    assert.ok(share < 0.07, `${share} of all corruptions go unseen`)
  })
}
