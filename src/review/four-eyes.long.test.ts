import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Assignment, type WorkStep, workSteps } from '../model/assignment.ts'
import { type Block, type Document, segmentsOf } from '../model/document.ts'
import type { DocumentEvent, Entry } from '../model/event.ts'
import { findingKey } from '../model/finding.ts'
import { plain } from '../model/inline.ts'
import { type ManyAct, manyActs } from '../model/many.ts'
import { namesOf } from '../model/names.ts'
import { type OfficeRules, type OfficeSteps, revisionCounts } from '../model/office-steps.ts'
import type { People, Person } from '../model/people.ts'
import { mayDo } from '../model/permissions.ts'
import { issueCategories, issueSeverities, plainQuality } from '../model/quality.ts'
import { isRefusal } from '../model/refusal.ts'
import type { DocumentState, SegmentState } from '../model/state.ts'
import { atOnce } from '../model/steps.ts'
import { blocksOf } from '../segmentation/structure.ts'
import { sha256 } from '../stores/conformance.ts'
import { compareVersions } from '../versions/compare.ts'
import { inPlaceOf, presentSegments } from './assignments.ts'
import { chain } from './chain.ts'
import type { SegmentCommand } from './command.ts'
import { type Desk, figuresOf, findingsOf, openDesk, person, sampleDocument } from './fixtures/desk.ts'
import { advance, foldDocument } from './fold.ts'
import { leastRevisions, neededRevisions, revisionStamps, revisionsOf } from './four-eyes.ts'
import { countBlocking } from './gates.ts'
import { commandOf as manyCommandOf } from './many.ts'
import { assessedOf, belowMarkSteps } from './quality.ts'
import { decide } from './rules.ts'
import { drawn, poolOf, sampleCount } from './sampling.ts'
import { bindingOf, staleness } from './signoff.ts'
import { unwaivedErrors } from './waivers.ts'

/** Anybody may have any role: what keeps them apart is not the role but the identity. */
const crowd: readonly Person[] = [
  person('ann', 'translator', 'reviser', 'approver'),
  person('bob', 'translator', 'approver'),
  person('cat', 'reviser', 'approver'),
  person('dan', 'reviser', 'approver'),
  person('eve', 'approver'),
]

/** The sample with one of its sentences a second time. */
const repetitive: Document = {
  ...sampleDocument,
  blocks: [
    ...sampleDocument.blocks,
    { id: 'b3', kind: 'paragraph', parts: [{ type: 'segment', id: 'b3.s1', source: ['项目有七个。'] }] },
  ],
}

/** What somebody does to every segment. */
type Sweep = 'translate-all' | 'revise-all' | 'reword-all' | 'accept-all' | 'judge-all' | `${ManyAct} together`

/** One wish of somebody; what it needs of the present (versions, neighbours, findings) is filled in when it is sent. */
interface Wish {
  readonly who: number
  readonly what:
    | SegmentCommand['type']
    | 'sign'
    | 'publish'
    | 'withdraw'
    | 'new-version'
    | 'assign'
    | 'draw'
    | 'set-steps'
    | 'ask-revisions'
    | Sweep
  readonly where: number
  readonly text: string
  readonly at: number
  readonly stale: boolean
}

const together = manyActs.map((act) => `${act} together` as const)

const wish: fc.Arbitrary<Wish> = fc.record({
  who: fc.nat(crowd.length - 1),
  what: fc.oneof(
    { weight: 21, arbitrary: fc.constantFrom('translate-all', 'revise-all', 'sign', 'sign') },
    { weight: 22, arbitrary: fc.constantFrom('publish', 'publish', 'withdraw') },
    {
      weight: 6,
      arbitrary: fc.constantFrom('translate', 'revise', 'draft', 'edit', 'return', 'reopen', 'propagate', 'accept'),
    },
    { weight: 12, arbitrary: fc.constantFrom('reword-all', 'accept-all') },
    { weight: 3, arbitrary: fc.constantFrom('replace', 'undo-replacement') },
    {
      weight: 4,
      arbitrary: fc.constantFrom('suggest', 'suggest', 'take-suggestion', 'take-suggestion', 'leave-suggestion'),
    },
    {
      weight: 5,
      arbitrary: fc.constantFrom(
        'mark-issue',
        'assess',
        'judge-all',
        'judge-all',
        'remove-issue',
        'withdraw-assessment',
      ),
    },
    { weight: 2, arbitrary: fc.constantFrom(...together) },
    { weight: 2, arbitrary: fc.constantFrom('set-steps', 'ask-revisions') },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'split',
        'join',
        'waive',
        'withdraw-waiver',
        'comment',
        'confirm-figures',
        'undo-propagation',
        'resolve-comment',
        'copy-source',
        'new-version',
        'assign',
        'assign',
        'draw',
      ),
    },
  ),
  where: fc.nat(9),
  text: fc.constantFrom('One.', 'Two.', 'One three.', 'Two three four.', 'Four.', '', 'An XX.', '4 sums.', '7 jobs.'),
  at: fc.nat(8),
  stale: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
})

