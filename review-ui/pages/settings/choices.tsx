import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

/** A question with a few answers, one of which holds. */
export function Choices({ legend, chinese, children }: { legend: string; chinese?: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <fieldset className="field choices">
      <legend className="label">
        {legend}
        {chinese !== undefined && (
          <>
            {t('common.colon')}
            <span className="zh" lang="zh-CN">
              {chinese}
            </span>
          </>
        )}
      </legend>
      {children}
    </fieldset>
  )
}

export function Choice({
  name,
  chosen,
  onChoose,
  children,
}: {
  name: string
  chosen: boolean
  onChoose: () => void
  children: ReactNode
}) {
  const id = useId()
  return (
    <label htmlFor={id}>
      <input id={id} type="radio" name={`style-${name}`} checked={chosen} onChange={onChoose} />
      <span>{children}</span>
    </label>
  )
}
