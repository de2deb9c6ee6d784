import * as z from 'zod'
import { fileLimits } from '../../model/file-limits.ts'
import { searchModes } from '../../model/search.ts'
import { segmentStateName } from '../../schemas/state.ts'
import { base, short } from '../inputs.ts'
import * as replies from '../replies/replacing.ts'
import type { Route } from '../route.ts'

/** Of the texts of a search; white space at their ends is part of them. */
const words = z.string().max(500)
const search = z.object({
  find: words,
  mode: z.enum(searchModes),
  capitals: z.boolean(),
  replacement: z.string().max(2000),
})
const documents = z.array(short.min(1)).max(2000)
const place = z.int().min(0).max(fileLimits.inlineParts)

/** Find and replace in one document or in all. */
export const replacingRoutes = {
  lookAtReplacement: {
    resource: 'segments',
    method: 'POST',
    path: '/api/replacements/look',
    access: 'read',
    body: z.object({
      search,
      /** What the Chinese has to have. */
      chinese: words,
      states: z.array(segmentStateName),
      /** Who changed it last. */
      person: short.exactOptional(),
      /** Without it, in all that are not in the archive. */
      document: short.exactOptional(),
    }),
    terminal: true,
    reply: replies.replaceView,
  },
  replaceWords: {
    resource: 'segments',
    method: 'POST',
    path: '/api/replacements',
    access: 'replace',
    body: z.object({
      /** Names it, so that it is done once however often it is sent. */
      act: z.string().regex(/^[a-z0-9-]{8,64}$/),
      search,
      /** Whether signed sentences are changed, too. */
      signed: z.boolean(),
      chosen: z
        .array(
          z.object({
            document: short.min(1),
            segments: z
              .array(
                z.object({
                  segment: short.min(1),
                  version: base,
                  /** The numbers of its places, from 0; without them all. */
                  places: z.array(place).max(5000).exactOptional(),
                }),
              )
              .max(10_000),
          }),
        )
        .max(2000),
    }),
    reply: replies.replaceDone,
  },
  undoReplacement: {
    resource: 'segments',
    method: 'POST',
    path: '/api/replacements/:act/undo',
    access: 'undo-replacement',
    body: z.object({ documents }),
    reply: replies.replaceUndone,
  },
} as const satisfies Readonly<Record<string, Route>>
