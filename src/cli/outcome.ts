import type { TFunction } from 'i18next'
import type { Refusal } from '../model/refusal.ts'

/** What a command's exit code means. */
export const exitCodes = {
  done: 0,
  /** The command ran, and what it looked at is not in order: errors found, a broken chain. */
  found: 1,
  usage: 2,
  /** A rule said no. */
  refused: 3,
  /** Another process holds the workspace. */
  held: 4,
} as const

/** Writes a result for machines as one JSON document on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** Says why a rule refused, on standard error, and sets the exit code. */
export function printRefusal(t: TFunction, refusal: Refusal, json: boolean): void {
  if (json) printJson({ refusal })
  else process.stderr.write(`${t(`refusals:${refusal.code}`, { ...refusal.params })}\n`)
  process.exitCode = refusal.code === 'workspace-held' ? exitCodes.held : exitCodes.refused
}
