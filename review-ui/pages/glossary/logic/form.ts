import { comparable } from '../../../../src/language/text/fold.ts'
import { tableOf } from '../../../../src/model/names.ts'
import {
  datePattern,
  type PartOfSpeech,
  type RenderingStatus,
  renderingStatuses,
  type Term,
  type TermMember,
  type TermStatus,
  termLists,
  termMembers,
  termTexts,
} from '../../../../src/model/term.ts'
import { type AuthorityPart, defectivePart, sameAuthority } from '../../../../src/terms/termbase/authority.ts'
import { authorised } from '../../../../src/terms/termbase/defects.ts'
import type { TermFields } from '../../../../src/terms/termbase/tidy.ts'

/** A rendering in a form. `key` tells the lines of the form apart while their words change. */
export interface RenderingLine {
  readonly key: number
  readonly text: string
  readonly status: RenderingStatus
}

/** A term while somebody writes it. */
export interface TermForm {
  /** Source forms, one a line. */
  readonly source: string
  readonly renderings: readonly RenderingLine[]
  readonly status: TermStatus
  readonly domain: string
  readonly note: string
  readonly authority: string
  readonly partOfSpeech: PartOfSpeech | ''
  readonly texts: Readonly<Record<TermText, string>>
  /** Each as lines of one text. */
  readonly lists: Readonly<Record<TermList, string>>
}

export type TermText = (typeof termTexts)[number]
export type TermList = (typeof termLists)[number]

export function formOf(term: TermFields): TermForm {
  const { source, renderings, status, domain, note, authority, partOfSpeech = '' } = term
  // The preferred rendering leads, the others in the order of their statuses.
  const sorted = renderings.toSorted((a, b) => rank(a.status) - rank(b.status))
  return {
    source: source.join('\n'),
    renderings: sorted.map(({ text, status }, key) => ({ key, text, status })),
    status,
    domain,
    note,
    authority,
    partOfSpeech,
    texts: tableOf(termTexts, (name) => term[name] ?? ''),
    lists: tableOf(termLists, (name) => term[name]?.join('\n') ?? ''),
  }
}

export const emptyForm: TermForm = {
  source: '',
  renderings: [{ key: 0, text: '', status: 'preferred' }],
  status: 'proposed',
  domain: '',
  note: '',
  authority: '',
  partOfSpeech: '',
  texts: tableOf(termTexts, () => ''),
  lists: tableOf(termLists, () => ''),
}

/** The term as it is sent; lines left empty are left out, and a member that says nothing is named as empty. */
export function fieldsOf(form: TermForm): TermFields {
  return {
    source: linesOf(form.source, comparable),
    renderings: form.renderings.map(({ text, status }) => ({ text: single(text), status })).filter(({ text }) => text),
    status: form.status,
    domain: single(form.domain),
    note: form.note.trim(),
    authority: single(form.authority),
    ...(form.partOfSpeech !== '' && { partOfSpeech: form.partOfSpeech }),
    ...tableOf(termTexts, (name) => single(form.texts[name])),
    ...tableOf(termLists, (name) => linesOf(form.lists[name], (line) => line)),
  }
}

/** The lines of a text that say something, each once. */
function linesOf(text: string, keyOf: (line: string) => string): readonly string[] {
  const lines = new Map<string, string>()
  for (const line of text.split('\n').map(single)) {
    if (line !== '' && !lines.has(keyOf(line))) lines.set(keyOf(line), line)
  }
  return [...lines.values()]
}

function single(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function rank(status: RenderingStatus): number {
  return renderingStatuses.indexOf(status)
}

export function addRendering(form: TermForm, status: RenderingStatus): TermForm {
  const key = Math.max(-1, ...form.renderings.map((line) => line.key)) + 1
  return { ...form, renderings: [...form.renderings, { key, text: '', status }] }
}

export function removeRendering(form: TermForm, key: number): TermForm {
  return { ...form, renderings: form.renderings.filter((line) => line.key !== key) }
}

/** Changes a rendering. One that becomes preferred makes the one that was preferred admitted: there is only one. */
export function changeRendering(form: TermForm, key: number, change: Partial<Omit<RenderingLine, 'key'>>): TermForm {
  const renderings = form.renderings.map((line) => {
    if (line.key === key) return { ...line, ...change }
    return change.status === 'preferred' && line.status === 'preferred'
      ? { ...line, status: 'admitted' as const }
      : line
  })
  return { ...form, renderings }
}

/** What keeps a term from being sent, in the order of the form. */
export type FormProblem =
  | 'no-source'
  | 'no-preferred'
  | 'said-twice'
  | 'no-authority'
  | 'no-title'
  | 'no-body'
  | 'no-date'
  | 'no-place'

const problemOfPart: Readonly<Record<AuthorityPart, FormProblem>> = {
  authority: 'no-title',
  authorityBody: 'no-body',
  authorityDate: 'no-date',
  authorityPlace: 'no-place',
}

/** `before`: the term as it was; approved by an authority that is still named it needs no other. */
export function problemOf(form: TermForm, before?: TermFields): FormProblem | null {
  const fields = fieldsOf(form)
  const { source, renderings, status, authority, authorityDate = '' } = fields
  if (source.length === 0) return 'no-source'
  if (renderings.filter(({ status }) => status === 'preferred').length !== 1) return 'no-preferred'
  if (new Set(renderings.map(({ text }) => text)).size < renderings.length) return 'said-twice'
  if (authorityDate !== '' && !datePattern.test(authorityDate)) return 'no-date'
  if (status !== 'approved' || (before?.status === 'approved' && sameAuthority(before, fields))) return null
  if (authority === '') return 'no-authority'
  const part = defectivePart(fields)
  return part === null ? null : problemOfPart[part]
}

/** Whether an approved term would be proposed again, since it says what its authority was not named for. */
export function returnsToProposal(form: TermForm, before: Term): boolean {
  const fields = { id: before.id, ...fieldsOf(form) }
  return fields.status === 'approved' && authorised(fields, before).status === 'proposed'
}

/** Whether two versions of a term say the same, whatever order their renderings are in. */
export function sameFields(a: TermFields, b: TermFields): boolean {
  return termMembers.every((field) => sameField(a, b, field))
}

export function sameField(a: TermFields, b: TermFields, field: TermMember): boolean {
  return told(a, field) === told(b, field)
}

/** What a term says in a field; a member that is not there and one that is empty say the same. */
function told(term: TermFields, field: TermMember): string {
  if (field === 'renderings') return JSON.stringify(term.renderings.map(({ text, status }) => [status, text]).sort())
  const value = term[field]
  return value === undefined || value.length === 0 ? '' : JSON.stringify(value)
}

export function fieldsOfTerm({ id: _, ...fields }: Term): TermFields {
  return fields
}
