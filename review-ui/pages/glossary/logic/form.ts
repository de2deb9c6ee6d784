import { type RenderingStatus, renderingStatuses, type Term, type TermStatus } from '../../../../src/model/term.ts'
import { foldSource } from '../../../../src/terms/fold-source.ts'
import type { TermFields } from '../../../../src/terms/termbase.ts'

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
}

export function formOf(term: TermFields): TermForm {
  const { source, renderings, status, domain, note, authority } = term
  // The preferred rendering leads, the others in the order of their statuses.
  const sorted = renderings.toSorted((a, b) => rank(a.status) - rank(b.status))
  return {
    source: source.join('\n'),
    renderings: sorted.map(({ text, status }, key) => ({ key, text, status })),
    status,
    domain,
    note,
    authority,
  }
}

export const emptyForm: TermForm = {
  source: '',
  renderings: [{ key: 0, text: '', status: 'preferred' }],
  status: 'proposed',
  domain: '',
  note: '',
  authority: '',
}

/** The term as it is sent; lines left empty are left out. */
export function fieldsOf(form: TermForm): TermFields {
  return {
    source: sourceForms(form.source),
    renderings: form.renderings.map(({ text, status }) => ({ text: single(text), status })).filter(({ text }) => text),
    status: form.status,
    domain: single(form.domain),
    note: form.note.trim(),
    authority: single(form.authority),
  }
}

function sourceForms(lines: string): readonly string[] {
  const forms = new Map<string, string>()
  for (const form of lines.split('\n').map(single)) {
    if (form !== '' && !forms.has(foldSource(form))) forms.set(foldSource(form), form)
  }
  return [...forms.values()]
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
export type FormProblem = 'no-source' | 'no-preferred' | 'said-twice'

export function problemOf(form: TermForm): FormProblem | null {
  const { source, renderings } = fieldsOf(form)
  if (source.length === 0) return 'no-source'
  if (renderings.filter(({ status }) => status === 'preferred').length !== 1) return 'no-preferred'
  return new Set(renderings.map(({ text }) => text)).size < renderings.length ? 'said-twice' : null
}

/** Whether two versions of a term say the same, whatever order their renderings are in. */
export function sameFields(a: TermFields, b: TermFields): boolean {
  return termFields.every((field) => sameField(a, b, field))
}

export const termFields = ['source', 'renderings', 'status', 'domain', 'note', 'authority'] as const
export type TermField = (typeof termFields)[number]

export function sameField(a: TermFields, b: TermFields, field: TermField): boolean {
  const told = (term: TermFields) =>
    field === 'renderings'
      ? JSON.stringify(term.renderings.map(({ text, status }) => [status, text]).sort())
      : JSON.stringify(term[field])
  return told(a) === told(b)
}

export function fieldsOfTerm({ source, renderings, status, domain, note, authority }: Term): TermFields {
  return { source, renderings, status, domain, note, authority }
}
