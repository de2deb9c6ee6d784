import { entriesOf, rowsOf } from '../lists.ts'
import { invisible } from './data/invisible.ts'
import { radicals } from './data/radicals.ts'

/**
 * What characters become. `units`: of each UTF-16 unit the one it becomes, or one of the three below. `points`: what
 * characters become whose unit is `looked`; an empty string drops them.
 */
export interface Folding {
  readonly units: Uint16Array
  readonly points: ReadonlyMap<number, string>
}

export const unchanged = 0
/** No character becomes a control, so that these are free. */
export const dropped = 1
/** The unit is, or begins, a character that `points` may know. */
export const looked = 2

const spaces = ranges('00A0 2000-200A 202F 205F 2800 3000')
const hyphens = ranges('2010-2011 2212')
/** CJK compatibility ideographs. */
const compatibility = ranges('F900-FAFF 2F800-2FA1F')
/** Vertical forms, small forms, and half and full-width forms but those of kana and Hangul. */
const widths = ranges('FE10-FE19 FE30-FE4F FE50-FE6B FF01-FF5E FF61-FF65 FFE0-FFE6')

const quotes = '“”„‟‘’‚‛「」『』｢｣〝〞〟＂＇\'"'
const dashes = '‐‑‒–—―−－﹣─'
const middleDots = '·・･•‧∙⋅'

/** Invisible characters dropped, look-alikes of ideographs replaced. */
export const lookalikes = foldingOf([
  ...entriesOf(invisible).flatMap((line) => ranges(line.split(' ')[0] ?? '').map((point) => [point, ''] as const)),
  ...rowsOf(radicals).map(([point = '', , ideograph = '']) => [Number.parseInt(point, 16), ideograph] as const),
  ...normalized(compatibility, 'NFC'),
])

/** And characters of other widths replaced. */
export const reading = foldingOf(
  [
    ...spaces.map((point) => [point, ' '] as const),
    ...hyphens.map((point) => [point, '-'] as const),
    ...normalized(widths, 'NFKC'),
  ],
  lookalikes,
)

/** And characters that make no difference to what is said. */
export const comparing = foldingOf(smallLetters(), foldingOf(alike(), reading))

function alike(): readonly (readonly [number, string])[] {
  const to = (marks: string, plain: string) => Array.from(marks, (mark) => [mark.charCodeAt(0), plain] as const)
  return [...to(quotes, '"'), ...to(dashes, '-'), ...to(middleDots, '·')]
}

/** Letters, one unit for one; no script beyond these blocks has small letters in one unit. */
function smallLetters(): readonly (readonly [number, string])[] {
  return ranges('0041-24FF 2C00-2DFF A640-ABBF').flatMap((point) => {
    const letter = String.fromCharCode(point)
    const small = letter.toLowerCase()
    return small === letter || small.length > 1 ? [] : [[point, small] as const]
  })
}

function foldingOf(changes: readonly (readonly [number, string])[], before?: Folding): Folding {
  const units = before === undefined ? new Uint16Array(0x10000) : before.units.slice()
  const points = new Map(before?.points)
  const changed = new Map(changes)
  for (const [point, plain] of changed) {
    if (plain.length === 1 && point <= 0xffff) units[point] = plain.charCodeAt(0)
    else if (plain === '' && point <= 0xffff) units[point] = dropped
    else {
      units[String.fromCodePoint(point).charCodeAt(0)] = looked
      points.set(point, plain)
    }
  }
  // What became one of the changed characters becomes what it does.
  for (let code = 0; code < units.length; code += 1) {
    const unit = units[code] ?? unchanged
    const plain = unit > looked ? changed.get(unit) : undefined
    if (plain !== undefined && plain.length === 1) units[code] = plain.charCodeAt(0)
  }
  return { units, points }
}

/** What a normalization form makes of each character, where that is one other character. */
function normalized(points: readonly number[], form: 'NFC' | 'NFKC'): readonly (readonly [number, string])[] {
  return points.flatMap((point) => {
    const character = String.fromCodePoint(point)
    const plain = character.normalize(form)
    return plain === character || [...plain].length > 1 ? [] : [[point, plain] as const]
  })
}

/** Every code point of ranges as Unicode's files write them: `00A0 2000-200A`. */
function ranges(written: string): readonly number[] {
  return written.split(' ').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map((point) => Number.parseInt(point, 16))
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })
}
