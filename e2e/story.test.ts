import { story } from './support/house.ts'
import { fromSample } from './support/whole-way.ts'

story('from the sample to two signed releases', {}, fromSample)
