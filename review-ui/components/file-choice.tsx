import { type ChangeEvent, useRef } from 'react'
import { useFileDrop } from './file-drop.ts'

/** One file, chosen by a button or dropped. What is hinted at is spoken when it changes. */
export function FileChoice({
  label,
  choose,
  hint,
  endings,
  busy,
  onFile,
}: {
  label: string
  choose: string
  hint: string
  endings: readonly string[]
  busy: boolean
  onFile: (file: File) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const take = ([file]: readonly File[]) => {
    if (file) onFile(file)
  }
  const over = useFileDrop(take)
  return (
    <section className={over ? 'file-choice over' : 'file-choice'} aria-label={label}>
      <button type="button" className="button" disabled={busy} onClick={() => input.current?.click()}>
        {choose}
      </button>
      <p className="soft" role="status">
        {hint}
      </p>
      <input
        ref={input}
        className="hidden"
        type="file"
        tabIndex={-1}
        aria-label={choose}
        accept={endings.join()}
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          take([...(event.target.files ?? [])])
          // The same file can be chosen again after it was changed.
          event.target.value = ''
        }}
      />
    </section>
  )
}
