import * as z from 'zod'
import { type AccountEntry, accountActs } from '../model/account-record.ts'
import { codeFaultTypes } from '../model/code-faults.ts'
import { coverageBands } from '../model/coverage.ts'
import { undraftedReasons } from '../model/draft.ts'
import type { Spending } from '../model/engine.ts'
import { findingCodes } from '../model/finding.ts'
import { type ImportNotice, importNoticeCodes } from '../model/import-notice.ts'
import { modelParts, type OfflineModelState, offlineModelNames } from '../model/offline-model.ts'
import { roles } from '../model/people.ts'
import type { PostEdits } from '../model/post-edit.ts'
import { rowProblemNames } from '../model/returned.ts'
import { type ColumnLook, type TableLook, termColumns } from '../model/table-choice.ts'
import {
  blockKind,
  draft,
  finding,
  inline,
  match,
  memoryPair,
  span,
  tableChoice,
  waivableFinding,
} from '../schemas/document.ts'
import { engineAnswered, engineFailure, engineMonth } from '../schemas/engine-record.ts'
import { documentEntry, namedTermEntry } from '../schemas/event.ts'
import { exactly } from '../schemas/exactly.ts'
import { person, refusal } from '../schemas/people.ts'
import { figure, publicReason, signOff, staleness } from '../schemas/release.ts'
import {
  callsAtOnce,
  dialectChoice,
  engineName,
  googleSettings,
  price,
  workspaceSettings,
} from '../schemas/settings.ts'
import { documentState, documentStateAlone, packedSegments, segmentStateName } from '../schemas/state.ts'
import { term, termMember, termStatus } from '../schemas/term.ts'
import type {
  CandidatesView,
  CandidateView,
  CoverageView,
  DamagedDocument,
  DiscardedDrafts,
  DocumentLook,
  DocumentSummary,
  DocumentView,
  DraftingForecast,
  DraftingStatus,
  EngineSettingsView,
  EnginesView,
  EngineTrial,
  FigureSheetView,
  FormatsView,
  ImportedMemoryView,
  LocalServer,
  OtherDraft,
  PackedView,
  ReleaseView,
  ReturnsTaken,
  ReturnsView,
  SessionView,
  SheetChanges,
  SheetComment,
  SheetWork,
  SignOffSheet,
  TermImpactView,
  TermImportView,
  VersionView,
} from './views.ts'

/** The schemas of the replies of routes, each of exactly the type in `views.ts`. Tests check every reply against them. */

const text = z.string()
const texts = z.array(text)
const count = z.int().min(0)
const codeAndParams = z.object({ code: text, params: z.record(text, text) })
const notices = z
  .array(exactly<ImportNotice>()(z.object({ code: z.enum(importNoticeCodes), params: z.record(text, text) })))
  .readonly()
const signOffStatus = z.enum(['never', 'signed', 'stale'])
const stateCounts = z.record(segmentStateName, count)

export const done = z.object({ done: z.literal(true) })
export const appended = z.object({ entries: z.array(documentEntry).readonly() })

export const session = exactly<SessionView>()(
  z
    .object({ person: person.nullable(), workspace: workspaceSettings, engine: text, singlePerson: z.boolean() })
    .meta({ id: 'Session' }),
)

const documentSummary = exactly<DocumentSummary>()(
  z
    .object({
      id: text,
      title: text,
      english: text,
      name: text,
      filename: text,
      importedAt: text,
      importedBy: text,
      segments: count,
      states: stateCounts,
      errors: count,
      warnings: count,
      signOff: signOffStatus,
      signedAt: text.nullable(),
      releases: count,
      changedAt: text,
      open: count,
      turns: z.object({ translator: count, reviser: count }),
      mine: count,
      toSign: z.boolean(),
      drafts: z.object({ memory: count, machine: count, file: count }),
      returned: z.object({ count, by: text, at: text, reason: text }).nullable(),
      translators: texts,
      revisers: texts,
      approver: text.nullable(),
      archived: z.object({ by: text, at: text }).nullable(),
    })
    .meta({ id: 'DocumentSummary' }),
)
const damagedDocument = exactly<DamagedDocument>()(
  z.object({ id: text, title: text.nullable(), refusal: codeAndParams.nullable() }).meta({ id: 'DamagedDocument' }),
)
export const documents = z.object({
  documents: z.array(documentSummary).readonly(),
  damaged: z.array(damagedDocument).readonly(),
})

