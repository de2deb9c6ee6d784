import { useTranslation } from 'react-i18next'
import type { SheetWork, SignOffSheet } from '../../../src/contract/views/signing.ts'
import { Icon } from '../../components/icon.tsx'
import { DayOf, When } from '../../components/instant.tsx'
import { durationWords } from './logic/duration.ts'
import { HeadedTable } from './long-list.tsx'
import { SegmentLink } from './place.tsx'
import { Since } from './step.tsx'

/** Work that was faster than reading, and what became of accounts: whether the names stand for the people. */
export function Doubts({ sheet }: { sheet: SignOffSheet }) {
  const { t, i18n } = useTranslation()
  const hasty = sheet.work.filter((share) => share.hasty)
  const { accounts } = sheet
  if (hasty.length === 0 && accounts.length === 0) return null
  return (
    <div className="group">
      <h3>
        <Icon name="person" /> {t('signOff.doubts')}
        <Since sheet={sheet} isNew={hasty.every(({ sinceSigning }) => sinceSigning)} />
      </h3>
      <div className="pace">
        {hasty.map((share) => (
          <p key={`${share.name} ${share.from}`}>
            <Icon name="warning" />{' '}
            <b>
              {t('signOff.hasty', {
                count: share.sentences,
                name: share.name,
                time: durationWords(share.milliseconds ?? 0, i18n.language),
              })}
            </b>{' '}
            <When at={share.from} full /> · <span className="soft">{t('signOff.hastyHint')}</span>
          </p>
        ))}
        {hasty.length > 0 && <Strips work={sheet.work.filter(({ ticks }) => ticks.length > 0)} />}
        {hasty.flatMap(({ segments }) => segments).length > 0 && (
          <p className="numbers">
            {t('signOff.readThese')}{' '}
            {hasty
              .flatMap(({ segments }) => segments)
              .slice(0, 60)
              .map((segment) => (
                <SegmentLink key={segment} segment={segment} />
              ))}
          </p>
        )}
        {accounts.map(({ at, act, by, person }) => (
          <p key={`${at} ${act} ${person}`}>
            <Icon name="person" /> <b>{person}</b> {t(`record.act.${act}`)}
            {by !== null && by !== person && ` ${t('record.by', { name: by })}`}, <When at={at} full />
          </p>
        ))}
      </div>
    </div>
  )
}

/** When each sentence was approved, on one scale of time. */
function Strips({ work }: { work: readonly SheetWork[] }) {
  const { t, i18n } = useTranslation()
  const longest = Math.max(...work.map(({ ticks }) => ticks.at(-1) ?? 0), 1)
  return (
    <div className="strips">
      {work.map(({ name, from, sentences, milliseconds, ticks }) => (
        <div key={`${name} ${from}`}>
          <span>
            {name} <DayOf at={from} />
          </span>
          <svg viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
            <path d="M0 15.5h1000" stroke="var(--field)" />
            {ticks.map((tick, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two sentences can have the same instant
              <rect key={index} x={(tick / longest) * 992} y="2" width="4" height="13" fill="var(--ink)" />
            ))}
          </svg>
          <span>
            {t('signOff.sentencesIn', {
              count: sentences,
              time: durationWords(milliseconds ?? 0, i18n.language),
            })}
          </span>
        </div>
      ))}
    </div>
  )
}

/** Who did what, when and how long, as far as the journal knows. */
export function WorkTable({ work }: { work: SignOffSheet['work'] }) {
  const { t, i18n } = useTranslation()
  const inWords = (milliseconds: number | null) =>
    milliseconds === null ? t('signOff.unknown') : durationWords(milliseconds, i18n.language)
  return (
    <>
      <HeadedTable
        heads={[
          t('signOff.name'),
          t('signOff.did'),
          { number: t('signOff.sentencesHead') },
          t('signOff.when'),
          { number: t('signOff.timeAtIt') },
          { number: t('signOff.median') },
        ]}
      >
        {work.map(({ name, did, sinceSigning, sentences, from, to, milliseconds, median, hasty }) => (
          <tr key={`${name} ${did} ${sinceSigning}`}>
            <td>{name}</td>
            <td>{t(`signOff.${did}${sinceSigning ? 'Again' : ''}`)}</td>
            <td className="number">{sentences}</td>
            <td>
              <When at={from} full />
              {to !== from && (
                <>
                  {' – '}
                  <When at={to} full />
                </>
              )}
            </td>
            <td className="number">{inWords(milliseconds)}</td>
            <td className="number">
              {hasty && <Icon name="warning" />} {inWords(median)}
            </td>
          </tr>
        ))}
      </HeadedTable>
      <p className="soft">{t('signOff.timesHint')}</p>
    </>
  )
}
