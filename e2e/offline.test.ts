import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startMirror } from '../src/engines/loopback/mirror.ts'
import { writeTinyModel } from '../src/engines/loopback/tiny-model/write.ts'
import { isRefusal } from '../src/model/refusal.ts'
import { installModelFromFolder } from '../src/server/offline-models.ts'
import type { Colleague } from './support/colleague.ts'
import { story } from './support/house.ts'
import { axe, sideways } from './support/reach.ts'
import { languages } from './support/words.ts'

const section = ({ page }: Colleague) => page.locator('#offline')
const button = (colleague: Colleague, name: string) => section(colleague).getByRole('button', { name, exact: true })

/** The words of the model of a tiny language: enough for the sentence with which engines are tested. */
const words = new Map([
  ['青禾谷', 'Green Grain Valley'],
  ['今年', ' this year'],
  [' 今年', ' this year'],
  ['修路', ' built'],
  ['公里', ' kilometers of road'],
  ['，', ','],
  ['投资', ' at a cost of '],
  ['亿元', '00 million yuan'],
  ['。', '.'],
])

story('the model of the offline engine comes, goes, and drafts without a network', {}, async (house, chapter) => {
  const mirror = await startMirror(new Map([['model.zhen.intgemm.alphas.bin.gz', Buffer.alloc(32_726_806)]]))
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-e2e-model-'))
  const workspace = dirname(house.site)
  try {
    const admin = await house.enter('administrator')
    for (const language of languages) {
      const colleague = language === 'en' ? admin : await house.enter('translator', { language })
      await chapter(`what it needs is read in ${language}, and only an administrator may install it`, async () => {
        await colleague.goto('/engines')
        await section(colleague).getByText(colleague.say('engines.offline.needs')).waitFor()
        const buttons = section(colleague).getByRole('button')
        if (language === 'en') await buttons.nth(1).waitFor()
        assert.equal(await buttons.count(), language === 'en' ? 2 : 0)
        assert.deepEqual(await axe(colleague.page), [])
      })
    }
    await chapter('its licence comes first, a fetch is stopped, and a wrong file is refused in words', async () => {
      const { page, say } = admin
      const fetchIt = button(admin, say('engines.offline.fetch', { megabytes: '38.3' }))
      await fetchIt.click()
      await section(admin).getByRole('alert').getByText(say('engines.offline.licenceFirst')).waitFor()
      await section(admin).locator('input[type="checkbox"]:focus').check()
      await section(admin).getByRole('link', { name: 'MPL-2.0' }).waitFor()
      await section(admin).getByLabel(say('engines.offline.mirror')).fill(mirror.address)
      mirror.fail({ type: 'stall', after: 20_000_000 })
      await fetchIt.click()
      await section(admin)
        .getByText(say('engines.offline.progress', { done: '20.0', total: '38.3' }))
        .waitFor()
      assert.deepEqual(await axe(page), [])
      await page.setViewportSize({ width: 390, height: 844 })
      assert.equal(await sideways(page), 0)
      await page.setViewportSize({ width: 1440, height: 900 })
      await button(admin, say('engines.offline.stop')).click()
      await section(admin).locator('input[type="checkbox"]').check()
      await section(admin).getByLabel(say('engines.offline.mirror')).fill(mirror.address)
      await fetchIt.click()
      await section(admin)
        .getByRole('alert')
        .getByText(/c430e24b/)
        .waitFor()
      assert.match(mirror.requests.at(-1)?.range ?? '', /^bytes=20000000-$/)
      assert.deepEqual(await axe(page), [])
    })
    await chapter('once a model is there it drafts, since nobody chose another engine', async () => {
      const { page, say } = admin
      await writeTinyModel(folder, words, 'separate')
      assert.ok(!isRefusal(await installModelFromFolder(workspace, 'own', folder, () => undefined)))
      await admin.goto('/engines')
      await page.getByText(say('engines.route.draftsUnchosen')).waitFor()
      await button(admin, say('settings.engine.test')).click()
      await section(admin)
        .getByText(/Qinghe Valley this year/)
        .waitFor()
      assert.deepEqual(await axe(page), [])
    })
    await chapter('the model is removed, and the memory drafts alone again', async () => {
      const { page, say } = admin
      await button(admin, say('engines.offline.remove')).click()
      await page.getByText(say('engines.route.memoryOnly')).waitFor()
      await section(admin).locator('input[type="checkbox"]').waitFor()
    })
  } finally {
    await mirror.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