export const importedDocument = z.object({
  id: text,
  title: text,
  blocks: count,
  segments: count,
  notices,
})

const sentenceCounts = z.object({
  before: count,
  now: count,
  unchanged: count,
  moved: count,
  changed: count,
  new: count,
  removed: count,
})

const columnLook = exactly<ColumnLook>()(
  z.object({
    column: text,
    heading: text,
    sort: z.enum(['chinese', 'english', 'other', 'empty']),
    share: count,
    characters: count,
    term: z.enum(termColumns).nullable(),
  }),
)

export const tableLook = exactly<TableLook>()(
  z
    .object({
      type: z.literal('table-look'),
      sheets: texts,
      table: tableChoice,
      columns: z.array(columnLook),
      rows: z.array(z.object({ line: count, cells: texts })),
      count,
    })
    .meta({ id: 'TableLook' }),
)

const named = z.object({ id: text, title: text })

export const documentLook = exactly<DocumentLook>()(
  z.object({
    content: z
      .object({
        format: text,
        title: text,
        segments: count,
        codes: count,
        kinds: z.partialRecord(blockKind, count),
        blocks: z.array(z.object({ kind: blockKind, level: z.int().exactOptional(), text: inline })),
        more: count,
        notices,
        twin: named.nullable(),
        like: named.extend({ same: count }).nullable(),
      })
      .nullable(),
    refusal: refusal.nullable(),
    table: tableLook.nullable(),
  }),
)

export const versionView = exactly<VersionView>()(
  z.object({
    sequence: count,
    filename: text,
    notices,
    counts: sentenceCounts,
    changes: z.array(
      z.object({
        type: z.enum(['unchanged', 'moved', 'changed', 'new', 'removed']),
        id: text,
        now: text.nullable(),
        was: z.object({ source: text, target: text }).exactOptional(),
      }),
    ),
    more: count,
  }),
)

export const returnsView = exactly<ReturnsView>()(
  z.object({
    filename: text,
    at: text,
    sequence: count,
    notices,
    counts: z.object({
      rows: count,
      unchanged: count,
      moved: count,
      edit: count,
      conflict: count,
      confirm: count,
      confirmed: count,
      comments: count,
      problems: count,
    }),
    changes: z.array(
      z.object({
        type: z.enum(['edit', 'conflict', 'confirm']),
        segment: text,
        version: count,
        confirmed: z.boolean(),
        authors: texts,
        errors: z.array(z.object({ code: z.enum(findingCodes), params: z.record(text, text) })),
        state: segmentStateName,
        source: text,
        went: text,
        now: text,
        target: text,
      }),
    ),
    comments: z.array(z.object({ segment: text, text })),
    problems: z.array(
      z.object({
        type: z.enum(rowProblemNames),
        segment: text,
        after: text.exactOptional(),
        source: text,
        target: text,
        others: texts,
        faults: z.array(z.object({ type: z.enum(codeFaultTypes), code: text })),
        comments: texts,
      }),
    ),
    more: count,
  }),
)

export const returnsTaken = exactly<ReturnsTaken>()(
  z.object({ edited: count, confirmed: count, comments: count, left: count }),
)

const spending = exactly<Spending>()(
  z.object({
    engine: text,
    requests: count,
    characters: count,
    inputTokens: count,
    outputTokens: count,
    microdollars: z.number().nullable(),
  }),
)

export const draftingStatus = exactly<DraftingStatus>()(
  z
    .object({
      running: z.boolean(),
      done: count,
      total: count,
      without: count,
      tooLong: count,
      undrafted: z.array(z.object({ segment: text, reason: z.enum(undraftedReasons) })),
      repaired: count,
      open: count,
      engine: text,
      startedAt: text,
      spending: z.array(spending),
      waiting: codeAndParams.extend({ milliseconds: z.number() }).exactOptional(),
      refused: codeAndParams.exactOptional(),
    })
    .meta({ id: 'DraftingStatus' }),
)

export const draftingForecast = exactly<DraftingForecast>()(
  z
    .object({
      engine: text.nullable(),
      second: text.nullable(),
      segments: count,
      fromMemory: count,
      repeated: count,
      toEngine: count,
      characters: count,
      microdollars: z.number().exactOptional(),
    })
    .meta({ id: 'DraftingForecast' }),
)

