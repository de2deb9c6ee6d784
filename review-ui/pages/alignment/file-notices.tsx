import { useWords } from '../../components/coded-words.tsx'
import { Notice } from '../../components/notice.tsx'
import type { AlignedTexts } from './logic/aligned-texts.ts'

/** What was noticed in the two files while they were read; nothing where there is nothing to say. */
export function FileNotices({ texts }: { texts: AlignedTexts }) {
  const words = useWords()
  const lines = (['zh', 'en'] as const).flatMap((side) =>
    texts.notices[side].map((notice) => ({
      key: `${side} ${notice.code}`,
      name: side === 'zh' ? texts.chinese : texts.english,
      words: words.notice(notice),
    })),
  )
  if (lines.length === 0) return null
  return (
    <Notice>
      {lines.map(({ key, name, words }) => (
        <p key={key}>
          <b>{name}</b> {words}
        </p>
      ))}
    </Notice>
  )
}
