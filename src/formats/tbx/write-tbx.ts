import { namesOf } from '../../model/names.ts'
import type { Rendering, RenderingStatus } from '../../model/term.ts'
import type { OutgoingTerm } from '../../ports/glossary-row.ts'
import type { TermFields } from '../../terms/termbase/tidy.ts'
import { splitImpossible } from '../xml/escape.ts'
import { indented } from '../xml/indent.ts'
import { writeXml, type XmlElement, type XmlNode } from '../xml/tree.ts'

const core = 'urn:iso:std:iso:30042:ed-2'
const modules = { min: 'http://www.tbxinfo.net/ns/min', basic: 'http://www.tbxinfo.net/ns/basic' }

/** Prefix of a note of ours for what TBX-Basic has no category for; a name and `=` follow it. */
export const ownNote = 'x-duizhao:'

/** Members of a term that TBX-Basic has no category for, each as a note of ours under its name. */
export const ownTexts = ['authorityBody', 'authorityDate', 'authorityPlace', 'publicNote', 'owner'] as const

/** Administrative statuses of TBX-Basic; a forbidden rendering is a deprecated one with a note of ours. */
const statuses: Readonly<Record<RenderingStatus, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
}

/** Prefix of ids, since ours may begin with a digit and those of XML may not. */
export const idPrefix = 'duizhao-'

/**
 * Writes terms as TBX (ISO 30042:2019, dialect TBX-Basic, DCT style), Chinese and English. Characters that XML cannot
 * write become U+FFFD.
 */
export function writeTbx(terms: readonly OutgoingTerm[]): string {
  const header = element('tbxHeader', [
    element('fileDesc', [element('sourceDesc', [element('p', ['Duizhao termbase'])])]),
  ])
  const body = element(
    'body',
    terms.map((term, at) => conceptOf(term, term.id === undefined ? `c${at + 1}` : `${idPrefix}${term.id}`)),
  )
  const root: XmlElement = {
    ...element('tbx', [header, element('text', [body])]),
    attributes: Object.entries({
      type: 'TBX-Basic',
      style: 'dct',
      'xml:lang': 'zh-CN',
      xmlns: core,
      'xmlns:min': modules.min,
      'xmlns:basic': modules.basic,
    }).map(([name, value]) => ({ name, namespace: '', value })),
  }
  return writeXml({ type: 'xml', before: [], root: indented(root, () => false), after: [] })
}

function conceptOf(term: TermFields, id: string): XmlElement {
  const lists = (['inflections', 'notBefore', 'notAfter'] as const).flatMap((name) =>
    (term[name] ?? []).map((text) => ownNoteElement(name, text)),
  )
  const english = [
    ...term.renderings.map((rendering) => renderingOf(rendering, term)),
    ...(term.abbreviation === undefined ? [] : [shortOf(term.abbreviation, 'abbreviation')]),
    ...(term.laterMention === undefined ? [] : [shortOf(term.laterMention, 'shortForm')]),
  ]
  return element(
    'conceptEntry',
    [
      ...optionalElement('min:subjectField', term.domain),
      ...optionalElement('basic:definition', term.definition ?? ''),
      ...optionalElement('basic:source', term.authority),
      // Other readers would take lines that begin with white space for layout.
      ...(term.note.startsWith(ownNote) || /\n[ \t]/.test(term.note)
        ? [ownNoteElement('note', term.note)]
        : optionalElement('note', term.note)),
      ownNoteElement('status', term.status),
      ...ownTexts.flatMap((name) => (term[name] === undefined ? [] : [ownNoteElement(name, term[name])])),
      ...lists,
      element(
        'langSec',
        term.source.map((form) => element('termSec', [element('term', [plain(form)])])),
        ['xml:lang', 'zh-CN'],
      ),
      element('langSec', english, ['xml:lang', 'en']),
    ],
    ['id', id],
  )
}

function renderingOf({ text, status }: Rendering, { partOfSpeech }: TermFields): XmlElement {
  return element('termSec', [
    element('term', [plain(text)]),
    ...(status === 'preferred' && partOfSpeech !== undefined ? optionalElement('min:partOfSpeech', partOfSpeech) : []),
    ...optionalElement('min:administrativeStatus', statuses[status]),
    ...(status === 'forbidden' ? [ownNoteElement('forbidden', '')] : []),
  ])
}

function shortOf(text: string, type: 'abbreviation' | 'shortForm'): XmlElement {
  return element('termSec', [element('term', [plain(text)]), ...optionalElement('basic:termType', type)])
}

function ownNoteElement(name: string, text: string): XmlElement {
  return element('note', [`${ownNote}${name}=${plain(text)}`])
}

function optionalElement(name: string, text: string): readonly XmlElement[] {
  return text === '' ? [] : [element(name, [plain(text)])]
}

function plain(text: string): string {
  return splitImpossible(text)
    .map((part) => (typeof part === 'string' ? part : '\ufffd'))
    .join('')
}

function element(name: string, content: readonly XmlNode[], attribute?: readonly [string, string]): XmlElement {
  const prefix = namesOf(modules).find((candidate) => name.startsWith(`${candidate}:`))
  return {
    type: 'element',
    name,
    local: prefix === undefined ? name : name.slice(prefix.length + 1),
    namespace: prefix === undefined ? core : modules[prefix],
    attributes: attribute === undefined ? [] : [{ name: attribute[0], namespace: '', value: attribute[1] }],
    content,
  }
}
