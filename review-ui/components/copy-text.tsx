import { type ReactNode, type Ref, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../shell/announce.tsx'
import { Icon } from './icon.tsx'

/**
 * A text to be taken along, with a button that copies it. Where the browser does not allow that (it has a clipboard for
 * pages over https or from the machine itself only) the text is selected, to be copied by hand.
 */
export function CopyText({
  ref,
  text,
  children,
}: {
  /** The button that copies. */
  ref?: Ref<HTMLButtonElement>
  text: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  const shown = useRef<HTMLParagraphElement>(null)
  const [done, setDone] = useState<'copied' | 'selected' | null>(null)
  const copy = async () => {
    if (shown.current) getSelection()?.selectAllChildren(shown.current)
    const copied = await (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => true,
      () => false,
    )
    setDone(copied ? 'copied' : 'selected')
    if (copied) announce(t('copy.copied'))
  }
  return (
    <div className="copy-text">
      <p ref={shown}>{children}</p>
      <button ref={ref} type="button" className="button" onClick={() => void copy()}>
        {done === 'copied' && <Icon name="met" />} {t(done === 'copied' ? 'copy.copied' : 'copy.copy')}
      </button>
      {done === 'selected' && (
        <p className="soft hint" role="status">
          {t('copy.selected')}
        </p>
      )}
    </div>
  )
}
