import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Colleague } from './support/colleague.ts'
import { story } from './support/house.ts'
import { axe, sideways } from './support/reach.ts'

const table = `source,preferred,status,note,authority,authority-body,authority-date,authority-place
石桥,stone bridge,approved,,List of names,Bridge Office,2025-03,No. 5
石墩,stone pier,approved,,,,,
鹰城,Yingcheng,,Explain it once.,,,,
茶园,,,,,,,
`
const concepts = `<tbx><text><body>
<conceptEntry id="a"><langSec xml:lang="zh"><termSec><term>石栏</term></termSec></langSec><langSec xml:lang="en"><termSec><term>stone railing</term></termSec></langSec></conceptEntry>
<conceptEntry id="b"><langSec xml:lang="en"><termSec><term>cup</term></termSec></langSec></conceptEntry>
</body></text></tbx>`

const file = (name: string, text: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })

async function toGlossary({ goto, page, say }: Colleague): Promise<void> {
  await goto('/glossary')
  await page.getByRole('heading', { name: say('rooms.glossary'), level: 1 }).waitFor()
  await page.locator('main .terms .name').first().waitFor()
}

/** Chooses a file in the dialog of the system, which a press opens. */
async function choose({ page }: Colleague, chosen: ReturnType<typeof file>, press: () => Promise<void>) {
  const chooser = page.waitForEvent('filechooser')
  // Once the page has answered, its dialogs are listened for.
  await page.evaluate('0')
  await press()
  await (await chooser).setFiles(chosen)
}

/** What the report says: new, changed, the same, refused. */
async function counts({ page }: Colleague): Promise<readonly string[]> {
  await page.locator('.import-report[aria-busy=false]').waitFor()
  return page.locator('.import-report dd').allTextContents()
}

async function isReachable({ page }: Colleague, what: string): Promise<void> {
  assert.deepEqual(await axe(page), [], what)
  assert.equal(await sideways(page), 0, what)
}

