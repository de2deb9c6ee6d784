import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isRefusal } from '../../model/refusal.ts'
import type { Term } from '../../model/term.ts'
import { createVerification } from '../../terms/verification/verify.ts'
import { requestFor } from '../conformance.ts'
import { startRealEngine } from './fixtures/installed.ts'

const folder = process.env.DUIZHAO_MODEL
const skip =
  folder === undefined ? 'DUIZHAO_MODEL names no folder with a model of Firefox from Chinese to English' : false

const real = await startRealEngine()
after(() => real.close())

const renderings = [{ text: 'Qinghe Valley', status: 'preferred' as const }]
const valley: Term = {
  id: 't1',
  source: ['青禾谷'],
  renderings,
  status: 'approved',
  domain: '',
  note: '',
  authority: '',
}

test('a real model translates official sentences into English, keeps figures and what stands for terms', {
  skip,
}, async (t) => {
  const engine = real.open(await real.installFolder(String(folder)))
  const { signal } = new AbortController()
  const means = await engine.prepare([valley], signal)
  assert.ok(!isRefusal(means), JSON.stringify(means))
  const sources = [
    '全市新建公园12座，新增绿地35公顷。',
    '会议强调，要坚持以人民为中心的发展思想。',
    ' Qinghe Valley 今年修路12公里，投资3亿元。',
    'QT1今年修路12公里。',
    '一是加强组织领导；二是完善工作机制；三是强化监督检查。'.repeat(12),
  ]
  const started = performance.now()
  const targets: string[] = []
  for (const source of sources) {
    const answer = await engine.call({ means: means[0], requests: [requestFor('s', source)] }, signal)
    assert.ok(answer.type === 'answered', JSON.stringify(answer))
    targets.push(answer.targets.get('s')?.target ?? '')
  }
  const seconds = Math.round(performance.now() - started) / 1000
  t.diagnostic(`${sources.join('').length} characters in ${seconds} s on one thread: ${JSON.stringify(targets)}`)
  const [parks = '', , term = '', sign = '', long = ''] = targets
  for (const target of targets) {
    assert.match(target, /[a-z]{3}/)
    assert.doesNotMatch(target, /\p{Script=Han}/u)
  }
  assert.match(parks, /12/)
  assert.ok(createVerification(term)(valley).met.length > 0, term)
  assert.match(sign, /QT ?1/i)
  assert.ok((long.match(/supervis|inspect/gi)?.length ?? 0) >= 10, 'nothing of a long sentence is left out')
})
