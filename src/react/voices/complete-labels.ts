/** All labels: those that an app gives, and for what it leaves out, also as undefined or null, the standard ones. */
export function completeLabels<Labels extends object>(standard: Labels, given: Partial<Labels> | undefined): Labels {
  const known = Object.entries(given ?? {}).filter(([, label]) => label != null);
  return { ...standard, ...Object.fromEntries(known) };
}
