import type { Brought, BroughtComment } from '../../../model/document.ts'
import { isCode, plain } from '../../../model/inline.ts'
import { sameText } from '../../../segmentation/returned.ts'
import { nameOf, type XmlIndex } from '../../xml/scan/index.ts'
import { attributeIn, attributesOf } from '../../xml/scan/nodes.ts'
import type { Flavour } from '../view/flavour.ts'
import { readableText } from '../view/texts.ts'
import type { XliffUnit } from '../view/units.ts'
import { childrenOf, type IncomingSegment } from './segments.ts'

/** What a unit brings for each of its segments, and how many matches of its stay in the file. */
export interface UnitBrought {
  readonly segments: readonly Brought[]
  readonly matches: number
}

/** Where a unit is read. */
export interface Place {
  readonly index: XmlIndex
  readonly flavour: Flavour
  readonly filename: string
}

/**
 * The English of each segment as a draft; where there is none, that of a match of the very text. Notes go to the segment
 * that they refer to, else to the first.
 */
export function broughtBy(place: Place, unit: XliffUnit, segments: readonly IncomingSegment[]): UnitBrought {
  const { filename } = place
  const matches = matchesOf(place, unit)
  const matchFor = exactMatches(matches)
  const comments = commentsOf(place, unit, segments)
  let taken = 0
  const brought = segments.map((segment, at): Brought => {
    const said = comments.get(at) ?? []
    const { target = [], state } = segment
    if (plain(target).trim() !== '' && !isChinese(segment)) {
      return { draft: { target, origin: { type: 'file', filename, state } }, comments: said }
    }
    const match = matchFor(segment, segments.length === 1)
    if (match === undefined) return { draft: null, comments: said }
    taken += 1
    const origin = { type: 'memory', match: 'exact', score: 100, source: match.origin || filename } as const
    return { draft: { target: [match.target], origin }, comments: said }
  })
  return { segments: brought, matches: matches.length - taken }
}

/** Tools put the source in the place of a target that there is not. */
function isChinese({ source, target = [] }: IncomingSegment): boolean {
  return sameText(source, target) && /\p{Script=Han}/u.test(plain(source))
}

/** A match that a file offers: `alt-trans` of XLIFF 1.2, a match of the module of XLIFF 2. */
interface FileMatch {
  readonly source: string
  readonly target: string
  readonly quality: number
  readonly origin: string
  /** The segment that it is for: its `mid`, or its id behind `#`; empty for the whole unit. */
  readonly place: string
}

const matchesNamespace = 'urn:oasis:names:tc:xliff:matches:2.0'

function matchesOf({ index, flavour }: Place, { node: unit }: XliffUnit): readonly FileMatch[] {
  const children = [...childrenOf(index, unit)]
  const holders =
    flavour.generation === 1
      ? children.filter((child) => nameOf(index, child).local === 'alt-trans')
      : children.flatMap((child) =>
          isNamed(index, child, matchesNamespace, 'matches') ? [...childrenOf(index, child)] : [],
        )
  return holders.flatMap((node) => {
    const text = (local: string) => {
      const child = [...childrenOf(index, node)].find((inner) => nameOf(index, inner).local === local)
      return child === undefined ? '' : readableText(index, child)
    }
    const attribute = (name: string) => attributeIn(index, node, name)
    const [source, target] = [text('source'), text('target').trim()]
    const isProposal = flavour.generation === 2 || (attribute('alttranstype') ?? 'proposal') === 'proposal'
    if (target === '' || !isProposal) return []
    const stated =
      flavour.generation === 1 ? attribute('match-quality') : (attribute('similarity') ?? attribute('matchQuality'))
    const quality = Number.parseFloat(stated ?? '')
    const place = (flavour.generation === 1 ? attribute('mid') : attribute('ref')?.replace(/^#/, '')) ?? ''
    return [{ source, target, quality, origin: attribute('origin') ?? '', place }]
  })
}

/** Gives the match of the whole text of a segment, codes apart: no guess is taken for English. */
function exactMatches(matches: readonly FileMatch[]) {
  const keyOf = (place: string, source: string) => `${place}\n${source.trim()}`
  const whole = matches.filter(({ quality }) => quality >= 100).reverse()
  const byKey = new Map(whole.map((match) => [keyOf(match.place, match.source), match]))
  return ({ segment, source }: IncomingSegment, isOnly: boolean): FileMatch | undefined => {
    if (source.some(isCode)) return undefined
    const text = plain(source)
    const own = byKey.get(keyOf(segment.name.split('/').at(-1) ?? '', text))
    return own ?? (isOnly ? byKey.get(keyOf('', text)) : undefined)
  }
}

function isNamed(index: XmlIndex, node: number, namespace: string, local: string): boolean {
  const name = nameOf(index, node)
  return name.namespace === namespace && name.local === local
}

/** The notes of a unit, and the comments that a dialect has in it, by the number of the segment they are about. */
function commentsOf(
  { index, flavour }: Place,
  { node: unit }: XliffUnit,
  segments: readonly IncomingSegment[],
): ReadonlyMap<number, readonly BroughtComment[]> {
  const nodes = [...childrenOf(index, unit)].flatMap((child) => {
    const { local } = nameOf(index, child)
    if (local === 'note' || local === 'comment') return [child]
    return local === 'notes' || local === 'comments' ? [...childrenOf(index, child)] : []
  })
  if (nodes.length === 0) return new Map()
  const places = new Map(segments.map(({ segment }, at) => [`#${segment.name.split('/').at(-1)}`, at]))
  const refs = flavour.generation === 2 ? markedNotes(index, segments) : new Map<string, number>()
  const comments = nodes.map((node) => {
    const at =
      refs.get(`#n=${attributeIn(index, node, 'id')}`) ?? places.get(attributeIn(index, node, 'ref') ?? '') ?? 0
    return { at, comment: { author: authorOf(index, node), text: readableText(index, node).trim() } }
  })
  const told = comments.filter(({ comment }) => comment.text !== '')
  return new Map([...Map.groupBy(told, ({ at }) => at)].map(([at, list]) => [at, list.map(({ comment }) => comment)]))
}

/** The notes that marks in the texts refer to, with the number of the segment (XLIFF 2.1 §4.7.3.1.3). */
function markedNotes(index: XmlIndex, segments: readonly IncomingSegment[]): ReadonlyMap<string, number> {
  const refs = new Map<string, number>()
  for (const [at, { segment }] of segments.entries()) {
    for (const node of [segment.nodes.source, segment.nodes.target]) {
      for (const mark of node === undefined ? [] : descendants(index, node)) {
        const ref = attributeIn(index, mark, 'type') === 'comment' ? attributeIn(index, mark, 'ref') : undefined
        if (ref !== undefined) refs.set(ref, at)
      }
    }
  }
  return refs
}

function* descendants(index: XmlIndex, node: number): Generator<number> {
  for (const child of childrenOf(index, node)) {
    yield child
    yield* descendants(index, child)
  }
}

/** Who wrote a note: `from` in XLIFF 1.2, else the name in an attribute of the tool. */
function authorOf(index: XmlIndex, node: number): string {
  const named = attributesOf(index, node).find(({ name }) => /(?:^|:)(?:from|author|creatoruser|user)$/i.test(name))
  return named?.value.trim() ?? ''
}
