import { tellOfEveryone } from './support/everyone.ts'

tellOfEveryone({ thorough: true })
