import { namesOf } from '../../model/names.ts'
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
import type { GlossaryContents } from '../../ports/format.ts'
import type { Carried, IncomingRow } from '../../ports/glossary-row.ts'
import type { TermFields } from '../../terms/termbase/tidy.ts'
import { decodeXml } from '../xml/decode.ts'
import { attributeOf } from '../xml/element.ts'
import { readXml } from '../xml/read.ts'
import type { XmlElement, XmlNode } from '../xml/tree.ts'
import { idPrefix, ownNote, ownTexts } from './write-tbx.ts'

/**
 * Reads TBX: ISO 30042:2019 in DCT or DCA style (TBX-Min, TBX-Basic and their extensions), the TBX-Basic of 2008
 * (`martif`) and the TBX-Min of LISA (`termGroup`). Keeps every statement about a concept that has Chinese and English: one without a member in a term goes
 * to its note, under the file's name for it. A concept without one of the languages is `row-one-language`. Refuses
 * files that are not XML, and `file-malformed` for XML that is not TBX.
 */
export function readTbx(bytes: Uint8Array): GlossaryContents | Refusal {
  const decoded = decodeXml(bytes)
  if (isRefusal(decoded)) return decoded
  const document = readXml(decoded.text, 'outside')
  if (isRefusal(document)) return document
  if (!['tbx', 'martif'].includes(document.root.local.toLowerCase()))
    return refuse('file-malformed', { line: '1', column: '' })
  const rows = within(document.root, ['conceptEntry', 'termEntry']).map((concept, index): IncomingRow => {
    const fields = termOf(concept)
    if (fields === null) {
      const form = within(concept, ['term']).map(textOf)[0] ?? ''
      return { type: 'unread', at: index + 1, form, refusal: refuse('row-one-language') }
    }
    const { status, ...members } = fields
    return {
      type: 'term',
      at: index + 1,
      id: idOf(concept),
      fields: { ...members, status: status ?? 'proposed' },
      carries: carriedBy(fields),
    }
  })
  return { rows, notices: decoded.notices }
}

/** The id of a concept in this workspace, if this programme wrote it; else ''. */
function idOf(concept: XmlElement): string {
  const id = attributeOf(concept, 'id') ?? ''
  return id.startsWith(idPrefix) ? id.slice(idPrefix.length) : ''
}

/** The members that a concept carries: renderings always, other members only if they are not empty. */
function carriedBy(fields: Partial<TermFields>): ReadonlySet<Carried> {
  const filledMembers = namesOf(fields)
    .filter((member) => member !== 'renderings')
    .filter((member) => (fields[member] ?? '').length > 0)
  return new Set([...filledMembers, ...renderingStatuses])
}

/** The outermost descendants with one of these names. */
function within(element: XmlElement, names: readonly string[]): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => (names.includes(child.local) ? [child] : within(child, names)))
}

function childrenOf(element: XmlElement): readonly XmlElement[] {
  return element.content.filter((node): node is XmlElement => typeof node !== 'string' && node.type === 'element')
}

/** All text inside an element, through any markup. */
function textOf({ content }: XmlElement): string {
  const deep = (node: XmlNode): string => {
    if (typeof node === 'string') return node
    if (node.type === 'cdata') return node.text
    return node.type === 'element' ? node.content.map(deep).join('') : ''
  }
  return content.map(deep).join('').trim()
}

/** A statement about a concept or a term: `subjectField`, `note`, … */
interface Statement {
  readonly category: string
  readonly text: string
}

const languageSections = ['langSec', 'langSet', 'langGroup']
const termSections = ['termSec', 'tig', 'ntig', 'termGroup']
const structure = [...languageSections, ...termSections, 'term', 'termGrp']

/**
 * The statements directly at an element, in either style. Groups (`descripGrp`) are searched; a transaction of another
 * system (`transacGrp`) becomes one statement.
 */
function statementsOf(element: XmlElement): readonly Statement[] {
  return childrenOf(element).flatMap((child): readonly Statement[] => {
    if (structure.includes(child.local)) return child.local === 'termGrp' ? statementsOf(child) : []
    if (child.local === 'transacGrp') {
      const text = statementsOf(child).map((statement) => statement.text)
      return text.length === 0 ? [] : [{ category: 'transaction', text: text.join(', ') }]
    }
    if (child.local.endsWith('Grp')) return statementsOf(child)
    const text = textWithAddress(child)
    return text === '' ? [] : [{ category: attributeOf(child, 'type') ?? child.local, text }]
  })
}

/** The text of an element, without the indentation of a formatted file, and the address it refers to. */
function textWithAddress(element: XmlElement): string {
  const text = textOf(element)
  const target = attributeOf(element, 'target') ?? ''
  if (text === '') return target
  if (text.startsWith(ownNote)) return text
  const flowing = text.replace(/[ \t]*\n[ \t]+/g, ' ')
  return target.includes('://') ? `${flowing} ${target}` : flowing
}

interface Named {
  readonly text: string
  readonly statements: readonly Statement[]
}

/** The terms of the sections in a language, and the statements about the sections. */
function sectionsOf(
  concept: XmlElement,
  language: RegExp,
): { readonly terms: readonly Named[]; readonly statements: readonly Statement[] } {
  const sections = within(concept, languageSections).filter((section) =>
    language.test(attributeOf(section, 'xml:lang') ?? attributeOf(section, 'lang') ?? ''),
  )
  return {
    statements: sections.flatMap(statementsOf),
    terms: sections
      .flatMap((section) => within(section, termSections))
      .map((section) => ({ text: within(section, ['term']).map(textOf)[0] ?? '', statements: statementsOf(section) }))
      .filter(({ text }) => text !== ''),
  }
}

