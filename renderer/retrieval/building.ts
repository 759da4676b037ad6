import { Observable } from '../observable.ts'

/** Whether the rows of the builder stand below the box: kept while the window is open, set by lists that lead to it. */
export const isBuilding = new Observable(false)
