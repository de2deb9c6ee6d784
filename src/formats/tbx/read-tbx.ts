import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import {
  datePattern,
  partsOfSpeech,
  type Rendering,
  type RenderingStatus,
  renderingStatuses,
  type Term,
  termStatuses,
} from '../../model/term.ts'
import type { Carried, IncomingRow } from '../../ports/glossary-row.ts'
import type { TermFields } from '../../terms/termbase/termbase.ts'
import { decodeXml } from '../xml/decode.ts'
import { attributeOf } from '../xml/element.ts'
import { readXml, type XmlElement, type XmlNode } from '../xml/tree.ts'
import { idPrefix, ownNote } from './write-tbx.ts'

/**
 * Reads TBX: ISO 30042:2019 in DCT or DCA style (TBX-Min, TBX-Basic and what builds on them), and the TBX-Basic of
 * 2008 (`martif`). Of the concepts that have Chinese and English, everything that is said is kept: what has no place
 * in a term goes to its note, named as the file names it. A concept without one of them is `row-one-language`. Refuses
 * what is no XML, and `file-malformed` for XML that is no TBX.
 */
export function readTbx(bytes: Uint8Array): readonly IncomingRow[] | Refusal {
  const text = decodeXml(bytes)
  if (isRefusal(text)) return text
  const document = readXml(text, 'outside')
  if (isRefusal(document)) return document
  if (!['tbx', 'martif'].includes(document.root.local.toLowerCase()))
    return refuse('file-malformed', { line: '1', column: '' })
  return within(document.root, ['conceptEntry', 'termEntry']).map((concept, index): IncomingRow => {
    const fields = termOf(concept)
    if (fields === null) {
      const form = within(concept, ['term']).map(textOf)[0] ?? ''
      return { type: 'unread', at: index + 1, form, refusal: refuse('row-one-language') }
    }
    const { status, ...said } = fields
    return {
      type: 'term',
      at: index + 1,
      id: idOf(concept),
      fields: { ...said, status: status ?? 'proposed' },
      carries: carriedBy(fields),
    }
  })
}

/** The id of ours that a concept has. */
function idOf(concept: XmlElement): string {
  const id = attributeOf(concept, 'id') ?? ''
  return id.startsWith(idPrefix) ? id.slice(idPrefix.length) : ''
}

/** A concept names its terms whole; of the rest what it says nothing of has no place in it. */
function carriedBy(fields: Partial<TermFields>): ReadonlySet<Carried> {
  const said = (Object.keys(fields) as (keyof TermFields)[]).filter(
    (member) => member !== 'renderings' && (fields[member] ?? '').length > 0,
  )
  return new Set([...(said as Carried[]), ...renderingStatuses])
}

/** The elements of some names, wherever they stand, but not one inside another. */
function within(element: XmlElement, names: readonly string[]): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => (names.includes(child.local) ? [child] : within(child, names)))
}

function childrenOf(element: XmlElement): readonly XmlElement[] {
  return element.content.filter((node): node is XmlElement => typeof node !== 'string' && node.type === 'element')
}

/** All the text inside, marked up or not. */
function textOf({ content }: XmlElement): string {
  const deep = (node: XmlNode): string => {
    if (typeof node === 'string') return node
    if (node.type === 'cdata') return node.text
    return node.type === 'element' ? node.content.map(deep).join('') : ''
  }
  return content.map(deep).join('').trim()
}

/** Something said of a concept or of a term: `subjectField`, `note`, … */
interface Saying {
  readonly category: string
  readonly text: string
}

const structure = ['langSec', 'langSet', 'termSec', 'tig', 'ntig', 'term', 'termGrp']

/**
 * What is said right at an element, in either style. Groups (`descripGrp`) are looked into; who did what when in
 * another system (`transacGrp`) is one saying.
 */
