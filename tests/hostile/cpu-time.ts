/** Processor time of this process so far: a loaded machine makes waiting longer, not work. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
