//! Values kept between edits.

use std::sync::Arc;

/// Values kept by the content of what they were made from: the last used ones. What comes out never depends on what is
/// kept, only how long it takes.
#[derive(Clone, Debug)]
pub struct Cache<K, V> {
    /// The last used comes last.
    entries: Vec<(K, Arc<V>)>,
    most: usize,
}

impl<K, V> Cache<K, V> {
    /// Nothing yet; at most so many values later.
    pub fn new(most: usize) -> Self {
        Self { entries: Vec::new(), most }
    }

    /// The value made from this key: a kept one if the key equals its own, else a new one, kept by what `make` gives as key.
    pub fn get<Q>(&mut self, key: Q, equals: impl Fn(&K, &Q) -> bool, make: impl FnOnce(Q) -> (K, V)) -> Arc<V> {
        if let Some(at) = self.entries.iter().rposition(|(other, _)| equals(other, &key)) {
            self.entries[at..].rotate_left(1);
        } else {
            if self.entries.len() >= self.most {
                self.entries.remove(0);
            }
            let (key, value) = make(key);
            self.entries.push((key, Arc::new(value)));
        }
        // It is there, and it is the last.
        Arc::clone(&self.entries[self.entries.len() - 1].1)
    }
}
