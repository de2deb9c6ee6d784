import { isChineseTag, isEnglishTag } from '../../language/text/language-tags.ts'
import { fileLimits } from '../../model/file-limits.ts'
import type { MemoryPair } from '../../model/match.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { FinishedTranslation, MemoryContents } from '../../ports/format.ts'
import { decodeXmlPieces, encodingNotices } from '../xml/decode.ts'
import { attributeOf } from '../xml/element.ts'
import { walkXml } from '../xml/parse.ts'
import { afterProp, beforeProp } from './props.ts'

/** Inline elements that contain code of another format; the text in their `<sub>` is dropped with them. */
const codes = new Set(['bpt', 'ept', 'ph', 'it', 'ut'])

interface Variant {
  readonly language: string
  text: string
}

interface Unit {
  readonly sentence: boolean
  readonly variants: Variant[]
  readonly props: Map<string, string>
}

/** The units of a file as they stand, and what was dropped from them. */
interface Units {
  readonly units: readonly Unit[]
  readonly codes: number
}

/**
 * Reads TMX 1.4b (and similar older versions) in any encoding, piece by piece: of each unit the first Chinese and the first English
 * variant, mainland Chinese before other Chinese. Drops codes (`bpt`, `ept`, `ph`, `it`, `ut`), counts them, and keeps marked text
 * (`hi`). The pairs get `origin` as their origin, whatever the file states, so that no file can pose as another.
 * Neighbours are those the file states; otherwise they follow from the order of units whose `segtype` is sentence.
 */
export function readTmx(bytes: Uint8Array, origin = 'tmx'): MemoryContents | Refusal {
  const read = readUnits(bytes)
  return isRefusal(read)
    ? read
    : { ...memoryOf(read.units, origin), codes: read.codes, notices: encodingNotices(bytes) }
}

/**
 * The same file as a finished translation: each unit with a Chinese text and a place for English, even an empty one; ids
 * count from 1. Refused: a file whose units are all in other languages.
 */
export function readTmxPairs(bytes: Uint8Array): FinishedTranslation | Refusal {
  const read = readUnits(bytes)
  if (isRefusal(read)) return read
  const { units } = read
  const pairs = units.flatMap(({ variants }) => {
    const zh = chinese(variants)
    const en = english(variants) ?? variants.find(({ language }) => isEnglishTag(language))?.text
    return zh === undefined || en === undefined ? [] : [{ zh, en }]
  })
  const languages = [...new Set(units.flatMap(({ variants }) => variants.map(({ language }) => language)))]
  if (pairs.length === 0 && languages.some((tag) => !isChineseTag(tag) && !isEnglishTag(tag)))
    return refuse('languages-wrong', { languages: languages.join(', ') })
  return {
    pairs: pairs.map((pair, index) => ({ id: String(index + 1), ...pair })),
    skipped: units.length - pairs.length,
    locked: 0,
    notices: encodingNotices(bytes),
  }
}

function readUnits(bytes: Uint8Array): Units | Refusal {
  const units: Unit[] = []
  const path: string[] = []
  let root = ''
  let segmentType = ''
  let unit: Unit | null = null
  let variant: Variant | null = null
  let prop: { readonly name: string; text: string } | null = null
  let inCode = 0
  let dropped = 0

  const take = (value: string) => {
    if (prop) prop.text += value
    else if (variant && inCode === 0 && path.includes('seg')) variant.text += value
  }
  const walk = walkXml('outside', {
    open(tag) {
      path.push(tag.local)
      if (path.length === 1) root = tag.local
      if (tag.local === 'header') segmentType = attributeOf(tag, 'segtype') ?? ''
      else if (tag.local === 'tu') {
        if (units.length >= fileLimits.units) return refuse('units-too-many', { most: String(fileLimits.units) })
        unit = { sentence: (attributeOf(tag, 'segtype') ?? segmentType) === 'sentence', variants: [], props: new Map() }
      } else if (tag.local === 'tuv' && unit) {
        variant = { language: languageOf(attributeOf(tag, 'xml:lang') ?? attributeOf(tag, 'lang') ?? ''), text: '' }
      } else if (tag.local === 'prop' && unit && !variant) prop = { name: attributeOf(tag, 'type') ?? '', text: '' }
      else if (codes.has(tag.local)) {
        if (inCode++ === 0) dropped++
      }
      return null
    },
    close() {
      const name = path.pop() ?? ''
      if (name === 'tu' && unit) {
        units.push(unit)
        unit = null
      } else if (name === 'tuv' && unit && variant) {
        unit.variants.push(variant)
        variant = null
      } else if (name === 'prop' && unit && prop) {
        unit.props.set(prop.name, prop.text)
        prop = null
      } else if (codes.has(name)) inCode--
    },
    text: take,
  })
  const refusal = decodeXmlPieces(bytes, (piece) => walk.write(piece)) ?? walk.close()
  if (refusal) return refusal
  if (root !== 'tmx') return refuse('file-format-unknown', { endings: '.tmx' })
  return { units, codes: dropped }
}

function memoryOf(units: readonly Unit[], origin: string): Pick<MemoryContents, 'pairs' | 'skipped'> {
  const sources = units.map((unit) => chinese(unit.variants))
  const stated = units.some((unit) => unit.props.has(beforeProp) || unit.props.has(afterProp))
  const neighbour = (unit: Unit, name: string, at: number) => {
    if (stated) return unit.props.get(name)
    if (!unit.sentence) return undefined
    return at < 0 || at >= units.length ? '' : sources[at]
  }
  const pairs: MemoryPair[] = []
  for (const [at, unit] of units.entries()) {
    const source = sources[at]
    const target = english(unit.variants)
    if (source === undefined || target === undefined) continue
    const before = neighbour(unit, beforeProp, at - 1)
    const after = neighbour(unit, afterProp, at + 1)
    pairs.push({
      source,
      target,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      origin,
    })
  }
  return { pairs, skipped: units.length - pairs.length }
}

function chinese(variants: readonly Variant[]): string | undefined {
  const chineseVariants = variants.filter(({ language, text }) => isChineseTag(language) && text.trim() !== '')
  return (
    chineseVariants.find(({ language }) => /^(?:zh|cmn|zho|chi)(-cn|-sg|-hans.*)?$/.test(language)) ??
    chineseVariants[0]
  )?.text
}

function english(variants: readonly Variant[]): string | undefined {
  return variants.find(({ language, text }) => isEnglishTag(language) && text.trim() !== '')?.text
}

function languageOf(code: string): string {
  return code.toLowerCase().replaceAll('_', '-')
}
