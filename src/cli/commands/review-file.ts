import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { isRefusal } from '../../model/refusal.ts'
import type { AtWorkspace } from '../at-workspace.ts'
import type { Client } from '../client.ts'
import { printFile, printRefusal } from '../outcome.ts'

/**
 * `review-file DOCUMENT REVIEWER`: sends a document, as it is, to a reviewer who has no account, and writes the file.
 * `return` brings back what they wrote.
 */
export function reviewFileCommand(program: Command, t: TFunction, at: AtWorkspace): void {
  program
    .command('review-file')
    .argument('<document>', t('argument.document'))
    .argument('<reviewer>', t('reviewFile.argument.reviewer'))
    .description(t('reviewFile.description'))
    .option('--out <file>', t('option.out'))
    .action((document: string, name: string, { out }: { out?: string }) =>
      at({}, async (client) => {
        const bytes = await send(client, document, name)
        return isRefusal(bytes) ? printRefusal(t, bytes, false) : printFile(bytes, out)
      }),
    )
}

async function send(client: Client, document: string, name: string) {
  const sent = await client.call('sendReview', { params: { document }, body: { name } })
  if (isRefusal(sent)) return sent
  const review = sent.entries.flatMap(({ event }) => (event.type === 'review-sent' ? [event.review] : []))[0]
  if (review === undefined) throw new Error('the server recorded no review that was sent')
  return client.call('exportReview', { params: { document, review } })
}
