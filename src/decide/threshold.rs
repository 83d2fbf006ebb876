//! Where a choice turns over.

/// For which values of something, such as a price in minor units, a statement holds, such as *this option is the better
/// buy*. All values named are among those for which it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// For no value.
    Nowhere,
    /// For this value and all below it.
    UpTo(i64),
    /// For this value and all above it.
    From(i64),
    /// For these two and all between them.
    Between(i64, i64),
    /// For every value.
    Everywhere,
}

impl Threshold {
    /// The first and the last value for which it holds, where there are such.
    pub fn bounds(self) -> [Option<i64>; 2] {
        match self {
            Self::Nowhere | Self::Everywhere => [None, None],
            Self::UpTo(last) => [None, Some(last)],
            Self::From(first) => [Some(first), None],
            Self::Between(first, last) => [Some(first), Some(last)],
        }
    }

    /// Whether the statement holds for a value.
    pub fn includes(self, value: i64) -> bool {
        match self {
            Self::Nowhere => false,
            Self::UpTo(last) => value <= last,
            Self::From(first) => value >= first,
            Self::Between(first, last) => (first..=last).contains(&value),
            Self::Everywhere => true,
        }
    }

    /// Where among the whole values from `least` to `most` a statement holds that holds on one stretch of them without a gap,
    /// such as one that a rising price makes true or false once. A stretch that reaches neither end is found if it holds
    /// `near`, which is also where an end of it is looked for first.
    pub fn find((least, most): (i64, i64), near: i64, mut holds: impl FnMut(i64) -> bool) -> Self {
        let near = near.clamp(least, most);
        match (holds(least), holds(most)) {
            (true, true) => Self::Everywhere,
            (true, false) => Self::UpTo(last(least, most, near, &mut holds)),
            (false, true) => Self::From(last(most, least, near, &mut holds)),
            (false, false) if !holds(near) => Self::Nowhere,
            (false, false) => Self::Between(last(near, least, near, &mut holds), last(near, most, near, &mut holds)),
        }
    }
}

/// The last value for which a statement holds on the way from `inside`, where it does, to `outside`, where it does not.
/// Looks at `near` and goes on from there in growing steps until it has passed the turn, then halves what is left.
fn last(mut inside: i64, mut outside: i64, near: i64, mut holds: impl FnMut(i64) -> bool) -> i64 {
    let towards = (outside - inside).signum();
    let (mut guess, mut step) = (near, towards);
    while inside.abs_diff(outside) > 1 {
        let is_between = (guess - inside).signum() == towards && (outside - guess).signum() == towards;
        if !is_between {
            guess = inside + (outside - inside) / 2;
        }
        if holds(guess) {
            (inside, guess) = (guess, guess.saturating_add(step));
        } else {
            (outside, guess) = (guess, guess.saturating_sub(step));
        }
        step = step.saturating_mul(4);
    }
    inside
}
