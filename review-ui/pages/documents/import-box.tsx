import { type ChangeEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileLimits } from '../../../src/model/file-limits.ts'
import { call } from '../../api.ts'
import { useFileDrop } from '../../components/file-drop.ts'
import { useRemote } from '../../interaction/use-remote.ts'
import type { ImportResult } from './import-report.tsx'

/** Takes files dropped anywhere on the page or chosen, one after the other. A memory is known by its ending. */
export function ImportBox({
  onBegin,
  onResult,
}: {
  /** Files have come; what is told of each comes after it. */
  onBegin: () => void
  onResult: (result: ImportResult) => void
}) {
  const { t } = useTranslation()
  const documents = useRef<HTMLInputElement>(null)
  const memories = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const formats = useRemote('formats', (signal) => call('formats', { signal }))
  const send = async (file: File): Promise<ImportResult> => {
    const { name } = file
    const query = { filename: name }
    const known = formats.data === null ? await call('formats') : { type: 'reply' as const, reply: formats.data }
    if (known.type !== 'reply') return { type: 'failure', name, failure: known }
    if (known.reply.memories.some((ending) => name.toLowerCase().endsWith(ending))) {
      const outcome = await call('importMemory', { query, bytes: file })
      if (outcome.type !== 'reply') return { type: 'failure', name, failure: outcome }
      return { type: 'memory', name, reply: outcome.reply }
    }
    const outcome = await call('importDocument', { query, bytes: file })
    if (outcome.type !== 'reply') return { type: 'failure', name, failure: outcome }
    return { type: 'document', name, reply: outcome.reply }
  }
  const take = async (files: readonly File[]) => {
    onBegin()
    for (const file of files) {
      setBusy(file.name)
      onResult(await send(file))
    }
    setBusy(null)
  }
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    // The same file can be chosen again after a refusal.
    event.target.value = ''
    void take(files)
  }
  const drop =
    formats.data &&
    t('documents.drop', {
      documents: formats.data.documents.join(', '),
      memories: formats.data.memories.join(', '),
      megabytes: fileLimits.bytes / 2 ** 20,
    })
  const over = useFileDrop((files) => void take(files))
  const input = { className: 'hidden', type: 'file', tabIndex: -1, multiple: true, onChange: chosen }
  return (
    <section className={over ? 'import over' : 'import'} aria-label={t('documents.import')}>
      <div className="row-of-buttons">
        <button
          type="button"
          className="button primary"
          disabled={busy !== null}
          onClick={() => documents.current?.click()}
        >
          {t('documents.choose')}
        </button>
        <button type="button" className="button" disabled={busy !== null} onClick={() => memories.current?.click()}>
          {t('documents.chooseMemory')}
        </button>
      </div>
      <p className="soft" role="status">
        {busy === null ? drop : t('documents.importing', { name: busy })}
      </p>
      <input ref={documents} {...input} aria-label={t('documents.choose')} accept={formats.data?.documents.join()} />
      <input
        ref={memories}
        {...input}
        aria-label={t('documents.chooseMemory')}
        accept={formats.data?.memories.join()}
      />
    </section>
  )
}
