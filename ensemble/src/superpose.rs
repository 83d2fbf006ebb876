//! One curve from many doses.

/// Below this a sum is taken for nothing.
const NOTHING: f64 = 1e-18;

/// The sum of a curve that begins anew with each dose, on some days. `table` holds the curve on each whole day from its
/// beginning; a dose has its day and its weight, and counts on the days after it; days and doses are in order, and no day is
/// further from a dose than the table reaches.
pub fn superpose(table: &[f64], doses: &[(usize, f64)], days: &[usize]) -> Vec<f32> {
    let sums = days.iter().map(|day| {
        let before = &doses[..doses.partition_point(|(dose, _)| dose < day)];
        before.iter().map(|(dose, weight)| weight * table[day - dose]).sum::<f64>()
    });
    // What has all but faded is nothing: numbers below the normal ones would take a hundred times as long.
    #[expect(clippy::cast_possible_truncation, reason = "members are worked out in single precision")]
    sums.map(|sum| if sum < NOTHING { 0.0 } else { sum as f32 }).collect()
}

#[cfg(test)]
mod tests {
    use super::superpose;

    #[test]
    fn doses_add_up_after_their_day() {
        let table = [0.0, 1.0, 0.5, 0.25];
        let curve = superpose(&table, &[(0, 1.0), (1, 2.0)], &[0, 1, 2, 3]);
        assert_eq!(curve, [0.0, 1.0, 2.5, 1.25]);
    }
}
