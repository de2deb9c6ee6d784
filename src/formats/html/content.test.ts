import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { government, unknown, weChat } from './fixtures/pages.ts'
import { htmlFormat } from './html.ts'

const encode = (text: string) => new TextEncoder().encode(text)

async function read(page: string) {
  const contents = await htmlFormat.read(encode(page), { filename: 'a.html' })
  assert.ok(!isRefusal(contents), JSON.stringify(contents))
  const { blocks, notices } = contents
  return { texts: blocks.map(({ text }) => plain(text)), blocks, notices }
}

test('an article of WeChat is its title and its text, though script has not shown it', async () => {
  const { texts, blocks, notices } = await read(weChat)
  assert.deepEqual(texts, [
    '全市茶业发展大会召开',
    '今天上午，全市茶业发展大会在云汀召开，来自各县区的代表参加会议。',
    '一、绿色发展',
    '会议指出，要坚持绿色发展，做强做优茶产业。',
  ])
  assert.deepEqual(
    blocks.map(({ text }) => text.filter((part) => typeof part !== 'string').map(({ kind }) => kind)),
    // Two spans that differ in an attribute that nobody sees are one.
    [[], ['format', 'format', 'bold', 'bold'], [], ['link', 'link']],
  )
  assert.deepEqual(notices, [{ code: 'page-parts-left', params: { count: '2', examples: '原创云汀发布, 阅读在看' } }])
})

test('a page of a government is its document number, its title and its text', async () => {
  const { texts, notices } = await read(government)
  assert.deepEqual(texts, [
    '关于茶业发展的通知_通知公告_云汀市人民政府',
    '索 引 号：',
    '000001/2026-00001',
    '发文字号：',
    '云政发〔2026〕1号',
    '关于茶业发展的通知',
    '各县区人民政府：',
    '今天上午，全市茶业发展大会在云汀召开，来自各县区的代表参加会议。',
    '会议指出，要坚持绿色发展，做强做优茶产业，带动农民增收致富。',
    '指标',
    '数值',
    '云汀市人民政府\n2026年3月1日',
  ])
  assert.equal(notices[0]?.code, 'page-parts-left')
})

test('a page of no known kind is its article, and what is left out is counted', async () => {
  const { texts, notices } = await read(unknown)
  assert.deepEqual(texts, [
    '全市茶业发展大会召开',
    '今天上午，全市茶业发展大会在云汀召开，来自各县区的代表参加会议。',
    '会议指出，要坚持绿色发展，做强做优茶产业，带动农民增收致富。',
    '会议强调，各部门要密切配合，确保各项任务按期完成，不得层层加码。',
  ])
  assert.deepEqual(notices, [{ code: 'page-parts-left', params: { count: '19', examples: '栏目0, 栏目1, 栏目2' } }])
})

test('a page without menus is read whole, however short', async () => {
  assert.deepEqual((await read('<html><body><h1>茶</h1><p>短。</p><p hidden>藏。</p></body></html>')).texts, [
    '茶',
    '短。',
  ])
})
