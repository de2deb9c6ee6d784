import { type ChangeEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileLimits } from '../../../src/model/file-limits.ts'
import { call } from '../../api.ts'
import { useFileDrop } from '../../components/file-drop.ts'
import { useRemote } from '../../interaction/use-remote.ts'
import { ImportLook } from './import-look.tsx'
import type { ImportResult } from './import-report.tsx'
import { PastePanel } from './paste-panel.tsx'
import { type Pasted, usePaste } from './use-paste.ts'

/** Takes files dropped anywhere on the page, pasted or chosen, one after the other; a document is looked at first. */
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
  const [queue, setQueue] = useState<readonly Waiting[]>([])
  const [pasting, setPasting] = useState<{ readonly pasted: Pasted | null } | null>(null)
  const number = useRef(0)
  const formats = useRemote('formats', (signal) => call('formats', { signal }))
  const [first, ...behind] = queue
  const importMemory = async (file: File): Promise<ImportResult> => {
    const { name } = file
    const outcome = await call('importMemory', { query: { filename: name }, bytes: file })
    if (outcome.type !== 'reply') return { type: 'failure', name, failure: outcome }
    return { type: 'memory', name, reply: outcome.reply }
  }
  const take = async (files: readonly File[]) => {
    if (queue.length === 0) onBegin()
    const known = formats.data === null ? await call('formats') : { type: 'reply' as const, reply: formats.data }
    for (const file of files) {
      const { name } = file
      if (known.type !== 'reply') onResult({ type: 'failure', name, failure: known })
      else if (known.reply.memories.some((ending) => name.toLowerCase().endsWith(ending))) {
        setBusy(name)
        onResult(await importMemory(file))
      } else {
        const key = ++number.current
        setQueue((before) => [...before, { key, file }])
      }
    }
    setBusy(null)
  }
  const leave = () => setQueue((before) => before.slice(1))
  usePaste(
    (files) => void take(files),
    (pasted) => setPasting((before) => before ?? { pasted }),
  )
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
    <>
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
          <button type="button" className="button" onClick={() => setPasting((before) => before ?? { pasted: null })}>
            {t('pasting.open')}
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
      {pasting && (
        <PastePanel
          pasted={pasting.pasted}
          onFile={(file) => {
            setPasting(null)
            void take([file])
          }}
          onClose={() => setPasting(null)}
        />
      )}
      {first && (
        <ImportLook
          key={first.key}
          file={first.file}
          waiting={behind.length}
          onResult={(result) => {
            leave()
            onResult(result)
          }}
          onLeave={leave}
        />
      )}
    </>
  )
}

/** A file whose turn has not come. */
interface Waiting {
  readonly key: number
  readonly file: File
}
