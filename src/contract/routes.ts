import * as z from 'zod'
import type { Entry } from '../model/event.ts'
import type { Finding } from '../model/finding.ts'
import type { Person } from '../model/people.ts'
import { roles } from '../model/people.ts'
import { figureVerdicts } from '../model/release.ts'
import { datePattern, partsOfSpeech, renderingStatuses, type Term, termStatuses } from '../model/term.ts'
import { route } from './route.ts'
import type {
  CandidatesView,
  ConcordanceView,
  DocumentSummary,
  DocumentView,
  DraftingStatus,
  EngineSettingsView,
  FigureSheetView,
  MatchesView,
  ReleaseView,
  SessionView,
  SignOffSheet,
  TermHistoryView,
  TermImpactView,
  TermImportView,
  TermsView,
  WorkspaceSettings,
} from './views.ts'

const text = z.string().max(20_000)
const short = z.string().trim().max(500)
const base = z.int().min(0)
const password = z.string().min(1).max(500)
const inline = z
  .array(z.union([text, z.object({ type: z.enum(['open', 'close', 'alone']), id: short, data: short })]))
  .max(1000)
const rendering = z.object({ text: short.min(1), status: z.enum(renderingStatuses) })
/**
 * A term as a person writes it: the id is given by the server. What is optional and not named stays as it is in a
 * term that is changed; an empty text or list takes it away.
 */
export const termFields = z.object({
  source: z.array(short.min(1)).min(1).max(50),
  renderings: z.array(rendering).min(1).max(50),
  status: z.enum(termStatuses),
  domain: short,
  note: z.string().trim().max(5000),
  authority: z.string().trim().max(2000),
  definition: z.string().trim().max(5000).exactOptional(),
  partOfSpeech: z.enum(partsOfSpeech).exactOptional(),
  laterMention: short.exactOptional(),
  abbreviation: short.exactOptional(),
  inflections: z.array(short.min(1)).max(50).exactOptional(),
  notBefore: z.array(short.min(1)).max(200).exactOptional(),
  notAfter: z.array(short.min(1)).max(200).exactOptional(),
  owner: short.exactOptional(),
  authorityDate: z.union([z.literal(''), z.string().trim().regex(datePattern)]).exactOptional(),
})

/** How many sentences a reply lists at most. */
const limit = z.coerce.number().int().min(0).max(500).default(500)

const segment = '/api/documents/:document/segments/:segment'
interface Appended {
  readonly entries: readonly Entry[]
}

