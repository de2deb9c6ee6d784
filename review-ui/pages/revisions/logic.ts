/** What a report of changes is of, as its address says: whose, and from which day to which, in the reader's own time. */
export interface Choice {
  readonly by: string
  readonly from: string
  readonly to: string
}

const day = /^\d{4}-\d{2}-\d{2}$/

export function choiceIn(search: string): Choice {
  const params = new URLSearchParams(search)
  const dayOf = (name: string) => {
    const value = params.get(name) ?? ''
    return day.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00`)) ? value : ''
  }
  return { by: params.get('by') ?? '', from: dayOf('from'), to: dayOf('to') }
}

/** The same as a query, without what is open; empty where all is. */
export function queryOf(choice: Choice): string {
  const said = Object.entries(choice).filter(([, value]) => value !== '')
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`
}

/** What the server is asked: days are from their first instant to their last, where the reader is. */
export function askedOf({ by, from, to }: Choice): { by?: string; from?: string; to?: string } {
  return {
    ...(by !== '' && { by }),
    ...(from !== '' && { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to !== '' && { to: new Date(`${to}T23:59:59.999`).toISOString() }),
  }
}
