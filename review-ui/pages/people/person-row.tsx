import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Person } from '../../../src/model/people.ts'
import { Icon } from '../../components/icon.tsx'
import { useMe } from '../../shell/session.tsx'

/** What an administrator is about to do with the accounts. */
export type Doing =
  | { readonly type: 'add' }
  | { readonly type: 'change'; readonly person: Person }
  | { readonly type: 'ask-link'; readonly person: Person }
  | { readonly type: 'link'; readonly person: Person; readonly link: string }
  | { readonly type: 'ways'; readonly person: Person }
  | { readonly type: 'data'; readonly person: Person }

/** Somebody in the list, with what administrators may do about them. */
export function PersonRow({
  person,
  mayChange,
  onDoing,
}: {
  person: Person
  mayChange: boolean
  onDoing: (doing: Doing) => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  return (
    <li data-inactive={!person.active || undefined}>
      <div>
        <h2>
          {person.name}
          {person.id === me.id && <span className="soft"> ({t('people.you')})</span>}
        </h2>
        <p className="soft">
          {person.erased === undefined ? (
            <>
              {t('people.login')} <span className="login">{person.login}</span>
            </>
          ) : (
            t('people.erased')
          )}
          {(mayChange || person.id === me.id) && (
            <>
              {' · '}
              <Link href={`/people/record?person=${person.id}`} aria-label={t('record.of', { name: person.name })}>
                {t('record.link')}
              </Link>
            </>
          )}
        </p>
      </div>
      <p>
        {person.roles.length === 0
          ? person.erased === undefined && t('people.noRoles')
          : person.roles.map((role) => t(`role.${role}`)).join(t('common.listComma'))}
      </p>
      <p>
        <Icon name={person.active ? 'met' : 'waived'} /> {t(person.active ? 'people.active' : 'people.inactive')}
      </p>
      {mayChange && person.erased === undefined && (
        <div className="row-of-buttons">
          <button
            type="button"
            className="button"
            aria-label={t('people.changeOf', { name: person.name })}
            onClick={() => onDoing({ type: 'change', person })}
          >
            {t('people.change')}
          </button>
          {person.active && (
            <button
              type="button"
              className="button"
              aria-label={t('people.newLinkFor', { name: person.name })}
              onClick={() => onDoing({ type: 'ask-link', person })}
            >
              {t('people.newLink')}
            </button>
          )}
          {person.active && (
            <button
              type="button"
              className="button"
              aria-label={t('people.ways.of', { name: person.name })}
              onClick={() => onDoing({ type: 'ways', person })}
            >
              {t('people.ways.open')}
            </button>
          )}
          <button
            type="button"
            className="button"
            aria-label={t('people.data.of', { name: person.name })}
            onClick={() => onDoing({ type: 'data', person })}
          >
            {t('people.data.open')}
          </button>
        </div>
      )}
    </li>
  )
}
