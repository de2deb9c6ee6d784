import * as z from 'zod'
import { tokenScopes } from '../model/api-token.ts'
import { undraftedReasons } from '../model/draft.ts'
import type {
  CandidateEvent,
  DocumentEvent,
  Entry,
  Event,
  HeadsEvent,
  MemoryEvent,
  OutboxEvent,
  PeopleEvent,
  SettingsEvent,
  TermEvent,
} from '../model/event.ts'
import { absence, assignment } from './assignment.ts'
import { carriedOutbox } from './carried-outbox.ts'
import { document, draft, inline, memoryPair } from './document.ts'
import { exactly } from './exactly.ts'
import { chainHead } from './head.ts'
import { addressedNotice, mail } from './notice.ts'
import { revisionCount } from './office-steps.ts'
import { deliveryTry, queuedMessage } from './outbox.ts'
import { person, role } from './people.ts'
import { issueCategory, issueSeverity, sample } from './quality.ts'
import { figure, publicReason, release, seenFigure, signOff } from './release.ts'
import { storedSettings } from './settings.ts'
import { providerSettings } from './sign-in.ts'
import { commentedWords, taken } from './state.ts'
import { term } from './term.ts'

/**
 * Every kind of event as it is read from a journal, beside its type in `model/event.ts`: a kind that stands in one and
 * not in the other does not compile. What an entry holds beyond its schema stays in it, for its hash covers it.
 */

const text = z.string()

function event<Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
  return z.object({ type: z.literal(type), v: z.literal(1), ...shape })
}

/** An event that has had two versions of the same shape. */
function eventOfTwo<Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
  return z.object({ type: z.literal(type), v: z.union([z.literal(1), z.literal(2)]), ...shape })
}

const documentEvents = [
  event('document-imported', { document }),
  event('source-replaced', { document, made: z.record(z.string(), text) }),
  event('segment-split', { segment: text, at: z.int(), into: z.tuple([text, text]) }),
  event('segments-joined', { segments: z.tuple([text, text]), into: text }),
  event('segment-drafted', { segment: text, draft }),
  event('segment-undrafted', { segment: text, reason: z.enum(undraftedReasons) }),
  event('draft-discarded', { segment: text }),
  event('segment-edited', {
    segment: text,
    target: inline,
    act: text.exactOptional(),
    taken: z.array(text).exactOptional(),
  }),
  event('edit-undone', { segment: text, act: text }),
  event('segment-translated', { segment: text }),
  event('segment-propagated', {
    segment: text,
    from: text,
    target: inline,
    authors: z.array(text),
    taken: z.array(taken).exactOptional(),
  }),
  event('propagation-undone', { segment: text }),
  event('segment-revised', { segment: text }),
  event('segment-revised-again', { segment: text }),
  event('wording-accepted', { segment: text, reviser: text }),
  event('segment-returned', { segment: text, reason: text }),
  event('segment-reopened', { segment: text }),
  eventOfTwo('finding-waived', { segment: text, finding: text, reason: text }),
  event('waiver-withdrawn', { segment: text, finding: text }),
  event('comment-added', {
    segment: text,
    comment: text,
    text,
    blocking: z.literal(true).exactOptional(),
    on: commentedWords.exactOptional(),
    mentions: z.array(text).exactOptional(),
  }),
  event('comment-resolved', { segment: text, comment: text, reason: text.exactOptional() }),
  event('suggestion-made', {
    segment: text,
    suggestion: text,
    target: inline,
    text: text.exactOptional(),
    outside: z.object({ review: text, target: inline }).exactOptional(),
  }),
  event('suggestion-left', { segment: text, suggestion: text, reason: text.exactOptional() }),
  event('figures-confirmed', { segment: text, figures: z.array(seenFigure) }),
  event('document-signed', { signOff, figures: z.array(figure).exactOptional() }),
  event('document-released', { release }),
  event('release-withdrawn', { number: z.int(), name: text, reason: publicReason }),
  event('document-renamed', { name: text }),
  event('document-labelled', { labels: z.array(text) }),
  event('document-archived', {}),
  event('document-restored', {}),
  event('document-deleted', {}),
  event('review-sent', { review: text, name: text }),
  event('work-assigned', { assignment }),
  event('assignment-changed', { assignment: text, person: text, due: text.nullable() }),
  event('assignment-ended', { assignment: text }),
  event('revisions-asked', { revisions: revisionCount, segments: z.array(text).exactOptional() }),
  event('issue-marked', {
    segment: text,
    issue: text,
    category: issueCategory,
    severity: issueSeverity,
    text: text.exactOptional(),
    on: commentedWords.exactOptional(),
  }),
  event('issue-removed', { segment: text, issue: text, reason: text.exactOptional() }),
  event('segment-assessed', { segment: text }),
  event('assessment-withdrawn', { segment: text }),
  event('sample-drawn', { sample }),
] as const
const termEvents = [event('term-added', { term }), event('term-changed', { term })] as const
const candidateEvents = [
  event('candidate-dismissed', { form: text }),
  event('candidate-restored', { form: text }),
] as const
const peopleEvents = [
  event('person-added', { person }),
  event('person-renamed', { person: text, name: text }),
  event('roles-changed', { person: text, roles: z.array(role) }),
  event('person-deactivated', { person: text }),
  event('person-reactivated', { person: text }),
  event('person-invited', { person: text }),
  event('password-set', { person: text, by: z.enum(['link', 'present-password']) }),
  event('single-person-declared', { on: z.boolean() }),
  event('absence-set', { person: text, away: absence.nullable() }),
  event('token-made', {
    person: text,
    token: text,
    name: text,
    scopes: z.array(z.enum(tokenScopes)),
    expires: text,
  }),
  event('token-revoked', { person: text, token: text }),
  event('identity-linked', { person: text, issuer: text, subject: text }),
  event('identity-unlinked', { person: text, issuer: text, subject: text }),
  event('passkey-added', { person: text, passkey: text, name: text }),
  event('passkey-removed', { person: text, passkey: text, name: text }),
  event('recovery-asked', { person: text }),
  event('recovery-agreed', { person: text }),
  event('data-exported', { person: text }),
  event('erasure-asked', { person: text }),
  event('person-erased', { person: text, number: z.int().min(1) }),
  event('second-factor-set', { when: z.enum(['off', 'held', 'required']), roles: z.array(role) }),
  event('provider-set', { provider: providerSettings.nullable() }),
] as const
const memoryEvents = [
  event('memory-imported', { filename: text, sha256: text, pairs: z.array(memoryPair) }),
  event('memory-settled', {
    memory: text,
    name: text,
    penalty: z.number(),
    priority: z.number(),
    readOnly: z.boolean(),
  }),
  event('memory-pair-changed', { memory: text, pair: memoryPair, target: text.nullable() }),
  event('memory-removed', { memory: text }),
] as const
const settingsEvents = [
  event('settings-changed', { change: storedSettings }),
  event('signing-key-made', { key: text, earlier: z.array(text) }),
  event('signing-key-replaced', { key: text, replaces: text, signature: text.nullable() }),
] as const
const headsEvents = [event('heads-recorded', { heads: z.array(chainHead) })] as const
const outboxEvents = [
  event('journals-read', { documents: z.record(text, z.int()) }),
  event('messages-queued', { document: text, until: z.int(), messages: z.array(queuedMessage) }),
  event('delivery-tried', { message: text, to: text, outcome: deliveryTry, next: text.nullable() }),
  event('delivery-asked', { message: text, to: text }),
  event('receiver-resumed', { to: text }),
  event('receiver-removed', { to: text }),
  event('notices-begun', { documents: z.record(text, z.int()) }),
  event('notices-made', {
    document: text,
    until: z.int(),
    toSign: z.boolean().exactOptional(),
    notices: z.array(addressedNotice),
  }),
  event('day-begun', { day: text, notices: z.array(addressedNotice) }),
  event('notices-read', { person: text, notices: z.array(text) }),
  event('mail-queued', { mail }),
  event('mail-tried', { mail: text, outcome: deliveryTry, next: text.nullable() }),
  event('mail-resumed', {}),
  event('mail-stopped', {}),
  event('outbox-carried', { outbox: carriedOutbox }),
] as const

