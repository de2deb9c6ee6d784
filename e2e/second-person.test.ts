import assert from 'node:assert/strict'
import type { CDPSession } from 'playwright'
import { becomes } from './support/becomes.ts'
import type { Colleague } from './support/colleague.ts'
import {
  activeAt,
  activeRowOf,
  draft,
  editorOf,
  openSegment,
  rowOf,
  sampleOf,
  savedAs,
  select,
  textOf,
} from './support/desk.ts'
import { type House, story } from './support/house.ts'

interface Desk {
  readonly house: House
  readonly tan: Colleague
  readonly ren: Colleague
  readonly document: string
}

/** A chapter is about one sentence of the sample, drafted by the memory without a finding, and nobody's yet. */
type Tell = (desk: Desk, sentence: string) => Promise<void>

const chapters: [name: string, sentence: string, tell: Tell][] = []

function chapter(name: string, sentence: string, tell: Tell): void {
  chapters.push([name, sentence, tell])
}

async function drafted({ tan, document }: Desk, sentence: string): Promise<string> {
  return textOf((await tan.segment(document, sentence)).target)
}

async function typeAt(page: Colleague['page'], at: number, words: string): Promise<void> {
  await select(page, at, at)
  await page.keyboard.type(words)
}

const put = /\/api\/documents\/[^/]+\/segments\/[^/]+$/

/** Holds the next thing a person saves on its way to the server: `asked` when it has left, until it is let go. */
async function hold({ page }: Colleague): Promise<{ readonly asked: Promise<void>; readonly letGo: () => void }> {
  const asked = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  let held = false
  await page.route(put, async (route) => {
    if (held || route.request().method() !== 'PUT') return route.continue()
    held = true
    asked.resolve()
    await gate.promise
    // The page may have gone in the meantime, and the request with it.
    await route.continue().catch(() => {})
  })
  return { asked: asked.promise, letGo: gate.resolve }
}

chapter(
  'two people in one sentence: the second is told, sees both, and loses nothing',
  'b3.s1',
  async (desk, sentence) => {
    const { tan, ren, document } = desk
    const before = await drafted(desk, sentence)
    ren.expects(/409 \(Conflict\)/)
    const row = activeRowOf(ren.page)

    // Each sees that the other is there.
    const here = (name: string) => tan.say('document.here', { names: name })
    await rowOf(tan.page, sentence)
      .getByRole('link', { name: here('Ren Jia') })
      .waitFor()
    await rowOf(ren.page, sentence)
      .getByRole('link', { name: here('Tan Yue') })
      .waitFor()

    // Ren's words are on their way when Tan's are saved: the server refuses the second.
    const { asked, letGo } = await hold(ren)
    await typeAt(ren.page, before.length - 1, ' after all')
    await asked
    await typeAt(tan.page, 0, 'And so: ')
    await savedAs(tan, document, sentence, `And so: ${before}`)
    letGo()
    const conflict = row.locator('.conflict')
    await conflict.getByText(ren.say('conflict.title', { name: 'Tan Yue' })).waitFor()
    await row.getByText(ren.say('save.conflict')).waitFor()
    await conflict.getByText(`And so: ${before}`, { exact: true }).waitFor()
    await conflict.getByRole('button', { name: ren.say('conflict.showWhole') }).click()
    const mine = `${before.slice(0, -1)} after all${before.slice(-1)}`
    await conflict.getByText(mine, { exact: true }).waitFor()
    await becomes(() => editorOf(ren.page).inputValue(), mine)
    assert.equal(textOf((await ren.segment(document, sentence)).target), `And so: ${before}`)

    // Both changes fit together: one key takes them both, and Tan sees it come.
    const both = `And so: ${mine}`
    await conflict.getByRole('button', { name: ren.say('conflict.takeBoth') }).click()
    await conflict.waitFor({ state: 'detached' })
    await savedAs(ren, document, sentence, both)
    await rowOf(tan.page, sentence).getByText(both).first().waitFor()
    await becomes(() => editorOf(tan.page).inputValue(), both)
    assert.deepEqual((await tan.segment(document, sentence)).authors.length, 2)
  },
)

