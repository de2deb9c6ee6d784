import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { printJson } from '../outcome.ts'

/** `openapi`: the contract of the API as OpenAPI 3.1, on standard output. Needs no workspace. */
export function openApiCommand(program: Command, t: TFunction): void {
  program
    .command('openapi')
    .description(t('openapi.description'))
    .action(async () => {
      const { apiDescription } = await import('../../server/api-docs/api-docs.ts')
      printJson(apiDescription())
    })
}
