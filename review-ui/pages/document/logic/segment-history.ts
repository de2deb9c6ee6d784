import type { Draft } from '../../../../src/model/draft.ts'
import type { DocumentEvent, Entry } from '../../../../src/model/event.ts'
import { plain } from '../../../../src/model/inline.ts'

/** One line of a segment's history, newest last. Edits by one person in one go are one line. */
export interface StoryLine {
  readonly type: DocumentEvent['type']
  readonly at: string
  readonly by: string
  readonly sequence: number
  /** The English before and after, where the event changed it. */
  readonly before?: string
  readonly after?: string
  /** The reason, comment or cause given. */
  readonly text?: string
  readonly draft?: Draft
  /** Whether an edit was made by find and replace. */
  readonly replaced?: true
  /** Whether an edit took what somebody suggested. */
  readonly taken?: true
  /** What somebody suggested, beside the English of then in `before`. */
  readonly suggested?: string
}

const oneGo = 30 * 60 * 1000

export function storyOf(entries: readonly Entry<DocumentEvent>[]): readonly StoryLine[] {
  const lines: StoryLine[] = []
  let target = ''
  let propagatedOver = ''
  let replacedOver = ''
  for (const { event, at, by, sequence } of entries) {
    const line = { type: event.type, at, by, sequence }
    switch (event.type) {
      case 'segment-drafted': {
        const after = plain(event.draft.target)
        lines.push({ ...line, draft: event.draft, before: target, after })
        target = after
        break
      }
      case 'segment-edited': {
        const after = plain(event.target)
        const last = lines.at(-1)
        const isTyped =
          event.act === undefined &&
          event.taken === undefined &&
          last?.type === 'segment-edited' &&
          !last.replaced &&
          !last.taken
        const goesOn = isTyped && last.by === by && Date.parse(at) - Date.parse(last.at) < oneGo
        if (event.act !== undefined) {
          replacedOver = target
          lines.push({ ...line, before: target, after, replaced: true })
        } else if (goesOn) lines[lines.length - 1] = { ...last, at, sequence, after }
        else lines.push({ ...line, before: target, after, ...(event.taken && { taken: true }) })
        target = after
        break
      }
      case 'segment-propagated': {
        const after = plain(event.target)
        lines.push({ ...line, before: target, after })
        propagatedOver = target
        target = after
        break
      }
      case 'propagation-undone':
        lines.push({ ...line, before: target, after: propagatedOver })
        target = propagatedOver
        break
      case 'edit-undone':
        lines.push({ ...line, before: target, after: replacedOver })
        target = replacedOver
        break
      default:
        lines.push({ ...line, ...saidOf(event, target) })
    }
  }
  return lines
}

/** What somebody gave as a reason, said or suggested; `target` is the English of then. */
function saidOf(event: DocumentEvent, target: string): Partial<StoryLine> {
  switch (event.type) {
    case 'segment-returned':
    case 'finding-waived':
      return { text: event.reason }
    case 'comment-added':
      return { text: event.text }
    case 'suggestion-made': {
      const suggested = { before: target, suggested: plain(event.target) }
      return event.text === undefined ? suggested : { ...suggested, text: event.text }
    }
    case 'issue-marked':
      return event.text === undefined ? {} : { text: event.text }
    case 'issue-removed':
    case 'suggestion-left':
      return event.reason === undefined ? {} : { text: event.reason }
    default:
      return {}
  }
}

/** Why the segment was last sent back, as long as nobody has approved it since; null if it was not. */
export function lastReturn(
  entries: readonly Entry<DocumentEvent>[],
): { readonly by: string; readonly at: string; readonly reason: string } | null {
  let last: { readonly by: string; readonly at: string; readonly reason: string } | null = null
  for (const { event, by, at } of entries) {
    if (event.type === 'segment-returned') last = { by, at, reason: event.reason }
    if (event.type === 'segment-revised' || event.type === 'segment-revised-again') last = null
  }
  return last
}

const judging: ReadonlySet<DocumentEvent['type']> = new Set([
  'segment-revised',
  'segment-revised-again',
  'segment-returned',
])

/** The English as it was when this person last judged the segment; null if they never did. */
export function lastReadBy(entries: readonly Entry<DocumentEvent>[], person: string): string | null {
  let target = ''
  let replacedOver = ''
  let read: string | null = null
  for (const { event, by } of entries) {
    if (event.type === 'segment-drafted') target = plain(event.draft.target)
    if (event.type === 'segment-edited' && event.act !== undefined) replacedOver = target
    if (event.type === 'segment-edited' || event.type === 'segment-propagated') target = plain(event.target)
    if (event.type === 'edit-undone') target = replacedOver
    // To let one finding stand is not yet to judge the sentence: what changed stays in sight until that is done.
    if (judging.has(event.type) && by === person) read = target
  }
  return read
}
