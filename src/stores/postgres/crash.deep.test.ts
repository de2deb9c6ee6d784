import { test } from 'node:test'
import { breakWriters } from './crash.ts'
import { withoutPostgres } from './testing/database.ts'

test('a hundred kills and cuts: every acknowledged entry is there once', { skip: await withoutPostgres() }, () =>
  breakWriters(100),
)
