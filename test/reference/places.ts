/** A value at a place of nested objects: `a.b` and `a[].b`, which is one item of a list. `beside` is what else that innermost object needs. */
export function nest(place: string, value: unknown, beside: object = {}): Record<string, unknown> {
  const [first = '', ...rest] = place.split('.');
  const inner = rest.length === 0 ? value : nest(rest.join('.'), value, beside);
  const whole = rest.length === 1 && typeof inner === 'object' ? { ...beside, ...inner } : inner;
  return first.endsWith('[]') ? { [first.slice(0, -2)]: [whole] } : { [first]: whole };
}

/** The values at a place of nested objects, those of each item where a list lies on the way. Nothing for what is missing. */
export function valuesAt(whole: unknown, place: string): unknown[] {
  const [first = '', ...rest] = place.split('.');
  const name = first.replace('[]', '');
  if (typeof whole !== 'object' || whole === null || !Object.hasOwn(whole, name)) return [];
  const value: unknown = Reflect.get(whole, name);
  const items = first.endsWith('[]') ? (Array.isArray(value) ? value : []) : [value];
  return rest.length === 0 ? items : items.flatMap((item) => valuesAt(item, rest.join('.')));
}
