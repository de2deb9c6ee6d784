import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentNews } from '../../contract/views/documents.ts'
import type { DraftingStatus } from '../../contract/views/drafting.ts'
import { emptyMemory, scriptedEngine } from '../../drafting/fixtures/scripted-engine.ts'
import { refuse } from '../../model/refusal.ts'
import type { Engine } from '../../ports/engine.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { changeEngine } from '../core/engine-settings.ts'
import { openWorkspace } from '../core/open.ts'
import { codeOf, given, type Office, openOffice, segmentOf, stateOf, textFile } from '../fixtures/office.ts'
import { estimateRun, startDrafting, stopDrafting } from './drafting.ts'
import { importDocument } from './import.ts'
import { otherDraft, testEngine } from './one-draft.ts'
import { changeSegment, discardDrafts } from './segments.ts'

const text = '道路建设\n第一句话。第二句话。第三句话。\n'
/** An engine that answers one segment a call, when it is let: `go` lets more replies out. */
function heldEngine() {
  let release: () => void = () => {}
  let allowed = 0
  const { engine } = scriptedEngine(
    async ({ id }) => {
      while (allowed === 0) {
        await new Promise<void>((resolve) => {
          release = resolve
        })
      }
      allowed--
      return `Draft of ${id}.`
    },
    { name: 'slow', items: 1, concurrency: 1 },
  )
  const go = (count = 1) => {
    allowed += count
    release()
  }
  return { engine, go }
}

interface Begun extends Office {
  readonly document: string
  readonly news: readonly DocumentNews[]
  /** Waits for a step of the run. */
  until(done: (status: DraftingStatus) => boolean): Promise<void>
}

async function begin(engine: Engine): Promise<Begun> {
  const office = await openOffice(createMemoryDoors(), {
    engines: () => ({ memory: emptyMemory, main: engine, second: null }),
  })
  const { id: document } = given(await importDocument(office.workspace, office.translator, textFile(text)))
  const news: DocumentNews[] = []
  const waiting: { done: (status: DraftingStatus) => boolean; resolve: () => void }[] = []
  office.workspace.news.subscribe(document, (one) => {
    news.push(one)
    if (one.type !== 'drafting') return
    for (const { done, resolve } of waiting) if (done(one.status)) resolve()
  })
  const until = (done: (status: DraftingStatus) => boolean) =>
    new Promise<void>((resolve) => {
      waiting.push({ done, resolve })
    })
  return { ...office, document, news, until }
}

test('a run tells every step, can be stopped, and goes on where it was', async () => {
  const { engine, go } = heldEngine()
  const { workspace, translator, reviser, approver, document, news, until } = await begin(engine)
  assert.equal(codeOf(await startDrafting(workspace, approver, { document })), 'role-missing')
  assert.equal(codeOf(await stopDrafting(workspace, translator, { document })), 'draft-not-running')
  const started = given(await startDrafting(workspace, translator, { document }))
  const counts = {
    without: 0,
    tooLong: 0,
    undrafted: [],
    repaired: 0,
    open: 0,
    engine: 'slow',
    startedAt: started.startedAt,
  }
  assert.deepEqual(started, { running: true, done: 0, total: 4, spending: [], ...counts })
  assert.equal(codeOf(await startDrafting(workspace, reviser, { document })), 'draft-running')
  const two = until(({ done }) => done === 2)
  go(2)
  await two
  assert.equal(given(await stopDrafting(workspace, reviser, { document })).running, false)
  await workspace.runs.get(document)?.ended
  go(9)
  assert.deepEqual(
    [...(await stateOf(workspace, document)).segments.values()].map(({ target }) => target.length),
    [1, 1, 0, 0],
  )
  assert.equal(given(await startDrafting(workspace, translator, { document })).total, 2)
  await workspace.runs.get(document)?.ended
  assert.deepEqual((await segmentOf(workspace, document, 'b2.s3')).target, ['Draft of b2.s3.'])
  const last = news.findLast(({ type }) => type === 'drafting')
  assert.ok(last?.type === 'drafting')
  const { running, done, total, spending } = last.status
  assert.deepEqual({ running, done, total }, { running: false, done: 2, total: 2 })
  assert.deepEqual(
    spending.map(({ engine, requests }) => [engine, requests]),
    [['slow', 2]],
  )
})

