import { type Ref, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ReplyOf } from '../../../src/contract/calls.ts'
import type { DocumentView } from '../../../src/contract/views/documents.ts'
import type { ReleaseView } from '../../../src/contract/views/releases.ts'
import type { SignOffSheet } from '../../../src/contract/views/signing.ts'
import { segmentsOf } from '../../../src/model/document.ts'
import { plain } from '../../../src/model/inline.ts'
import { countOpen } from '../../../src/review/gates.ts'
import type { Failure } from '../../api.ts'
import { SegmentNumbers } from '../../components/coded-words.tsx'
import type { GivenProof } from '../../components/present-proof.tsx'
import { focusOnArrival } from '../../interaction/focus.ts'
import { Header } from '../../shell/header.tsx'
import { Agreed } from './agreed.tsx'
import { Changes, TermChange } from './changes.tsx'
import { Judgement } from './judgement.tsx'
import { OpenPoints } from './open-points.tsx'
import { Places } from './place.tsx'
import { usePoints } from './points.ts'
import { Rail } from './rail.tsx'
import { Signature } from './signature.tsx'
import { StandingBox } from './standing-box.tsx'
import { Step } from './step.tsx'
import { WholeText } from './whole-text.tsx'

/** The sign-off sheet, in the order of the decision: what is signed, what needs judgement, what agrees, the act. */
export function Sheet({
  ref,
  sheet,
  view,
  findings: { findings, checked },
  releases,
  busy,
  failure,
  onSign,
  onPublish,
  again,
}: {
  ref: Ref<HTMLDivElement>
  sheet: SignOffSheet
  view: DocumentView
  findings: ReplyOf<'findings'>
  releases: readonly ReleaseView[]
  busy: boolean
  failure: Failure | null
  onSign: (proof: GivenProof) => void
  onPublish: () => void
  again: () => Promise<void>
}) {
  const { t } = useTranslation()
  const { document } = view.state
  const numbers = useMemo(() => new Map(segmentsOf(document).map(({ id }, index) => [id, index + 1])), [document])
  const warnings = findings.filter(({ severity, waived }) => severity === 'warning' && !waived)
  const { changes, open, status } = sheet
  const all = [...(changes?.sentences ?? []), ...(changes?.terms.flatMap(({ sentences }) => sentences) ?? [])]
  const changed = new Set(all.map(({ segment }) => segment))
  const points = usePoints(sheet, warnings)
  const english = englishTitleOf(view)
  const figures = `/d/${document.id}/figures`
  const isFirst = changes === null
  return (
    <SegmentNumbers value={(id) => numbers.get(id)}>
      <Places value={(segment) => ({ href: `/d/${document.id}/${segment}`, number: numbers.get(segment) ?? 0 })}>
        <Header />
        <main className="page sign-off" id="main" tabIndex={-1} ref={focusOnArrival}>
          <Rail
            about={{
              what: isFirst
                ? t('signOff.sentences', { count: numbers.size })
                : t('signOff.changedCount', { count: all.length }),
              judgement: t('signOff.points', { count: points.count }),
              agrees: t('signOff.folded'),
              act: t('signOff.open', { count: countOpen(open) }),
            }}
          />
          <div className="body">
            <header className="head">
              <p>
                <Link href={`/d/${document.id}`}>{t('signOff.back')}</Link>
              </p>
              <h1 className="zh" lang="zh-CN">
                {document.title}
              </h1>
              {english !== '' && (
                <p className="en english" lang="en">
                  {english}
                </p>
              )}
              <p className="facts">
                <span>{document.origin.filename}</span>
                <span>{t('signOff.sentences', { count: numbers.size })}</span>
              </p>
              <StandingBox sheet={sheet} releases={releases} />
            </header>
            <OpenPoints sheet={sheet} figures={figures} />
            <Step name="what" about={isFirst || status === 'signed' ? undefined : t('signOff.sinceThen')}>
              {changes && <Changes sentences={changes.sentences} />}
              {changes?.terms.map((change) => (
                <TermChange key={change.term} change={change} />
              ))}
              <WholeText view={view} changes={changes} open={isFirst && open.length === 0} />
            </Step>
            <Step
              name="judgement"
              about={
                points.count === 0
                  ? t('signOff.nothingToJudge')
                  : open.length === 0
                    ? t('signOff.judgementHint')
                    : undefined
              }
            >
              <Judgement sheet={sheet} document={document.id} warnings={warnings} changed={changed} again={again} />
            </Step>
            <Step name="agrees" about={t('signOff.agreesHint')}>
              <Agreed sheet={sheet} figures={figures} checked={{ ...checked, checks: checked.checks.length }} />
            </Step>
            <Step name="act" about={t('signOff.actHint')}>
              <Signature
                ref={ref}
                sheet={sheet}
                view={view}
                releases={releases}
                weighed={points.weighed}
                busy={busy}
                failure={failure}
                onSign={onSign}
                onPublish={onPublish}
              />
            </Step>
          </div>
        </main>
      </Places>
    </SegmentNumbers>
  )
}

/** The English of the first heading, which is the title. */
function englishTitleOf({ state }: DocumentView): string {
  const heading = state.document.blocks.find(({ kind }) => kind === 'heading')
  return segmentsOf({ ...state.document, blocks: heading ? [heading] : [] })
    .map(({ id }) => plain(state.segments[id]?.target ?? []))
    .join(' ')
    .trim()
}
