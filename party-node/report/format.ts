/** Numbers as text, the same in both languages. */

/** U+2212, which lines up with digits. */
const MINUS = '\u2212';

function signed(text: string): string {
  return text.replace('-', MINUS);
}

/** @param value any number; `—` when it is not finite. */
export function fixed(value: number, digits: number): string {
  return Number.isFinite(value) ? signed(value.toFixed(digits)) : '—';
}

/** `+0.083` or `−0.010`. */
export function difference(value: number, digits: number): string {
  if (!Number.isFinite(value)) return '—';
  return (value > 0 ? '+' : '') + fixed(value, digits);
}

/** @param share in [0, 1] */
export function percent(share: number, digits = 1): string {
  return Number.isFinite(share) ? `${fixed(share * 100, digits)}%` : '—';
}

export function count(value: number): string {
  return Number.isFinite(value) ? signed(Math.round(value).toLocaleString('en-US')) : '—';
}

/** Decimal units: 1 kB = 1000 bytes. */
export function bytes(value: number): string {
  if (value < 1000) return `${count(value)} B`;
  const units = ['kB', 'MB', 'GB', 'TB'] as const;
  let scaled = value / 1000;
  let unit = 0;
  while (scaled >= 999.95 && unit < units.length - 1) {
    scaled /= 1000;
    unit += 1;
  }
  return `${fixed(scaled, 1)} ${units[unit] ?? 'TB'}`;
}

export function seconds(value: number): string {
  return value >= 100 ? `${count(value)} s` : `${fixed(value, value < 10 ? 2 : 1)} s`;
}

/** p-values under 0.001 are not told apart. */
export function pValue(p: number): string {
  return p < 0.001 ? '< 0.001' : fixed(p, 3);
}

/** An ISO time as `2026-01-31 09:30 UTC`; anything else as it stands. */
export function instant(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
