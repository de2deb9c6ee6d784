import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { check } from './check.ts'
import { engine } from './engine.ts'
import { event } from './event.ts'
import { format } from './format.ts'
import { copyTree, type Lead, type Recipe } from './recipe.ts'
import { route } from './route.ts'
import { store } from './store.ts'

const copy = copyTree()
after(() => copy.remove())

const recipes: readonly Recipe[] = [check, format, engine, store, route, event]

for (const { name, steps } of recipes) {
  const leads = new Map<Lead, string | undefined>([
    ['compiler', undefined],
    ...steps.map(({ lead, tests }) => [lead, tests] as const),
  ])

  for (const missing of steps) {
    test(`${name} without ${missing.place} is stopped by ${missing.lead}`, () => {
      for (const step of steps) if (step !== missing) copy.apply(step.edits)
      const { passed, output } = copy.run(missing.lead, missing.tests)
      copy.reset()
      assert.ok(!passed, 'nothing stopped it')
      assert.match(output, missing.says)
    })
  }

  test(`${name} with every step is let through`, () => {
    for (const step of steps) copy.apply(step.edits)
    const complaints = [...leads].map(([lead, tests]) => copy.run(lead, tests)).filter(({ passed }) => !passed)
    copy.reset()
    assert.deepEqual(
      complaints.map(({ output }) => output),
      [],
    )
  })
}