function commandOf(wished: Wish, state: DocumentState): SegmentCommand | null {
  const ids = [...state.segments.keys()]
  const segment = ids[wished.where % ids.length] as string
  const next = ids[(wished.where % ids.length) + 1]
  const now = state.segments.get(segment)
  const base = (now?.version ?? 0) - (wished.stale ? 1 : 0)
  const target = wished.text === '' ? [] : [wished.text]
  const finding = findingsOf(state).find((found) => found.segment === segment)
  switch (wished.what) {
    case 'sign':
    case 'publish':
    case 'withdraw':
    case 'new-version':
    case 'assign':
    case 'draw':
    case 'set-steps':
    case 'ask-revisions':
    case 'translate-all':
    case 'revise-all':
    case 'reword-all':
    case 'accept-all':
    case 'judge-all':
      return null
    case 'translate together':
    case 'approve together':
    case 'return together':
    case 'reopen together':
    case 'discard-draft together':
    case 'copy-source together':
      return null
    case 'resolve-comment':
      return { type: 'resolve-comment', segment, comment: `c${wished.at}`, reason: 'Answered.' }
    case 'draft':
      return {
        type: 'draft',
        segment,
        draft: {
          target,
          origin: { type: 'memory', match: 'exact', score: 100, source: 'm' },
          glossary: '',
          compliance: { asked: [], met: [] },
        },
      }
    case 'edit':
      return { type: 'edit', segment, base, target }
    case 'replace':
      return { type: 'replace', segment, base, target, act: `a${wished.at % 3}`, signed: wished.at > 4 }
    case 'undo-replacement': {
      const replaced = [...state.segments.values()].find((one) => one.replaced)
      const act = replaced?.replaced?.act ?? `a${wished.at % 3}`
      return { type: 'undo-replacement', segment: replaced?.id ?? segment, act }
    }
    case 'translate':
      return { type: 'translate', segment, base, target }
    case 'split':
      return { type: 'split', segment, base, at: wished.at }
    case 'join':
      return { type: 'join', segment, base, nextBase: state.segments.get(next ?? '')?.version ?? 0 }
    case 'waive':
      return { type: 'waive', segment, base, finding: finding ? findingKey(finding) : '', reason: 'Meant.' }
    case 'withdraw-waiver':
      return { type: 'withdraw-waiver', segment, base, finding: now?.waivers[0]?.finding ?? '' }
    case 'return':
      return { type: 'return', segment, base, reason: 'See the source.' }
    case 'confirm-figures': {
      const figures = figuresOf(state).filter((figure) => figure.segment === segment)
      return { type: 'confirm-figures', segment, figures: wished.stale ? [] : figures }
    }
    case 'undo-propagation':
      return { type: 'undo-propagation', segment }
    case 'comment': {
      const mentions = [crowd[wished.where % crowd.length]?.id ?? '']
      const on = { side: wished.at % 2 === 0 ? 'source' : 'target', from: wished.at, words: wished.text } as const
      return {
        type: 'comment',
        segment,
        comment: `c${wished.at}`,
        text: 'Hm.',
        blocking: wished.at > 6,
        mentions,
        ...(wished.at === 3 && { on }),
      }
    }
    case 'suggest':
      return {
        type: 'suggest',
        segment,
        base,
        suggestion: `s${wished.at}.${state.sequence}`,
        target,
        // Some are brought back from a reviewer outside.
        ...(wished.at % 3 === 0 && { outside: { review: `r${wished.at}`, target: now?.target ?? [] } }),
      }
    case 'take-suggestion':
    case 'leave-suggestion': {
      const holder = now?.suggestions ? now : [...state.segments.values()].find(({ suggestions }) => suggestions)
      const suggestion = holder?.suggestions?.[wished.at % holder.suggestions.length]?.id ?? ''
      const on = { segment: holder?.id ?? segment, suggestion }
      const seen = (holder?.version ?? 0) - (wished.stale ? 1 : 0)
      return wished.what === 'take-suggestion'
        ? { type: 'take-suggestion', ...on, base: seen }
        : { type: 'leave-suggestion', ...on }
    }
    case 'mark-issue': {
      const kind = {
        category: issueCategories[wished.at % issueCategories.length] ?? 'accuracy',
        severity: issueSeverities[wished.where % issueSeverities.length] ?? 'minor',
      }
      const on = { side: 'target', from: 0, words: wished.text } as const
      const issue = `i${wished.at}.${state.sequence}`
      return { type: 'mark-issue', segment, base, issue, ...kind, ...(wished.at === 3 && { on }) }
    }
    case 'remove-issue': {
      const holder = now?.issues ? now : [...state.segments.values()].find(({ issues }) => issues)
      const issue = holder?.issues?.[wished.at % holder.issues.length]?.id ?? ''
      return { type: 'remove-issue', segment: holder?.id ?? segment, issue, reason: wished.text }
    }
    case 'withdraw-assessment':
      return { type: 'withdraw-assessment', segment }
    default:
      return { type: wished.what, segment, base }
  }
}

