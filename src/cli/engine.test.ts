import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startMirror } from '../engines/loopback/mirror.ts'
import { writeTinyModel } from '../engines/loopback/tiny-model/write.ts'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-engine-cli-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('an office’s own model is installed from a folder, and then drafts without anybody having chosen it', async () => {
  const workspace = join(folder, 'own')
  const from = join(folder, 'model')
  const words = new Map([
    ['春天来了', 'Spring has come'],
    ['河水', 'The river'],
    ['涨了', ' has risen'],
    ['。', '.'],
  ])
  await writeTinyModel(from, words, 'separate')
  const text = join(folder, 'spring.txt')
  writeFileSync(text, '春天来了。河水涨了。')
  const imported = await duizhao(['import', text, '--json'], { workspace })
  const { id } = JSON.parse(imported.out)

  const none = await duizhao(['engine', 'list'], { workspace })
  assert.match(none.out, /^\* memory\n {2}offline\tno model/)
  const installed = await duizhao(['engine', 'install', 'offline', '--model', 'own', '--from', from], { workspace })
  assert.equal(installed.code, 0, installed.err)
  assert.match(installed.out, /^model own [0-9a-f]{8}, 0 MB\n$/)
  const list = JSON.parse((await duizhao(['engine', 'list', '--json'], { workspace })).out)
  assert.deepEqual([list.active, list.model.name], ['offline', 'own'])

  const drafted = await duizhao(['draft', id], { workspace })
  assert.equal(drafted.code, 0, drafted.err)
  const exported = await duizhao(['export', id, '--format', 'xliff'], { workspace })
  assert.match(exported.out, /Spring has come\./)
  assert.match(exported.out, /The river has risen\./)
})

test('a mirror with another file is refused in both languages, its licence named first, and nothing is installed', async (t) => {
  const mirror = await startMirror(new Map([['model.zhen.intgemm.alphas.bin.gz', Buffer.alloc(40_000_000)]]))
  t.after(() => mirror.stop())
  const workspace = join(folder, 'mirror')
  for (const [language, first, then] of [
    ['en_US.UTF-8', /^The models are by Mozilla, under the licence MPL-2\.0: /, /not the file announced/],
    ['zh_CN.UTF-8', /^模型由 Mozilla 提供，许可证 MPL-2\.0：/, /与公布的文件不符/],
  ] as const) {
    const args = ['engine', 'install', 'offline', '--from', mirror.address]
    const refused = await duizhao(args, { workspace, language })
    assert.equal(refused.code, 3)
    assert.match(refused.err, first)
    assert.match(refused.err, then)
  }
  const list = JSON.parse((await duizhao(['engine', 'list', '--json'], { workspace })).out)
  assert.deepEqual([list.active, list.model], ['memory', null])
})

test('what cannot be installed is refused, and a missing folder is named', async () => {
  const workspace = join(folder, 'none')
  const other = await duizhao(['engine', 'install', 'google', '--json'], { workspace })
  assert.deepEqual([other.code, JSON.parse(other.out).refusal.code], [3, 'engine-unavailable'])
  const own = await duizhao(['engine', 'install', 'offline', '--model', 'own', '--json'], { workspace })
  assert.deepEqual([own.code, JSON.parse(own.out).refusal.code], [3, 'model-folder'])
  const missing = await duizhao(['engine', 'install', 'offline', '--from', join(folder, 'nowhere')], { workspace })
  assert.equal(missing.code, 2)
  assert.match(missing.err, /nowhere/)
})
