/** A contract's data contradicts its own rules: a fault of ours, found when it is loaded. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
}