test('a person who types during the run keeps every word', async () => {
  const { engine, go } = heldEngine()
  const { workspace, translator, reviser, document, until } = await begin(engine)
  given(await startDrafting(workspace, translator, { document }))
  const edit = (segment: string, base: number, words: string) =>
    changeSegment(workspace, reviser, { document, command: { type: 'edit', segment, base, target: [words] } })
  // Saved before the draft of it comes, and before the save the draft came.
  given(await edit('b2.s1', 0, 'Typed first.'))
  const one = until(({ done }) => done === 1)
  go(1)
  await one
  given(await edit('b1.s1', 0, 'Typed while it came.'))
  given(
    await changeSegment(workspace, reviser, { document, command: { type: 'split', segment: 'b2.s3', base: 0, at: 2 } }),
  )
  go(3)
  await workspace.runs.get(document)?.ended
  assert.deepEqual((await segmentOf(workspace, document, 'b1.s1')).target, ['Typed while it came.'])
  assert.deepEqual((await segmentOf(workspace, document, 'b1.s1')).draft?.target, ['Draft of b1.s1.'])
  assert.deepEqual((await segmentOf(workspace, document, 'b2.s1')).target, ['Typed first.'])
  assert.equal((await segmentOf(workspace, document, 'b2.s1')).draft, undefined)
  assert.deepEqual((await segmentOf(workspace, document, 'b2.s2')).target, ['Draft of b2.s2.'])
})

test('what the engine refuses ends the run and is told; what breaks is reported', async () => {
  const refusing = scriptedEngine(() => refuse('engine-quota', { engine: 'refusing' })).engine
  const first = await begin(refusing)
  given(await startDrafting(first.workspace, first.translator, { document: first.document }))
  await first.workspace.runs.get(first.document)?.ended
  const status = first.workspace.runs.get(first.document)?.status()
  assert.deepEqual([status?.running, status?.refused?.code], [false, 'engine-quota'])
  assert.deepEqual(first.faults, [])

  const broken = scriptedEngine(() => {
    throw new Error('no such method')
  }).engine
  const second = await begin(broken)
  given(await startDrafting(second.workspace, second.translator, { document: second.document }))
  await second.workspace.runs.get(second.document)?.ended
  assert.equal(second.workspace.runs.get(second.document)?.status().refused?.code, 'engine-unavailable')
  assert.match(String(second.faults[0]), /no such method/)
})

test('a disk that runs full ends the run, in words that say so', async () => {
  const doors = createMemoryDoors()
  let isFull = false
  const journals = {
    ...doors.journals,
    append: (...args: Parameters<typeof doors.journals.append>) =>
      isFull
        ? Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }))
        : doors.journals.append(...args),
  }
  const { engine } = scriptedEngine(({ id }) => `Draft of ${id}.`)
  const engines = () => ({ memory: emptyMemory, main: engine, second: null })
  const { workspace, translator } = await openOffice({ ...doors, journals }, { engines })
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  isFull = true
  given(await startDrafting(workspace, translator, { document }))
  await workspace.runs.get(document)?.ended
  assert.equal(workspace.runs.get(document)?.status().refused?.code, 'disk-full')
  isFull = false
  given(await startDrafting(workspace, translator, { document }))
  await workspace.runs.get(document)?.ended
  assert.deepEqual((await segmentOf(workspace, document, 'b2.s1')).target, ['Draft of b2.s1.'])
})

test('an engine that cannot be opened is a refusal, and nothing runs', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors(), {
    engines: () => refuse('engine-unavailable', { engine: 'google' }),
  })
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  assert.equal(codeOf(await startDrafting(workspace, translator, { document })), 'engine-unavailable')
  assert.equal(workspace.runs.size, 0)
})

test('why a sentence has no draft is known after a restart, until it has one', async () => {
  let hasAnswers = false
  const { engine } = scriptedEngine(({ id }) => (hasAnswers ? `Draft of ${id}.` : undefined), { codePoints: 4 })
  const { workspace, world, translator, document } = await begin(engine)
  const draftAll = async () => {
    given(await startDrafting(workspace, translator, { document }))
    await workspace.runs.get(document)?.ended
  }
  const forecast = given(await estimateRun(workspace, translator, { document }))
  assert.deepEqual([forecast.toEngine, forecast.tooLong], [1, 3])
  const { sequence: before } = await stateOf(workspace, document)
  await draftAll()
  const reasons = async () => {
    const { segments } = await stateOf(openWorkspace(world), document)
    return [...segments.values()].map(({ undrafted, version }) => [undrafted, version])
  }
  const tooLong = ['too-long', 0]
  assert.deepEqual(await reasons(), [['unanswered', 0], tooLong, tooLong, tooLong])
  await draftAll()
  assert.equal((await stateOf(workspace, document)).sequence, before + 4)
  hasAnswers = true
  await draftAll()
  assert.deepEqual(await reasons(), [[undefined, 1], tooLong, tooLong, tooLong])
  const edit = { type: 'edit', segment: 'b2.s1', base: 0, target: ['Mine.'] } as const
  given(await changeSegment(workspace, translator, { document, command: edit }))
  assert.deepEqual((await reasons())[1], [undefined, 1])
})

