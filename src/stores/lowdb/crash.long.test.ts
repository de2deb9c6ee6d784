import { test } from 'node:test'
import { killWriters } from './crash.ts'

test('five kills -9 in mid-write: every acknowledged entry is there', async (t) => {
  t.diagnostic(`${await killWriters(5)} of 5 kills tore an entry`)
})
