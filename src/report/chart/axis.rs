//! Round numbers for axes.

/// The least round step (1, 2, 2.5 or 5 times a power of ten) that divides a range into at most `most` parts.
pub(super) fn step(range: f64, most: f64) -> f64 {
    let rough = (range / most).max(f64::MIN_POSITIVE);
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let factor = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|factor| factor * power >= rough).unwrap_or(10.0);
    factor * power
}

/// The round values from `low` to `high`.
pub(super) fn ticks(low: f64, high: f64, step: f64) -> Vec<f64> {
    #[expect(clippy::cast_possible_truncation, reason = "a chart has a handful of ticks")]
    let (first, last) = (libm::ceil(low / step) as i32, libm::floor(high / step) as i32);
    (first..=last).map(|at| f64::from(at) * step).collect()
}

#[cfg(test)]
mod tests {
    use super::{step, ticks};

    #[test]
    fn steps_are_round_and_few() {
        for (range, expected) in [(7.0, 2.0), (1_234.0, 250.0), (80.0, 20.0), (0.9, 0.2), (10_000.0, 2_000.0)] {
            assert!((step(range, 5.0) - expected).abs() < 1e-9, "{range}: {}", step(range, 5.0));
        }
    }

    #[test]
    fn ticks_lie_in_the_range() {
        assert_eq!(ticks(-3.0, 71.0, 20.0), [0.0, 20.0, 40.0, 60.0]);
        assert_eq!(ticks(0.0, 100.0, 50.0), [0.0, 50.0, 100.0]);
    }
}
