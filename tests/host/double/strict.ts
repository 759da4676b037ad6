/** A stand-in that says what it is not: touching anything it lacks is an error with a name, never a silent undefined. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      if (key in object || typeof key === 'symbol' || key === 'then' || key === 'toJSON') {
        const value: unknown = Reflect.get(object, key, object)
        const isMethod = typeof value === 'function' && value.prototype === undefined // not a class
        return isMethod ? (value.bind(object) as unknown) : value
      }
      throw new Error(`electron double: ${name}.${key} is not there`)
    },
  })
}
