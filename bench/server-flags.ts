/** The settings of the heap that the package's server begins with (`scripts/run.mjs`): to be imported before all else. */
import v8 from 'node:v8'

v8.setFlagsFromString('--semi-space-growth-factor=1')
v8.setFlagsFromString('--heap-growing-percent=60')