chapter('where two rewrote the same words one is chosen, and the other is kept', 'b3.s2', async (desk, sentence) => {
  const { tan, ren, document } = desk
  const before = await drafted(desk, sentence)
  ren.expects(/409 \(Conflict\)/)
  const { asked, letGo } = await hold(ren)
  const [theirs, mine] = ['Tan wrote all of this anew.', 'Ren has quite another sentence here.']
  for (const [one, words] of [
    [ren, mine],
    [tan, theirs],
  ] as const) {
    await select(one.page, 0, before.length)
    await one.page.keyboard.type(words)
    if (one === ren) await asked
  }
  await savedAs(tan, document, sentence, theirs)
  letGo()
  const conflict = activeRowOf(ren.page).locator('.conflict')
  await conflict.getByText(theirs, { exact: true }).waitFor()
  assert.equal(await conflict.getByRole('button', { name: ren.say('conflict.takeBoth') }).count(), 0)
  await conflict.getByRole('button', { name: ren.say('conflict.takeTheirs') }).click()
  await conflict.waitFor({ state: 'detached' })
  await savedAs(ren, document, sentence, theirs)

  // What was not chosen is in the history, and one press puts it back.
  await ren.page.getByRole('tab', { name: ren.say('panel.history') }).click()
  const aside = ren.page.getByRole('region', { name: ren.say('history.aside') })
  await aside.getByText(mine).waitFor()
  await aside.getByRole('button', { name: ren.say('history.restore') }).click()
  await savedAs(ren, document, sentence, mine)
  const { entries } = await ren.given('GET', `/api/documents/${document}/segments/${sentence}/history`)
  const written = entries.flatMap(({ event }: { event: { type: string; target?: string[] } }) =>
    event.type === 'segment-edited' ? [textOf(event.target)] : [],
  )
  assert.deepEqual(written, [theirs, mine])
})

chapter('a second tab follows the first', 'b6.s2', async (desk, sentence) => {
  const { tan, document } = desk
  const before = await drafted(desk, sentence)
  const next = 'b7.s1'
  const following = textOf((await tan.segment(document, next)).target)
  const second = await tan.context.newPage()
  await second.goto(`/d/${document}/${next}`)
  await rowOf(second, sentence).getByText(before).waitFor()
  await typeAt(tan.page, 0, 'Look: ')
  await rowOf(second, sentence).getByText(`Look: ${before}`).waitFor()
  await tan.page.keyboard.press('Control+Enter')
  await second.locator(`.segment[id="${sentence}"][data-look=translated]`).waitFor()
  // Going on has taken the first tab to the segment the second is at: what one writes there the other has in its editor.
  await activeAt(tan.page, next)
  await typeAt(tan.page, 0, 'Here too. ')
  await activeRowOf(second).locator('.behind').getByText('Here too.').waitFor()
  await becomes(() => editorOf(second).inputValue(), `Here too. ${following}`)
})

chapter('what was typed survives a reload, saved or not', 'b8.s1', async (desk, sentence) => {
  const { tan, document } = desk
  const before = await drafted(desk, sentence)
  await typeAt(tan.page, 0, 'Saved. ')
  await savedAs(tan, document, sentence, `Saved. ${before}`)
  await tan.page.reload()
  await becomes(() => editorOf(tan.page).inputValue(), `Saved. ${before}`)

  // Held on its way, so that the page goes before the server has it.
  const { asked, letGo } = await hold(tan)
  await typeAt(tan.page, 0, 'Not yet. ')
  await asked
  await tan.page.reload()
  letGo()
  await becomes(() => editorOf(tan.page).inputValue(), `Not yet. Saved. ${before}`)
  await savedAs(tan, document, sentence, `Not yet. Saved. ${before}`)
})

chapter('the server stops in the middle of a sentence and comes back', 'b8.s2', async (desk, sentence) => {
  const { tan, ren, document } = desk
  const before = await drafted(desk, sentence)
  for (const one of [tan, ren]) one.expects(/net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE)/)
  const row = activeRowOf(tan.page)
  await typeAt(tan.page, 0, 'Before. ')
  await savedAs(tan, document, sentence, `Before. ${before}`)
  await desk.house.stop()
  await tan.page.getByText(tan.say('document.disconnected')).waitFor()
  await typeAt(tan.page, 0, 'During. ')
  await row.getByRole('alert').getByText(tan.say('save.unreachable')).waitFor()
  assert.equal(await row.getByText(tan.say('save.saved'), { exact: true }).count(), 0)
  await tan.page.keyboard.type('Still. ')
  await desk.house.start()
  await savedAs(tan, document, sentence, `During. Still. Before. ${before}`)
  await tan.page.getByText(tan.say('document.disconnected')).waitFor({ state: 'detached' })
  // Nobody was signed out, and the other has the news too.
  await rowOf(ren.page, sentence).getByText(`During. Still. Before. ${before}`).first().waitFor()
})

