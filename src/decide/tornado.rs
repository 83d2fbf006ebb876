//! What moves a result most.

/// What one input does to a result while all others stay as they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar<I, V> {
    /// The input.
    pub input: I,
    /// Its low and its high end.
    pub ends: [V; 2],
    /// The result at its low and at its high end.
    pub results: [f64; 2],
}

impl<I, V> Bar<I, V> {
    /// How far apart the results are.
    pub fn swing(&self) -> f64 {
        (self.results[1] - self.results[0]).abs()
    }
}

/// For each input with its low and high end what `evaluate` makes of the two, the one that moves most first; of those that
/// move as much in the order given. An input of which a result is not known is left out.
pub fn tornado<I, V: Copy>(
    inputs: impl IntoIterator<Item = (I, [V; 2])>,
    mut evaluate: impl FnMut(&I, V) -> Option<f64>,
) -> Vec<Bar<I, V>> {
    let bars = inputs.into_iter().filter_map(|(input, ends)| {
        let results = [evaluate(&input, ends[0])?, evaluate(&input, ends[1])?];
        Some(Bar { input, ends, results })
    });
    let mut bars: Vec<_> = bars.collect();
    bars.sort_by(|one, other| other.swing().total_cmp(&one.swing()));
    bars
}
