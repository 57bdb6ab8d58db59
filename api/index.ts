export { defineConfig } from './configuration.ts'
export type { AssayConfiguration } from './configuration.ts'
export { judge } from './judge.ts'
export type { JudgeSetting } from './judge.ts'
export type { TargetSetting } from './target-setting.ts'
export { judgeExchanges } from './judge-exchanges.ts'
export type { ExchangesSetting } from './judge-exchanges.ts'
export type { HeaderFields, HttpExchange } from './http-exchange.ts'
export { startEmulator } from './start-emulator.ts'
export type { EmulatorClock, EmulatorSetting, LeverDetails, RunningEmulator } from './start-emulator.ts'
export type { SeenRequest } from './seen-requests.ts'
export { matchers, toConformTo } from './matchers.ts'
export type { MatcherResult, Told } from './matchers.ts'
export { UsageError } from '../wire/errors.ts'
export type { OwnFolder } from './own-folder.ts'
export type { ProviderName } from '../contracts/index.ts'
export type {
  Cause,
  Change,
  ClauseRow,
  Figures,
  Finding,
  Past,
  ProviderRow,
  Report,
  ReportHistory,
  Severity,
  StoredExchange,
} from '../model/report.ts'
export type { Provider } from '../model/contract.ts'
export type { Verdict } from '../model/finding.ts'
