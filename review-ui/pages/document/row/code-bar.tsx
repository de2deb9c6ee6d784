import { useTranslation } from 'react-i18next'
import { codeLetters } from '../../../../src/model/code-letters.ts'
import type { Inline } from '../../../../src/model/inline.ts'
import { Icon } from '../../../components/icon.tsx'
import { Key } from '../../../components/key.tsx'
import { useBindings } from '../../../keys/bindings.ts'
import type { Markers } from '../../../text/editable.ts'
import { nextCode, offeredCodes } from '../logic/next-code.ts'
import { signOf } from './code-chip.tsx'

/** The codes of the sentence, and which of them the English has; each is put in, or gone to, by a press. */
export function CodeBar({
  source,
  text,
  markers,
  onPut,
}: {
  source: Inline
  /** What stands in the editor. */
  text: string
  markers: Markers
  onPut: (letter: string) => void
}) {
  const { t } = useTranslation()
  const { code: key } = useBindings()
  const codes = offeredCodes(markers, codeLetters(source), text)
  if (codes.length === 0) return null
  const next = nextCode(codes)
  return (
    <div className="code-bar">
      <span className="soft">{t('codes.label')}</span>
      {codes.map((offered) => {
        const { letter, missing, code } = offered
        const isNext = offered === next
        return (
          <button key={letter} type="button" className={isNext ? 'next' : ''} onClick={() => onPut(letter)}>
            <span className={`code-chip ${code.type}`} data-sign={signOf(code)} title={code.data}>
              {letter}
            </span>
            <span className="hidden">
              {code.kind && t(`codes.kind.${code.kind}`)}{' '}
              {missing.length === 0 ? t('codes.placed') : t('codes.missing')}
            </span>
            {missing.length === 0 && <Icon name="met" />}
            {isNext && (
              <>
                <span aria-hidden="true">{t('codes.next')}</span>
                <Key chord={key} />
              </>
            )}
          </button>
        )
      })}
    </div>
  )
}
