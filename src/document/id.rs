//! Ids of plans, and of what stands in one: of options, lines and add-ons. They are stored and never used again.
//!
//! A plan's id is random. That of anything in it is a number in the order of making and a salt. The number is one above
//! every other of the plan, so that ids sort by what was added first; the salt is random and comes from outside, so
//! that two desks that add something to their copies of a plan at once do not give it the same id.

use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// A plan, wherever its file is and whatever it is called. Two copies of a file are the same plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanId(Uuid);

impl PlanId {
    /// Of every worked example, before it is somebody's plan.
    pub const EXAMPLE: Self = Self(Uuid::nil());

    /// Of a new plan, from random bits.
    pub fn of_random(bits: u128) -> Self {
        Self(uuid::Builder::from_random_bytes(bits.to_be_bytes()).into_uuid())
    }

    /// Of a plan that was written down without one: the same wherever the same text is read.
    pub fn of_content(text: &str) -> Self {
        Self(Uuid::new_v5(&Uuid::nil(), text.as_bytes()))
    }

    /// The id of something that belongs to the plan and is called this within it.
    pub fn within(self, what: &str) -> Uuid {
        Uuid::new_v5(&self.0, what.as_bytes())
    }
}

impl fmt::Display for PlanId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for PlanId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// A number in the order of making, and the salt that tells apart what two desks made at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Serial {
    /// From 1; 0 before it is given.
    pub number: u32,
    /// Random, or 0 where nobody else can have made the same.
    pub salt: u32,
}

impl fmt::Display for Serial {
    /// `7-00c0ffee`, and without a salt only `7`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.salt {
            0 => write!(f, "{}", self.number),
            salt => write!(f, "{}-{salt:08x}", self.number),
        }
    }
}

impl FromStr for Serial {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (number, salt) = text.split_once('-').unwrap_or((text, "0"));
        Ok(Self { number: number.parse()?, salt: u32::from_str_radix(salt, 16)? })
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Serial);

        impl $name {
            /// Of something that stands in no plan yet: the plan gives it an id when it takes it in.
            pub const NEW: Self = Self(Serial { number: 0, salt: 0 });
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id! {
    /// An option of a plan.
    OptionId
}
id! {
    /// A line of a plan, in whichever option it is.
    LineId
}
id! {
    /// An add-on of a plan, in whichever line it is.
    ExtraId
}
