const formats = new Map();

/** Writes an amount the way people of a place expect it. */
export function formatMoney(amount, currency = 'EUR', locale = 'de-DE') {
  const key = `${locale}/${currency}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat(locale, { style: 'currency', currency }));
  }
  return formats.get(key).format(amount);
}