export const discardedDrafts = exactly<DiscardedDrafts>()(z.object({ discarded: z.array(text), touched: count }))

export const otherDraft = exactly<OtherDraft>()(z.object({ draft: draft.nullable(), spending: z.array(spending) }))

const askedAndMet = z.object({ asked: count, met: count })
export const engineTrial = exactly<EngineTrial>()(
  z.object({
    source: text,
    target: text.nullable(),
    terms: askedAndMet.exactOptional(),
    figures: askedAndMet.exactOptional(),
    calls: count.exactOptional(),
    spending: z.array(spending),
  }),
)

/** Names of documents by the source that drafts and pairs of the memory name. */
const sourceNames = z.record(text, text)

const besideState = {
  terms: z.array(term),
  covered: z.array(term),
  words: texts,
  people: z.array(z.object({ id: text, name: text, roles: z.array(z.enum(roles)).readonly() })),
  sources: sourceNames,
  drafting: draftingStatus.nullable(),
  signOff: signOffStatus,
  staleness: staleness.nullable(),
  singlePerson: z.boolean(),
}

export const documentView = exactly<DocumentView>()(
  z.object({ state: documentState, ...besideState }).meta({ id: 'DocumentView' }),
)

export const packedView = exactly<PackedView>()(
  z.object({ state: documentStateAlone, segments: packedSegments, ...besideState }).meta({ id: 'PackedView' }),
)

export const findings = z.object({
  findings: z.array(waivableFinding).readonly(),
  /** How many segments were checked, for which kinds of finding, and by which version of the checks. */
  checked: z.object({ segments: count, checks: z.array(z.enum(findingCodes)).readonly(), checker: text }),
})
export const history = z.object({ entries: z.array(documentEntry).readonly() })
export const matches = z.object({ matches: z.array(match).readonly(), sources: sourceNames })

const nameAndInstant = z.object({ name: text, at: text })

const sheetComment = exactly<SheetComment>()(
  z.object({
    segment: text,
    id: text,
    text,
    name: text,
    at: text,
    blocking: z.boolean(),
    resolved: z.object({ name: text, at: text, reason: text }).nullable(),
    lift: z.enum(['own', 'with-reason']).nullable(),
  }),
)

const sheetWork = exactly<SheetWork>()(
  z.object({
    name: text,
    did: z.enum(['translated', 'revised']),
    sinceSigning: z.boolean(),
    sentences: count,
    from: text,
    to: text,
    milliseconds: z.number().nullable(),
    median: z.number().nullable(),
    hasty: z.boolean(),
    segments: texts,
    ticks: z.array(z.number()),
  }),
)

const beforeAndAfter = z.object({ before: text, after: text })
const sheetChange = z.object({
  segment: text,
  change: z.enum(['source', 'target', 'both', 'added', 'removed']),
  source: beforeAndAfter,
  target: beforeAndAfter,
  changed: nameAndInstant.nullable(),
  revised: nameAndInstant.nullable(),
  reasons: z.array(z.object({ name: text, at: text, text })),
})

const sheetChanges = exactly<SheetChanges>()(
  z.object({
    sentences: z.array(sheetChange),
    terms: z.array(
      z.object({
        term: text,
        source: text,
        before: text.nullable(),
        after: text,
        status: termStatus,
        authority: text,
        name: text,
        at: text,
        sentences: z.array(sheetChange),
      }),
    ),
    same: count,
  }),
)

export const signOffSheet = exactly<SignOffSheet>()(
  z
    .object({
      sequence: count,
      coverage: z.object({ segments: count, states: stateCounts }),
      open: z.array(
        z.object({
          segment: text,
          reason: z.enum(['comment-blocking', 'untranslated', 'unreviewed', 'error', 'returned', 'figure-unconfirmed']),
          comment: text.exactOptional(),
          code: text.exactOptional(),
          params: z.record(text, text).exactOptional(),
        }),
      ),
      warnings: count,
      figures: z.array(figure),
      terms: z.array(
        z.object({ id: text, source: text, target: text, status: termStatus, segments: texts, missed: count }),
      ),
      waivers: z.array(z.object({ segment: text, finding: text, reason: text, name: text, at: text })),
      people: z.array(z.object({ name: text, translated: count, revised: count })),
      comments: z.array(sheetComment),
      work: z.array(sheetWork),
      changes: sheetChanges.nullable(),
      accounts: z.array(
        z.object({
          at: text,
          act: z.enum(accountActs),
          by: text.nullable(),
          person: text.nullable(),
          roles: z.array(z.enum(roles)).exactOptional(),
        }),
      ),
      officeNamed: z.boolean(),
      accepted: count,
      drafts: z.array(z.object({ origin: text, segments: count })),
      signOff: signOff.nullable(),
      status: signOffStatus,
      staleness: staleness.nullable(),
      refusal: codeAndParams.nullable(),
    })
    .meta({ id: 'SignOffSheet' }),
)