/** The whole API, by name. Server and review room share it; the command line speaks it when a server holds the workspace. */
export const routes = {
  session: route<SessionView>()({ method: 'GET', path: '/api/session', access: 'anyone' }),
  signIn: route<SessionView>()({
    method: 'POST',
    path: '/api/session',
    access: 'anyone',
    body: z.object({ login: short, password }),
  }),
  signOut: route<{ readonly done: true }>()({ method: 'DELETE', path: '/api/session', access: 'signed-in' }),
  /** Who a one-time link is for; the token is in the body so that it stands in no log. */
  invitation: route<{ readonly login: string; readonly name: string }>()({
    method: 'POST',
    path: '/api/invitation',
    access: 'anyone',
    body: z.object({ token: short }),
  }),
  acceptInvitation: route<SessionView>()({
    method: 'POST',
    path: '/api/invitation/accept',
    access: 'anyone',
    body: z.object({ token: short, password }),
  }),
  changePassword: route<{ readonly done: true }>()({
    method: 'PUT',
    path: '/api/session/password',
    access: 'signed-in',
    body: z.object({ current: password, next: password }),
  }),

  documents: route<{ readonly documents: readonly DocumentSummary[] }>()({
    method: 'GET',
    path: '/api/documents',
    access: 'read',
  }),
  importDocument: route<{
    readonly id: string
    readonly title: string
    readonly blocks: number
    readonly segments: number
    readonly notices: readonly string[]
  }>()({
    method: 'POST',
    path: '/api/documents',
    access: 'import-document',
    bytes: true,
    query: z.object({ filename: short.min(1) }),
  }),
  document: route<DocumentView>()({ method: 'GET', path: '/api/documents/:document', access: 'read' }),
  /** Every finding that stands in the document, waived ones marked. */
  findings: route<{ readonly findings: readonly (Finding & { readonly waived: boolean })[] }>()({
    method: 'GET',
    path: '/api/documents/:document/findings',
    access: 'read',
  }),
  /** Server-sent events of `DocumentNews`. */
  documentStream: route<never>()({
    method: 'GET',
    path: '/api/documents/:document/stream',
    access: 'read',
    query: z.object({ after: z.coerce.number().int().min(0), segment: short.exactOptional() }),
  }),
  /** Tells the others which segment one is on. */
  presence: route<{ readonly done: true }>()({
    method: 'POST',
    path: '/api/documents/:document/presence',
    access: 'read',
    body: z.object({ segment: short.nullable() }),
  }),
  exportDocument: route<never>()({
    method: 'GET',
    path: '/api/documents/:document/export/:format',
    access: 'read',
  }),

  editSegment: route<Appended>()({
    method: 'PUT',
    path: segment,
    access: 'edit',
    body: z.object({ base, target: inline }),
  }),
  /** Confirms the present target, or `target` when it comes along, as one's own translation. */
  translateSegment: route<Appended>()({
    method: 'POST',
    path: `${segment}/translate`,
    access: 'translate',
    body: z.object({ base, target: inline.exactOptional() }),
  }),
  reviseSegment: route<Appended>()({
    method: 'POST',
    path: `${segment}/revise`,
    access: 'revise',
    body: z.object({ base }),
  }),
  returnSegment: route<Appended>()({
    method: 'POST',
    path: `${segment}/return`,
    access: 'return',
    body: z.object({ base, reason: text }),
  }),
  /** Takes a confirmation back: translated to initial by its author, reviewed to translated by its reviser. */
  reopenSegment: route<Appended>()({
    method: 'POST',
    path: `${segment}/reopen`,
    access: 'reopen',
    body: z.object({ base }),
  }),
  splitSegment: route<Appended>()({
    method: 'POST',
    path: `${segment}/split`,
    access: 'split',
    body: z.object({ base, at: z.int().min(1) }),
  }),
  /** Joins a segment with the one after it in the same block. */
  joinSegment: route<Appended>()({
    method: 'POST',
    path: `${segment}/join`,
    access: 'join',
    body: z.object({ base, nextBase: base }),
  }),
  waiveFinding: route<Appended>()({
    method: 'POST',
    path: `${segment}/waivers`,
    access: 'waive',
    body: z.object({ base, finding: z.string().max(5000), reason: text }),
  }),
  withdrawWaiver: route<Appended>()({
    method: 'POST',
    path: `${segment}/waivers/withdraw`,
    access: 'withdraw-waiver',
    body: z.object({ base, finding: z.string().max(5000) }),
  }),
  /** Confirms all figures of a segment by name, as they were seen: others than those are refused. */
  confirmFigures: route<Appended>()({
    method: 'POST',
    path: `${segment}/figures`,
    access: 'confirm-figures',
    body: z.object({
      figures: z
        .array(z.object({ source: text, target: text, verdict: z.enum(figureVerdicts) }))
        .min(1)
        .max(5000),
    }),
  }),
  addComment: route<Appended>()({
    method: 'POST',
    path: `${segment}/comments`,
    access: 'comment',
    body: z.object({ text }),
  }),
  resolveComment: route<Appended>()({
    method: 'POST',
    path: `${segment}/comments/:comment/resolve`,
    access: 'resolve-comment',
    body: z.object({}),
  }),
  segmentHistory: route<{ readonly entries: readonly Entry[] }>()({
    method: 'GET',
    path: `${segment}/history`,
    access: 'read',
  }),
  segmentMatches: route<MatchesView>()({ method: 'GET', path: `${segment}/matches`, access: 'read' }),

  startDrafting: route<DraftingStatus>()({
    method: 'POST',
    path: '/api/documents/:document/drafting',
    access: 'draft',
    body: z.object({}),
  }),
  stopDrafting: route<DraftingStatus>()({
    method: 'DELETE',
    path: '/api/documents/:document/drafting',
    access: 'draft',
  }),

  figureSheet: route<FigureSheetView>()({
    method: 'GET',
    path: '/api/documents/:document/figures',
    access: 'read',
  }),
  signOffSheet: route<SignOffSheet>()({
    method: 'GET',
    path: '/api/documents/:document/sign-off',
    access: 'read',
  }),
  signOff: route<Appended>()({
    method: 'POST',
    path: '/api/documents/:document/sign-off',
    access: 'sign',
    body: z.object({ sequence: base }),
  }),
  publish: route<ReleaseView>()({
    method: 'POST',
    path: '/api/documents/:document/releases',
    access: 'publish',
    body: z.object({}),
  }),
  releases: route<{ readonly releases: readonly ReleaseView[] }>()({
    method: 'GET',
    path: '/api/releases',
    access: 'read',
  }),

  concordance: route<ConcordanceView>()({
    method: 'GET',
    path: '/api/memory',
    access: 'read',
    query: z.object({ text: short.min(1) }),
  }),
  importMemory: route<{ readonly pairs: number; readonly skipped: number }>()({
    method: 'POST',
    path: '/api/memory',
    access: 'import-memory',
    bytes: true,
    query: z.object({ filename: short.min(1) }),
  }),

  terms: route<TermsView>()({ method: 'GET', path: '/api/terms', access: 'read' }),
  addTerm: route<{ readonly term: Term }>()({
    method: 'POST',
    path: '/api/terms',
    access: 'propose-term',
    body: z.object({ term: termFields }),
  }),
  /** `base` is the number of changes the term had when it was read. Approving and retiring are the terminologist's. */
  changeTerm: route<{ readonly term: Term }>()({
    method: 'PUT',
    path: '/api/terms/:term',
    access: 'decide-term',
    body: z.object({ base, term: termFields }),
  }),
  /** What a change would touch, before it is saved; `id` null asks of one that is new. Writes nothing. */
  previewTermImpact: route<TermImpactView>()({
    method: 'POST',
    path: '/api/terms/impact',
    access: 'propose-term',
    body: z.object({ id: short.nullable(), term: termFields, limit }),
  }),
  /** What the last change of a term touches in the documents as they are now. */
  termImpact: route<TermImpactView>()({
    method: 'GET',
    path: '/api/terms/:term/impact',
    access: 'read',
    query: z.object({ limit }),
  }),
  termHistory: route<TermHistoryView>()({ method: 'GET', path: '/api/terms/:term/history', access: 'read' }),
  /** As `csv`, `xlsx` or `tbx`. */
  exportTerms: route<never>()({ method: 'GET', path: '/api/terms/export/:format', access: 'read' }),
  /** `dryRun` says what the file would do, and does nothing. */
  importTerms: route<TermImportView>()({
    method: 'POST',
    path: '/api/terms/import',
    access: 'import-terms',
    bytes: true,
    query: z.object({ filename: short.min(1), dryRun: z.stringbool().exactOptional() }),
  }),

  /** Forms that may be terms, of one document or of all; read by another thread, one call at a time. */
  termCandidates: route<CandidatesView>()({
    method: 'GET',
    path: '/api/terms/candidates',
    access: 'extract-terms',
    query: z.object({ document: short.min(1).exactOptional(), limit: z.coerce.number().int().min(1).max(1000) }),
  }),
  dismissCandidate: route<{ readonly done: true }>()({
    method: 'POST',
    path: '/api/terms/candidates/dismiss',
    access: 'extract-terms',
    body: z.object({ form: short.min(1) }),
  }),
  restoreCandidate: route<{ readonly done: true }>()({
    method: 'POST',
    path: '/api/terms/candidates/restore',
    access: 'extract-terms',
    body: z.object({ form: short.min(1) }),
  }),

  people: route<{ readonly people: readonly Person[]; readonly singlePerson: boolean }>()({
    method: 'GET',
    path: '/api/people',
    access: 'read',
  }),
  addPerson: route<{ readonly person: Person; readonly link: string }>()({
    method: 'POST',
    path: '/api/people',
    access: 'manage-people',
    body: z.object({ login: short.min(1), name: short.min(1), roles: z.array(z.enum(roles)).max(5) }),
  }),
  changePerson: route<{ readonly person: Person }>()({
    method: 'PUT',
    path: '/api/people/:person',
    access: 'manage-people',
    body: z.object({ name: short.min(1), roles: z.array(z.enum(roles)).max(5), active: z.boolean() }),
  }),
  /** A new one-time link, for a password forgotten. */
  invite: route<{ readonly link: string }>()({
    method: 'POST',
    path: '/api/people/:person/invitation',
    access: 'manage-people',
    body: z.object({}),
  }),
  declareSinglePerson: route<{ readonly singlePerson: boolean }>()({
    method: 'PUT',
    path: '/api/single-person',
    access: 'manage-people',
    body: z.object({ on: z.boolean() }),
  }),

  settings: route<{
    readonly settings: WorkspaceSettings
    readonly engine: EngineSettingsView
    readonly key: string
  }>()({ method: 'GET', path: '/api/settings', access: 'read' }),
  /** Changes what is in the body and leaves the rest as it is. */
  changeSettings: route<{ readonly settings: WorkspaceSettings }>()({
    method: 'PUT',
    path: '/api/settings',
    access: 'change-settings',
    body: z.object({
      office: z.object({ zh: short, en: short }).exactOptional(),
      contact: short.exactOptional(),
      timeZone: short.exactOptional(),
      address: short.exactOptional(),
      statement: z.object({ zh: text, en: text }).exactOptional(),
      style: z
        .object({
          money: z.enum(['yuan', 'RMB', 'CNY']).exactOptional(),
          smallInWords: z.boolean().exactOptional(),
          muWithHectares: z.boolean().exactOptional(),
          dialect: z.enum(['american', 'british']).exactOptional(),
        })
        .exactOptional(),
    }),
  }),
  changeEngine: route<{ readonly engine: EngineSettingsView }>()({
    method: 'PUT',
    path: '/api/settings/engine',
    access: 'change-settings',
    body: z.object({
      active: z.enum(['memory', 'google', 'openai-compatible']),
      google: z.object({ project: short, location: short, glossary: short }),
      /** `key` absent keeps the one that is set. */
      openai: z.object({ baseUrl: short, model: short, key: z.string().max(1000).exactOptional() }),
    }),
  }),
}

export type RouteName = keyof typeof routes