/** The kinds of event of a document. Each has words under `event` in `ui.json` of every language. */
export const documentEventTypes = documentEvents.map(({ shape }) => shape.type.value)

export const documentEvent = exactly<DocumentEvent>()(z.discriminatedUnion('type', documentEvents))
export const termbaseEvent = exactly<TermEvent | CandidateEvent>()(
  z.discriminatedUnion('type', [...termEvents, ...candidateEvents]),
)
export const peopleEvent = exactly<PeopleEvent>()(z.discriminatedUnion('type', peopleEvents))
export const memoryEvent = exactly<MemoryEvent>()(z.discriminatedUnion('type', memoryEvents))
export const settingsEvent = exactly<SettingsEvent>()(z.discriminatedUnion('type', settingsEvents))
export const headsEvent = exactly<HeadsEvent>()(z.discriminatedUnion('type', headsEvents))
export const outboxEvent = exactly<OutboxEvent>()(z.discriminatedUnion('type', outboxEvents))
export const anyEvent = exactly<Event>()(
  z.discriminatedUnion('type', [
    ...documentEvents,
    ...termEvents,
    ...candidateEvents,
    ...peopleEvents,
    ...memoryEvents,
    ...settingsEvents,
    ...headsEvents,
    ...outboxEvents,
  ]),
)

const place = {
  sequence: z.int().min(1),
  at: text,
  by: text,
  clock: text.exactOptional(),
  previous: text,
  hash: text,
}

/** An entry of a document's journal. */
export const documentEntry = exactly<Entry<DocumentEvent>>()(
  z.object({ ...place, event: documentEvent }).meta({ id: 'DocumentEntry' }),
)

/** An entry of the termbase about a term, with the display name of whoever it is by. */
export const namedTermEntry = exactly<Entry<TermEvent> & { readonly name: string }>()(
  z.object({ ...place, event: z.discriminatedUnion('type', termEvents), name: text }).meta({ id: 'NamedTermEntry' }),
)
