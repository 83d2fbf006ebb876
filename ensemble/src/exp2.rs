//! Two to the power of a number, without branch or table, so that many are worked out side by side.

/// Adding this rounds to a whole number and leaves that number in the lowest bits.
const ROUND: f32 = 12_582_912.0;
/// The exponent bits of 1.
const ONE: u32 = 127 << 23;
/// The polynomial of 2^f − 1 by f that stays closest to it between −1/2 and 1/2, measured by 2^f: within 2.9 millionths. It is
/// as good as one degree more of the Taylor series, and 2^0 stays exactly 1.
const NEAREST: [f32; 4] = [0.693_124_2, 0.240_240_99, 0.055_906_43, 0.009_582_854];

/// 2^x to within four millionths of itself; x is held to ±126, so that the result is always a number.
#[inline(always)]
pub(crate) fn exp2(x: f32) -> f32 {
    exp2_of_loss(if x > 126.0 { 126.0 } else { x })
}

/// The same of what is below 126: a loss, which is below nothing.
#[inline(always)]
pub(crate) fn exp2_of_loss(x: f32) -> f32 {
    let x = if x < -126.0 { -126.0 } else { x };
    let rounded = x + ROUND;
    let rest = x - (rounded - ROUND);
    let power = 1.0 + rest * (NEAREST[0] + rest * (NEAREST[1] + rest * (NEAREST[2] + rest * NEAREST[3])));
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
