import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetComment, SignOffSheet } from '../../../src/contract/views/signing.ts'
import { call, type Failure } from '../../api.ts'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { announce } from '../../shell/announce.tsx'
import { ReasonDialog } from '../document/dialogs/dialogs.tsx'
import { SegmentLink } from './place.tsx'
import { isSince, Since } from './step.tsx'

/** What people have said and nobody has settled, and what blocked the signature, with who lifted it. */
export function Comments({
  sheet,
  document,
  again,
}: {
  sheet: SignOffSheet
  document: string
  /** Reads the sheet again. */
  again: () => Promise<void>
}) {
  const { t } = useTranslation()
  const [lifting, setLifting] = useState<SheetComment | null>(null)
  const { comments } = sheet
  if (comments.length === 0) return null
  const lift = async ({ segment, id }: SheetComment, reason?: string): Promise<Failure | null> => {
    const params = { document, segment, comment: id }
    const outcome = await call('resolveComment', { params, body: reason === undefined ? {} : { reason } })
    if (outcome.type !== 'reply') return outcome
    announce(t('signOff.lifted'))
    await again()
    return null
  }
  return (
    <div className="group">
      <h3>
        <Icon name="comment" /> {t('signOff.comments', { count: comments.length })}
      </h3>
      <ul className="points">
        {comments.map((comment) => (
          <CommentPoint
            key={comment.id}
            sheet={sheet}
            comment={comment}
            onLift={() => (comment.lift === 'own' ? void lift(comment) : setLifting(comment))}
          />
        ))}
      </ul>
      {lifting && (
        <ReasonDialog
          title={t('signOff.liftTitle')}
          about={lifting.text}
          submit={t('signOff.lift')}
          send={(reason) => lift(lifting, reason)}
          onClose={() => setLifting(null)}
        />
      )}
    </div>
  )
}

function CommentPoint({ sheet, comment, onLift }: { sheet: SignOffSheet; comment: SheetComment; onLift: () => void }) {
  const { t } = useTranslation()
  const { segment, text, name, at, blocking, resolved, lift } = comment
  const kind = !blocking ? 'open' : resolved === null ? 'blocks' : 'blocked'
  return (
    <li>
      <SegmentLink segment={segment} />
      <div className="what">
        <p>
          <b className={kind === 'blocks' ? 'red' : ''}>{t(`signOff.comment.${kind}`)}</b>
        </p>
        <blockquote className="quoted">
          <p>{text}</p>
          <p className="soft">
            {name} <When at={at} full />
          </p>
        </blockquote>
        {resolved && (
          <p>
            {t('signOff.liftedBy', { name: resolved.name })} <When at={resolved.at} full />
            {resolved.reason !== '' && (
              <>
                {t('common.colon')}
                {resolved.reason}
              </>
            )}
          </p>
        )}
        {lift !== null && (
          <p>
            <button type="button" className="text-button" onClick={onLift}>
              {t(lift === 'own' ? 'signOff.liftOwn' : 'signOff.liftWithReason')}
            </button>
          </p>
        )}
      </div>
      <div className="by">
        <Since sheet={sheet} isNew={isSince(sheet, resolved?.at ?? at)} />
      </div>
    </li>
  )
}
