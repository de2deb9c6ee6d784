import type { z } from 'zod'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { ReturnedRow, ReturnedRows } from '../../ports/format.ts'
import { readTagged } from '../review-table/code-tags.ts'
import { answersId, recordId, tagBefore } from './json-element.ts'
import { reviewAnswers, reviewRecord } from './record.ts'

/**
 * Reads what a reviewer wrote into a page that went out: whatever a browser made of the file when it saved it, both
 * records stand in it as they were. Refuses `review-page-damaged` where one is missing or not what was written.
 */
export function readReviewPage(page: string): ReturnedRows | Refusal {
  const record = jsonOf(page, recordId, reviewRecord)
  if (isRefusal(record)) return record
  const answers = jsonOf(page, answersId, reviewAnswers)
  if (isRefusal(answers)) return answers
  const { document, review, reviewer, sequence, head, rows } = record
  const written = new Map(Object.entries(answers))
  return {
    type: 'returned-rows',
    document,
    base: { sequence, head },
    review,
    rows: rows.map(({ id, codes, source, target }): ReturnedRow => {
      const { english = target, comment = '' } = written.get(id) ?? {}
      return {
        id,
        source: readTagged(source, codes),
        // Emptied is as it was: a sentence is not left out by a suggestion.
        target: readTagged(english.trim() === '' ? target : english, codes),
        confirmed: false,
        authors: english.trim() === '' || english === target ? [] : [reviewer],
        comments: comment.trim() === '' ? [] : [{ author: reviewer, text: comment.trim() }],
      }
    }),
    notices: [],
  }
}

function jsonOf<Schema extends z.ZodType>(page: string, id: string, schema: Schema): z.infer<Schema> | Refusal {
  const tag = tagBefore(id)
  const named = page.indexOf(tag)
  const begins = named + tag.length
  const ends = named < 0 ? -1 : page.indexOf('</script', begins)
  if (ends < 0) return refuse('review-page-damaged')
  const parsed = schema.safeParse(parsedJson(page.slice(begins, ends)))
  return parsed.success ? parsed.data : refuse('review-page-damaged')
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
