import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportedMemoryView } from '../../../src/contract/views/memory.ts'
import type { MemoryPair } from '../../../src/model/match.ts'
import { type Answer, call } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { TextArea } from '../../components/field.tsx'
import { useSending } from '../../interaction/use-sending.ts'

/** Gives a pair of a memory other English, or takes it out. */
export function PairDialog({
  pair,
  memories,
  onClose,
  onDone,
}: {
  pair: MemoryPair
  /** Those whose pairs name the same origin: the first that has the pair is corrected. */
  memories: readonly ImportedMemoryView[]
  onClose: () => void
  onDone: (words: string) => Promise<void>
}) {
  const { t } = useTranslation()
  const first = useRef<HTMLTextAreaElement>(null)
  const { busy, failure, send } = useSending()
  const [target, setTarget] = useState(pair.target)
  const change = async (words: string, to: string | null) => {
    if ((await send(correctWhereHeld(memories, pair, to))) !== null) await onDone(words)
  }
  return (
    <Dialog title={t('memories.correctTitle')} first={first} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void change(t('memories.corrected'), target.trim())
        }}
      >
        <p className="zh" lang="zh-CN">
          {pair.source}
        </p>
        <TextArea
          ref={first}
          label={t('memories.english')}
          lang="en"
          required
          value={target}
          onChange={(event) => setTarget(event.target.value)}
        />
        <p className="hint">{t('memories.correctMeans')}</p>
        <FailureNotice failure={failure} />
        <p>
          <button
            type="button"
            className="text-button"
            disabled={busy}
            onClick={() => void change(t('memories.pairRemoved'), null)}
          >
            {t('memories.removePair')}
          </button>
        </p>
        <DialogButtons
          submit={t('memories.correctNow')}
          disabled={busy || target.trim() === '' || target.trim() === pair.target}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}

/** Two files of one name make memories of one origin; which of them has the pair is found by asking. */
async function correctWhereHeld(
  memories: readonly ImportedMemoryView[],
  pair: MemoryPair,
  target: string | null,
): Promise<Answer<{ readonly done: true }>> {
  let answer: Answer<{ readonly done: true }> = { type: 'unreachable' }
  for (const { id } of memories) {
    answer = await call('correctPair', { params: { memory: id }, body: { pair, target } })
    const isElsewhere = answer.type === 'refusal' && answer.code === 'pair-unknown'
    if (!isElsewhere) return answer
  }
  return answer
}
