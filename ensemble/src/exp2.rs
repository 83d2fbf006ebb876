//! Two to the power of a number, without branch or table, so that many are worked out side by side.

/// Adding this rounds to a whole number and leaves that number in the lowest bits.
const ROUND: f32 = 12_582_912.0;
/// The exponent bits of 1.
const ONE: u32 = 127 << 23;
/// ln 2 to the power of n by n!, from n = 1 on.
const SERIES: [f32; 5] = [std::f32::consts::LN_2, 0.240_226_5, 0.055_504_11, 0.009_618_129, 0.001_333_36];

/// 2^x to within four millionths of itself; x is held to ±126, so that the result is always a number.
#[inline(always)]
pub(crate) fn exp2(x: f32) -> f32 {
    let x = if x < -126.0 { -126.0 } else { x };
    let x = if x > 126.0 { 126.0 } else { x };
    let rounded = x + ROUND;
    let f = x - (rounded - ROUND);
    let power = 1.0 + f * (SERIES[0] + f * (SERIES[1] + f * (SERIES[2] + f * (SERIES[3] + f * SERIES[4]))));
    power * f32::from_bits((rounded.to_bits() << 23).wrapping_add(ONE))
}

#[cfg(test)]
mod tests {
    use super::exp2;

    #[test]
    fn agrees_with_the_library() {
        for n in -252_000..=252_000_i32 {
            let x = f64::from(n) * 0.000_5;
            #[expect(clippy::cast_possible_truncation, reason = "a number to try")]
            let (found, exact) = (f64::from(exp2(x as f32)), libm::exp2(f64::from(x as f32)));
            assert!((found - exact).abs() <= 4e-6 * exact, "2^{x}: {found:e}, not {exact:e}");
        }
    }
}
