import type { PlacedQuestion, QuestionsStatus, QuestionsView } from '../../contract/views/questions.ts'
import { type Budget, costOf, pricesOf, sumOfUsage } from '../../drafting/spending.ts'
import type { EngineSettings } from '../../model/engine.ts'
import { destinationOfEngine, isAgreed } from '../../model/engine-destination.ts'
import type { Person } from '../../model/people.ts'
import { type Question, type QuestionVerdict, questionKey } from '../../model/question.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { callsOf, expectedUse } from '../../questions/ask.ts'
import { engineSettings, questioningEngine } from '../core/engine-settings.ts'
import { nameOf, openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import {
  type MarkedPair,
  pairsToAsk,
  readAnswers,
  readVerdicts,
  verdictKey,
  verdictsName,
  writeAnswers,
  writeVerdict,
} from './question-answers.ts'
import { runQuestions } from './questions-run.ts'

/** Where the texts of an office go that has a language model asked. */
function hostOf(settings: EngineSettings): string {
  const destination = destinationOfEngine(questioningEngine, settings)
  return 'host' in destination ? destination.host : ''
}

/** Whether the office has switched it on, and agreed to where texts go. */
function maySend(settings: EngineSettings): boolean {
  return settings.questions === true && isAgreed(questioningEngine, settings)
}

/** What there is where the office has no language model asked. */
const off: QuestionsView = {
  on: false,
  model: '',
  host: '',
  asked: 0,
  unasked: [],
  expected: { inputTokens: 0, outputTokens: 0, microdollars: null },
  status: null,
  questions: [],
}

/** What was asked of a document as it stands, and what was not. */
export async function viewQuestions(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<QuestionsView | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const { world } = workspace
  const settings = await engineSettings(workspace)
  const { model } = settings.openai
  if (settings.questions !== true) return off
  const run = workspace.questionRuns.get(document)
  const pairs = pairsToAsk(opened.state, model, world.digest)
  const answers = new Map([...(await readAnswers(world, document)), ...(run?.answers ?? [])])
  const verdicts = await readVerdicts(world, document)
  const questions = pairs.flatMap((pair) =>
    (answers.get(pair.mark) ?? []).map((question): PlacedQuestion => {
      const settled = verdicts[verdictKey(pair, question, world.digest)]
      const { verdict, by, at } = settled ?? {}
      const word = verdict && by && at && { settled: { verdict, name: nameOf(opened.people, by), at } }
      return { ...question, segment: pair.id, ...word }
    }),
  )
  const unasked = distinct(pairs).filter(({ mark }) => !answers.has(mark))
  const usage = sumOfUsage(callsOf(unasked).map(expectedUse))
  const price = settings.prices?.[questioningEngine]
  return {
    on: true,
    model,
    host: hostOf(settings),
    asked: pairs.filter(({ mark }) => answers.has(mark)).length,
    unasked: pairs.filter(({ mark }) => !answers.has(mark)).map(({ id }) => id),
    expected: {
      inputTokens: usage.inputTokens,
      outputTokens: usage.outputTokens,
      microdollars: price ? Math.round(costOf(price, usage)) : null,
    },
    status: run?.run.status() ?? null,
    questions,
  }
}

/**
 * Has the language model of the office asked about sentences that were not asked about as they stand: all, or those that
 * are named. Returns at once. Nothing is sent while the office has not switched it on, and agreed to where texts go.
 */
export async function askQuestions(
  workspace: Workspace,
  actor: Person,
  {
    document,
    segments,
    budget = {},
  }: { readonly document: string; readonly segments?: readonly string[] | undefined; readonly budget?: Budget },
): Promise<QuestionsStatus | Refusal> {
  const opened = await openFor(workspace, actor, 'ask-questions', document)
  if (isRefusal(opened)) return opened
  const settings = await engineSettings(workspace)
  if (!maySend(settings)) return refuse('questions-off')
  return workspace.turns.take(`questions/${document}`, async () => {
    const { world, questionRuns } = workspace
    if (questionRuns.get(document)?.run.status().running) return refuse('questions-running')
    const chat = world.chat(settings)
    if (isRefusal(chat)) return chat
    // Another server may be asking.
    const hold = await world.coordination.hold(`questions-run/${document}`)
    if (hold === null) return refuse('questions-running')
    const read = await readAnswers(world, document).catch(async (fault: unknown) => {
      await hold.release()
      throw fault
    })
    const answers = new Map(read)
    const named = segments && new Set(segments)
    const pairs = distinct(pairsToAsk(opened.state, chat.model, world.digest)).filter(
      ({ id, mark }) => !answers.has(mark) && (named === undefined || named.has(id)),
    )
    const run = runQuestions(callsOfPairs(pairs), {
      chat,
      chance: world.chance,
      prices: pricesOf(settings),
      budget,
      keep: keeping(workspace, document, answers),
      account: workspace.ledger.open('questions'),
      report: (fault) => world.report(fault),
      async maySend() {
        const now = await engineSettings(workspace)
        return maySend(now) && now.openai.baseUrl === settings.openai.baseUrl
      },
    })
    questionRuns.set(document, { run, answers })
    hold.lost.addEventListener('abort', () => run.stop())
    void run.ended.then(async () => {
      // What is written need not be held.
      if (questionRuns.get(document)?.run === run) questionRuns.set(document, { run, answers: new Map() })
      await hold.release()
    })
    return run.status()
  })
}

/** Sentences with the same texts are asked about once. */
function distinct(pairs: readonly MarkedPair[]): readonly MarkedPair[] {
  return [...new Map(pairs.toReversed().map((pair) => [pair.mark, pair])).values()].reverse()
}

function callsOfPairs(pairs: readonly MarkedPair[]): readonly (readonly MarkedPair[])[] {
  const byId = new Map(pairs.map((pair) => [pair.id, pair]))
  return callsOf(pairs).map((call) => call.flatMap(({ id }) => byId.get(id) ?? []))
}

/** After so many calls what was answered is written, so that a crash loses little. */
const callsAWrite = 20

function keeping({ world }: Workspace, document: string, answers: Map<string, readonly Question[]>) {
  let unwritten = 0
  let writing: Promise<void> = Promise.resolve()
  return (more: ReadonlyMap<string, readonly Question[]>, isLast: boolean): Promise<void> => {
    for (const [mark, questions] of more) answers.set(mark, questions)
    unwritten += 1
    if (!isLast && unwritten < callsAWrite) return Promise.resolve()
    unwritten = 0
    writing = writing.catch(() => undefined).then(() => writeAnswers(world, document, answers))
    return writing
  }
}

export async function stopQuestions(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<QuestionsStatus | Refusal> {
  const opened = await openFor(workspace, actor, 'ask-questions', document)
  if (isRefusal(opened)) return opened
  const held = workspace.questionRuns.get(document)
  if (!held?.run.status().running) return refuse('questions-not-running')
  held.run.stop()
  return held.run.status()
}

/** Stops every run, before the programme ends; fulfilled when what was answered is written. */
export async function stopAllQuestions({ questionRuns }: Workspace): Promise<void> {
  const runs = [...questionRuns.values()].map(({ run }) => run)
  for (const run of runs) run.stop()
  await Promise.all(runs.map(({ ended }) => ended))
}

/** Says what was made of a question: it has become a comment, or is none; null takes that back. */
export async function settleQuestion(
  workspace: Workspace,
  actor: Person,
  {
    document,
    segment,
    question,
    verdict,
  }: {
    readonly document: string
    readonly segment: string
    readonly question: string
    readonly verdict: QuestionVerdict | null
  },
): Promise<{ readonly done: true } | Refusal> {
  const opened = await openFor(workspace, actor, 'ask-questions', document)
  if (isRefusal(opened)) return opened
  const { world } = workspace
  const { openai } = await engineSettings(workspace)
  const pair = pairsToAsk(opened.state, openai.model, world.digest).find(({ id }) => id === segment)
  const answers = new Map([
    ...(await readAnswers(world, document)),
    ...(workspace.questionRuns.get(document)?.answers ?? []),
  ])
  const asked = pair && answers.get(pair.mark)?.find((one) => questionKey(one) === question)
  if (pair === undefined || asked === undefined) return refuse('question-unknown')
  const key = verdictKey(pair, asked, world.digest)
  await workspace.turns.take(verdictsName, () => writeVerdict(world, actor, { document, key, verdict }))
  return { done: true }
}
