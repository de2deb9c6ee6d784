import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { asking, type ChatInput, type ChatLoopback, startChatLoopback } from '../../engines/loopback/chat.ts'
import { openAiFault } from '../../engines/loopback/openai.ts'
import { createOpenAiChat } from '../../engines/openai-compatible/chat.ts'
import { questionKey } from '../../model/question.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { changeEngine } from '../core/engine-settings.ts'
import { codeOf, given, type Office, openOffice, stateOf, textFile } from '../fixtures/office.ts'
import { importDocument } from './import.ts'
import { askQuestions, settleQuestion, stopAllQuestions, stopQuestions, viewQuestions } from './questions.ts'
import { changeSegment } from './segments.ts'

const text = '道路建设\n第一句话。第二句话。第三句话。\n'
const english = { 'b1.s1': 'Building of roads', 'b2.s1': 'Sentence one.', 'b2.s2': 'Nothing.', 'b2.s3': 'Sentence 3.' }

interface Begun extends Office {
  readonly document: string
  readonly loopback: ChatLoopback
  write(segment: string, words: string): Promise<void>
  /** Asks, and waits until the run is over. */
  ask(segments?: readonly string[]): Promise<void>
}

async function begin(context: TestContext, write: (input: ChatInput) => string, more: object = {}): Promise<Begun> {
  const loopback = await startChatLoopback({ write, ...more })
  context.after(() => loopback.stop())
  const office = await openOffice(createMemoryDoors(), { chat: ({ openai }) => createOpenAiChat(openai) })
  const { workspace, admin, translator } = office
  given(await changeEngine(workspace, admin, { openai: loopback.settings }))
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  const writeEnglish = async (segment: string, words: string) => {
    const base = (await stateOf(workspace, document)).segments.get(segment)?.version ?? 0
    const command = { type: 'edit', segment, base, target: [words] } as const
    given(await changeSegment(workspace, translator, { document, command }))
  }
  for (const [segment, words] of Object.entries(english)) await writeEnglish(segment, words)
  return {
    ...office,
    document,
    loopback,
    write: writeEnglish,
    async ask(segments) {
      given(await askQuestions(workspace, translator, { document, segments }))
      await workspace.questionRuns.get(document)?.run.ended
    },
  }
}

const omission = { source: '第二', target: '', category: 'omission', severity: 'major' }
const inSecond = asking(({ source }) => (source.startsWith('第二') ? [omission] : []))
const on = { questions: true, prices: { 'openai-compatible': { unit: 'tokens', input: 1, output: 2 } } } as const

test('nothing is asked until the office switches it on, and nothing twice', async (context) => {
  const { workspace, admin, translator, approver, document, loopback, ask, write } = await begin(context, inSecond)
  assert.equal(codeOf(await askQuestions(workspace, translator, { document })), 'questions-off')
  assert.equal(given(await viewQuestions(workspace, translator, { document })).on, false)
  given(await changeEngine(workspace, admin, on))
  assert.equal(codeOf(await askQuestions(workspace, approver, { document })), 'role-missing')
  const before = given(await viewQuestions(workspace, approver, { document }))
  assert.deepEqual([before.asked, before.unasked.length, before.host], [0, 4, ''])
  assert.ok((before.expected.microdollars ?? 0) > 0)

  const { sequence } = await stateOf(workspace, document)
  await ask()
  const view = given(await viewQuestions(workspace, translator, { document }))
  assert.deepEqual(view.questions, [{ category: 'omission', severity: 'major', source: '第二', segment: 'b2.s2' }])
  assert.deepEqual([view.asked, view.unasked.length, view.status?.done, view.status?.questions], [4, 0, 4, 1])
  assert.ok((view.status?.spending[0]?.microdollars ?? 0) > 0)
  // It changes nothing of the document.
  assert.equal((await stateOf(workspace, document)).sequence, sequence)
  const [used] = Object.values((await workspace.ledger.read())['openai-compatible']?.months ?? {})
  assert.deepEqual([used?.requests, used?.sentences], [1, 0])

  await ask()
  assert.equal(loopback.inputs.length, 1)
  await write('b2.s2', 'The second.')
  assert.deepEqual(given(await viewQuestions(workspace, translator, { document })).questions, [])
  await ask()
  assert.deepEqual(loopback.inputs[1]?.pairs, [{ id: '1', source: '第二句话。', target: 'The second.' }])
  await write('b2.s2', 'Nothing.')
  assert.equal(given(await viewQuestions(workspace, translator, { document })).questions.length, 1)
  await ask()
  assert.equal(loopback.inputs.length, 2)
})

