import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { isCode, plain } from '../../../src/model/inline.ts'
import type { Reply } from '../../api.ts'
import { markersOf, toEditable } from '../../text/editable.ts'
import { CodedText } from '../document/row/code-chip.tsx'

type Content = NonNullable<Reply<'lookAtDocument'>['content']>

/** The first blocks as they will read, each with what it is, and its codes as signs. */
export function LookedText({ content: { blocks, more } }: { content: Content }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section className="reads">
      <h3 id={id}>{t('looking.asRead')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <ol tabIndex={0} aria-labelledby={id}>
        {blocks.map(({ kind, level, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one look stay as they are
          <li key={at}>
            <span className="soft">
              {t(`looking.kind.${kind}`)} {level}
            </span>
            <span className={kind === 'heading' ? 'zh heading' : 'zh'} lang="zh-CN">
              {text.some(isCode) ? (
                <CodedText text={toEditable(text, text)} markers={markersOf(text, [])} />
              ) : (
                plain(text)
              )}
            </span>
          </li>
        ))}
      </ol>
      {more > 0 && <p className="soft">{t('looking.more', { count: more })}</p>}
    </section>
  )
}