interface Granted {
  readonly signed: boolean
  readonly edited: boolean
  /** A signature was refused because of the score alone. */
  readonly held?: boolean
}

function grant(desk: Desk, wished: Wish): Granted {
  const actor = crowd[wished.who] as Person
  if (wished.what === 'sign') {
    // Else few are ready to be signed but for what somebody found in them.
    const reviser = crowd[wished.at % 2 === 0 ? 2 : 0] as Person
    if (desk.quality.gate === 'block' && wished.where % 3 === 0)
      for (const segment of desk.state().segments.values()) sweep(desk, 'judge-all', segment, '', reviser)
    // Else few are revised as often as is asked.
    const needed = leastRevisions(desk.state(), desk.office.steps)
    if (needed > 1 && wished.where % 3 !== 1)
      for (const other of crowd.slice(0, 4))
        for (const segment of desk.state().segments.values()) sweep(desk, 'revise-all', segment, '', other)
    const refusal = desk.sign(actor)
    return { signed: refusal === null, edited: false, held: refusal?.code === 'quality-below' }
  }
  if (wished.what === 'publish') desk.publish()
  if (wished.what === 'withdraw') {
    const number = wished.stale ? 1 : desk.state().releases.length
    desk.withdraw({ number, reason: { zh: '数字有误', en: 'A figure was wrong.' } }, actor)
  }
  if (wished.what === 'new-version') replaceSource(desk, wished, actor)
  if (wished.what === 'assign') assign(desk, wished, actor)
  if (wished.what === 'draw') draw(desk, wished, actor)
  if (wished.what === 'set-steps') setSteps(desk, wished, actor)
  if (wished.what === 'ask-revisions') askRevisions(desk, wished, actor)
  const act = manyActs.find((one) => wished.what === `${one} together`)
  if (act !== undefined) {
    sweepTogether(desk, act, wished, actor)
    return { signed: false, edited: false }
  }
  if (isSweep(wished.what)) {
    for (const segment of desk.state().segments.values()) sweep(desk, wished.what, segment, wished.text, actor)
    return { signed: false, edited: false }
  }
  const command = commandOf(wished, desk.state())
  const answer = command ? desk.send(command, actor) : []
  return { signed: false, edited: !isRefusal(answer) && answer.some(({ type }) => type === 'segment-edited') }
}

/** Another version of the source: a block in another place, and one that says more, less or the same. */
function versionOf(blocks: readonly Block[], { where, at }: Wish): readonly Block[] {
  const texts = blocks.map(textOf)
  const [moved = ''] = texts.splice(where % texts.length, 1)
  const ends = ['', '又增加一项。', '总数不变。']
  const changed = at > 5 ? moved.replace(/[四七]/u, '四') : moved
  texts.splice(at % (texts.length + 1), 0, `${changed}${ends[at % ends.length]}`)
  return blocksOf(texts.map((text) => ({ text: [text], hint: 'paragraph' })))
}

function replaceSource(desk: Desk, wished: Wish, actor: Person): void {
  const { document, segments, tombstones } = desk.state()
  const taken = [...[...segments.keys()], ...Object.keys(tombstones)]
  const { blocks, changes } = atOnce(compareVersions(document.blocks, versionOf(document.blocks, wished), taken))
  const made = changes.flatMap((change) => (change.type === 'changed' ? [[change.id, change.from]] : []))
  desk.replace({ document: { ...document, blocks }, made: Object.fromEntries(made) }, actor)
}

/** Somebody gives work, hands it over or takes it back: whom it is given to may do no more than before. */
function assign(desk: Desk, { where, at, text, stale }: Wish, actor: Person): void {
  const { segments, assignments = [] } = desk.state()
  const person = crowd[where % crowd.length]?.id ?? ''
  const existing = assignments[at % Math.max(1, assignments.length)]?.id ?? 'none'
  const step = workSteps[at % workSteps.length] ?? 'translate'
  const some = [...segments.keys()].filter((_id, index) => (index + at) % 2 === 0)
  const due = stale ? null : '2026-12-01'
  const part = step !== 'sign' && text !== '' && some.length > 0
  const assignment = { id: `w${desk.entries().length}`, step, person, due, ...(part && { segments: some }) }
  desk.assign({ type: 'assign', assignment }, actor)
  if (at % 3 === 0) desk.assign({ type: 'change', assignment: existing, person, due }, actor)
  if (at % 5 === 0) desk.assign({ type: 'end', assignment: existing }, actor)
}