test('drafts that no person touched are discarded and asked anew; an emptied sentence is drafted again', async () => {
  let round = 0
  const { engine } = scriptedEngine(({ id }) => `Round ${round} of ${id}.`, { name: 'rounds' })
  const { workspace, translator, reviser, document } = await begin(engine)
  const draftAll = async (scope: 'open' | 'untouched') => {
    round += 1
    given(await startDrafting(workspace, translator, { document, scope }))
    await workspace.runs.get(document)?.ended
  }
  const target = async (segment: string) => (await segmentOf(workspace, document, segment)).target
  const edit = async (segment: string, target: readonly string[]) => {
    const { version } = await segmentOf(workspace, document, segment)
    const command = { type: 'edit', segment, base: version, target } as const
    given(await changeSegment(workspace, reviser, { document, command }))
  }
  await draftAll('open')
  await edit('b2.s1', ['Mine.'])
  await edit('b2.s2', [])
  const discarded = given(await discardDrafts(workspace, translator, { document }))
  assert.deepEqual(discarded, { discarded: ['b1.s1', 'b2.s3'], touched: 2 })
  assert.deepEqual(await target('b1.s1'), [])
  assert.equal((await segmentOf(workspace, document, 'b1.s1')).draft, undefined)
  const forecast = given(await estimateRun(workspace, translator, { document }))
  assert.deepEqual([forecast.engine, forecast.segments, forecast.toEngine], ['rounds', 3, 3])
  await draftAll('open')
  assert.deepEqual(await target('b1.s1'), ['Round 2 of b1.s1.'])
  assert.deepEqual(await target('b2.s1'), ['Mine.'])
  assert.deepEqual(await target('b2.s2'), ['Round 2 of b2.s2.'])
  await draftAll('open')
  assert.deepEqual(await target('b1.s1'), ['Round 2 of b1.s1.'])
  await draftAll('untouched')
  assert.deepEqual(await target('b1.s1'), ['Round 4 of b1.s1.'])
  assert.deepEqual(await target('b2.s1'), ['Mine.'])
})

test('another draft of a sentence is shown beside one’s own, and nothing is written', async () => {
  const { engine } = scriptedEngine(() => 'Another.', { name: 'other' })
  const { workspace, admin, translator, approver, document } = await begin(engine)
  const ask = () => otherDraft(workspace, translator, { document, segment: 'b2.s1', engine: 'google' })
  assert.equal(codeOf(await ask()), 'engine-not-chosen')
  assert.equal(codeOf(await changeEngine(workspace, admin, { onDemand: ['google'] })), 'engine-consent')
  given(await changeEngine(workspace, admin, { onDemand: ['google'], consent: true }))
  const before = await stateOf(workspace, document)
  const other = given(await ask())
  assert.deepEqual(other.draft?.target, ['Another.'])
  assert.deepEqual(
    other.spending.map(({ requests }) => requests),
    [1],
  )
  assert.equal((await stateOf(workspace, document)).sequence, before.sequence)
  assert.equal(
    codeOf(await otherDraft(workspace, approver, { document, segment: 'b2.s1', engine: 'google' })),
    'role-missing',
  )
  assert.equal(
    codeOf(await otherDraft(workspace, translator, { document, segment: 'b9.s9', engine: 'google' })),
    'segment-unknown',
  )
})

test('an engine is tried with a made-up sentence, and what it held is said', async () => {
  const { engine } = scriptedEngine(({ source, repair }) => {
    assert.match(source, /青禾谷/)
    return repair
      ? 'This year Qinghe Valley built 12 km of road for 300 million yuan.'
      : 'The valley built 12 km of road.'
  })
  const { workspace, admin, translator } = await begin(engine)
  const trial = given(await testEngine(workspace, admin, { engine: 'google' }))
  assert.deepEqual([trial.terms, trial.figures, trial.calls], [{ asked: 1, met: 1 }, { asked: 2, met: 2 }, 2])
  assert.equal(codeOf(await testEngine(workspace, translator, { engine: 'google' })), 'role-missing')
})
