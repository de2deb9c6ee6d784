import { writeFileSync } from 'node:fs'
import { type CheckerRecord, findingsNow } from '../src/checks/fixtures/fixed-set.ts'
import { checkerVersion } from '../src/checks/registry.ts'
import { findingCodes } from '../src/model/finding.ts'

/** Writes down what this version of the checks finds in the fixed set. */
const record: CheckerRecord = { version: checkerVersion, codes: [...findingCodes].sort(), findings: findingsNow() }
const file = new URL('../src/checks/fixtures/checker-record.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`)
console.log(`Version ${checkerVersion}: ${Object.keys(record.findings).length} fixtures recorded.`)