/** What an office may decide: mostly what it has decided so far, so that enough is signed. */
function stepsOf({ at, where }: Wish): OfficeSteps {
  const revisions = revisionCounts[where % 5] ?? 1
  const on = at < 6 ? 0 : at - 5
  return { revisions, assignedOnly: { translate: on % 2 === 1, revise: on > 1, sign: on === 3 } }
}

/** Sets what the office has of its steps; somebody gives the work, where nobody may take it. */
function setSteps(desk: Desk, wished: Wish, actor: Person): void {
  desk.office = { ...desk.office, steps: stepsOf(wished) }
  for (const step of workSteps.filter((one) => desk.office.steps.assignedOnly[one]))
    for (const { id: to } of crowd.filter((_one, index) => (index + wished.where) % 2 === 0)) {
      const assignment = { id: `w${desk.entries().length}`, step, person: to, due: null }
      desk.assign({ type: 'assign', assignment }, actor)
    }
}

function askRevisions(desk: Desk, { at, where, text }: Wish, actor: Person): void {
  const { segments } = desk.state()
  const some = [...segments.keys()].filter((_id, index) => (index + at) % 2 === 0)
  const part = text !== '' && some.length > 0
  desk.askRevisions({ revisions: revisionCounts[where % 4] ?? 1, ...(part && { segments: some }) }, actor)
}

/** By which events work is done, and by people to whom which steps are given. */
const workOf: Partial<Readonly<Record<DocumentEvent['type'], readonly WorkStep[]>>> = {
  'segment-edited': ['translate', 'revise'],
  'segment-translated': ['translate', 'revise'],
  'segment-propagated': ['translate', 'revise'],
  'propagation-undone': ['translate', 'revise'],
  'edit-undone': ['translate', 'revise'],
  'segment-split': ['translate', 'revise'],
  'segments-joined': ['translate', 'revise'],
  'segment-revised': ['revise'],
  'segment-revised-again': ['revise'],
  'document-signed': ['sign'],
}

/**
 * Where a step is for those to whom it is given, nobody else has done it, told from the entries that came of a wish: the
 * document before it says who was given what. Returns how much was done by those to whom it was given.
 */
function assertGiven(desk: Desk, before: DocumentState, { steps, today }: OfficeRules): number {
  let given = 0
  let state = before
  for (const entry of desk.entries().slice(before.sequence)) {
    const { event, by } = entry
    const ways = workOf[event.type]
    const step = ways?.[0]
    const gives = (assignment: Assignment, id: string | null) =>
      ways?.includes(assignment.step) &&
      inPlaceOf(desk.people, assignment.person, assignment.step, today) === by &&
      (assignment.segments === undefined || (id !== null && presentSegments(state, assignment.segments).includes(id)))
    if (step !== undefined && steps.assignedOnly[step]) {
      const touched = event.type === 'segments-joined' ? event.segments : 'segment' in event ? [event.segment] : [null]
      for (const id of touched)
        assert.ok(
          (state.assignments ?? []).some((assignment) => gives(assignment, id)),
          `${by} did ${event.type}, which was given to others`,
        )
      given++
    }
    if (event.type === 'wording-accepted' && steps.assignedOnly.revise) {
      const revises = (state.assignments ?? []).some(
        ({ step: what, person, segments }) =>
          what === 'revise' &&
          person === event.reviser &&
          (segments === undefined || presentSegments(state, segments).includes(event.segment)),
      )
      assert.ok(revises, `${event.reviser} revised by an acceptance what was given to others`)
    }
    if (event.type === 'work-assigned' && event.assignment.person === by)
      assert.ok(!steps.assignedOnly[event.assignment.step], `${by} let themselves in`)
    if (event.type === 'assignment-changed' && event.person === by) {
      const was = state.assignments?.find(({ id }) => id === event.assignment)
      assert.ok(was && (was.person === by || !steps.assignedOnly[was.step]), `${by} took over`)
    }
    state = advance(state, [entry]) ?? state
  }
  return given
}