chapter('while an input method composes, every key is its own', 'b10.s3', async (desk, sentence) => {
  const { tan, document } = desk
  const before = await drafted(desk, sentence)
  const { page } = tan
  await select(page, 0, 0)
  const keyboard = await page.context().newCDPSession(page)
  await keyboard.send('Input.imeSetComposition', { text: 'zhong', selectionStart: 5, selectionEnd: 5 })
  for (const [key, code, modifiers] of [
    ['Enter', 'Enter', 0],
    ['Enter', 'Enter', 2],
    ['F2', 'F2', 0],
    ['ArrowUp', 'ArrowUp', 0],
    ['Escape', 'Escape', 0],
  ] as const) {
    await processed(keyboard, key, code, modifiers)
  }
  // Browsers differ in which of the two they tell, so both are sent as they would be.
  for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
    for (const press of [{ key: 'Enter', ctrlKey: true }, { key: 'F2' }, { key: 'Enter', metaKey: true }]) {
      await editorOf(page).dispatchEvent('keydown', { bubbles: true, cancelable: true, ...press, ...composing })
    }
  }
  assert.equal(await page.getByRole('menu').count(), 0)
  assert.equal(await activeRowOf(page).getAttribute('id'), sentence)
  assert.ok(await editorOf(page).evaluate((area) => area === area.ownerDocument.activeElement))
  await keyboard.send('Input.insertText', { text: '中' })
  await savedAs(tan, document, sentence, `中${before}`)
  assert.equal((await tan.segment(document, sentence)).state, 'initial')

  // Composed to the end, the same keys are the room's again.
  await page.keyboard.press('F2')
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Enter')
  await page.locator(`.segment[id="${sentence}"][data-look=translated]`).waitFor()
})

/** A key as it comes while an input method has it: virtual key code 229, whatever was pressed. */
async function processed(keyboard: CDPSession, key: string, code: string, modifiers: number): Promise<void> {
  const press = { key, code, modifiers, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press })
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press })
}

chapter('the history shows what changed, and a confirmation can be taken back', 'b13.s1', async (desk, sentence) => {
  const { tan, ren, document } = desk
  const before = await drafted(desk, sentence)
  const { page } = tan
  await typeAt(page, before.length - 1, ' today')
  await savedAs(tan, document, sentence, `${before.slice(0, -1)} today${before.slice(-1)}`)
  await page.keyboard.press('Control+Enter')
  await page.locator(`.segment[id="${sentence}"][data-look=translated]`).waitFor()

  await openSegment(tan, document, sentence)
  await editorOf(page).focus()
  await page.keyboard.press('F2')
  await page.keyboard.press('h')
  const story = page.getByRole('tabpanel').locator('ol.story > li')
  await story.filter({ hasText: tan.say('event.segment-translated') }).waitFor()
  assert.equal(await story.count(), 3)
  assert.equal(
    (
      await story
        .filter({ hasText: tan.say('event.segment-edited') })
        .locator('ins')
        .innerText()
    ).trim(),
    'today',
  )
  await story.last().getByText(before).waitFor()

  // The translator takes back their confirmation; later the reviser theirs.
  await takeBack(tan, document, sentence, 'edited')
  assert.equal((await tan.segment(document, sentence)).state, 'initial')
  await page.keyboard.press('Control+Enter')
  await page.locator(`.segment[id="${sentence}"][data-look=translated]`).waitFor()
  await openSegment(ren, document, sentence)
  await activeRowOf(ren.page).locator('.reading').focus()
  await ren.page.keyboard.press('Control+Enter')
  await ren.page.locator(`.segment[id="${sentence}"][data-look=reviewed]`).waitFor()
  await takeBack(ren, document, sentence, 'translated')
  assert.equal((await ren.segment(document, sentence)).state, 'translated')
})

async function takeBack(who: Colleague, document: string, sentence: string, look: string): Promise<void> {
  await openSegment(who, document, sentence)
  await activeRowOf(who.page).locator('textarea, .reading').first().focus()
  await who.page.keyboard.press('F2')
  await who.page.keyboard.press('u')
  await who.page.locator(`.segment[id="${sentence}"][data-look=${look}]`).waitFor()
}

story('two people at one document', {}, async (house, tellChapter) => {
  const tan = await house.enter('translator')
  const ren = await house.enter('reviser')
  const document = await sampleOf(tan)
  await draft(tan, document)
  for (const [name, sentence, tell] of chapters) {
    await tellChapter(name, async () => {
      for (const one of [tan, ren]) await openSegment(one, document, sentence)
      await tell({ house, tan, ren, document }, sentence)
    })
  }
})