test('texts go off this machine only where an administrator has agreed', async (context) => {
  const { workspace, admin, translator, document } = await begin(context, inSecond)
  const elsewhere = { baseUrl: 'https://models.example/v1', model: 'm', key: 'k' }
  given(await changeEngine(workspace, admin, { openai: elsewhere }))
  assert.equal(codeOf(await changeEngine(workspace, admin, { questions: true })), 'engine-consent')
  const { engine } = given(await changeEngine(workspace, admin, { questions: true, consent: true }))
  assert.deepEqual([engine.questions, engine.consents.map(({ to }) => to)], [true, ['models.example']])
  assert.equal(given(await viewQuestions(workspace, translator, { document })).host, 'models.example')
  // Another address is another question.
  const other = { ...elsewhere, baseUrl: 'https://others.example/v1' }
  assert.equal(codeOf(await changeEngine(workspace, admin, { openai: other })), 'engine-consent')
  const switched = given(await changeEngine(workspace, admin, { questions: false }))
  assert.deepEqual([switched.engine.questions, switched.engine.consents], [false, []])
})

test('nothing more is asked once the office has switched it off', async (context) => {
  let office: Begun | undefined
  const switchOff = () => {
    if (office) void changeEngine(office.workspace, office.admin, { questions: false })
    // Nothing that can be read: the sentences would be asked about one by one.
    return 'nothing'
  }
  office = await begin(context, switchOff, { delay: 100 })
  const { workspace, admin, document, loopback, ask } = office
  given(await changeEngine(workspace, admin, on))
  await ask()
  assert.equal(workspace.questionRuns.get(document)?.run.status().refused?.code, 'questions-off')
  assert.equal(loopback.inputs.length, 1)
})

test('a question is settled by name, which is taken back, and holds for these words alone', async (context) => {
  const { workspace, admin, translator, reviser, approver, document, ask, write } = await begin(context, inSecond)
  given(await changeEngine(workspace, admin, on))
  await ask()
  const questionsOf = async () => given(await viewQuestions(workspace, approver, { document })).questions
  const [question] = await questionsOf()
  assert.ok(question)
  const settle = { document, segment: 'b2.s2', question: questionKey(question), verdict: 'dismissed' } as const
  assert.equal(codeOf(await settleQuestion(workspace, approver, settle)), 'role-missing')
  assert.equal(codeOf(await settleQuestion(workspace, reviser, { ...settle, question: 'x' })), 'question-unknown')
  given(await settleQuestion(workspace, reviser, settle))
  const [settled] = await questionsOf()
  assert.deepEqual([settled?.settled?.verdict, settled?.settled?.name], ['dismissed', reviser.name])
  given(await settleQuestion(workspace, translator, { ...settle, verdict: null }))
  assert.equal((await questionsOf())[0]?.settled, undefined)
  await write('b2.s2', 'Other words.')
  assert.equal(codeOf(await settleQuestion(workspace, reviser, settle)), 'question-unknown')
})

