//! e^x for many values at once.
//!
//! An estimate takes some fifty thousand exponentials, and that is most of its time. Taken one by one from `libm` they
//! would double it. This one is plain arithmetic without a branch or a table, so the compiler works on several values
//! side by side, and, like `libm`, it gives the same bits on every platform. A test holds it against `libm`.

/// log2(e).
const LOG2_E: f64 = std::f64::consts::LOG2_E;
/// ln 2 in two parts: the first is short, so that its product with a whole number is exact.
const LN_2: [f64; 2] = [6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10];
/// Adding this rounds to a whole number and leaves that number in the lowest bits.
const ROUND: f64 = 6_755_399_441_055_744.0;
/// Below this the result is under any number the model could notice; above the negative of it, out of range.
const LEAST: f64 = -700.0;
/// The exponent bits of 1.
const ONE: u64 = 1023 << 52;
/// 1/n! for n = 0 to 13: on |r| ≤ ln 2 / 2 what is left out is below a tenth of the last bit.
const TAYLOR: [f64; 14] = [
    1.0,
    1.0,
    1.0 / 2.0,
    1.0 / 6.0,
    1.0 / 24.0,
    1.0 / 120.0,
    1.0 / 720.0,
    1.0 / 5_040.0,
    1.0 / 40_320.0,
    1.0 / 362_880.0,
    1.0 / 3_628_800.0,
    1.0 / 39_916_800.0,
    1.0 / 479_001_600.0,
    1.0 / 6_227_020_800.0,
];

/// Replaces each value, which must be at most 0, by its exponential.
pub(super) fn exp(values: &mut [f64]) {
    for value in values {
        *value = exp_one(*value);
    }
}

#[inline]
fn exp_one(x: f64) -> f64 {
    let x = if x < LEAST { LEAST } else { x };
    // e^x = 2^k e^r with |r| ≤ ln 2 / 2.
    let rounded = x * LOG2_E + ROUND;
    let k = rounded - ROUND;
    let r = (x - k * LN_2[0]) - k * LN_2[1];
    // The series in pairs of terms, then in fours and eights: short chains, so that the processor can work ahead.
    let [r2, r4, r8] = [r * r, (r * r) * (r * r), ((r * r) * (r * r)) * ((r * r) * (r * r))];
    let two = |n: usize| TAYLOR[n] + TAYLOR[n + 1] * r;
    let four = |n: usize| two(n) + two(n + 2) * r2;
    let fraction = (four(0) + four(4) * r4) + (four(8) + two(12) * r4) * r8;
    fraction * f64::from_bits((rounded.to_bits() << 52).wrapping_add(ONE))
}

#[cfg(test)]
mod tests {
    use super::exp;

    #[test]
    fn agrees_with_the_library_to_the_last_bits() {
        let xs: Vec<f64> = (0..200_000_i32).map(|n| -f64::from(n) * 0.003_47).collect();
        let mut values = xs.clone();
        exp(&mut values);
        for (x, value) in xs.iter().zip(values) {
            let exact = libm::exp(*x);
            assert!((value - exact).abs() <= 4.5e-16 * exact, "e^{x}: {value:e}, not {exact:e}");
        }
    }

    #[test]
    fn the_ends_are_exact() {
        let mut ends = [0.0, -0.0, -1e300, f64::NEG_INFINITY];
        exp(&mut ends);
        assert_eq!(ends[0].to_bits(), 1.0_f64.to_bits());
        assert_eq!(ends[1].to_bits(), 1.0_f64.to_bits());
        assert!(ends[2] < 1e-300 && ends[3] < 1e-300);
    }
}
