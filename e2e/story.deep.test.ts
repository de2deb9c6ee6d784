import { story } from './support/house.ts'
import { fromPressConference, withoutPressConference } from './support/whole-way.ts'

story('from the real press conference to two signed releases', { skip: withoutPressConference }, fromPressConference)
