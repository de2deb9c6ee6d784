import { addUsage, type EngineSettings, nothingUsed, type Price, type Spending, type Usage } from '../model/engine.ts'

/** The prices of the engines that an office set. */
export function pricesOf({ prices }: Pick<EngineSettings, 'prices'>): ReadonlyMap<string, Price> {
  return new Map(Object.entries(prices ?? {}))
}

/** The most that a run may use, over all its engines. An absent limit does not bind. */
export interface Budget {
  readonly characters?: number
  readonly microdollars?: number
}

export function sumOfUsage(usages: readonly Usage[]): Usage {
  return usages.reduce(addUsage, nothingUsed)
}

/** What usage costs, in millionths of a US dollar. Prices are in dollars a million, so the millions cancel out. */
export function costOf(price: Price, usage: Usage): number {
  return price.unit === 'characters'
    ? usage.characters * price.each
    : usage.inputTokens * price.input + usage.outputTokens * price.output
}

/** The account of a run: what was used, and whether a call still fits the budget while others are under way. */
export interface Account {
  /** Whether a call fits; if it does, what is expected of it is held until it is released. */
  reserve(engine: string, expected: Usage): boolean
  release(engine: string, expected: Usage): void
  use(engine: string, usage: Usage): void
  spending(): readonly Spending[]
}

export function createAccount(prices: ReadonlyMap<string, Price>, budget: Budget): Account {
  const used = new Map<string, Usage>()
  const held = new Map<string, Usage>()
  const costs = (usage: ReadonlyMap<string, Usage>) => {
    let characters = 0
    let microdollars = 0
    for (const [engine, one] of usage) {
      const price = prices.get(engine)
      characters += one.characters
      if (price) microdollars += costOf(price, one)
    }
    return { characters, microdollars }
  }
  const add = (to: Map<string, Usage>, engine: string, usage: Usage) =>
    to.set(engine, addUsage(to.get(engine) ?? nothingUsed, usage))

  return {
    reserve(engine, expected) {
      const now = costs(used)
      const underWay = costs(held)
      const more = costs(new Map([[engine, expected]]))
      const fits = (limit: number | undefined, member: 'characters' | 'microdollars') =>
        limit === undefined || now[member] + underWay[member] + more[member] <= limit
      if (!fits(budget.characters, 'characters') || !fits(budget.microdollars, 'microdollars')) return false
      add(held, engine, expected)
      return true
    },
    release: (engine, expected) => void add(held, engine, negated(expected)),
    use: (engine, usage) => void add(used, engine, usage),
    spending: () =>
      [...used].map(([engine, usage]) => {
        const price = prices.get(engine)
        return { engine, ...usage, microdollars: price ? costOf(price, usage) : null }
      }),
  }
}

function negated({ requests, characters, inputTokens, outputTokens }: Usage): Usage {
  return { requests: -requests, characters: -characters, inputTokens: -inputTokens, outputTokens: -outputTokens }
}
