/** Changes every text in a value: in lists, and in the keys and values of objects. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => mapTexts(one, change)) as T;
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value).map(([key, own]) => [change(key), mapTexts(own, change)]);
  return Object.fromEntries(entries) as T;
}

/** Tells objects of keys and values from others, such as dates. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === "[object Object]";
}
