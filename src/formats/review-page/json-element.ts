/** The elements of the page with JSON: what went out, what its reviewer wrote, and the words of the page. */
export const recordId = 'duizhao-review'
export const answersId = 'duizhao-answers'
export const wordsId = 'duizhao-words'

/** JSON that can stand in a script element whatever its texts are: no tag can begin in it. */
export function jsonInPage(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}

/** The tag before the JSON of an element; no text of a document can have it, since its brackets are escaped. */
export function tagBefore(id: string): string {
  return `<script type="application/json" id="${id}">`
}
