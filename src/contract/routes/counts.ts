import * as z from 'zod'
import { type CountKey, countKeys } from '../../model/counts.ts'
import * as replies from '../replies/counts.ts'
import type { Route } from '../route.ts'

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
const key = `(?:${countKeys.join('|')})`

/** From which month to which, told apart by what (`month,engine`), and whether of one's own work alone. */
const choice = z.object({
  from: month.exactOptional(),
  to: month.exactOptional(),
  by: z
    .string()
    .regex(new RegExp(`^(?:${key}(?:,${key}){0,3})?$`))
    .exactOptional(),
  whose: z.enum(['everyone', 'me']).exactOptional(),
})

/** The keys that a request names; the month if it says nothing. */
export function countKeysIn(text = 'month'): readonly CountKey[] {
  const names = text.split(',')
  return countKeys.filter((name) => names.includes(name))
}

/** What the office has done. */
export const countsRoutes = {
  counts: {
    resource: 'documents',
    method: 'GET',
    path: '/api/counts',
    access: 'see-counts',
    query: choice,
    terminal: true,
    reply: replies.counts,
  },
  exportCounts: {
    resource: 'documents',
    method: 'GET',
    path: '/api/counts/file',
    access: 'see-counts',
    query: choice,
    terminal: true,
    reply: 'file',
  },
} as const satisfies Readonly<Record<string, Route>>
