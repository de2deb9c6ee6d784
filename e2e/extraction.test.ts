import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright'
import type { TermsView } from '../src/contract/views/terms.ts'
import { preferredRendering, type Term } from '../src/model/term.ts'
import { becomes } from './support/becomes.ts'
import type { Colleague } from './support/colleague.ts'
import { sampleOf } from './support/desk.ts'
import { story } from './support/house.ts'

/** The field for the English of the candidate one is at. */
function fieldOf(page: Page): Locator {
  return page.locator('main .terms input')
}

function formOf(page: Page): Promise<string> {
  return page.locator('main .terms h2').innerText()
}

/** Goes on with Tab until what is wanted has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return
    await page.keyboard.press('Tab')
  }
  assert.fail('Tab does not come there')
}

async function atForm({ page }: Colleague, form: string): Promise<void> {
  await page.locator('main .terms h2', { hasText: form }).waitFor()
  assert.equal(await formOf(page), form)
  const focused = await fieldOf(page).evaluate((element) => element === element.ownerDocument.activeElement)
  assert.ok(focused, `the field of ${form} has the focus`)
}

async function counts({ page, say }: Colleague, accepted: number, aside: number, left: number): Promise<void> {
  await page.getByText(say('candidates.progress', { accepted, aside, left }), { exact: true }).waitFor()
}

async function termOf(colleague: Colleague, form: string): Promise<Term | undefined> {
  const { terms }: TermsView = await colleague.given('GET', '/api/terms')
  return terms.find(({ source }) => source.includes(form))
}

async function openCandidates(colleague: Colleague, document: string): Promise<void> {
  await colleague.goto(`/glossary/candidates/${document}`)
  await fieldOf(colleague.page).waitFor()
}

story('terms are found in a document and taken into the glossary by keyboard alone', {}, async (house, chapter) => {
  const tan = await house.enter('translator')
  const document = await sampleOf(tan)
  const { page, say } = tan
  const { keyboard } = page
  const forms: string[] = []

  await chapter('from the glossary to the first candidate', async () => {
    await tan.goto('/glossary')
    const link = page.getByRole('link', { name: say('candidates.link') })
    await link.waitFor()
    await tabTo(page, link)
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: say('candidates.title'), level: 1 }).waitFor()
    await fieldOf(page).waitFor()
    await tabTo(page, fieldOf(page))
    await counts(tan, 0, 0, 200)
    for (let at = 0; at < 5; at++) {
      forms.push(await formOf(page))
      await keyboard.press('ArrowDown')
    }
    assert.equal(new Set(forms).size, 5)
    for (let at = 0; at < 9; at++) await keyboard.press('ArrowUp')
    await atForm(tan, forms[0] as string)
  })

  await chapter('nothing is accepted without English; with it the term is proposed, and one goes on', async () => {
    await fieldOf(page).fill('')
    await keyboard.press('Enter')
    await page.getByRole('alert').getByText(say('candidates.empty')).waitFor()
    await atForm(tan, forms[0] as string)
    await keyboard.type('  First   English ')
    await keyboard.press('Enter')
    await counts(tan, 1, 0, 199)
    await atForm(tan, forms[1] as string)
    const { id, ...term } = (await termOf(tan, forms[0] as string)) ?? assert.fail()
    assert.notEqual(id, '')
    assert.deepEqual(term, {
      source: [forms[0]],
      renderings: [{ text: 'First English', status: 'preferred' }],
      status: 'proposed',
      domain: '',
      note: '',
      authority: '',
    })
    // What a translator added only a terminologist retires.
    assert.equal(await page.getByRole('button', { name: say('candidates.takeBack.accepted') }).count(), 0)
    await fieldOf(page).press('Control+z')
    await counts(tan, 1, 0, 199)
  })

  await chapter('what is set aside is gone, can be taken back at once, and offered again later', async () => {
    await keyboard.press('Shift+Enter')
    await counts(tan, 1, 1, 198)
    await atForm(tan, forms[2] as string)
    await keyboard.press('Control+z')
    await counts(tan, 1, 0, 199)
    await atForm(tan, forms[1] as string)
    // In a field where something was typed the key is the field's own.
    await keyboard.press('Shift+Enter')
    await atForm(tan, forms[2] as string)
    await keyboard.type('x')
    await keyboard.press('Control+z')
    await counts(tan, 1, 1, 198)
    await fieldOf(page).fill('')

    await page.reload()
    await fieldOf(page).waitFor()
    await counts(tan, 0, 0, 200)
    assert.equal(await formOf(page), forms[2])
    const summary = page.locator('main .set-aside summary')
    await tabTo(page, summary)
    await keyboard.press('Enter')
    const line = page.locator('main .set-aside li')
    assert.match(await line.innerText(), new RegExp(`${forms[1]}[\\s\\S]*Tan Yue`))
    await tabTo(page, line.getByRole('button'))
    await keyboard.press('Enter')
    await line.waitFor({ state: 'detached' })
    await page
      .locator('main .terms .name', { hasText: forms[1] as string })
      .first()
      .waitFor()
  })

  await chapter('what confirmed translations have is there to be accepted by one key', async () => {
    await openCandidates(tan, document)
    await tabTo(page, fieldOf(page))
    let steps = 0
    while ((await fieldOf(page).inputValue()) === '' && steps++ < 199) await keyboard.press('ArrowDown')
    const [form, english] = [await formOf(page), await fieldOf(page).inputValue()]
    assert.notEqual(english, '', 'the memory of the sample is sure of none')
    assert.match(await page.locator('main .terms li[data-open]').innerText(), /In \d+ of \d+ confirmed translations/)
    await keyboard.press('Enter')
    await counts(tan, 1, 0, 199)
    const term = await termOf(tan, form)
    assert.equal(term && preferredRendering(term), english)
    // A sentence leads to its place in the document.
    const where = page.locator('main .contexts a').first()
    const address = (await where.getAttribute('href')) ?? ''
    await tabTo(page, where)
    await keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === address)
    await page.locator('section.segment.active').waitFor()
  })

  await chapter(
    'while an input method composes, Enter is its own; words that are typed are not left unasked',
    async () => {
      await openCandidates(tan, document)
      await fieldOf(page).focus()
      const form = await formOf(page)
      await fieldOf(page).fill('some words')
      for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
        for (const press of [{ key: 'Enter' }, { key: 'Enter', shiftKey: true }, { key: 'ArrowDown' }])
          await fieldOf(page).dispatchEvent('keydown', { bubbles: true, cancelable: true, ...press, ...composing })
      }
      await counts(tan, 0, 0, 200)
      assert.equal(await formOf(page), form)
      await page.getByRole('link', { name: say('rooms.releases') }).click()
      await page.getByRole('dialog').getByText(say('unsaved.about')).waitFor()
      await keyboard.press('Escape')
      await becomes(() => fieldOf(page).inputValue(), 'some words')
      await fieldOf(page).fill('')
    },
  )

  const boss = await house.enter('administrator', { language: 'zh-CN' })

  await chapter('a terminologist takes back what they accepted; a colleague is told who was quicker', async () => {
    await openCandidates(boss, document)
    await boss.page.locator('main .terms input').focus()
    const form = await formOf(boss.page)
    await fieldOf(boss.page).fill('Taken and given back')
    await boss.page.keyboard.press('Enter')
    await counts(boss, 1, 0, 199)

    // Tan still has it in the list.
    tan.expects(/409 \(Conflict\)/)
    assert.equal(await formOf(page), form)
    await fieldOf(page).fill('Too late')
    await fieldOf(page).press('Enter')
    await page.getByRole('alert').getByText(say('refusals:term-duplicate', { form })).waitFor()
    await counts(tan, 0, 0, 200)
    await fieldOf(page).fill('')

    await boss.page.keyboard.press('Control+z')
    await counts(boss, 0, 0, 200)
    assert.equal((await termOf(boss, form))?.status, 'retired')
    await atForm(boss, form)
    await becomes(() => fieldOf(boss.page).inputValue(), 'Taken and given back')
    await boss.page.locator('main .terms li[data-open]').getByText(boss.say('candidates.retired')).waitFor()
    await fieldOf(boss.page).fill('')
  })
})