/** Somebody draws a sample: from the record alone the same sentences are drawn again. */
function draw(desk: Desk, { at, where }: Wish, actor: Person): void {
  const before = desk.state()
  const size = at % 2 === 0 ? { count: at + 1 } : { percent: 10 * at }
  desk.draw({ id: `q${before.sequence}`, seed: where * 7919 + at, size }, actor)
  const samples = desk.state().samples ?? []
  if (samples.length === (before.samples ?? []).length) return
  const { seed, pool, segments } = samples.at(-1) ?? assert.fail('no sample')
  const then = foldDocument(desk.entries().slice(0, -1)) ?? assert.fail('no document')
  assert.equal(poolOf(then).length, pool)
  assert.deepEqual(segments, drawn(poolOf(then), sampleCount(size, pool), seed), 'another sample')
}

/** What beside the texts nobody may touch by judging them. */
const judging: ReadonlySet<Wish['what']> = new Set<Wish['what']>([
  'mark-issue',
  'remove-issue',
  'assess',
  'withdraw-assessment',
  'judge-all',
  'draw',
])

/**
 * Nothing counts that somebody judged of words of their own, told from the entries alone: of the text that was judged they
 * brought in no word, and neither confirmed nor took it. Returns how many assessments count.
 */
function assertJudgedByOthers(
  entries: readonly Entry<DocumentEvent>[],
  { segments }: DocumentState,
  met: Pick<Met, 'assessed' | 'issues'>,
): void {
  const owners = broughtIn(entries)
  for (const segment of segments.values()) {
    for (const { assessment, issues } of assessedOf(segment, false)) {
      met.assessed++
      for (const judgement of [assessment, ...issues]) {
        assert.deepEqual(judgement.of.target, assessment.of.target, 'an issue of another text counts')
        if (plain(judgement.of.target) !== plain(segment.target) || judgement.segment !== segment.id) continue
        if (plain(judgement.of.source) !== plain(segment.source)) continue
        assert.ok(!segment.authors.includes(judgement.by), 'an author assessed their own words')
        const brought = [...(owners.get(segment.id) ?? new Map<string, readonly string[]>()).values()].flat()
        const confirmed = entries.filter(
          ({ event }) => event.type === 'segment-translated' && event.segment === segment.id,
        )
        if (confirmed.length > 0) assert.ok(!brought.includes(judgement.by), 'who brought words in assessed them')
      }
      met.issues += issues.length
    }
  }
}

type OneByOne = Exclude<Sweep, `${ManyAct} together`>

function isSweep(what: Wish['what']): what is OneByOne {
  return what.endsWith('-all')
}

/** Many at once, of which some were looked at too long ago: they come to what each would be alone, one after the other. */
function sweepTogether(desk: Desk, act: ManyAct, { at, stale, text }: Wish, actor: Person): void {
  const before = desk.state()
  const commands = [...before.segments.values()]
    .filter((_segment, index) => (index + at) % 4 !== 3)
    .map((segment, index) => {
      const base = segment.version - (stale && index === 1 ? 1 : 0)
      return manyCommandOf(act, { segment: segment.id, base }, segment, actor, {
        reason: text,
        singlePerson: desk.people.singlePerson,
      })
    })
  const alone: DocumentEvent[] = []
  const refused: string[] = []
  let state = before
  for (const command of commands) {
    const context = { ...desk.context(), findings: findingsOf(state), figures: figuresOf(state) }
    const answer = decide(state, command, actor, context)
    if (isRefusal(answer)) refused.push(`${command.segment} ${answer.code}`)
    else {
      alone.push(...answer)
      const entries = chain({ sequence: state.sequence, hash: state.head }, answer, {
        at: '2026-03-01T08:00:00.000Z',
        by: actor.id,
        digest: sha256,
      })
      state = advance(state, entries) ?? state
    }
  }
  const decided = desk.sendMany(commands, actor)
  assert.deepEqual(decided.events, alone, 'many at once came to something else than one by one')
  assert.deepEqual(
    decided.refused.map(({ segment, refusal }) => `${segment} ${refusal.code}`),
    refused,
  )
}

function sweep(desk: Desk, what: OneByOne, { id, version, state, target }: SegmentState, text: string, actor: Person) {
  const on = { segment: id, base: version }
  switch (what) {
    case 'revise-all':
      return desk.send({ type: 'revise', ...on }, actor)
    case 'accept-all':
      return desk.send({ type: 'accept', ...on }, actor)
    case 'judge-all': {
      const issue = { issue: `j${desk.entries().length}`, category: 'style', severity: 'major' } as const
      if (text === '') desk.send({ type: 'mark-issue', ...on, ...issue }, actor)
      return desk.send({ type: 'assess', ...on }, actor)
    }
    case 'reword-all':
      return target.length > 0
        ? desk.send({ type: 'translate', ...on, target: [`${plain(target)} ${text}`] }, actor)
        : null
    case 'translate-all':
      return state === 'initial'
        ? desk.send({ type: 'translate', ...on, target: target.length > 0 ? target : [text] }, actor)
        : null
  }
}

