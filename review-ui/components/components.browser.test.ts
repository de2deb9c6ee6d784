import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { becomes } from '../../e2e/support/becomes.ts'
import { browserPath, type Gallery, openGallery } from '../../e2e/support/gallery.ts'

const skip = browserPath === undefined && 'no Chromium on this machine'

describe('the components, each by itself in a real browser', { skip, timeout: 120_000 }, () => {
  let gallery: Gallery
  before(async () => {
    gallery = await openGallery()
  })
  after(() => gallery.close())

  /** What has the focus, by its label or its words. */
  const focused = (page: Page) =>
    page.evaluate<string>(
      `(({ labels, ariaLabel, textContent }) => labels?.[0]?.textContent ?? ariaLabel ?? textContent.trim())(document.activeElement)`,
    )
  const output = (page: Page) => page.locator('output').innerText()

  test('a dialog takes the focus, keeps it within, and gives it back', async () => {
    const page = await gallery.open('dialog')
    await page.getByRole('button', { name: 'open' }).click()
    await page.getByRole('dialog', { name: 'A dialog' }).waitFor()
    await becomes(() => focused(page), 'First')
    await page.keyboard.press('Tab')
    await becomes(() => focused(page), 'Do it')
    await page
      .getByRole('button', { name: 'open' })
      .click({ timeout: 500 })
      .then(
        () => assert.fail('what is behind a dialog can be pressed'),
        () => {},
      )
    await page.keyboard.press('Escape')
    await becomes(() => output(page), 'closed')
    await becomes(() => focused(page), 'open')
  })

  test('Enter in a field of a dialog submits it, and cancelling does not', async () => {
    const page = await gallery.open('dialog')
    await page.getByRole('button', { name: 'open' }).click()
    await page.keyboard.press('Enter')
    await becomes(() => output(page), 'submitted')
    await page.getByRole('button', { name: 'open' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await becomes(() => output(page), 'cancelled')
  })

  test('a menu opens by key, closes on Escape and gives the focus back, on a choice and on leaving it', async () => {
    const page = await gallery.open('menu')
    const item = page.getByRole('button', { name: 'Sign out' })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await becomes(() => focused(page), 'Sign out')
    await page.keyboard.press('Escape')
    await becomes(() => focused(page), 'Account')
    assert.ok(!(await item.isVisible()))
    await page.keyboard.press('Enter')
    await item.click()
    await becomes(() => output(page), 'out')
    assert.ok(!(await item.isVisible()))
    await page.getByText('Account').click()
    await page.getByRole('button', { name: 'elsewhere' }).focus()
    assert.ok(!(await item.isVisible()))
  })

  test('tabs are one stop for Tab, and arrows go round them', async () => {
    const page = await gallery.open('tabs')
    const selected = () => page.getByRole('tab', { selected: true }).innerText()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowLeft')
    assert.deepEqual([await focused(page), await selected()], ['Comments', 'Comments'])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    assert.equal(await selected(), 'History')
    await page.getByRole('tabpanel', { name: 'History' }).getByText('What stands in history').waitFor()
    assert.equal(await page.locator('[role=tab][tabindex="0"]').count(), 1)
  })

  test('a field tells its hint, and what is wrong with it is told and takes the focus', async () => {
    const page = await gallery.open('field')
    const authority = page.getByRole('textbox', { name: 'Authority' })
    assert.equal(await authority.getAttribute('aria-invalid'), null)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('alert').filter({ hasText: 'It is missing.' }).waitFor()
    await becomes(() => focused(page), 'Authority')
    const describedBy = (await authority.getAttribute('aria-describedby'))?.split(' ') ?? []
    const words = await Promise.all(describedBy.map((id) => page.locator(`[id="${id}"]`).innerText()))
    assert.deepEqual(words, ['Where it comes from.', 'It is missing.'])
  })

  test('the editor marks what is wrong, takes what is put in, and the browser can undo it', async () => {
    const page = await gallery.open('editor')
    const text = () => page.locator('#text').innerText()
    assert.equal(await page.locator('.editor mark.error').innerText(), '3.6')
    await page.getByRole('button', { name: 'fix' }).click()
    assert.equal(await text(), 'The 36 bridges.')
    await becomes(() => focused(page), 'English of segment 1')
    await page.keyboard.press('Control+z')
    assert.equal(await text(), 'The 3.6 bridges.')
  })

  test('the arrow keys lead out of the editor at its ends only, Enter makes no line, Escape leaves', async () => {
    const page = await gallery.open('editor')
    await page.getByRole('textbox').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    assert.notEqual(await output(page), 'step 1')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowDown')
    await becomes(() => output(page), 'step 1')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowUp')
    await becomes(() => output(page), 'step -1')
    await page.keyboard.press('Enter')
    assert.equal(await page.locator('#text').innerText(), 'The 3.6 bridges.')
    await page.keyboard.press('Escape')
    await becomes(() => output(page), 'escape')
  })

  test('words are put into an editor that is only now drawn', async () => {
    const page = await gallery.open('editor')
    await page.getByRole('button', { name: 'hide' }).click()
    await page.getByRole('button', { name: 'insert' }).click()
    assert.match(await page.locator('#text').innerText(), /new words/i)
    await becomes(() => focused(page), 'English of segment 1')
  })

  test('a finding offers what mends it, and a waived one says by whom and why', async () => {
    const page = await gallery.open('finding-list')
    const [open, waived] = [page.getByRole('listitem').nth(0), page.getByRole('listitem').nth(1)]
    await open.getByRole('button').nth(0).click()
    await becomes(() => output(page), 'fix 36')
    await open.getByRole('button').nth(1).click()
    await becomes(() => output(page), 'waive quantity-changed')
    assert.match(await waived.innerText(), /Bo.*As the poem has it\./)
    await waived.getByRole('button').click()
    await becomes(() => output(page), 'withdraw term-missing')
  })

  test('a notice of something wrong is an alert, any other a status', async () => {
    const page = await gallery.open('notice')
    await page.locator('.notice[role=status]', { hasText: 'It is done.' }).waitFor()
    await page.locator('.notice[role=alert]', { hasText: 'It was not done.' }).waitFor()
  })

  test('what did not come is asked for again, and its failure goes with the reply', async () => {
    const page = await gallery.open('loading')
    const again = page.getByRole('button')
    await again.click()
    const refusal = await page.locator('.notice').innerText()
    await again.click()
    await page.getByText('It has come.').waitFor()
    assert.equal(await page.locator('.notice').count(), 0)
    assert.notEqual(refusal, '')
  })

  test('a text that can be copied is selected where the clipboard is closed', async () => {
    const page = await gallery.open('copy-text')
    await page.getByRole('button').click()
    await page.getByRole('status').filter({ hasText: /\S/ }).first().waitFor()
    assert.equal(await page.evaluate<string>('getSelection().toString().trim()'), 'ab cd')
  })

  for (const language of ['en', 'zh-CN'] as const) {
    test(`none of them breaks a rule of accessibility (${language})`, async () => {
      const page = await gallery.open('all', language)
      const broken = async (within: string) => {
        const { violations } = await new AxeBuilder({ page }).include(within).analyze()
        return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
      }
      assert.deepEqual(await broken('#main'), [])
      await page.getByRole('button', { name: 'open' }).click()
      assert.deepEqual(await broken('dialog'), [])
    })
  }
})
