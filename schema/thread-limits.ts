/**
 * How large a thread of the archive’s lets what it has just made grow, for `new Worker`. On a machine with much
 * memory V8 would let it be some 130 MB a thread before clearing up, and reports and exports fill that: a day of work
 * took 690 MB. With this it is 450, in the same time.
 */
export const threadLimits = { maxYoungGenerationSizeMb: 12 } as const
