import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { QualityView } from '../../../src/contract/views/quality.ts'
import { call } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field, Select } from '../../components/field.tsx'
import { When } from '../../components/instant.tsx'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'

/** Draws sentences by chance to be assessed, and says how far the last draw is. */
export function SamplePart({
  document,
  view: { quality, samples, left, names },
  mayDraw,
  onDrawn,
}: {
  document: string
  view: QualityView
  mayDraw: boolean
  onDrawn: () => void
}) {
  const { t } = useTranslation()
  const { sample } = quality
  return (
    <section aria-labelledby="quality-sample">
      <h2 id="quality-sample">{t('quality.sample')}</h2>
      <p className="soft">{t('quality.sampleAbout')}</p>
      {sample !== null && (
        <p>
          <b>{t('quality.sampleOf', { count: sample.of, done: sample.assessed })}</b>
        </p>
      )}
      {left.length > 0 && (
        <p className="sample-left">
          {t('quality.left')}
          {t('common.colon')}
          {left.map(({ segment, number }) => (
            <Link key={segment} href={`/d/${document}/${segment}`} aria-label={t('document.segment', { number })}>
              {number}
            </Link>
          ))}
        </p>
      )}
      {mayDraw && <DrawForm document={document} onDrawn={onDrawn} />}
      {samples.length > 0 && (
        <details>
          <summary>{t('quality.samples')}</summary>
          <ul>
            {samples.toReversed().map(({ id, by, at, seed, pool, segments }) => (
              <li key={id}>
                <When at={at} full />{' '}
                {t('quality.drawnBy', { count: segments.length, pool, seed: String(seed), name: names[by] ?? by })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function DrawForm({ document, onDrawn }: { document: string; onDrawn: () => void }) {
  const { t } = useTranslation()
  const sending = useSending()
  const [amount, setAmount] = useState('10')
  const [unit, setUnit] = useState<'percent' | 'count'>('percent')
  const value = Number(amount)
  const isSound = value > 0 && (unit === 'percent' ? value <= 100 : Number.isInteger(value))
  const draw = async (event: FormEvent) => {
    event.preventDefault()
    if (!isSound) return
    const size = unit === 'percent' ? { percent: value } : { count: value }
    if (!(await sending.send(call('drawSample', { params: { document }, body: { size } })))) return
    announce(t('quality.drawn'))
    onDrawn()
  }
  return (
    <form className="draw-form" onSubmit={(event) => void draw(event)}>
      <Field
        type="number"
        min={1}
        max={unit === 'percent' ? 100 : undefined}
        label={t('quality.size')}
        value={amount}
        onChange={({ target }) => setAmount(target.value)}
      />
      <Select
        label={t('quality.unit')}
        value={unit}
        onChange={({ target }) => setUnit(target.value === 'count' ? 'count' : 'percent')}
      >
        <option value="percent">{t('quality.percent')}</option>
        <option value="count">{t('quality.count')}</option>
      </Select>
      <button type="submit" className="button" disabled={!isSound || sending.busy}>
        {t('quality.draw')}
      </button>
      <FailureNotice failure={sending.failure} />
    </form>
  )
}
