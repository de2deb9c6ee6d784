import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ImportedMemoryView } from '../../../src/contract/views/memory.ts'
import { call } from '../../api.ts'
import { Loading } from '../../components/loading.tsx'
import { useReloadOnReturn, useRemote } from '../../interaction/use-remote.ts'
import { announce } from '../../shell/announce.tsx'
import { Header } from '../../shell/header.tsx'
import { useTitle } from '../../shell/title.ts'
import { ImportMemory } from './import-memory.tsx'
import { MemoryLine } from './memory-line.tsx'
import { PairSearch } from './pair-search.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { SettleDialog } from './settle-dialog.tsx'

type Doing = { readonly type: 'settle' | 'remove'; readonly memory: ImportedMemoryView }

/** The memories that were imported, what is taken from each, and a search through all that is remembered. */
export function MemoryPage() {
  const { t } = useTranslation()
  const remote = useRemote('memories', (signal) => call('memories', { signal }))
  useReloadOnReturn(remote.reload)
  const [doing, setDoing] = useState<Doing | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(t('rooms.memory'))
  const memories = remote.data?.memories
  const done = async (words: string) => {
    setDoing(null)
    announce(words)
    await remote.reload()
  }
  return (
    <>
      <Header />
      <main className="page memory-page" id="main">
        <header>
          <h1 ref={heading} tabIndex={-1}>
            {t('rooms.memory')}
          </h1>
          <p className="about">{t('memories.about')}</p>
        </header>
        <ImportMemory onImported={remote.reload} />
        <p>
          <Link href="/memory/align" className="button">
            {t('memories.align')}
          </Link>{' '}
          <span className="soft">{t('memories.alignMeans')}</span>
        </p>
        <Loading remote={remote} />
        {memories?.length === 0 && <p className="soft">{t('memories.none')}</p>}
        {memories !== undefined && memories.length > 0 && (
          <ul className="memories" aria-label={t('memories.list')}>
            {memories.map((memory) => (
              <MemoryLine
                key={memory.id}
                memory={memory}
                onSettle={() => setDoing({ type: 'settle', memory })}
                onRemove={() => setDoing({ type: 'remove', memory })}
              />
            ))}
          </ul>
        )}
        <PairSearch memories={memories ?? []} onCorrected={remote.reload} />
      </main>
      {doing?.type === 'settle' && (
        <SettleDialog
          memory={doing.memory}
          onClose={() => setDoing(null)}
          onDone={() => done(t('memories.settled', { name: doing.memory.name }))}
        />
      )}
      {doing?.type === 'remove' && (
        <RemoveDialog
          memory={doing.memory}
          onClose={() => setDoing(null)}
          onDone={async () => {
            await done(t('memories.removed', { name: doing.memory.name }))
            // The button that opened the dialog is gone.
            heading.current?.focus()
          }}
        />
      )}
    </>
  )
}
