import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { xliffCheckCommand } from './xliff-check.ts'
import { xliffResaveCommand } from './xliff-resave.ts'
import { xliffSegmentsCommand } from './xliff-segments.ts'

/** `xliff …`: what can be done with XLIFF files, without a workspace. */
export function xliffCommands(program: Command, t: TFunction): void {
  const xliff = program.command('xliff').description(t('xliff.description'))
  xliffCheckCommand(xliff, t)
  xliffSegmentsCommand(xliff, t)
  xliffResaveCommand(xliff, t)
}