/** The people who brought in a word: several where what one suggested was taken by another. */
type Owners = ReadonlyMap<string, readonly string[]>

/**
 * Whose words stand in each segment, told from the entries alone: a word that no text of the segment had before is of
 * whoever brought it in, for as long as it stands.
 */
function broughtIn(entries: readonly Entry<DocumentEvent>[]): ReadonlyMap<string, Owners> {
  interface Brought {
    readonly seen: Set<string>
    owners: Map<string, readonly string[]>
    before: Map<string, readonly string[]>
  }
  const suggested = new Map<string, string>()
  const segments = new Map<string, Brought>()
  const of = (id: string) => {
    const existing = segments.get(id) ?? { seen: new Set(), owners: new Map(), before: new Map() }
    segments.set(id, existing)
    return existing
  }
  for (const { event, by } of entries) {
    if (event.type === 'segment-split' || event.type === 'segments-joined') {
      const from = (event.type === 'segment-split' ? [event.segment] : event.segments).map(of)
      for (const into of [event.into].flat()) {
        const made = of(into)
        for (const { seen, owners } of from) {
          for (const word of seen) made.seen.add(word)
          // The second part of a split begins empty.
          if (into === [event.into].flat()[0]) for (const [word, owner] of owners) made.owners.set(word, owner)
        }
      }
      continue
    }
    if (event.type === 'suggestion-made') suggested.set(event.suggestion, by)
    if (event.type === 'edit-undone') {
      const undone = of(event.segment)
      undone.owners = undone.before
    }
    if (event.type === 'segment-edited') {
      const edited = of(event.segment)
      edited.before = new Map(edited.owners)
    }
    const target =
      event.type === 'segment-edited' || event.type === 'segment-propagated'
        ? event.target
        : event.type === 'segment-drafted'
          ? event.draft.target
          : event.type === 'draft-discarded'
            ? []
            : null
    if (target === null || !('segment' in event)) continue
    const { seen, owners } = of(event.segment)
    const taken = event.type === 'segment-edited' ? (event.taken ?? []) : []
    const editors = [by, ...taken.flatMap((id) => suggested.get(id) ?? [])]
    const words: readonly string[] = plain(target).match(/\w+/g) ?? []
    // Of a word that stands twice nobody can say which of the two was left out later.
    const isOnce = (word: string) => words.indexOf(word) === words.lastIndexOf(word)
    for (const word of [...owners.keys()]) if (!words.includes(word) || !isOnce(word)) owners.delete(word)
    for (const word of words) {
      if (!seen.has(word) && isOnce(word) && event.type === 'segment-edited') owners.set(word, editors)
      seen.add(word)
    }
  }
  return new Map([...segments].map(([id, { owners }]) => [id, owners]))
}

/**
 * Splitting and joining move borders, never a character; only a new version has another text. Every row has its place, and
 * no id is given twice.
 */
function assertWhole(state: DocumentState, entries: readonly Entry<DocumentEvent>[]): void {
  const last = entries.findLast(({ event }) => event.type === 'source-replaced')?.event
  const { blocks } = last?.type === 'source-replaced' ? last.document : repetitive
  assert.deepEqual(state.document.blocks.map(textOf), blocks.map(textOf))
  const rows = segmentsOf(state.document).map(({ id }) => id)
  assert.deepEqual([...rows].sort(), [...state.segments.keys()].sort())
  assert.ok(!rows.some((id) => id in state.tombstones), 'an id given twice')
}

function textOf({ parts }: Block): string {
  return parts.map(({ source }) => (typeof source === 'string' ? source : plain(source))).join('')
}