export const figureSheet = exactly<FigureSheetView>()(
  z
    .object({
      title: text,
      segments: z.array(
        z.object({
          id: text,
          number: count,
          source: text,
          target: text,
          figures: z.array(figure),
          refusal: codeAndParams.nullable(),
          own: z.boolean(),
        }),
      ),
      signOff: z.object({ name: text, at: text }).nullable(),
      status: signOffStatus,
    })
    .meta({ id: 'FigureSheet' }),
)

export const releaseView = exactly<ReleaseView>()(
  z
    .object({
      document: text,
      title: text,
      number: count,
      at: text,
      by: text,
      errata: count,
      path: text,
      withdrawn: z.object({ at: text, by: text, reason: publicReason }).nullable(),
    })
    .meta({ id: 'ReleaseSummary' }),
)
export const releases = z.object({ releases: z.array(releaseView).readonly() })

export const concordance = z.object({ pairs: z.array(memoryPair).readonly(), sources: sourceNames })
export const importedMemory = z.object({ pairs: count, skipped: count, codes: count, notices })
const amount = z.object({ segments: count, characters: count })
export const coverage = exactly<CoverageView>()(
  z
    .object({
      total: amount,
      bands: z.record(z.enum(coverageBands), amount),
      prices: z.array(z.object({ engine: text, characters: count, microdollars: count })),
    })
    .meta({ id: 'Coverage' }),
)

const postEditShape = {
  segments: count,
  unchanged: count,
  edits: count,
  characters: count,
  distance: z.number(),
}
const namedPostEdits = z.array(z.object({ name: text, ...postEditShape }))
export const postEdits = exactly<PostEdits>()(
  z
    .object({
      total: z.object(postEditShape),
      by: z.object({ engine: namedPostEdits, document: namedPostEdits, person: namedPostEdits }),
    })
    .meta({ id: 'PostEdits' }),
)

export const memories = z.object({
  memories: z
    .array(
      exactly<ImportedMemoryView>()(
        z
          .object({
            id: text,
            name: text,
            origin: text,
            at: text,
            by: text,
            pairs: count,
            penalty: z.number(),
            priority: z.number(),
            readOnly: z.boolean(),
          })
          .meta({ id: 'ImportedMemory' }),
      ),
    )
    .readonly(),
})

export const terms = z.object({
  terms: z.array(term).readonly(),
  changes: z.record(text, z.object({ at: text, name: text, count }).readonly()).readonly(),
})
export const oneTerm = z.object({ term })
export const termHistory = z.object({ entries: z.array(namedTermEntry).readonly() })

const candidate = exactly<CandidateView>()(
  z
    .object({
      form: text,
      frequency: count,
      score: z.number(),
      nestedIn: texts,
      retired: z.boolean(),
      english: z.object({ text, found: z.enum(['alone', 'among']), pairs: count, of: count }).nullable(),
      contexts: z.array(
        z.object({ document: text, segment: text, number: count, text, spans: z.array(span), english: text }),
      ),
    })
    .meta({ id: 'Candidate' }),
)

export const candidates = exactly<CandidatesView>()(
  z
    .object({
      documents: z.array(z.object({ id: text, title: text })),
      segments: count,
      left: count,
      candidates: z.array(candidate),
      dismissed: z.array(z.object({ form: text, at: text, name: text })),
    })
    .meta({ id: 'Candidates' }),
)

