import * as z from 'zod'
import { count, notices, text } from './parts.ts'

export const textToAlign = z.object({ segments: z.array(z.object({ text, block: count })).readonly(), notices })
export const importedPairs = z.object({ added: count, present: count, differing: count })

export const importedAligned = z.object({ id: text, title: text, segments: count, comments: count })
