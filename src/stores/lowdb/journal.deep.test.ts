import { test } from 'node:test'
import { changeEveryByte, cutAtEveryByte } from './laws.ts'

test('a journal of twenty entries, cut at every byte', () => cutAtEveryByte(20))

test('a journal with every bit of every byte changed', () =>
  changeEveryByte([0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80]))
