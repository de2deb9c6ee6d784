import type { BodyOf } from '../../../../src/contract/calls.ts'
import type { DocumentEvent, Entry } from '../../../../src/model/event.ts'
import type { Inline } from '../../../../src/model/inline.ts'
import type { ManyAct } from '../../../../src/model/many.ts'
import type { IssueCategory, IssueSeverity } from '../../../../src/model/quality.ts'
import { isRefusal, refuse } from '../../../../src/model/refusal.ts'
import { type Answer, call, type Failure, type Reply } from '../../../api.ts'
import type { Store } from '../../../interaction/store.ts'
import type { ChosenSide } from '../logic/chosen-words.ts'
import type { Autosaver } from './autosaver.ts'
import type { RoomView } from './room-view.ts'

/** The commands that name one segment and its version, by their routes. */
type CommandRoute =
  | 'translateSegment'
  | 'reviseSegment'
  | 'acceptWording'
  | 'returnSegment'
  | 'reopenSegment'
  | 'splitSegment'
  | 'joinSegment'
  | 'waiveFinding'
  | 'withdrawWaiver'

/** The routes of what is done to many segments at once; sending back takes a reason. */
const manyRoutes = {
  translate: 'confirmMany',
  approve: 'approveMany',
  reopen: 'reopenMany',
  'discard-draft': 'discardMany',
  'copy-source': 'copySources',
} as const

/** What somebody finds wrong with a sentence. */
export interface NewIssue {
  readonly category: IssueCategory
  readonly severity: IssueSeverity
  readonly text: string
  readonly on: ChosenSide | null
}

/** What a person does in a document, beside typing. Null: done. */
export interface DocumentCommands {
  /** Saves what is typed, then sends the command against the version that makes. */
  send<N extends CommandRoute>(name: N, segment: string, more: Omit<BodyOf<N>, 'base'>): Promise<Failure | null>
  /** `on`: words of the sentence, typed ones among them. */
  comment(
    segment: string,
    comment: {
      readonly text: string
      readonly blocking: boolean
      readonly mentions: readonly string[]
      readonly on: ChosenSide | null
    },
  ): Promise<Failure | null>
  /** Other English for a sentence, and why; and what becomes of what somebody suggested. */
  suggest(segment: string, target: Inline, text: string): Promise<Failure | null>
  takeSuggestion(segment: string, suggestion: string): Promise<Failure | null>
  leaveSuggestion(segment: string, suggestion: string, reason: string): Promise<Failure | null>
  /** Marks what is wrong with a sentence as it stands; and says that this is all there is, or takes that back. */
  markIssue(segment: string, issue: NewIssue): Promise<Failure | null>
  /** `reason`: of an approver who takes out somebody else's. */
  removeIssue(segment: string, issue: string, reason?: string): Promise<Failure | null>
  assess(segment: string): Promise<Failure | null>
  withdrawAssessment(segment: string): Promise<Failure | null>
  /** `reason`: of an approver who lifts somebody else's blocking comment. */
  resolve(segment: string, comment: string, reason?: string): Promise<Failure | null>
  /** Does one thing to many segments as they are, once what is typed in them is saved. */
  changeMany(act: ManyAct, segments: readonly string[], reason?: string): Promise<Answer<Reply<'confirmMany'>>>
  /** Confirms drafts that are exact in context, as they are. */
  confirmInContext(segments: readonly string[]): Promise<Failure | null>
}

