/** The decision to change nothing. */
export function asItIs<Value>(value: Value): Value {
  return value
}
