export { startEmulator } from './start-emulator.ts'
export type { EmulatorClock, EmulatorSetting, LeverDetails, RunningEmulator } from './start-emulator.ts'
export type { SeenRequest } from './seen-requests.ts'
export type { ProviderName } from '../contracts/index.ts'
