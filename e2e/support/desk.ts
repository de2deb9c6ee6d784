import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import type { Locator, Page } from 'playwright'
import type { DocumentView } from '../../src/contract/views/documents.ts'
import type { FigureSheetView } from '../../src/contract/views/signing.ts'
import { segmentsOf } from '../../src/model/document.ts'
import { type Inline, plain } from '../../src/model/inline.ts'
import { becomes } from './becomes.ts'
import { type Answer, type Colleague, password } from './colleague.ts'

/** The row of a segment in the document page, whether one works on it or not. */
export function rowOf(page: Page, segment: string): Locator {
  return page.locator(`.segment[id="${segment}"]`)
}

export function activeRowOf(page: Page): Locator {
  return page.locator('section.segment.active')
}

export function editorOf(page: Page): Locator {
  return activeRowOf(page).locator('textarea')
}

/**
 * Goes to a segment of a document, and waits until it is the one worked on: by its number where the document is open,
 * else by its address.
 */
export async function openSegment({ page }: Colleague, document: string, segment: string): Promise<void> {
  const path = `/d/${document}/${segment}`
  if (!page.url().endsWith(path)) {
    const number = page.locator(`.segment[id="${segment}"] .gutter a`)
    const isOpen = new URL(page.url()).pathname.startsWith(`/d/${document}/`) && (await number.isVisible())
    if (isOpen) await number.click()
    else await page.goto(path)
  }
  await activeAt(page, segment)
}

export async function activeAt(page: Page, segment: string): Promise<void> {
  await page.locator(`section.segment.active[id="${segment}"]`).waitFor()
}

/** The ids of a document's segments in reading order. */
export function idsOf({ state }: DocumentView): readonly string[] {
  return segmentsOf(state.document).map(({ id }) => id)
}

export function textOf(inline: Inline | undefined): string {
  return plain(inline ?? [])
}

/** Selects a stretch of the English in the editor, as a person does before typing over it. */
export async function select(page: Page, from: number, to: number): Promise<void> {
  const editor = editorOf(page)
  await editor.focus()
  // biome-ignore lint/plugin/no-cast: the editor is a text field, which the types of tests do not know
  await editor.evaluate((area, [from, to]) => (area as unknown as TextField).setSelectionRange(from, to), [
    from,
    to,
  ] as const)
}

interface TextField {
  setSelectionRange(from: number, to: number): void
}

/** Asks again and again until it is so; a story that waits in vain ends by its own time limit. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(30)
}

/** What stands in the editor is with the server too, and the page says so. */
export async function savedAs(colleague: Colleague, document: string, segment: string, text: string): Promise<void> {
  await becomes(async () => textOf((await colleague.segment(document, segment)).target), text)
  await activeRowOf(colleague.page).getByText(colleague.say('save.saved'), { exact: true }).waitFor()
}

/** Sends a command on a segment by the API, against its present version. */
export async function send(
  colleague: Colleague,
  document: string,
  segment: string,
  action: string,
  more: object = {},
): Promise<Answer> {
  const { version } = await colleague.segment(document, segment)
  return colleague.api('POST', `/api/documents/${document}/segments/${segment}/${action}`, { base: version, ...more })
}

/** Does a step on every segment that waits for it, by the API: the long rest of a document. */
export async function stepRest(
  colleague: Colleague,
  document: string,
  action: 'translate' | 'revise',
): Promise<number> {
  const from = action === 'translate' ? 'initial' : 'translated'
  const view = await colleague.document(document)
  const waiting = idsOf(view).filter((id) => view.state.segments[id]?.state === from)
  for (const id of waiting) {
    const base = view.state.segments[id]?.version
    await colleague.given('POST', `/api/documents/${document}/segments/${id}/${action}`, { base })
  }
  return waiting.length
}

/** Runs the engine over a document by the API, and waits for its end. */
export async function draft(colleague: Colleague, document: string): Promise<void> {
  await colleague.given('POST', `/api/documents/${document}/drafting`, {})
  await until(async () => !(await colleague.document(document)).drafting?.running)
}

/** Puts the memory's English in the place of every sentence with an error: the planted slips of the sample. */
export async function mendFromMemory(colleague: Colleague, document: string): Promise<void> {
  const path = `/api/documents/${document}`
  const { findings } = await colleague.given('GET', `${path}/findings`)
  const wrong = new Set<string>(findings.map(({ segment }: { segment: string }) => segment))
  for (const id of wrong) {
    const { matches } = await colleague.given('GET', `${path}/segments/${id}/matches`)
    const { version } = await colleague.segment(document, id)
    await colleague.given('PUT', `${path}/segments/${id}`, { base: version, target: [matches[0].pair.target] })
  }
}

/** Confirms by name, by the API, the figures of every segment in which nobody answers for some figure. */
export async function confirmFigures(colleague: Colleague, document: string): Promise<void> {
  const path = `/api/documents/${document}`
  const { segments }: FigureSheetView = await colleague.given('GET', `${path}/figures`)
  for (const line of segments) {
    if (!line.figures.some(({ confirmed }) => confirmed === undefined)) continue
    const figures = line.figures.map(({ source, target, verdict }) => ({ source, target, verdict }))
    await colleague.given('POST', `${path}/segments/${line.id}/figures`, { figures })
  }
}

export async function sign(approver: Colleague, document: string): Promise<void> {
  const { sequence } = await approver.given('GET', `/api/documents/${document}/sign-off`)
  await approver.given('POST', `/api/documents/${document}/sign-off`, { sequence, password })
}

/** Signs on the sign-off page, which is open, with the password. */
export async function signOnPage({ page, say }: Colleague): Promise<void> {
  await page.locator('input[type=password]').fill(password)
  await page.getByRole('button', { name: say('signOff.sign'), exact: true }).click()
  await page.locator('.standing.signed').waitFor()
}

/** The sample's id: it is the one document of a new workspace. */
export async function sampleOf(colleague: Colleague): Promise<string> {
  const { documents } = await colleague.given('GET', '/api/documents')
  assert.equal(documents.length, 1)
  return documents[0].id
}
