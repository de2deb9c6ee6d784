import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { hasDefects } from '../../drafting/compliance.ts'
import { draftSegments } from '../../drafting/draft.ts'
import { emptyMemory, stillChance } from '../../drafting/fixtures/scripted-engine.ts'
import type { Drafted, DraftJob } from '../../drafting/job.ts'
import { judgesHere } from '../../drafting/judging.ts'
import { ladderOf } from '../../drafting/ladder.ts'
import { createDocumentNames } from '../../drafting/names.ts'
import { readGlossary } from '../../formats/csv/glossary-csv.ts'
import { plainStyle } from '../../model/house-style.ts'
import { plain } from '../../model/inline.ts'
import { type PromptDialect, promptDialects } from '../../model/prompt-dialect.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { Term } from '../../model/term.ts'
import { createRecogniser } from '../../terms/recognition/recognise.ts'
import { verifyTerm } from '../../terms/verification/verify.ts'
import { obey } from '../fixtures/compliance-runs.ts'
import type { ModelInput } from '../loopback/dialects.ts'
import { startOpenAiLoopback, writing } from '../loopback/openai.ts'
import { dialects } from './dialects.ts'
import { createOpenAiEngine } from './engine.ts'

const glossary = readGlossary(readFileSync(new URL('../../../glossary/zh-CN_en.csv', import.meta.url)))
if (isRefusal(glossary)) throw new Error(glossary.code)
const terms = glossary.map((fields, at): Term => ({ ...fields, id: `t${at}` }))
const recognise = createRecogniser(terms)

/** Two terms of the glossary that the project ships a sentence, 60 sentences. */
const jobs: readonly DraftJob[] = Array.from({ length: 60 }, (_, at) => {
  const forms = [terms[at * 2], terms[at * 2 + 1]].map((term) => term?.source[0] ?? '')
  const source = `会议讨论了${forms.join('和')}。`
  return { segment: `b${at}.s1`, source, terms: recognise(source), before: '', after: '', style: plainStyle }
})

type Translate = (source: string, input: ModelInput) => string

async function drafted(t: TestContext, dialect: PromptDialect, translate: Translate) {
  const loopback = await startOpenAiLoopback({ dialect, write: writing(dialect, translate) })
  t.after(() => loopback.stop())
  const engine = createOpenAiEngine(loopback.settings)
  assert.ok(!isRefusal(engine))
  const signal = new AbortController().signal
  const means = await engine.prepare(terms, signal)
  assert.ok(!isRefusal(means))
  const last = new Map<string, Drafted>()
  let requests = 0
  const tools = {
    signal,
    judges: judgesHere(
      () => undefined,
      (text) => createHash('sha256').update(text).digest('hex'),
    ),
    chance: stillChance,
    patience: { attempts: 3, first: 1, most: 1 },
    budget: {},
    names: createDocumentNames(),
    pause: () => undefined,
    prices: new Map(),
    examples: async () => new Map(),
  }
  for await (const step of draftSegments(
    jobs,
    { memory: emptyMemory, ladder: ladderOf({ engine, means }, null) },
    tools,
  )) {
    if (step.type !== 'drafted') assert.fail(JSON.stringify(step))
    for (const draft of step.drafted) last.set(draft.segment, draft)
    requests = step.spending[0]?.requests ?? 0
  }
  assert.equal(requests, loopback.requests.length, 'the account of the run is that of the server')
  return jobs.map((job) => {
    const draft = last.get(job.segment)?.draft
    assert.ok(draft)
    return { job, draft }
  })
}

/** The terms that a draft lacks, looked for without its record, are those that its record says it lacks. */
function assertNothingSilent(drafts: Awaited<ReturnType<typeof drafted>>) {
  for (const { job, draft } of drafts) {
    const wanted = [...new Map(job.terms.map(({ term }) => [term.id, term])).values()]
    const target = plain(draft.target)
    const met = wanted.filter((term) => verifyTerm(term, target).met.length > 0).map(({ id }) => id)
    assert.deepEqual(
      draft.compliance.asked,
      wanted.map(({ id }) => id),
    )
    assert.deepEqual(draft.compliance.met, met)
    assert.ok(met.length === wanted.length || hasDefects(draft), 'what is missing is a defect')
  }
}

for (const dialect of promptDialects) {
  test(`${dialect}: a model that keeps to terms meets all of them by the first means`, async (t) => {
    const drafts = await drafted(t, dialect, (source, { terms: given }) => obey(source, given))
    assertNothingSilent(drafts)
    for (const { job, draft } of drafts) {
      assert.deepEqual(draft.compliance.met, draft.compliance.asked, `${job.source} ${plain(draft.target)}`)
      assert.equal(draft.compliance.attempts?.length, 1)
      assert.equal(draft.compliance.attempts[0]?.means, dialects[dialect].means[0])
    }
  })

  test(`${dialect}: of a model that ignores terms every term is reported, after every means was tried`, async (t) => {
    const drafts = await drafted(t, dialect, () => 'They discussed it.')
    assertNothingSilent(drafts)
    const { means, repairs } = dialects[dialect]
    for (const { draft } of drafts) {
      assert.deepEqual(draft.compliance.met, [])
      assert.equal(draft.compliance.attempts?.length, repairs ? 2 : means.length)
    }
  })
}

for (const dialect of ['hy-mt', 'qwen-mt'] as const) {
  test(`${dialect}: a model that overlooks its terms is held to them by what stands in the text`, async (t) => {
    const drafts = await drafted(t, dialect, (source) => obey(source, []))
    assertNothingSilent(drafts)
    for (const { draft } of drafts) {
      assert.deepEqual(draft.compliance.met, draft.compliance.asked)
      assert.deepEqual(
        draft.compliance.attempts?.map(({ means }) => means),
        dialects[dialect].means.slice(0, 2),
      )
    }
  })
}

for (const dialect of ['json', 'plain'] as const) {
  test(`${dialect}: a model that overlooks its terms mends its draft once they are named`, async (t) => {
    const drafts = await drafted(t, dialect, (source, { terms: given, segments }) => {
      const segment = segments.find((one) => one.source === source)
      return segment?.defects ? obey(source, given) : 'They discussed it.'
    })
    assertNothingSilent(drafts)
    for (const { draft } of drafts) assert.deepEqual(draft.compliance.met, draft.compliance.asked)
  })
}
