export interface Gate {
  open(): void
  readonly passed: Promise<void>
}

/** Something to wait at until the test opens it. */
export function createGate(): Gate {
  let open = (): void => {}
  const passed = new Promise<void>(resolve => (open = resolve))
  return { open: () => open(), passed }
}
