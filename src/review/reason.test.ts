import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givesReason } from './reason.ts'

test('a word of agreement is no reason, in either language; a few words that say why are one', () => {
  const empty = [
    'ok',
    'OK.',
    'O.K.',
    'okay',
    'ok ok ok',
    'fine',
    'yes',
    'x',
    'xxx',
    '...',
    '!',
    'n/a',
    'It is fine',
    'no problem',
    '1',
  ]
  const leer = ['好', '好的', '好的。', '可以', '同意', '没问题', '没有问题', '无', '已阅', '是的', '知道了', '就这样']
  for (const text of [...empty, ...leer]) assert.equal(givesReason(text), false, text)
  for (const text of [
    'seen',
    'Meant.',
    'An X is meant.',
    'Here it is a path.',
    '此处指小路',
    '专名',
    '约数，原文如此',
    'Style of the office',
  ])
    assert.equal(givesReason(text), true, text)
})