export function documentCommands({
  document,
  view,
  autosaver,
  take,
  refresh,
}: {
  document: string
  view: Store<RoomView>
  autosaver: Autosaver
  take: (entries: readonly Entry<DocumentEvent>[]) => void
  refresh: () => Promise<void>
}): DocumentCommands {
  const taken = async (calling: Promise<Answer<Entries>>): Promise<Failure | null> => {
    const outcome = await calling
    if (outcome.type === 'reply') {
      take(outcome.reply.entries)
      return null
    }
    if (isRefusal(outcome) && outcome.code === 'segment-changed') await refresh()
    return outcome
  }
  const baseOf = (segment: string) =>
    Math.max(view.get().state.segments.get(segment)?.version ?? 0, autosaver.baseOf(segment))
  return {
    async send(name, segment, more) {
      const unsaved = await autosaver.flush(segment)
      if (unsaved !== null) return unsaved
      const state = view.get().state.segments.get(segment)
      if (state === undefined) return refuse('segment-removed', { segment })
      // biome-ignore lint/plugin/no-cast: the signature ties each name to its body; here one stands for all of them
      const route = name as 'reviseSegment'
      const body: BodyOf<'reviseSegment'> = { base: Math.max(state.version, autosaver.baseOf(segment)), ...more }
      return taken(call(route, { params: { document, segment }, body }))
    },
    async comment(segment, { text, blocking, mentions, on }) {
      const unsaved = on?.side === 'target' ? await autosaver.flush(segment) : null
      if (unsaved !== null) return unsaved
      const body = {
        text,
        ...(blocking && { blocking }),
        ...(mentions.length > 0 && { mentions: [...mentions] }),
        ...(on && { on: { side: on.side, from: on.words.from, words: on.words.text } }),
      }
      return taken(call('addComment', { params: { document, segment }, body }))
    },
    async suggest(segment, target, text) {
      const base = baseOf(segment)
      const body = { base, target: [...target], ...(text !== '' && { text }) }
      return taken(call('suggest', { params: { document, segment }, body }))
    },
    async takeSuggestion(segment, suggestion) {
      const unsaved = await autosaver.flush(segment)
      if (unsaved !== null) return unsaved
      const params = { document, segment, suggestion }
      return taken(call('takeSuggestion', { params, body: { base: baseOf(segment) } }))
    },
    leaveSuggestion(segment, suggestion, reason) {
      const params = { document, segment, suggestion }
      return taken(call('leaveSuggestion', { params, body: reason === '' ? {} : { reason } }))
    },
    async changeMany(act, segments, reason = '') {
      for (const segment of segments) {
        const unsaved = await autosaver.flush(segment)
        if (unsaved !== null) return unsaved
      }
      const { state } = view.get()
      const seen = segments.map((segment) => ({
        segment,
        base: Math.max(state.segments.get(segment)?.version ?? 0, autosaver.baseOf(segment)),
      }))
      const params = { document }
      const outcome = await (act === 'return'
        ? call('returnMany', { params, body: { segments: seen, reason } })
        : call(manyRoutes[act], { params, body: { segments: seen } }))
      if (outcome.type === 'reply') take(outcome.reply.entries)
      return outcome
    },
    confirmInContext: (segments) =>
      taken(call('confirmInContext', { params: { document }, body: { segments: [...segments] } })),
    ...judging({ document, autosaver, baseOf, taken }),
    resolve: (segment, comment, reason) => {
      const body = reason === undefined ? {} : { reason }
      return taken(call('resolveComment', { params: { document, segment, comment }, body }))
    },
  }
}

type Entries = { readonly entries: readonly Entry<DocumentEvent>[] }

/** How a person assesses sentences. */
function judging({
  document,
  autosaver,
  baseOf,
  taken,
}: {
  document: string
  autosaver: Autosaver
  baseOf: (segment: string) => number
  taken: (calling: Promise<Answer<Entries>>) => Promise<Failure | null>
}): Pick<DocumentCommands, 'markIssue' | 'removeIssue' | 'assess' | 'withdrawAssessment'> {
  return {
    async markIssue(segment, { category, severity, text, on }) {
      const unsaved = await autosaver.flush(segment)
      if (unsaved !== null) return unsaved
      const body = {
        base: baseOf(segment),
        category,
        severity,
        ...(text !== '' && { text }),
        ...(on && { on: { side: on.side, from: on.words.from, words: on.words.text } }),
      }
      return taken(call('markIssue', { params: { document, segment }, body }))
    },
    removeIssue: (segment, issue, reason) => {
      const body = reason === undefined ? {} : { reason }
      return taken(call('removeIssue', { params: { document, segment, issue }, body }))
    },
    async assess(segment) {
      const unsaved = await autosaver.flush(segment)
      if (unsaved !== null) return unsaved
      return taken(call('assessSegment', { params: { document, segment }, body: { base: baseOf(segment) } }))
    },
    withdrawAssessment: (segment) => taken(call('withdrawAssessment', { params: { document, segment } })),
  }
}
