import type { SettingsOptions } from '../config/load-settings.ts'

/** The options that every command has. */
export type MakeOptions = SettingsOptions & { json?: boolean }
