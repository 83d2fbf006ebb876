//! Powers of many numbers at once.

use crate::exp2::exp2;

/// The exponent and the fraction of 1/√2: numbers are taken as 2^k times what lies between it and √2.
const HALF_ROOT: u32 = 0x3f35_04f3;

/// 2 / ln 2, by which the series of the area tangent becomes a logarithm of base 2.
const TWICE_LOG2_E: f32 = 2.0 * std::f32::consts::LOG2_E;

/// Each of these numbers, which are above 0 and at most 1, to this power from 0 to 1: to within ten millionths of itself.
pub fn powers(numbers: &mut [f32], power: f32) {
    for number in numbers {
        *number = exp2(power * log2(*number));
    }
}

/// The logarithm of base 2 of a normal number above 0.
#[inline(always)]
fn log2(number: f32) -> f32 {
    let above = number.to_bits().wrapping_sub(HALF_ROOT);
    // The exponent with its sign, and what is left of the number without it.
    let exponent = above.cast_signed() >> 23;
    let fraction = f32::from_bits((above & 0x007f_ffff) + HALF_ROOT);
    let s = (fraction - 1.0) / (fraction + 1.0);
    let square = s * s;
    let series = s * (1.0 + square * (1.0 / 3.0 + square * (0.2 + square * (1.0 / 7.0))));
    #[expect(clippy::cast_precision_loss, reason = "an exponent is a small number")]
    let whole = exponent as f32;
    whole + TWICE_LOG2_E * series
}

#[cfg(test)]
mod tests {
    use super::powers;

    #[test]
    fn agrees_with_the_library() {
        let falling = (0_u16..60_000).map(|n| libm::powf(10.0, -f32::from(n) / 2_000.0));
        let numbers: Vec<f32> =
            falling.chain([1.0, 1e-30, 0.5, std::f32::consts::FRAC_1_SQRT_2, 0.999_999_9]).collect();
        for power in [0.0, 0.314, 0.5, 0.686, 1.0] {
            let mut found = numbers.clone();
            powers(&mut found, power);
            for (number, found) in numbers.iter().zip(found) {
                let exact = libm::pow(f64::from(*number), f64::from(power));
                assert!((f64::from(found) - exact).abs() <= 1e-5 * exact, "{number}^{power}: {found}, not {exact}");
            }
        }
    }

    #[test]
    fn the_whole_stays_whole() {
        let mut whole = [1.0];
        powers(&mut whole, 0.686);
        assert_eq!(whole[0].to_bits(), 1.0_f32.to_bits());
    }
}
