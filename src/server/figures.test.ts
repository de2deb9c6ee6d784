import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { FigureSheetView } from '../contract/views/signing.ts'
import { signedDocument } from './testing/documents.ts'
import { testServer } from './testing/server.ts'

const server = await testServer()
after(() => server.end())

test('a sheet is read by everyone signed in and confirmed by revisers and approvers, as it was seen', async () => {
  const { id, translator, approver } = await signedDocument(server, '山村道路\n全年新建道路七十公里，投入四亿元。\n')
  const path = `/api/documents/${id}`
  const read = await translator.send('GET', `${path}/figures`)
  assert.equal(read.status, 200)
  const [line = assert.fail()] = (read.body as FigureSheetView).segments
  const figures = line.figures.map(({ source, target, verdict }) => ({ source, target, verdict }))
  const confirm = (who: typeof approver, body: unknown) => who.send('POST', `${path}/segments/${line.id}/figures`, body)
  assert.equal((await server.visitor().send('GET', `${path}/figures`)).status, 401)
  for (const who of [translator, await server.signIn('administrator')]) {
    assert.equal((await confirm(who, { figures })).status, 403)
  }
  for (const body of [{}, { figures: [] }, { figures: [{ ...figures[0], verdict: 'fine' }] }, { figures: 'all' }]) {
    assert.equal((await confirm(approver, body)).status, 400)
  }
  const [first, ...rest] = figures
  const stale = await confirm(approver, { figures: [{ ...first, target: '80 kilometers' }, ...rest] })
  assert.deepEqual([stale.status, stale.body.refusal.code], [409, 'figures-changed'])
  assert.equal((await confirm(approver, { figures })).body.entries.length, 1)
  assert.equal((await confirm(approver, { figures })).body.entries.length, 0)
  const sheet: FigureSheetView = (await approver.send('GET', `${path}/figures`)).body
  assert.deepEqual([sheet.status, sheet.segments[0]?.own], ['signed', true])

  const csv = await fetch(new URL(`${path}/export/figures`, server.address), { headers: { cookie: approver.cookie } })
  assert.match(csv.headers.get('content-type') ?? '', /^text\/csv/)
  assert.match(await csv.text(), /七十公里,70 kilometers,70 kilometers,same,/)
})