function sayingsOf(element: XmlElement): readonly Saying[] {
  return childrenOf(element).flatMap((child): readonly Saying[] => {
    if (structure.includes(child.local)) return child.local === 'termGrp' ? sayingsOf(child) : []
    if (child.local === 'transacGrp') {
      const text = sayingsOf(child).map((saying) => saying.text)
      return text.length === 0 ? [] : [{ category: 'transaction', text: text.join(', ') }]
    }
    if (child.local.endsWith('Grp')) return sayingsOf(child)
    const text = saidIn(child)
    return text === '' ? [] : [{ category: attributeOf(child, 'type') ?? child.local, text }]
  })
}

/** Its text, without the indentation of a file that was laid out, and the address it points to. */
function saidIn(element: XmlElement): string {
  const text = textOf(element)
  const target = attributeOf(element, 'target') ?? ''
  if (text === '') return target
  if (text.startsWith(ownNote)) return text
  const flowing = text.replace(/[ \t]*\n[ \t]+/g, ' ')
  return target.includes('://') ? `${flowing} ${target}` : flowing
}

interface Named {
  readonly text: string
  readonly sayings: readonly Saying[]
}

/** The terms of the sections in a language, and what is said of the sections. */
function sectionsOf(
  concept: XmlElement,
  language: RegExp,
): { readonly terms: readonly Named[]; readonly sayings: readonly Saying[] } {
  const sections = within(concept, ['langSec', 'langSet']).filter((section) =>
    language.test(attributeOf(section, 'xml:lang') ?? attributeOf(section, 'lang') ?? ''),
  )
  return {
    sayings: sections.flatMap(sayingsOf),
    terms: sections
      .flatMap((section) => within(section, ['termSec', 'tig', 'ntig']))
      .map((section) => ({ text: within(section, ['term']).map(textOf)[0] ?? '', sayings: sayingsOf(section) }))
      .filter(({ text }) => text !== ''),
  }
}

const chinese = /^(?:zh|cmn)(?:[-_]|$)/i
const english = /^en(?:[-_]|$)/i
const neither = /^(?!(?:zh|cmn|en)(?:[-_]|$))./i

/** A term, and no status where the concept says nothing of one. */
type ReadTerm = Omit<TermFields, 'status'> & Partial<Pick<TermFields, 'status'>>

function termOf(concept: XmlElement): ReadTerm | null {
  const source = sectionsOf(concept, chinese)
  const target = sectionsOf(concept, english)
  const others = sectionsOf(concept, neither)
  const { renderings, abbreviation, laterMention, partOfSpeech, rest } = renderingsOf(target.terms)
  if (source.terms.length === 0 || renderings.length === 0) return null
  const sayings = distinct([
    ...sayingsOf(concept),
    ...source.sayings,
    ...target.sayings,
    ...source.terms.flatMap(({ sayings: said }) => said.filter((saying) => !isUsual(saying))),
    ...rest,
    ...others.terms.map(({ text }) => ({ category: 'term', text })),
  ])
  const ours = new Map<string, string[]>()
  const taken = new Map<string, string>()
  const notes: string[] = []
  for (const { category, text } of sayings) {
    const own =
      category === 'note' && text.startsWith(ownNote) ? /^([^=]*)=([\s\S]*)$/.exec(text.slice(ownNote.length)) : null
    if (own) ours.set(own[1] ?? '', [...(ours.get(own[1] ?? '') ?? []), own[2] ?? ''])
    else if (['subjectField', 'definition', 'source'].includes(category) && !taken.has(category))
      taken.set(category, text)
    else notes.push(category === 'note' ? text : `${category}: ${text}`)
  }
  const one = (name: string) => ours.get(name)?.[0]
  const date = one('authorityDate')
  const owner = one('owner')
  const definition = taken.get('definition')
  const status = termStatuses.find((known) => known === one('status'))
  const lists = (['inflections', 'notBefore', 'notAfter'] as const).filter((name) => ours.has(name))
  return {
    source: [...new Set(source.terms.map(({ text }) => text))],
    renderings,
    ...(status === undefined ? {} : { status }),
    domain: taken.get('subjectField') ?? '',
    note: [...(ours.get('note') ?? []), ...notes].join('\n'),
    authority: taken.get('source') ?? '',
    ...(definition === undefined ? {} : { definition }),
    ...(partOfSpeech === undefined ? {} : { partOfSpeech }),
    ...(laterMention === undefined ? {} : { laterMention }),
    ...(abbreviation === undefined ? {} : { abbreviation }),
    ...Object.fromEntries(lists.map((name) => [name, ours.get(name)])),
    ...(owner === undefined ? {} : { owner }),
    ...(date !== undefined && datePattern.test(date) ? { authorityDate: date } : {}),
  }
}

