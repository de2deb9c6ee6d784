import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignOffSheet } from '../../../src/contract/views/signing.ts'
import { figureDiffers } from '../../../src/model/release.ts'
import { Icon } from '../../components/icon.tsx'
import { Coverage, People } from './coverage.tsx'
import { FiguresTable } from './figures-table.tsx'
import { durationWords } from './logic/duration.ts'
import { WorkTable } from './pace.tsx'
import { Fold } from './step.tsx'
import { TermsTable } from './terms-table.tsx'

/** What agrees, folded: one line each, and all of it for whoever wants to see for themselves. */
export function Agreed({
  sheet,
  figures,
  checked,
}: {
  sheet: SignOffSheet
  /** Where the whole figure sheet is. */
  figures: string
  /** What was checked: how many sentences, for how many kinds of finding, by which checks. */
  checked: { readonly segments: number; readonly checks: number; readonly checker: string }
}) {
  const { t, i18n } = useTranslation()
  const { coverage, terms, work, people, accepted } = sheet
  const agreeing = sheet.figures.filter((figure) => !figureDiffers(figure)).length
  const met = terms.filter(({ missed }) => missed === 0).length
  const standing = coverage.states.reviewed + coverage.states.final
  const revisions = work
    .filter(({ did }) => did === 'revised')
    .map(({ name, sentences, milliseconds }) =>
      t('signOff.revisedIn', {
        count: sentences,
        name,
        time: milliseconds === null ? t('signOff.unknown') : durationWords(milliseconds, i18n.language),
      }),
    )
  return (
    <div className="folds">
      <Line
        name={t('signOff.figuresName')}
        agrees={agreeing === sheet.figures.length}
        says={t('signOff.figuresAgree', { count: sheet.figures.length, agree: agreeing })}
      >
        <FiguresTable figures={sheet.figures} sheet={figures} />
      </Line>
      <Line
        name={t('signOff.termsName')}
        agrees={met === terms.length}
        says={t('signOff.termsMet', { count: terms.length, met })}
      >
        <TermsTable terms={terms} />
      </Line>
      <Line
        name={t('signOff.coverage')}
        agrees={standing === coverage.segments}
        says={t('signOff.covered', { count: coverage.segments, revised: standing })}
      >
        <Coverage coverage={coverage} />
      </Line>
      <Line name={t('signOff.people')} agrees says={t('signOff.fourEyes', { count: accepted })}>
        <People people={people} drafts={sheet.drafts} />
      </Line>
      <Line
        name={t('signOff.times')}
        agrees={!work.some(({ hasty }) => hasty)}
        says={revisions.join(t('common.listSemicolon'))}
      >
        <WorkTable work={work} />
      </Line>
      <Line
        name={t('signOff.checks')}
        agrees={checked.segments === coverage.segments}
        says={t('signOff.checksRan', { count: checked.segments, checks: checked.checks, checker: checked.checker })}
      >
        <p>{t('signOff.recordNamed', { entry: sheet.sequence })}</p>
      </Line>
    </div>
  )
}

function Line({ name, agrees, says, children }: { name: string; agrees: boolean; says: string; children: ReactNode }) {
  return (
    <Fold
      line={
        <>
          <b>
            <Icon name={agrees ? 'met' : 'warning'} /> {name}
          </b>
          <span>{says}</span>
        </>
      }
    >
      {children}
    </Fold>
  )
}