function assertFourEyes(state: DocumentState, people: People, entries: readonly Entry<DocumentEvent>[]): void {
  const words = broughtIn(entries)
  for (const segment of state.segments.values()) {
    const standing = segment.state === 'reviewed' || segment.state === 'final'
    const { authors, revised, translated, accepted } = segment
    const shared = [...(words.get(segment.id)?.values() ?? [])]
    const owners = new Set(shared.flat())
    for (const owner of owners) assert.ok(authors.includes(owner), `${owner}'s words stand, and they are no author`)
    const revisers = revisionsOf(segment, people.singlePerson).map(({ by }) => by)
    assert.equal(new Set(revisers).size, revisers.length, 'somebody revised twice')
    for (const { by } of segment.revisedAgain ?? []) {
      assert.ok(!authors.includes(by), 'an author revised their own words')
      assert.ok(!owners.has(by), 'whoever brought in words revised them')
      assert.ok(revised && revised.by !== by, 'a second revision without a first by somebody else')
    }
    // Of an accepted wording two people have approved all of it, so that each word was approved by another.
    const approvers = accepted ? [revised?.by, translated?.by] : [revised?.by]
    if (revised) {
      assert.ok(!accepted || revised.by !== translated?.by, 'accepted by the one who wrote it')
      const ownApproval = [...owners, ...authors].find((author) => approvers.every((by) => by === author))
      assert.equal(ownApproval, undefined, 'somebody approved their own words')
      const seen = shared.every((people) => approvers.some((by) => by !== undefined && !people.includes(by)))
      assert.ok(seen, 'what one suggested and another took was approved by these two alone')
    }
    if (accepted) {
      assert.ok([revised?.by, translated?.by].includes(accepted.by))
      const reviser = people.people.find(({ id }) => id === revised?.by)
      assert.ok(reviser && mayDo(reviser, 'revise'), 'no reviser had part in it')
    }
    assert.equal(standing, segment.revised !== undefined, 'reviewed without a reviser, or the other way round')
    assert.equal(standing || segment.state === 'translated', segment.translated !== undefined)
    if (!standing) continue
    assert.deepEqual(
      unwaivedErrors(segment, findingsOf(state), people.singlePerson),
      [],
      'an error nobody answered for',
    )
    assert.ok(segment.target.length > 0, 'reviewed and empty')
  }
}

/**
 * What is published, told from the entries alone: each release was signed since the one before and stood when it was
 * published, and was withdrawn at most once, by an approver; whatever is published after that is signed after that.
 */
function assertReleases(entries: readonly Entry<DocumentEvent>[], people: People, isSigned: boolean): number {
  const withdrawn = new Set<number>()
  const published = new Map<string, number>()
  let signature = ''
  for (const { event, by } of entries) {
    if (event.type === 'document-signed') signature = event.signOff.signature
    if (event.type === 'document-released') {
      assert.ok(!published.has(signature), 'one signature, two releases')
      assert.equal(event.release.signOff.signature, signature)
      published.set(signature, event.release.number)
    }
    if (event.type === 'release-withdrawn') {
      assert.ok([...published.values()].includes(event.number) && !withdrawn.has(event.number))
      assert.ok(people.people.find(({ id }) => id === by)?.roles.includes('approver'))
      withdrawn.add(event.number)
    }
  }
  assert.ok(!(isSigned && withdrawn.has(published.get(signature) ?? 0)), 'withdrawn and still signed')
  return withdrawn.size
}

/**
 * What a new version did to the segments that were confirmed: of the same Chinese each stands as it stood; what is new has
 * neither English nor authors. Returns how many were confirmed and kept.
 */
function assertReplaced(before: DocumentState['segments'], { segments }: DocumentState): number {
  let kept = 0
  for (const segment of segments.values()) {
    const was = before.get(segment.id)
    if (was === undefined) assert.deepEqual([segment.target, segment.authors, segment.state], [[], [], 'initial'])
    else {
      assert.deepEqual({ ...segment, block: '' }, { ...was, block: '' })
      if (was.state !== 'initial') kept++
    }
  }
  return kept
}

/** Whether the document is signed, why not any more, and which versions its segments have. */
function standingOf(desk: Desk) {
  const state = desk.state()
  const versions = [...state.segments.values()].map(({ version }) => version)
  const withdrawn = state.releases.filter((release) => release.withdrawn).length
  return {
    withdrawn,
    stale: staleness(state, bindingOf(state, desk.bound(), sha256)),
    versions,
    signed: state.signedFigures,
  }
}

/** A replacement that was taken back leaves each segment as it was, but for its version and what stands beside it. */
function assertUndone(desk: Desk, before: DocumentState['segments']): number {
  const last = desk.entries().at(-1)
  if (last?.event.type !== 'edit-undone') return 0
  const { segment, act } = last.event
  const edit = desk.entries().findLastIndex(({ event }) => event.type === 'segment-edited' && event.segment === segment)
  const was = foldDocument(desk.entries().slice(0, edit))?.segments.get(segment)
  const is = desk.state().segments.get(segment)
  assert.equal(before.get(segment)?.replaced?.act, act)
  const textOnly = ({
    target,
    state,
    authors,
    written,
    reworded,
    translated,
    revised,
    accepted,
    waivers,
  }: SegmentState) => ({ target, state, authors, written, reworded, translated, revised, accepted, waivers })
  assert.ok(was && is)
  assert.deepEqual(textOnly(is), textOnly(was))
  return 1
}

/** How often the law met what it is about. */
interface Met {
  signatures: number
  accepted: number
  withdrawals: number
  replaced: number
  undone: number
  taken: number
  assessed: number
  issues: number
  held: number
  again: number
  given: number
}

