import type { Draft, DraftOrigin } from '../../model/draft.ts'
import { type Inline, inlineOf } from '../../model/inline.ts'
import type { Match } from '../../model/match.ts'
import { attributeOf, elementsIn, elementsOf } from '../xml/element.ts'
import type { XmlElement, XmlNode } from '../xml/tree.ts'
import { readCore, toXml } from './codec.ts'
import { escapeControls } from './controls.ts'
import { coreNamespaces } from './elements.ts'
import { type MetaGroup, readMetadata, valueIn, valuesIn, writeMetadata } from './metadata.ts'
import { collectData, readData } from './original-data.ts'
import { readInline } from './read-inline.ts'
import type { Source, Target } from './tree.ts'
import { writeInline } from './write-inline.ts'

export const matchesNamespace = 'urn:oasis:names:tc:xliff:matches:2.0'
const element = elementsOf(matchesNamespace, 'mtc')
const [core = ''] = coreNamespaces

/** A segment's raw draft, kept beside the edited target so that the edits can be measured later. */
export function writeDraft(segment: string, source: Inline, draft: Draft): XmlElement {
  const { attributes, about } = originAsMatch(draft.origin)
  const entries: MetaGroup['entries'] = [
    ['type', draft.origin.type],
    ...about,
    ['glossary', draft.glossary],
    ...draft.compliance.asked.map((id) => ['asked', id] as const),
    ...draft.compliance.met.map((id) => ['met', id] as const),
  ]
  return matchOf(segment, attributes, [{ category: 'draft', entries }], source, draft.target)
}

interface OriginAsMatch {
  readonly attributes: Readonly<Record<string, string>>
  /** What is read back, in metadata. */
  readonly about: MetaGroup['entries']
}

function originAsMatch(origin: DraftOrigin): OriginAsMatch {
  switch (origin.type) {
    case 'machine': {
      const { engine, version } = origin
      return {
        attributes: { type: 'mt', origin: escapeControls(engine) },
        about: [
          ['engine', engine],
          ['version', version],
        ],
      }
    }
    case 'memory': {
      const { match, score, source } = origin
      return {
        attributes: { type: typeOf(match), origin: escapeControls(source), similarity: String(score) },
        about: [
          ['match', match],
          ['score', String(score)],
          ['memory', source],
        ],
      }
    }
    case 'file': {
      const { filename, state } = origin
      return {
        attributes: { type: 'other', origin: escapeControls(filename) },
        about: [
          ['filename', filename],
          ['state', state],
        ],
      }
    }
  }
}

/** A match of the memory at the time of writing; it is not read back, since the memory can be asked again. */
export function writeMatch(segment: string, { type, score, pair }: Match): XmlElement {
  const attributes = { type: typeOf(type), origin: escapeControls(pair.origin), similarity: String(score) }
  return matchOf(segment, attributes, [], inlineOf(pair.source), inlineOf(pair.target))
}

/** The matches module of a unit (XLIFF 2.1 §5.1); empty if there are no matches. */
export function writeMatches(matches: readonly XmlElement[]): readonly XmlElement[] {
  return matches.length === 0 ? [] : [element('matches', {}, matches)]
}

/** The drafts in a unit's matches, by segment. A draft with an incomplete record is left out. */
export function readDrafts(content: readonly XmlNode[]): ReadonlyMap<string, Draft> {
  const drafts = new Map<string, Draft>()
  const matches = elementsIn(content, matchesNamespace, 'matches').flatMap((list) =>
    elementsIn(list.content, matchesNamespace, 'match'),
  )
  for (const match of matches) {
    const group = readMetadata(match.content).find(({ category }) => category === 'draft')
    const segment = attributeOf(match, 'ref')?.replace(/^#/, '') ?? ''
    const origin = originOf(group)
    const [target] = elementsIn(match.content, core, 'target')
    const [original] = elementsIn(match.content, core, 'originalData')
    if (!group || !origin || !target) continue
    const data = readData(original && readCore(original, 'originalData'))
    drafts.set(segment, {
      target: readInline(readCore(target, 'target').content, segment, data),
      origin,
      glossary: valueIn(group, 'glossary') ?? '',
      compliance: { asked: valuesIn(group, 'asked'), met: valuesIn(group, 'met') },
    })
  }
  return drafts
}

function originOf(group: MetaGroup | undefined): DraftOrigin | null {
  const type = valueIn(group, 'type')
  if (type === 'machine') {
    return { type, engine: valueIn(group, 'engine') ?? '', version: valueIn(group, 'version') ?? '' }
  }
  if (type === 'file') return { type, filename: valueIn(group, 'filename') ?? '', state: valueIn(group, 'state') ?? '' }
  const match = valueIn(group, 'match')
  const score = Number(valueIn(group, 'score') ?? Number.NaN)
  if (type !== 'memory' || (match !== 'ice' && match !== 'exact' && match !== 'fuzzy')) return null
  if (!Number.isInteger(score) || score < 0 || score > 100) return null
  return { type, match, score, source: valueIn(group, 'memory') ?? '' }
}

function typeOf(match: Match['type']): 'icm' | 'tm' {
  return match === 'ice' ? 'icm' : 'tm'
}

function matchOf(
  segment: string,
  attributes: Readonly<Record<string, string | undefined>>,
  metadata: readonly MetaGroup[],
  source: Inline,
  target: Inline,
): XmlElement {
  const data = collectData()
  const { content, ids } = writeInline(source, segment, data)
  const translated = writeInline(target, segment, data, { source: ids }).content
  const texts: readonly (Source | Target)[] = [
    { type: 'source', prefix: '', attributes: {}, other: [], content },
    { type: 'target', prefix: '', attributes: {}, other: [], content: translated },
  ]
  return element('match', { ref: `#${segment}`, ...attributes }, [
    ...writeMetadata(metadata),
    ...[...data.element(), ...texts].map((node) => toXml(node, core)),
  ])
}
