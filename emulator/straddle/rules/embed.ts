import type { EmbedStatus } from '../embed/embed.ts'

/** Accounts of a platform, and what belongs to them. */
export const embedRules = {
  /** Onboarding needs somebody who represents the account, and a bank account. */
  mayOnboard: (status: EmbedStatus, representatives: number, bankAccounts: number): boolean =>
    status === 'created' && representatives > 0 && bankAccounts > 0,
  /** What belongs to an account goes with it into onboarding. */
  onboardsAlong: (status: EmbedStatus): boolean => status === 'created',
  mayCancelBankAccount: (status: EmbedStatus): boolean => status === 'created',
  cancelledBankAccount: (): EmbedStatus => 'canceled',
  mayUpdateBankAccount: (status: EmbedStatus): boolean => status === 'created' || status === 'onboarding',
  storedLastName: (sent: string): string => sent,
  ownerNeedsShare: (owner: boolean, share: number | null | undefined): boolean =>
    owner && (share === null || share === undefined),
  /** Every capability that is asked for becomes a request of its own. */
  requestsMade: <Name>(asked: readonly Name[]): readonly Name[] => asked,
  /** Capabilities are granted in the sandbox as they are asked for. */
  grantedStatus: (enable: boolean): 'active' | 'inactive' => (enable ? 'active' : 'inactive'),
}
