import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { menuLetters } from '../review-ui/keys/keys.ts'
import { withLineBreaks } from '../review-ui/pages/engines/logic/sent-body.ts'
import { type Loopback, type LoopbackRequest, startLoopback } from '../src/engines/loopback/server.ts'
import type { DocumentEvent } from '../src/model/event.ts'
import type { Colleague } from './support/colleague.ts'
import { activeRowOf, editorOf, openSegment, rowOf, savedAs, select, textOf } from './support/desk.ts'
import { story } from './support/house.ts'
import { axe, sideways } from './support/reach.ts'
import { languages } from './support/words.ts'

/** Forty sentences and a title: more than two calls of an engine. Every second one has a figure, each of the first ten a term. */
const text = Array.from({ length: 40 }, (_, index) =>
  index < 10 ? `第${index + 1}村学习“千万工程”经验。` : `第${index + 1}村修路${index + 3}公里。`,
).join('\n')

interface Asked {
  readonly id: string
  readonly source: string
  readonly draft?: string
}

/** A model that keeps figures, and a term only when the defect is named to it; the term of the first village never. */
function answer({ body }: LoopbackRequest) {
  const { messages } = body as { readonly messages: readonly { readonly content: string }[] }
  const { segments }: { readonly segments: readonly Asked[] } = JSON.parse(messages.at(-1)?.content ?? '')
  const translations = segments.map(({ id, source, draft }) => ({ id, target: translate(source, draft !== undefined) }))
  const message = { role: 'assistant', content: JSON.stringify({ translations }) }
  const usage = { prompt_tokens: 1000, completion_tokens: 500, total_tokens: 1500 }
  return { status: 200, body: { choices: [{ index: 0, message, finish_reason: 'stop' }], usage } }
}

function translate(source: string, mending: boolean): string {
  const [, village = '', kilometers] = /第(\d+)村(?:修路(\d+)公里)?/.exec(source) ?? []
  if (kilometers) return `Village No. ${village} built ${kilometers} kilometers of road.`
  const program = mending && village !== '1' ? 'the Green Rural Revival Program' : 'a certain program'
  return `Village No. ${village} learns from ${program}.`
}

/** Imports the text under a title of its own: the same text again would be refused. */
async function importText(colleague: Colleague, name: string): Promise<string> {
  const file = Buffer.from(`${name}计划。
${text}`)
  return (await colleague.given('POST', `/api/documents?filename=${name}.txt`, file)).id
}

const press = ({ page, say }: Colleague, key: string) =>
  page
    .locator('.drafting')
    .getByRole('button', { name: say(key), exact: true })
    .click()

const reads = async ({ page, say }: Colleague, key: string, params?: Record<string, string | number>) =>
  page.locator('.drafting').getByText(say(key, params)).first().waitFor()

story('a document is drafted, stopped, gone on with, limited and asked anew', {}, async (house, chapter) => {
  const model = await startLoopback(answer)
  try {
    const admin = await house.enter('administrator')
    const translator = await house.enter('translator')
    await chapter('without an engine the page says so before anything is pressed', async () => {
      const document = await importText(translator, 'before')
      await translator.goto(`/d/${document}`)
      await reads(translator, 'drafting.memoryOnly', { count: 0, rest: 41 })
    })
    await setUp(admin, model)
    await chapter('the engine is tested on the page of engines, which keeps what it last failed of', async () => {
      await admin.goto('/engines')
      const { page, say } = admin
      await page.getByRole('button', { name: say('settings.engine.test'), exact: true }).click()
      await page.getByText(say('settings.engine.testCalls', { count: 2 })).waitFor()
      await page.locator('.sent-requests summary').click()
      const shown = await page.locator('.sent-requests pre').allTextContents()
      const last = model.requests.slice(-shown.length).map(({ body }) => JSON.stringify(body, null, 2))
      assert.deepEqual(
        shown,
        last.map((body) => withLineBreaks(body)),
      )
      assert.deepEqual(await axe(page), [])
      // What is wrong is said, with what to do; the refusal shows in the browser's console.
      admin.expects(/status of 409/)
      model.fail({ type: 'status', status: 401, body: { error: { message: 'no such key' } } })
      await page.getByRole('button', { name: say('settings.engine.test'), exact: true }).click()
      await page.locator('.last-failure').getByText(/401/).first().waitFor()
      await page.getByRole('button', { name: say('engines.toField', { field: say('settings.engine.key') }) }).click()
      await page.locator('input[name="key"]:focus').waitFor()
    })
    for (const language of languages) {
      const colleague = language === 'en' ? translator : await house.enter('reviser', { language })
      await chapter(`estimated, drafted and looked at in ${language}`, () => tellOfRun(colleague, language))
    }
    await chapter('a sentence longer than the engine takes is told of before and after', () =>
      tellOfTooLong(translator),
    )
    await chapter('stopped and gone on with', () => tellOfStop(translator, model))
    await chapter('stopped by a limit, and discarded', () => tellOfLimit(translator))
  } finally {
    await model.stop()
  }
})

