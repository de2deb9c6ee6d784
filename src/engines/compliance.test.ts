import assert from 'node:assert/strict'
import { test } from 'node:test'
import { complianceJobs, complianceOf, manners, services } from './fixtures/compliance-runs.ts'

const asked = complianceJobs.reduce((sum, job) => sum + new Set(job.terms.map(({ term }) => term.id)).size, 0)

test('the sentences have terms enough, those of the sample among them', () => {
  assert.ok(asked >= 140, String(asked))
})

for (const service of services) {
  test(`${service.name}: every term of the sample is met or reported, whatever the model does with it`, async () => {
    for (const manner of manners) {
      const row = await complianceOf(await service.open(manner))
      assert.deepEqual([row.asked, row.silent], [asked, 0], `${manner} ${JSON.stringify(row)}`)
      if (manner === 'keeps') assert.equal(row.reported, 0, JSON.stringify(row))
    }
  })
}
