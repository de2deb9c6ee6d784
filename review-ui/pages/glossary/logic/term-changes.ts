import type { TermHistoryView } from '../../../../src/contract/views/terms.ts'
import {
  type PartOfSpeech,
  type RenderingStatus,
  type TermStatus,
  termLists,
  termTexts,
} from '../../../../src/model/term.ts'
import type { TermFields } from '../../../../src/terms/termbase/tidy.ts'
import type { TermList, TermText } from './form.ts'

/** One thing that differs between two versions of a term. */
export type TermChange =
  | { readonly type: 'status'; readonly from: TermStatus; readonly to: TermStatus }
  | { readonly type: 'form-added' | 'form-removed'; readonly text: string }
  | { readonly type: 'forms-ordered'; readonly text: string }
  | { readonly type: 'rendering-added' | 'rendering-removed'; readonly text: string; readonly status: RenderingStatus }
  | {
      readonly type: 'rendering-status'
      readonly text: string
      readonly from: RenderingStatus
      readonly to: RenderingStatus
    }
  | { readonly type: 'part-of-speech'; readonly from: PartOfSpeech | ''; readonly to: PartOfSpeech | '' }
  | {
      readonly type: 'text'
      readonly field: 'domain' | 'note' | 'authority' | TermText | TermList
      readonly from: string
      readonly to: string
    }

export function changesBetween(before: TermFields, after: TermFields): readonly TermChange[] {
  const changes: TermChange[] = []
  if (before.status !== after.status) changes.push({ type: 'status', from: before.status, to: after.status })
  for (const text of without(after.source, before.source)) changes.push({ type: 'form-added', text })
  for (const text of without(before.source, after.source)) changes.push({ type: 'form-removed', text })
  const [leading = ''] = after.source
  if (before.source[0] !== leading && before.source.includes(leading)) {
    changes.push({ type: 'forms-ordered', text: leading })
  }
  for (const { text, status } of after.renderings) {
    const was = before.renderings.find((rendering) => rendering.text === text)
    if (was === undefined) changes.push({ type: 'rendering-added', text, status })
    else if (was.status !== status) changes.push({ type: 'rendering-status', text, from: was.status, to: status })
  }
  for (const { text, status } of before.renderings) {
    if (after.renderings.every((rendering) => rendering.text !== text)) {
      changes.push({ type: 'rendering-removed', text, status })
    }
  }
  const { partOfSpeech: from = '' } = before
  const { partOfSpeech: to = '' } = after
  if (from !== to) changes.push({ type: 'part-of-speech', from, to })
  for (const field of ['domain', 'note', 'authority', ...termTexts, ...termLists] as const) {
    const was = textOf(before[field])
    const is = textOf(after[field])
    if (was !== is) changes.push({ type: 'text', field, from: was, to: is })
  }
  return changes
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.join('; ') ?? '')
}

function without(forms: readonly string[], others: readonly string[]): readonly string[] {
  return forms.filter((form) => others.every((other) => other !== form))
}

/** What somebody did to a term, and what changed by it. */
export interface StoryLine {
  readonly sequence: number
  readonly at: string
  readonly name: string
  readonly system: boolean
  readonly deed: 'added' | 'approved' | 'retired' | 'proposed' | 'changed'
  readonly changes: readonly TermChange[]
}

/** The history of a term, the latest first. */
export function storyOf(entries: TermHistoryView['entries']): readonly StoryLine[] {
  return entries
    .map(({ sequence, at, by, name, event }, index): StoryLine => {
      const before = entries[index - 1]?.event.term
      const line = { sequence, at, name, system: by === 'system' }
      if (before === undefined) return { ...line, deed: 'added', changes: [] }
      const changes = changesBetween(before, event.term)
      const status = changes.find((change) => change.type === 'status')
      return {
        ...line,
        deed: status === undefined ? 'changed' : status.to,
        changes: changes.filter((change) => change !== status),
      }
    })
    .toReversed()
}