async function openMenu({ page }: Colleague): Promise<void> {
  await page.keyboard.press('F2')
  await activeRowOf(page).getByRole('menu').waitFor()
}

async function setUp(admin: Colleague, model: Loopback): Promise<void> {
  await admin.given('PUT', '/api/settings/engine', {
    active: 'openai-compatible',
    google: { project: '', location: '', glossary: '' },
    openai: { baseUrl: `http://127.0.0.1:${model.port}/v1`, model: 'some-model', key: '' },
  })
}

async function tellOfRun(colleague: Colleague, language: string): Promise<void> {
  const { page } = colleague
  const document = await importText(colleague, language)
  await colleague.goto(`/d/${document}`)
  await page.locator('.drafting summary').click()
  await reads(colleague, 'drafting.characters')
  assert.deepEqual(await axe(page), [])
  await page.setViewportSize({ width: 390, height: 844 })
  assert.equal(await sideways(page), 0)
  assert.deepEqual(await axe(page), [])
  await page.setViewportSize({ width: 1440, height: 900 })
  await press(colleague, 'drafting.start')
  await reads(colleague, 'drafting.wereRepaired', { count: 9 })
  await reads(colleague, 'drafting.areOpen', { count: 1 })
  assert.deepEqual(await axe(page), [])
  const { state } = await colleague.document(document)
  const drafts = Object.values(state.segments).map(({ draft }) => draft)
  assert.ok(drafts.every((draft) => draft?.compliance.attempts?.length))
  const unmet = drafts.filter((draft) => draft && draft.compliance.met.length < draft.compliance.asked.length)
  assert.equal(unmet.length, 1)
  await press(colleague, 'common.close')
  await tellOfOtherDraft(colleague, document)
}

/** Another draft of the sentence whose term the model never keeps: compared, used, and taken back. */
async function tellOfOtherDraft(colleague: Colleague, document: string): Promise<void> {
  const { page, say } = colleague
  const own = 'The first village learns from others.'
  await openSegment(colleague, document, 'b2.s1')
  await page.locator('.compliance').getByText(say('compliance.repair')).first().waitFor()
  await select(page, 0, 100)
  await page.keyboard.type(own)
  await openMenu(colleague)
  await page.keyboard.press(menuLetters.otherDrafts)
  const engine = say('engine.openai-compatible')
  const ask = page.getByRole('button', { name: say('otherDrafts.ask', { engine }), exact: true })
  await ask.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.draft-to-compare .defects li').first().waitFor()
  assert.ok((await page.locator('.draft-to-compare .unlike').count()) > 0)
  assert.deepEqual(await axe(page), [])
  await page.setViewportSize({ width: 390, height: 844 })
  assert.equal(await sideways(page), 0)
  assert.deepEqual(await axe(page), [])
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.locator('.draft-to-compare button').focus()
  await page.keyboard.press('1')
  const target = 'Village No. 1 learns from a certain program.'
  await savedAs(colleague, document, 'b2.s1', target)
  const { entries } = await colleague.given('GET', `/api/documents/${document}/segments/b2.s1/history`)
  const written = entries.map(({ event }: { event: DocumentEvent }) => 'target' in event && textOf(event.target))
  assert.deepEqual(written.slice(-2), [own, target])
  await page.keyboard.press('Control+z')
  await savedAs(colleague, document, 'b2.s1', own)
}