const nothing: Met = {
  signatures: 0,
  accepted: 0,
  withdrawals: 0,
  replaced: 0,
  undone: 0,
  taken: 0,
  assessed: 0,
  issues: 0,
  held: 0,
  again: 0,
  given: 0,
}

function lawOfFourEyes(met: Met, parameters: fc.Parameters<[Wish[]]>): void {
  fc.assert(
    fc.property(fc.array(wish, { minLength: 20, maxLength: 40, size: 'max' }), (wishes) => {
      const desk = openDesk(sha256, crowd, repetitive)
      if (wishes.length % 3 === 0) desk.quality = { ...plainQuality, passMark: 60, gate: 'block' }
      for (const wished of wishes) {
        const before = standingOf(desk)
        const [was, office] = [desk.state(), desk.office]
        const { segments } = was
        const { signed, edited, held } = grant(desk, wished)
        if (held) met.held++
        met.given += assertGiven(desk, was, office)
        if (wished.what === 'set-steps') assert.deepEqual(standingOf(desk), before, 'a setting unsigned')
        if (wished.what === 'ask-revisions') assert.deepEqual(standingOf(desk), before, 'a wish unsigned')
        if (wished.what === 'confirm-figures') assert.deepEqual(standingOf(desk), before, 'a confirmation unsigned')
        if (wished.what === 'assign') assert.deepEqual(standingOf(desk), before, 'work was given and something changed')
        if (wished.what === 'assign') assert.equal(desk.state().segments, segments, 'work was given and a text changed')
        if (judging.has(wished.what)) assert.deepEqual(standingOf(desk), before, 'a judgement changed what it is of')
        const state = desk.state()
        assertJudgedByOthers(desk.entries(), state, met)
        if (wished.what === 'undo-replacement' && state.segments !== segments)
          met.undone += assertUndone(desk, segments)
        assertFourEyes(state, desk.people, desk.entries())
        assertWhole(state, desk.entries())
        const binding = bindingOf(state, desk.bound(), sha256)
        const isSigned = state.signOff !== undefined && staleness(state, binding) === null
        const withdrawn = assertReleases(desk.entries(), desk.people, isSigned)
        if (wished.what === 'withdraw') met.withdrawals += withdrawn - before.withdrawn
        if (signed) {
          met.signatures++
          met.accepted += [...state.segments.values()].filter((segment) => segment.accepted).length
          assert.equal(countBlocking(state), 0, 'signed over a blocking comment')
          assert.equal(atOnce(belowMarkSteps(state, desk.quality, false)), null, 'signed below the mark')
          const all = [...state.segments.values()]
          const took: readonly (string | undefined)[] = all.flatMap((one) => {
            return [...one.authors, ...revisionStamps(one).map(({ by }) => by)]
          })
          const least = leastRevisions(state, desk.office.steps)
          for (const one of all)
            assert.ok(revisionsOf(one, false).length >= neededRevisions(one, least), 'signed before it was revised')
          met.again += all.filter(({ revisedAgain }) => revisedAgain).length
          assert.ok(!took.includes(state.signOff?.by), 'signed by someone who took part')
          assert.ok([...state.segments.values()].every((segment) => segment.state === 'final'))
          assert.equal(staleness(state, binding), null, 'unsigned at once')
          for (const { verdict, confirmed } of state.signedFigures ?? []) {
            assert.ok(verdict === 'same' || confirmed?.how === 'checked', 'a figure that differs and nobody confirmed')
          }
        }
        if (edited && wished.what === 'take-suggestion') met.taken++
        if (wished.what === 'new-version') met.replaced += assertReplaced(segments, state)
        if (edited && state.signOff) assert.notEqual(staleness(state, binding), null, 'edited and still signed')
      }
      assert.deepEqual(foldDocument(desk.entries()), desk.state(), 'the same entries, another document')
    }),
    parameters,
  )
}

test('no way leads to words revised or signed by those who wrote them, nor past an error nobody answered for', () => {
  lawOfFourEyes({ ...nothing }, { numRuns: 800 })
})

test('and the same wishes at each run lead to signatures, accepted wordings, withdrawals and new versions enough', () => {
  const met: Met = { ...nothing }
  lawOfFourEyes(met, { numRuns: 3000, seed: 5 })
  const least = {
    signatures: 20,
    accepted: 20,
    withdrawals: 20,
    replaced: 200,
    undone: 20,
    taken: 200,
    assessed: 200,
    issues: 200,
    held: 5,
    again: 20,
    given: 200,
  }
  for (const name of namesOf(least)) assert.ok(met[name] > least[name], `${JSON.stringify(met)}: ${name} hardly tried`)
})
