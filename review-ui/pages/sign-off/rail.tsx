import { useTranslation } from 'react-i18next'
import { type StepName, steps } from './step.tsx'

/** The contents of the page, each part with what there is in it. */
export function Rail({ about }: { about: Readonly<Record<StepName, string>> }) {
  const { t } = useTranslation()
  return (
    <nav className="rail" aria-label={t('signOff.contents')}>
      <ol>
        {steps.map((name, index) => (
          <li key={name}>
            <a href={`#step-${name}`}>
              <b>
                {index + 1} {t(`signOff.step.${name}`)}
              </b>
              <span>{about[name]}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
