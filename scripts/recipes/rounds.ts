import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { check } from './check.ts'
import { engine } from './engine.ts'
import { event } from './event.ts'
import { format } from './format.ts'
import { type Copy, copyTree, type Lead, type Ran, type Recipe, type Step } from './recipe.ts'
import { route } from './route.ts'
import { store } from './store.ts'

const recipes: readonly Recipe[] = [check, format, engine, store, route, event]
const everyStep = recipes.flatMap(({ steps }) => steps)
const leads = [...new Set<Lead>(['compiler', ...everyStep.map(({ lead }) => lead)])]

/** Follows all recipes, but for the steps that are left out, and runs a lead on the copy. */
function runWithout(copy: Copy, missing: readonly Step[], lead: Lead): Ran {
  for (const step of everyStep) if (!missing.includes(step)) copy.apply(step.edits)
  const ran = copy.run(lead, everyStep.find((step) => step.lead === lead)?.tests)
  copy.reset()
  return ran
}

/** One run of a lead, with at most one step left out of each recipe: each is looked for in the output by itself. */
interface Round {
  readonly missing: ReadonlyMap<Recipe, Step>
  readonly ran: () => Ran
}

/**
 * The rounds of a lead, as many as the recipe has steps that has most. Each recipe begins one round after the one before
 * it, so that two recipes do not meet in every round, and a pattern that takes the complaint about another is seen.
 */
function roundsOf(copy: Copy, lead: Lead): readonly Round[] {
  const stepsOf = ({ steps }: Recipe) => steps.filter((step) => step.lead === lead)
  const count = Math.max(...recipes.map((recipe) => stepsOf(recipe).length))
  return Array.from({ length: count }, (_, round) => {
    const missing = new Map<Recipe, Step>()
    for (const [index, recipe] of recipes.entries()) {
      const step = stepsOf(recipe)[(round + count * recipes.length - index) % count]
      if (step !== undefined) missing.set(recipe, step)
    }
    let ran: Ran | undefined
    return {
      missing,
      ran: () => {
        ran ??= runWithout(copy, [...missing.values()], lead)
        return ran
      },
    }
  })
}

/**
 * Tests that every step of every recipe of CONTRIBUTING is asked for by its lead, and that a recipe followed whole is let
 * through. `thorough`: each step left out once, which takes minutes; else one step of each recipe and lead.
 */
export function testRecipes({ thorough }: { readonly thorough: boolean }): void {
  const edited = everyStep.flatMap(({ edits }) => edits.map(({ file }) => file))
  const copy = copyTree([...leads, ...edited])
  after(() => copy.remove())
  for (const lead of leads) {
    const rounds = roundsOf(copy, lead)
    for (const { missing, ran } of thorough ? rounds : rounds.slice(0, 1)) {
      for (const [{ name }, step] of missing) {
        test(`${name} without ${step.place} is stopped by ${lead}`, () => {
          const { passed, output } = ran()
          assert.ok(!passed, 'nothing stopped it')
          assert.match(output, step.says)
        })
      }
      const whole = recipes.filter((recipe) => !missing.has(recipe) && recipe.steps.some((step) => step.lead === lead))
      if (whole.length === 0) continue
      const [names, left] = [whole.map(({ name }) => name), [...missing.values()].map(({ place }) => place)]
      test(`${lead} does not complain about ${names.join(', ')} where something else lacks ${left.join(', ')}`, () => {
        const { output } = ran()
        for (const { says } of whole.flatMap(({ steps }) => steps.filter((step) => step.lead === lead)))
          assert.doesNotMatch(output, says)
      })
    }

    test(`every recipe with every step is let through by ${lead}`, () => {
      const { passed, output } = runWithout(copy, [], lead)
      assert.ok(passed, output)
    })
  }
}
