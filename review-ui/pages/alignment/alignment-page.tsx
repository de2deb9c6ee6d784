import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Header } from '../../shell/header.tsx'
import { useTitle } from '../../shell/title.ts'
import { AlignmentRoom } from './alignment-room.tsx'
import { FilePair } from './file-pair.tsx'
import type { AlignedTexts } from './logic/aligned-texts.ts'

/** Finished translations: a Chinese file and its English are aligned, mended, and taken into the memory or under review. */
export function AlignmentPage() {
  const { t } = useTranslation()
  const [texts, setTexts] = useState<AlignedTexts | null>(null)
  useTitle(t('rooms.memory'))
  return (
    <>
      <Header />
      <main className={texts === null ? 'page alignment-page' : 'alignment-page'} id="main">
        {texts === null ? (
          <FilePair onAligned={setTexts} />
        ) : (
          <AlignmentRoom texts={texts} onAnother={() => setTexts(null)} />
        )}
      </main>
    </>
  )
}
