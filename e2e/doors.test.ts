import assert from 'node:assert/strict'
import { weChat } from '../src/formats/html/fixtures/pages.ts'
import { becomes } from './support/becomes.ts'
import type { Colleague } from './support/colleague.ts'
import { story } from './support/house.ts'
import { axe, sideways } from './support/reach.ts'

const table = '编号,中文,英文,说明\n1,一城碧水绕千家。,,导语\n2,"走下堤坡，亲近水岸。",Please mind the edge,\n'

async function isReachable({ page }: Colleague, what: string): Promise<void> {
  assert.deepEqual(await axe(page), [], what)
  assert.equal(await sideways(page), 0, what)
}

/** Pastes on the page what a browser has on its clipboard. */
async function paste({ page }: Colleague, html: string): Promise<void> {
  await page.evaluate(
    `(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', ${JSON.stringify(html)})
      clipboardData.setData('text/plain', '全市茶业发展大会召开')
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })()`,
  )
}

story('an article is pasted, a sheet is chosen: both are looked at before they come in', {}, async (house, chapter) => {
  const translator = await house.enter('translator')
  const { page, say } = translator
  const look = page.locator('.import-look')

  await chapter('a pasted article of WeChat keeps its shape', async () => {
    await paste(translator, weChat)
    await becomes(() => page.getByLabel(say('pasting.name')).inputValue(), '全市茶业发展大会召开')
    await isReachable(translator, 'a pasted text')
    await page.getByRole('button', { name: say('pasting.look') }).click()
    await look.getByRole('heading', { name: '全市茶业发展大会召开.html' }).waitFor()
    await look.locator('.reads li').first().waitFor()
    assert.deepEqual(await look.locator('.reads li .zh').allTextContents(), [
      '全市茶业发展大会召开',
      '‹a›今天上午，全市茶业发展大会在云汀召开，‹/a›‹b›来自各县区的代表‹/b›参加会议。',
      '一、绿色发展',
      '会议指出，要坚持绿色发展，做强做优‹a›茶产业‹/a›。',
    ])
    await isReachable(translator, 'the look at an article')
    await look.getByRole('button', { name: say('looking.import', { count: 4 }) }).click()
    await page.locator('.imported').getByRole('link', { name: '全市茶业发展大会召开' }).waitFor()
    await look.waitFor({ state: 'detached' })
  })

  await chapter('what is not a text is answered with what to do', async () => {
    const chooser = page.getByLabel(say('documents.choose'), { exact: true })
    const pdf = { name: '开工仪式讲话.docx', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') }
    translator.expects(/409/)
    await chooser.setInputFiles(pdf)
    const answer = page.locator('.imported li').filter({ hasText: pdf.name })
    assert.match(await answer.innerText(), /copy the text and paste it here/)
  })

  await chapter('the columns of a sheet are chosen, on a phone and in Chinese', async () => {
    const colleague = await house.enter('reviser', { language: 'zh-CN', viewport: { width: 390, height: 844 } })
    const { page: phone, say: sayZh } = colleague
    await phone
      .getByLabel(sayZh('documents.choose'), { exact: true })
      .setInputFiles({ name: '文案.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
    const column = (letter: string) =>
      phone.getByLabel(sayZh('looking.table.column', { column: letter }), { exact: true })
    await column('B').waitFor()
    assert.deepEqual(
      [await column('A').inputValue(), await column('B').inputValue(), await column('C').inputValue()],
      ['unread', 'zh', 'en'],
    )
    await isReachable(colleague, 'the columns of a sheet')
    await column('C').selectOption('unread')
    await phone.getByText(sayZh('looking.told')).waitFor()
    await phone.getByText(/英文写入 \+ 列/).waitFor()
    await phone.getByRole('button', { name: sayZh('looking.import', { count: 2 }) }).click()
    await phone.locator('.imported').getByRole('link').first().waitFor()
    const { documents } = await colleague.given('GET', '/api/documents')
    const { id } = documents.find(({ filename }: { filename: string }) => filename === '文案.csv')
    const { state } = await colleague.document(id)
    assert.deepEqual(state.document.origin.table, { headings: 1, zh: 'B' })
  })
})