export const termImpact = exactly<TermImpactView>()(
  z
    .object({
      term,
      before: term.nullable(),
      changed: z.object({ at: text, name: text }).nullable(),
      documents: z.array(
        z.object({
          id: text,
          title: text,
          signOff: signOffStatus,
          release: z.object({ number: count, path: text, touched: count, open: count }).nullable(),
          touched: count,
          open: count,
          segments: z.array(
            z.object({
              id: text,
              number: count,
              state: segmentStateName,
              version: count,
              draft: z.boolean(),
              source: text,
              places: z.array(span),
              target: inline,
              proposal: inline.nullable(),
              findings: z.array(finding),
            }),
          ),
          inOrder: z.array(z.object({ id: text, number: count })),
        }),
      ),
      touched: count,
      open: count,
      listed: count,
    })
    .meta({ id: 'TermImpact' }),
)

export const formats = exactly<FormatsView>()(
  z
    .object({
      documents: texts.readonly(),
      memories: texts.readonly(),
      glossaries: texts.readonly(),
      returns: texts.readonly(),
      ownShapes: texts.readonly(),
    })
    .meta({ id: 'Formats' }),
)

export const termImport = exactly<TermImportView>()(
  z
    .object({
      rows: count,
      added: count,
      changed: count,
      same: count,
      refused: count,
      asProposed: count,
      changes: z.array(z.object({ at: count, form: text, members: z.array(termMember) })),
      refusals: z.array(z.object({ at: count, form: text, refusal })),
      notices,
    })
    .meta({ id: 'TermImport' }),
)

const accountEntry = exactly<AccountEntry>()(
  z.object({
    at: text,
    act: z.enum(accountActs),
    by: text.nullable(),
    person: text.nullable(),
    roles: z.array(z.enum(roles)).readonly().exactOptional(),
    address: text.exactOptional(),
    route: text.exactOptional(),
  }),
)

export const accountRecord = z.object({ entries: z.array(accountEntry).readonly(), more: z.boolean() })
export const people = z.object({ people: z.array(person).readonly(), singlePerson: z.boolean() })

const engineSettingsView = exactly<EngineSettingsView>()(
  z
    .object({
      active: engineName,
      chosen: z.boolean(),
      second: engineName.nullable(),
      onDemand: z.array(engineName),
      prices: z.partialRecord(engineName, price),
      consents: z.array(z.object({ to: text, name: text, at: text })),
      offline: z.object({ threads: callsAtOnce.nullable(), model: text.nullable() }),
      google: googleSettings,
      openai: z.object({
        baseUrl: text,
        model: text,
        keySet: z.boolean(),
        dialect: dialectChoice,
        concurrency: callsAtOnce.nullable(),
      }),
    })
    .meta({ id: 'EngineSettings' }),
)
export const settings = z.object({ settings: workspaceSettings, engine: engineSettingsView, key: text })
export const changedSettings = z.object({ settings: workspaceSettings })
export const offlineModel = exactly<OfflineModelState>()(
  z
    .object({
      installed: z
        .object({
          name: z.enum([...offlineModelNames, 'own']),
          version: text,
          bytes: count,
          installedAt: text,
        })
        .nullable(),
      installing: z
        .object({
          name: z.enum(offlineModelNames),
          part: z.enum(modelParts),
          stage: z.enum(['fetching', 'unpacking']),
          done: count,
          total: count,
        })
        .nullable(),
      refused: refusal.nullable(),
      offered: z.array(z.object({ name: z.enum(offlineModelNames), bytes: count })),
      licence: z.object({ name: text, by: text, address: text }),
    })
    .meta({ id: 'OfflineModel' }),
)

export const changedEngine = z.object({ engine: engineSettingsView })

export const engines = exactly<EnginesView>()(
  z
    .object({
      settings: engineSettingsView,
      month: text,
      pairs: count,
      engines: z.record(
        text,
        z.object({ month: engineMonth, answered: engineAnswered.nullable(), failed: engineFailure.nullable() }),
      ),
    })
    .meta({ id: 'Engines' }),
)
const localServer = exactly<LocalServer>()(
  z.object({ software: z.enum(['ollama', 'llama-server', 'vllm']), baseUrl: text, models: texts }),
)
export const localServers = z.object({ servers: z.array(localServer).readonly() })

export const textToAlign = z.object({ segments: z.array(z.object({ text, block: count })).readonly(), notices })
export const importedPairs = z.object({ added: count, present: count, differing: count })
export const importedAligned = z.object({ id: text, title: text, segments: count, comments: count })
