import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineJoint } from './line-ends.ts'

for (const [before, after, joint] of [
  ['为提高服', '务水平', ''],
  ['先修后用，', 'GDP', ''],
  ['要抓“', '放管服”', ''],
  ['村里说：“', '好', ''],
  ['The rota is', 'kept here', ' '],
  ['增长', '3.5%', ' '],
  ['用', 'Python', ' '],
  ['第一项。', '一、修渠', '\n'],
  ['总体要求', '二、修渠', '\n'],
  ['依照第', '（一）项', ''],
  ['共有两条', '一是修渠', ''],
  ['如下：', '一是修渠', '\n'],
  ['说明如下', '[1]: 《渠》', '\n'],
  ['时间：三月一日', '地点：渠首', '\n'],
  ['会议由镇长', '主持：修渠', ''],
  ['谢谢。', '记者：渠修好了吗？', '\n'],
] as const) {
  test(`${before}⏎${after}`, () => assert.equal(lineJoint(before, after), joint))
}
