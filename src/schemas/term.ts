import * as z from 'zod'
import { partsOfSpeech, renderingStatuses, type Term, termMembers, termStatuses } from '../model/term.ts'
import { exactly } from './exactly.ts'

export const termStatus = z.enum(termStatuses)
export const termMember = z.enum(termMembers)

const texts = z.array(z.string())

export const term = exactly<Term>()(
  z
    .object({
      id: z.string(),
      source: texts,
      renderings: z.array(z.object({ text: z.string(), status: z.enum(renderingStatuses) })),
      status: termStatus,
      domain: z.string(),
      note: z.string(),
      authority: z.string(),
      definition: z.string().exactOptional(),
      partOfSpeech: z.enum(partsOfSpeech).exactOptional(),
      laterMention: z.string().exactOptional(),
      abbreviation: z.string().exactOptional(),
      inflections: texts.exactOptional(),
      notBefore: texts.exactOptional(),
      notAfter: texts.exactOptional(),
      owner: z.string().exactOptional(),
      authorityDate: z.string().exactOptional(),
      authorityBody: z.string().exactOptional(),
      authorityPlace: z.string().exactOptional(),
      publicNote: z.string().exactOptional(),
    })
    .meta({ id: 'Term' }),
)
