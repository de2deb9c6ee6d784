import type { Catalogue } from '../../ports/catalogue.ts'
import type { Database } from './database.ts'
import { noticeOf } from './notices.ts'

/** The catalogue in a table. Nothing of it is held here: each reading asks the database, which other servers write to. */
export function openPostgresCatalogue(database: Database, server: string): Catalogue {
  return {
    async get(name) {
      const rows = await database.run({
        name: 'catalogue-get',
        text: 'select value from duizhao.catalogue where name = $1',
        values: [JSON.stringify(name)],
      })
      return rows[0] === undefined ? undefined : JSON.parse(String(rows[0].value))
    },
    async names() {
      const rows = await database.run({ text: 'select name from duizhao.catalogue', values: [] })
      return rows.map(({ name }) => String(JSON.parse(String(name)))).sort()
    },
    async set(name, value) {
      const json: string | undefined = JSON.stringify(value)
      const key = JSON.stringify(name)
      const notice = noticeOf({ type: 'stored', server, name })
      if (json === undefined) {
        await database.run({
          name: 'catalogue-delete',
          text: `with gone as (delete from duizhao.catalogue where name = $1) select pg_notify('duizhao', $2)::text`,
          values: [key, notice],
        })
        return
      }
      await database.run({
        name: 'catalogue-set',
        text: `with put as (insert into duizhao.catalogue (name, value) values ($1, $2)
                 on conflict (name) do update set value = excluded.value)
               select pg_notify('duizhao', $3)::text`,
        values: [key, json, notice],
      })
    },
  }
}