/** What other systems say twice is said once; lists of ours may hold one text twice under different names only. */
function distinct(sayings: readonly Saying[]): readonly Saying[] {
  return [...new Map(sayings.map((saying) => [`${saying.category}\n${saying.text}`, saying])).values()]
}

/** Whether a saying is read of a term by itself, or says nothing beyond the rule. */
function isUsual({ category, text }: Saying): boolean {
  if (category === 'partOfSpeech') return speechOf(text) !== undefined
  if (category === 'administrativeStatus' || category === 'normativeAuthorization') return statusNamed(text) !== null
  return category === 'termType' && /^(?:fullForm|shortForm|abbreviation|acronym|initialism)$/.test(text)
}

/** Some systems begin it with a capital. */
function speechOf(text: string | undefined): Term['partOfSpeech'] {
  return partsOfSpeech.find((known) => known.toLowerCase() === text?.toLowerCase())
}

/** The English of a concept; exactly one rendering is preferred: the first that says so, or the first that may be used. */
function renderingsOf(terms: readonly Named[]) {
  const rest: Saying[] = []
  const renderings: Rendering[] = []
  const short: { abbreviation?: string; laterMention?: string } = {}
  let partOfSpeech: Term['partOfSpeech']
  for (const { text, sayings } of terms) {
    const of = (category: string) => sayings.find((saying) => saying.category === category)?.text
    const status = statusOf(of('administrativeStatus') ?? of('normativeAuthorization'), sayings)
    const type = of('termType') ?? ''
    const member = /^(?:abbreviation|acronym|initialism)$/.test(type)
      ? 'abbreviation'
      : type === 'shortForm'
        ? 'laterMention'
        : null
    partOfSpeech ??= speechOf(of('partOfSpeech'))
    rest.push(...sayings.filter((saying) => !isUsual(saying) && saying.text !== `${ownNote}forbidden=`))
    if (member !== null && status === null && short[member] === undefined && terms.length > 1) short[member] = text
    else if (!renderings.some((rendering) => rendering.text === text))
      renderings.push({ text, status: status ?? 'admitted' })
  }
  const preferred = Math.max(
    renderings.findIndex(({ status }) => status === 'preferred'),
    -1,
  )
  const first = preferred === -1 ? renderings.findIndex(({ status }) => status === 'admitted') : preferred
  const chosen = first === -1 ? 0 : first
  const settled = renderings.map(({ text, status }, at): Rendering => {
    if (at === chosen) return { text, status: 'preferred' }
    return { text, status: status === 'preferred' ? 'admitted' : status }
  })
  return { renderings: settled, ...short, partOfSpeech, rest }
}

function statusOf(told: string | undefined, sayings: readonly Saying[]): RenderingStatus | null {
  if (sayings.some(({ category, text }) => category === 'note' && text === `${ownNote}forbidden=`)) return 'forbidden'
  return told === undefined ? null : statusNamed(told)
}

function statusNamed(told: string): RenderingStatus | null {
  if (/^(?:preferred|standardized|legal)/.test(told)) return 'preferred'
  if (/^(?:admitted|proposed|regulated)/.test(told)) return 'admitted'
  if (/^(?:prohibited|forbidden)/.test(told)) return 'forbidden'
  return /^(?:deprecated|superseded|notRecommended|obsolete)/.test(told) ? 'deprecated' : null
}
