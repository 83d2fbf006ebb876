//! Which plan of the space it is.

/// Of so many lines a plan is made at most.
pub(super) const LINES: usize = 3;

/// A plan of the space: its lines by treatment. Which it is says the order of the space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id([Option<Place>; LINES]);

/// A line of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) treatment: usize,
    pub(super) candidate: usize,
    pub(super) start: usize,
    /// Where it stands among those begun; the order goes by what is said before.
    pub(super) at: usize,
}

impl Id {
    /// Of one line or several of different treatments, in whichever order.
    pub(super) fn of<const COUNT: usize>(mut places: [Place; COUNT]) -> Self {
        const { assert!(COUNT <= LINES) };
        places.sort_unstable();
        let mut lines = [None; LINES];
        lines.iter_mut().zip(places).for_each(|(line, place)| *line = Some(place));
        Self(lines)
    }

    /// The lines of a plan of two.
    pub(super) fn two(&self) -> Option<[Place; 2]> {
        let [Some(one), Some(other), None] = self.0 else { return None };
        Some([one, other])
    }

    pub(super) fn places(&self) -> impl Iterator<Item = Place> {
        self.0.iter().copied().flatten()
    }
}