story(
  'a glossary comes in from a file after a look at what it would do, and goes out as one',
  {},
  async (house, chapter) => {
    const admin = await house.enter('administrator')
    const { page, say } = admin
    const dialog = page.getByRole('dialog')

    await chapter('by keys, with what is refused and why', async () => {
      await toGlossary(admin)
      await page.getByRole('button', { name: say('glossary.import.open') }).focus()
      await page.keyboard.press('Enter')
      await dialog.waitFor()
      await isReachable(admin, 'before a file')
      await choose(admin, file('terms.csv', table), () => page.keyboard.press('Enter'))
      assert.deepEqual(await counts(admin), ['1', '1', '0', '2'])
      const reasons = page.getByRole('list', { name: say('glossary.import.whyRefused') })
      await reasons.getByText(say('glossary.import.line', { at: 3 })).waitFor()
      await reasons.getByText(say('refusals:authority-missing')).waitFor()
      await reasons.getByText(say('refusals:row-malformed', { column: 'preferred' })).waitFor()
      await page
        .getByRole('list', { name: say('glossary.import.whatChanges') })
        .getByText(say('glossary.form.note'))
        .waitFor()
      await isReachable(admin, 'a preview')
      const before = (await admin.given('GET', '/api/terms')).terms
      await page.keyboard.press('Enter')
      await dialog.getByText(say('glossary.import.done')).waitFor()
      await isReachable(admin, 'a report')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await page.getByRole('searchbox').fill('石桥')
      await page.locator('main .terms .name', { hasText: '石桥' }).waitFor()
      assert.equal((await admin.given('GET', '/api/terms')).terms.length, before.length + 1)
    })

    await chapter('a file dropped on the page is looked at', async () => {
      const data = await page.evaluateHandle(`(() => {
      const held = new DataTransfer()
      held.items.add(new File([${JSON.stringify(concepts)}], 'terms.tbx'))
      return held
    })()`)
      await page.dispatchEvent('main', 'dragover', { dataTransfer: data })
      await page.dispatchEvent('main', 'drop', { dataTransfer: data })
      assert.deepEqual(await counts(admin), ['1', '0', '0', '1'])
      await dialog.getByText(say('glossary.import.concept', { at: 2 })).waitFor()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    })

    await chapter('columns that no heading names are chosen above the first rows', async () => {
      admin.expects(/409/)
      const nameless = '常用译名表,,\n序号,规范,定译\n1,石埠头,stone landing\n2,石牌坊,stone archway\n'
      await page.getByRole('button', { name: say('glossary.import.open') }).click()
      await choose(admin, file('nameless.csv', nameless), () =>
        page.getByRole('button', { name: say('glossary.import.choose') }).click(),
      )
      const column = (letter: string) =>
        dialog.getByLabel(say('looking.table.column', { column: letter }), { exact: true })
      await column('B').waitFor()
      assert.deepEqual([await column('B').inputValue(), await column('C').inputValue()], ['source', 'preferred'])
      await isReachable(admin, 'the columns of a glossary')
      await dialog.getByLabel(say('looking.table.headings')).fill('2')
      assert.deepEqual(await counts(admin), ['2', '0', '0', '0'])
      // Whoever types a number goes on typing while it is looked at.
      assert.equal(await page.evaluate('document.activeElement?.closest(".table-columns") !== null'), true)
      await dialog.getByRole('button', { name: say('common.cancel') }).click()
      await dialog.waitFor({ state: 'detached' })
    })

    await chapter('every format is one press away', async () => {
      for (const [format, start] of [
        ['csv', '\ufeffsource,'],
        ['xlsx', 'PK'],
        ['tbx', '<?xml'],
      ] as const) {
        await page.getByText(say('glossary.export.open')).click()
        if (format === 'csv') await isReachable(admin, 'the menu')
        const download = page.waitForEvent('download')
        await page.getByRole('link', { name: say(`glossary.export.${format}`), exact: true }).click()
        const taken = await download
        assert.equal(taken.suggestedFilename(), `glossary-zh-CN-en.${format}`)
        assert.ok((await readFile(await taken.path(), 'utf8')).startsWith(start), format)
      }
    })

    await chapter('on a phone, in Chinese, a translator brings proposals', async () => {
      const translator = await house.enter('translator', { language: 'zh-CN', viewport: { width: 390, height: 844 } })
      await toGlossary(translator)
      await translator.page.getByRole('button', { name: translator.say('glossary.import.open') }).click()
      await choose(translator, file('terms.csv', table.replaceAll('石桥', '木桥')), () =>
        translator.page.getByRole('button', { name: translator.say('glossary.import.choose') }).click(),
      )
      assert.deepEqual(await counts(translator), ['2', '0', '1', '1'])
      await translator.page.getByText(translator.say('glossary.import.asProposed', { count: 2 })).waitFor()
      await isReachable(translator, 'a preview on a phone')
      await translator.page.getByRole('button', { name: translator.say('glossary.import.take', { count: 2 }) }).click()
      await translator.page.getByRole('dialog').getByText(translator.say('glossary.import.done')).waitFor()
      const { terms } = await translator.given('GET', '/api/terms')
      assert.equal(terms.find(({ source }: { source: string[] }) => source[0] === '木桥').status, 'proposed')
    })

    await chapter('a term is approved only with an authority in all its parts', async () => {
      await toGlossary(admin)
      await page.getByRole('searchbox').fill('木桥')
      await page.locator('main .terms .name', { hasText: '木桥' }).click()
      await page.getByRole('button', { name: say('glossary.approve') }).click()
      await dialog.waitFor()
      const authority = dialog.getByLabel(say('glossary.form.authority'), { exact: true })
      const date = dialog.getByLabel(say('glossary.form.authorityDate'))
      const submit = dialog.getByRole('button', { name: say('glossary.approval.submit') })
      await authority.fill('')
      await submit.click()
      await dialog.getByText(say('glossary.form.problem.no-authority')).waitFor()
      assert.ok(await authority.evaluate((element) => element.matches(':focus')))
      await authority.fill('see web')
      await submit.click()
      await dialog.getByText(say('glossary.form.problem.no-title')).waitFor()
      await authority.fill('List of names')
      await dialog.getByLabel(say('glossary.form.authorityBody'), { exact: true }).fill('Bridge Office')
      await date.fill('last spring')
      await submit.click()
      await dialog.getByText(say('glossary.form.problem.no-date')).waitFor()
      await isReachable(admin, 'approving')
      await date.fill('2025-03')
      const place = dialog.getByLabel(say('glossary.form.authorityPlace'), { exact: true })
      await place.fill('asdf, qwer')
      await submit.click()
      await dialog.getByText(say('glossary.form.problem.no-place')).waitFor()
      await place.fill('No. 5')
      await submit.click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByText('List of names; Bridge Office (2025-03); No. 5').waitFor()
    })
  },
)