test('bad JSON, words that stand nowhere and a busy server leave sentences unasked or unanswered, and no more', async (context) => {
  const invented = asking(() => [{ source: '从未', target: 'never said', category: 'addition', severity: 'critical' }])
  let write: (input: ChatInput) => string = () => 'The English is fine.'
  const { workspace, admin, translator, document, loopback, ask } = await begin(context, (input) => write(input), {
    forms: [],
  })
  given(await changeEngine(workspace, admin, on))
  const view = async () => given(await viewQuestions(workspace, translator, { document }))
  await ask()
  // Together, then each by itself.
  assert.equal(loopback.inputs.length, 5)
  const { status, unasked } = await view()
  assert.deepEqual([status?.done, status?.unanswered, unasked.length, status?.refused], [4, 4, 4, undefined])
  // A form that the server turned down is not tried again.
  assert.equal(loopback.requests.length, 5 + 3)

  write = invented
  loopback.fail(openAiFault(429, 'Slow down.', { headers: { 'retry-after': '0' } }))
  await ask()
  assert.deepEqual([(await view()).questions, (await view()).unasked], [[], []])

  loopback.fail(openAiFault(401, 'no'))
  given(await changeEngine(workspace, admin, { openai: { ...loopback.settings, model: 'other' } }))
  await ask()
  assert.equal((await view()).status?.refused?.code, 'engine-key')
})

test('an answer that is too long is cut off, and the sentences are asked about by themselves', async (context) => {
  const { workspace, admin, translator, document, ask } = await begin(context, inSecond, { cutAt: 150 })
  given(await changeEngine(workspace, admin, on))
  await ask()
  const { status, questions } = given(await viewQuestions(workspace, translator, { document }))
  assert.deepEqual([status?.done, status?.unanswered, questions.length], [4, 0, 1])
})

test('a server that never answers is left by stopping, and a budget is not passed', async (context) => {
  const { workspace, admin, translator, document, loopback, ask } = await begin(context, inSecond)
  given(await changeEngine(workspace, admin, on))
  loopback.fail({ type: 'silence' })
  const started = given(await askQuestions(workspace, translator, { document }))
  assert.equal(started.running, true)
  while (loopback.requests.length === 0) await wait(5)
  assert.equal(codeOf(await askQuestions(workspace, translator, { document })), 'questions-running')
  assert.equal(given(await stopQuestions(workspace, translator, { document })).running, false)
  assert.equal(codeOf(await stopQuestions(workspace, translator, { document })), 'questions-not-running')
  await stopAllQuestions(workspace)

  given(await askQuestions(workspace, translator, { document, budget: { microdollars: 1 } }))
  await workspace.questionRuns.get(document)?.run.ended
  assert.equal(given(await viewQuestions(workspace, translator, { document })).status?.refused?.code, 'engine-budget')
  await ask(['b2.s2'])
  const { asked, questions } = given(await viewQuestions(workspace, translator, { document }))
  assert.deepEqual([asked, questions.length], [1, 1])
})

test('at its limit a run asks nothing more, and what is under way and paid for is kept', async (context) => {
  const { workspace, admin, translator, loopback } = await begin(context, inSecond, { delay: 30 })
  given(await changeEngine(workspace, admin, on))
  const lines = Array.from({ length: 14 }, (_, at) => `第${at}条。`).join('\n')
  const { id: document } = given(await importDocument(workspace, translator, textFile(lines)))
  for (const [segment, { version }] of (await stateOf(workspace, document)).segments) {
    const command = { type: 'edit', segment, base: version, target: ['An item.'] } as const
    given(await changeSegment(workspace, translator, { document, command }))
  }
  const { expected } = given(await viewQuestions(workspace, translator, { document }))
  const budget = { microdollars: (expected.microdollars ?? 0) - 1 }
  given(await askQuestions(workspace, translator, { document, budget }))
  await workspace.questionRuns.get(document)?.run.ended
  const { asked, unasked, status } = given(await viewQuestions(workspace, translator, { document }))
  assert.deepEqual([loopback.inputs.length, asked, unasked.length], [1, 10, 4])
  assert.deepEqual([status?.running, status?.done, status?.refused?.code], [false, 10, 'engine-budget'])
})