/** A sentence of more than a call takes, beside one that is drafted. */
async function tellOfTooLong(translator: Colleague): Promise<void> {
  const { page, say } = translator
  const file = Buffer.from(`长句计划。\n第五十一村修路53公里。\n${'很'.repeat(7000)}长的一句。`)
  const { id: document } = await translator.given('POST', '/api/documents?filename=long.txt', file)
  await translator.goto(`/d/${document}`)
  const engine = say('engine.openai-compatible')
  await reads(translator, 'drafting.tooLong', { count: 1, engine })
  assert.deepEqual(await axe(page), [])
  await press(translator, 'drafting.start')
  await reads(translator, 'drafting.tooLong', { count: 1, engine })
  await openSegment(translator, document, 'b3.s1')
  await activeRowOf(page).getByText(say('undrafted.too-long')).waitFor()
  assert.equal((await translator.segment(document, 'b3.s1')).undrafted, 'too-long')
}

async function tellOfStop(translator: Colleague, model: Loopback): Promise<void> {
  const document = await importText(translator, 'stop')
  // One call is answered, and the others never are.
  model.fail(null, { type: 'silence' }, { type: 'silence' })
  await translator.goto(`/d/${document}`)
  const { page } = translator
  const status = async () => (await translator.document(document)).drafting
  await press(translator, 'drafting.start')
  while (!(await status())?.done) await setTimeout(30)
  const done = (await status())?.done ?? 0
  await reads(translator, 'drafting.progress', { done, count: 41 })
  assert.deepEqual(await axe(page), [])
  await press(translator, 'drafting.stop')
  await reads(translator, 'drafting.stopped', { done, count: 41 })
  // A person's words in between are theirs.
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
  await rowOf(page, 'b41.s1').click()
  await editorOf(page).fill('The last village built 42 kilometers of road.')
  while ((await translator.segment(document, 'b41.s1')).authors.length === 0) await setTimeout(30)
  const asked = model.requests.length
  const stopped = (await status())?.startedAt
  await press(translator, 'drafting.resume')
  const goneOn = async () => {
    const run = await status()
    return run?.startedAt !== stopped && run?.running === false
  }
  while (!(await goneOn())) await setTimeout(30)
  const engine = translator.say('engine.openai-compatible')
  await reads(translator, 'drafting.finished', { engine, count: (await status())?.total ?? 0 })
  const { state } = await translator.document(document)
  assert.deepEqual(state.segments['b41.s1']?.target, ['The last village built 42 kilometers of road.'])
  assert.ok(Object.values(state.segments).every(({ target }) => target.length > 0))
  assert.ok(model.requests.length - asked <= 4)
}

async function tellOfLimit(translator: Colleague): Promise<void> {
  const document = await importText(translator, 'limit')
  await translator.goto(`/d/${document}`)
  const { page, say } = translator
  await page.locator('.drafting summary').click()
  await page.getByLabel(say('drafting.orCharacters')).fill('300')
  await press(translator, 'drafting.start')
  await page.locator('.drafting .red').waitFor()
  const filled = Object.values((await translator.document(document)).state.segments).filter(
    ({ target }) => target.length,
  )
  assert.ok(filled.length > 0 && filled.length < 41, `${filled.length}`)
  await press(translator, 'drafting.discard')
  await press(translator, 'drafting.discardYes')
  await reads(translator, 'drafting.empty', { count: 41 })
}