const chinese = /^(?:zh|cmn)(?:[-_]|$)/i
const english = /^en(?:[-_]|$)/i
const neither = /^(?!(?:zh|cmn|en)(?:[-_]|$))./i

/** A term, without a status if the concept states none. */
type ReadTerm = Omit<TermFields, 'status'> & Partial<Pick<TermFields, 'status'>>

function termOf(concept: XmlElement): ReadTerm | null {
  const source = sectionsOf(concept, chinese)
  const target = sectionsOf(concept, english)
  const others = sectionsOf(concept, neither)
  const { renderings, abbreviation, laterMention, partOfSpeech, rest } = renderingsOf(target.terms)
  if (source.terms.length === 0 || renderings.length === 0) return null
  const statements = distinct([
    ...statementsOf(concept),
    ...source.statements,
    ...target.statements,
    ...source.terms.flatMap(({ statements }) => statements.filter((statement) => !isUsual(statement))),
    ...rest,
    ...others.terms.map(({ text }) => ({ category: 'term', text })),
  ])
  const ownNotes = new Map<string, string[]>()
  const fieldsByCategory = new Map<string, string>()
  const notes: string[] = []
  for (const { category, text } of statements) {
    const ownNoteMatch =
      category === 'note' && text.startsWith(ownNote) ? /^([^=]*)=([\s\S]*)$/.exec(text.slice(ownNote.length)) : null
    if (ownNoteMatch)
      ownNotes.set(ownNoteMatch[1] ?? '', [...(ownNotes.get(ownNoteMatch[1] ?? '') ?? []), ownNoteMatch[2] ?? ''])
    else if (['subjectField', 'definition', 'source'].includes(category) && !fieldsByCategory.has(category))
      fieldsByCategory.set(category, text)
    else notes.push(category === 'note' ? text : `${category}: ${text}`)
  }
  const firstOwnNote = (name: string) => ownNotes.get(name)?.[0]
  const ofOurs = ownTexts
    .map((name) => [name, firstOwnNote(name)] as const)
    .filter(([name, text]) => text !== undefined && (name !== 'authorityDate' || datePattern.test(text)))
  const definition = fieldsByCategory.get('definition')
  const status = termStatuses.find((candidate) => candidate === firstOwnNote('status'))
  const lists = (['inflections', 'notBefore', 'notAfter'] as const).filter((name) => ownNotes.has(name))
  return {
    source: [...new Set(source.terms.map(({ text }) => text))],
    renderings,
    ...(status === undefined ? {} : { status }),
    domain: fieldsByCategory.get('subjectField') ?? '',
    note: [...(ownNotes.get('note') ?? []), ...notes].join('\n'),
    authority: fieldsByCategory.get('source') ?? '',
    ...(definition === undefined ? {} : { definition }),
    ...(partOfSpeech === undefined ? {} : { partOfSpeech }),
    ...(laterMention === undefined ? {} : { laterMention }),
    ...(abbreviation === undefined ? {} : { abbreviation }),
    ...Object.fromEntries(lists.map((name) => [name, ownNotes.get(name)])),
    ...Object.fromEntries(ofOurs),
  }
}

/** Each statement once, since some systems repeat them. Lists of ours never repeat a text under one name. */
function distinct(statements: readonly Statement[]): readonly Statement[] {
  return [...new Map(statements.map((statement) => [`${statement.category}\n${statement.text}`, statement])).values()]
}

/** Whether a statement is read into the term, or adds nothing to it. */
function isUsual({ category, text }: Statement): boolean {
  if (category === 'partOfSpeech') return speechOf(text) !== undefined
  if (['administrativeStatus', 'normativeAuthorization', 'termStatus'].includes(category))
    return statusNamed(text) !== null
  return category === 'termType' && /^(?:fullForm|shortForm|abbreviation|acronym|initialism)$/.test(text)
}

/** Some systems capitalise the part of speech. */
function speechOf(text: string | undefined): Term['partOfSpeech'] {
  return partsOfSpeech.find((candidate) => candidate.toLowerCase() === text?.toLowerCase())
}

/** The English of a concept; exactly one rendering is preferred: the first marked so, else the first permitted one. */
function renderingsOf(terms: readonly Named[]) {
  const rest: Statement[] = []
  const renderings: Rendering[] = []
  const short: { abbreviation?: string; laterMention?: string } = {}
  let partOfSpeech: Term['partOfSpeech']
  for (const { text, statements } of terms) {
    const of = (category: string) => statements.find((statement) => statement.category === category)?.text
    const status = statusOf(of('administrativeStatus') ?? of('normativeAuthorization') ?? of('termStatus'), statements)
    const type = of('termType') ?? ''
    const member = /^(?:abbreviation|acronym|initialism)$/.test(type)
      ? 'abbreviation'
      : type === 'shortForm'
        ? 'laterMention'
        : null
    partOfSpeech ??= speechOf(of('partOfSpeech'))
    rest.push(...statements.filter((statement) => !isUsual(statement) && statement.text !== `${ownNote}forbidden=`))
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

function statusOf(statusName: string | undefined, statements: readonly Statement[]): RenderingStatus | null {
  if (statements.some(({ category, text }) => category === 'note' && text === `${ownNote}forbidden=`))
    return 'forbidden'
  return statusName === undefined ? null : statusNamed(statusName)
}

function statusNamed(statusName: string): RenderingStatus | null {
  if (/^(?:preferred|standardized|legal)/.test(statusName)) return 'preferred'
  if (/^(?:admitted|proposed|regulated)/.test(statusName)) return 'admitted'
  if (/^(?:prohibited|forbidden)/.test(statusName)) return 'forbidden'
  return /^(?:deprecated|superseded|notRecommended|obsolete)/.test(statusName) ? 'deprecated' : null
}
