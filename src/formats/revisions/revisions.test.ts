import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RevisionReport } from '../../ports/format.ts'
import { docxFormat } from '../docx/docx.ts'
import { revisionsFormat, revisionTableFormat } from './revisions.ts'

const report: RevisionReport = {
  title: '示例',
  revisions: [
    {
      segment: 'b2.s1',
      number: 2,
      source: '全年投入四亿元。',
      before: 'One big sum.',
      after: '=A sum.',
      by: 'p1',
      from: '2026-03-01T08:00:00.000Z',
      at: '2026-03-01T08:05:00.000Z',
      why: [{ kind: 'returned', by: 'p2', at: '2026-03-01T07:00:00.000Z', text: 'Which sum?' }],
      stands: false,
    },
  ],
  names: new Map([['p1', '王芳']]),
  chosen: '王芳',
}

test('a report in CSV has a row a change, names, reasons, and no formula', async () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await revisionsFormat.write(report))
  const [heading = '', row = ''] = text.split('\n')
  assert.ok(heading.startsWith('\uFEFFnumber,segment,chinese,before,after,'))
  assert.match(row, /^2,b2\.s1,全年投入四亿元。,One big sum\.,'=A sum\.,王芳,.*p2: Which sum\?,no$/)
})

test('a report in Word is a document that Word reads, with what was taken out and put in', async () => {
  const bytes = await revisionTableFormat.write(report)
  const read = await docxFormat.read(bytes, { filename: 'x.docx' } as never)
  const texts = JSON.stringify(read)
  for (const words of ['全年投入四亿元。', 'One big', '=A', '王芳', 'p2: Which sum?'])
    assert.ok(texts.includes(words), words)
})
