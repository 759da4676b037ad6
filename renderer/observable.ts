import { useSyncExternalStore } from 'react'

/** A value that views can watch. Setting the same value again tells nobody. */
export class Observable<Value> {
  #value: Value
  readonly #watchers = new Set<() => void>()
  constructor(value: Value) {
    this.#value = value
  }
  get value(): Value {
    return this.#value
  }
  set(value: Value): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const changed of this.#watchers) changed()
  }
  readonly watch = (changed: () => void): (() => void) => {
    this.#watchers.add(changed)
    return () => this.#watchers.delete(changed)
  }
}

export function useObservable<Value>(observable: Observable<Value>): Value {
  return useSyncExternalStore(observable.watch, () => observable.value)
}
