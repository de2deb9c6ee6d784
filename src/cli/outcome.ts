import { writeFile } from 'node:fs/promises'
import type { TFunction } from 'i18next'
import type { Refusal } from '../model/refusal.ts'
import { terminal } from './terminal.ts'

/** The exit codes of commands. */
export const exitCodes = {
  done: 0,
  /** The command ran and found something wrong: errors, a broken chain. */
  found: 1,
  usage: 2,
  /** A rule refused. */
  refused: 3,
  /** Another process has the workspace open. */
  held: 4,
  /** A system error (a file, a folder, a port), or a fault of the programme. */
  failed: 5,
} as const

/** Writes a result for machines as one JSON document on standard output. */
export function printJson(value: unknown): void {
  terminal().out(`${JSON.stringify(value)}\n`)
}

/** Writes a file under a name, or to standard output. */
export async function printFile(bytes: Uint8Array, name: string | undefined): Promise<void> {
  if (name === undefined) terminal().out(bytes)
  else await writeFile(name, bytes)
}

/** A line of the result. */
export function say(line: string): void {
  terminal().out(`${harmless(line)}\n`)
}

/** A line about the result: progress, counts, what went wrong. */
export function tell(line: string): void {
  terminal().err(`${harmless(line)}\n`)
}

/** Shows control characters, since names and texts of others could use them to control the terminal. */
function harmless(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  return line.replace(/[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
  })
}

/** Writes a refusal to standard error, and sets the exit code. `about`: the file it concerns, if there are several. */
export function printRefusal(
  t: TFunction,
  refusal: { readonly code: string; readonly params: Refusal['params'] },
  json: boolean,
  about?: string,
): void {
  if (json) printJson({ ...(about === undefined ? {} : { file: about }), refusal })
  else {
    // The terminal has its own words where those of the page speak of pages.
    const words = t([`refused.${refusal.code}`, `refusals:${refusal.code}`], { ...refusal.params })
    tell(about === undefined ? words : t('about', { file: about, words }))
  }
  terminal().endWith(refusal.code === 'workspace-held' ? exitCodes.held : exitCodes.refused)
}
