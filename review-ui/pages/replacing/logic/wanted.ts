import { type Search, searchModes } from '../../../../src/model/search.ts'
import { type SegmentStateName, segmentStates } from '../../../../src/model/state.ts'

/** What the form of the page says. */
export interface Wanted extends Search {
  /** Its id; empty for all. */
  readonly document: string
  /** What the Chinese has to have. */
  readonly chinese: string
  readonly states: readonly SegmentStateName[]
  /** Who changed it last; empty for anyone. */
  readonly person: string
}

const states: readonly SegmentStateName[] = segmentStates.filter((state) => state !== 'final')

export const nothingWanted: Wanted = {
  document: '',
  find: '',
  mode: 'plain',
  capitals: false,
  replacement: '',
  chinese: '',
  states,
  person: '',
}

/** What the address of the page asks for. */
export function wantedIn(query: string): Wanted {
  const params = new URLSearchParams(query)
  const text = (name: string) => params.get(name) ?? ''
  const named = params.get('states')?.split(',')
  return {
    document: text('document'),
    find: text('find'),
    mode: searchModes.find((mode) => mode === params.get('mode')) ?? 'plain',
    capitals: params.has('capitals'),
    replacement: text('replacement'),
    chinese: text('chinese'),
    states: named === undefined ? states : segmentStates.filter((state) => named.includes(state)),
    person: text('person'),
  }
}

/** The same as an address, so that whoever comes back to the page finds what they looked for. */
export function queryOf({ states: some, capitals, mode, ...texts }: Wanted): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(texts)) if (value !== '') params.set(name, value)
  if (mode !== 'plain') params.set('mode', mode)
  if (capitals) params.set('capitals', 'yes')
  if (some.join() !== states.join()) params.set('states', some.join())
  return params.toString()
}

export function searchOf({ find, mode, capitals, replacement }: Wanted): Search {
  return { find, mode, capitals, replacement }
}

/** The body that asks for it. */
export function lookOf(wanted: Wanted) {
  const { document, chinese, states, person } = wanted
  return {
    search: searchOf(wanted),
    chinese,
    states: [...states],
    ...(person !== '' && { person }),
    ...(document !== '' && { document }),
  }
}
