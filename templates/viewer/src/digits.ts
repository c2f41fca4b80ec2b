const DIGITS = 3;
/** Beyond so many decimals numbers are written with a power of ten. */
const MOST_DECIMALS = 6;

/** A number with three digits that count, with a true minus sign. */
export function formatNumber(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text = size >= 1000 || size < 0.0005 ? size.toExponential(DIGITS - 1) : size.toPrecision(DIGITS);
  return signOf(value, false) + text;
}

/**
 * A number that may be off by `error` at most: with three digits where all of them hold, else down to the first digit
 * of the error, which is named, as in "0.012 ± 0.002". `isSigned` writes the plus as well.
 */
export function formatRounded(value: number, error: number, isSigned = false): string {
  if (error <= halfOfLastDigit(value)) return (isSigned && value > 0 ? "+" : "") + formatNumber(value);
  const [steps, place] = firstDigitOf(error);
  const whole = Math.round(Math.abs(value) / 10 ** place);
  return `${whole ? signOf(value, isSigned) : ""}${atPlace(whole, place)} ± ${atPlace(steps, place)}`;
}

/** A number with two digits, for scales and sums that need no more. */
export function formatRough(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text = size >= 1000 || size < 0.0005 ? size.toExponential(1) : size >= 100 ? size.toFixed(0) : size.toPrecision(2);
  return signOf(value, false) + text;
}

function halfOfLastDigit(value: number): number {
  return value === 0 ? 0 : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - DIGITS + 1);
}

/** An error rounded up to one digit, and the power of ten that the digit counts. */
function firstDigitOf(error: number): readonly [number, number] {
  const place = Math.floor(Math.log10(error));
  const steps = Math.ceil(error / 10 ** place - 1e-9);
  return steps < 10 ? [steps, place] : [1, place + 1];
}

/** So many steps of a power of ten, without digits that do not count. */
function atPlace(steps: number, place: number): string {
  if (steps === 0) return "0";
  if (-place > MOST_DECIMALS) return `${steps}e${place}`;
  return place >= 0 ? String(steps * 10 ** place) : (steps / 10 ** -place).toFixed(-place);
}

function signOf(value: number, isSigned: boolean): string {
  if (value < 0) return "−";
  return isSigned && value > 0 ? "+" : "";
}
