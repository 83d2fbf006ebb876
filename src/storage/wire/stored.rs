//! How values of other rooms are stored: what a field of theirs becomes in a file, and back. A structure or a choice is
//! declared by [`stored!`] with what each of its fields becomes; where a file calls something by another name, it is renamed
//! for serde.

use super::bounded::{Day, Id, List, Text, Units, Whole};
use crate::catalog::{AddOnId, AreaId, ConcernId, HoldId, Severity, SourceId, TreatmentId};
use crate::document::{FreeOf, StretchMarks, StrongSun, Sun, Wrinkles};
use crate::finance::RateKind;
use crate::units::{BudgetPeriod, Currency, Date, Spread, UnitCount};

/// What a `T` is in a file.
pub(in crate::storage) trait Stored<T>: Sized {
    fn of(value: &T) -> Self;
    fn value(self) -> T;
}

/// Declares structures of a file field by field, each with the structure that it stores and what is put where that has more
/// than is stored; or choices variant by variant.
macro_rules! stored {
    ($($(#[$meta:meta])* struct $name:ident = $of:ty {
        $($(#[$attribute:meta])* $see:vis $field:ident: $stored:ty,)*
    } $(without $left:ident = $filled:expr;)?)*) => { $(
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        $(#[$meta])*
        pub(super) struct $name {
            $($(#[$attribute])* $see $field: $stored,)*
        }

        impl $crate::storage::wire::stored::Stored<$of> for $name {
            fn of(value: &$of) -> Self {
                Self { $($field: $crate::storage::wire::stored::Stored::of(&value.$field),)* }
            }

            fn value(self) -> $of {
                type Of = $of;
                Of { $($field: self.$field.value(),)* $($left: $filled,)? }
            }
        }
    )* };
    ($($(#[$meta:meta])* enum $name:ident = $of:ty {
        $($(#[$attribute:meta])* $variant:ident
            $({ $($(#[$of_field:meta])* $field:ident: $stored:ty),* })?
            $(($value:ident: $kept:ty))?,)*
    })*) => { $(
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        $(#[$meta])*
        pub(super) enum $name {
            $($(#[$attribute])* $variant $({ $($(#[$of_field])* $field: $stored),* })? $(($kept))?,)*
        }

        impl $crate::storage::wire::stored::Stored<$of> for $name {
            fn of(value: &$of) -> Self {
                type Of = $of;
                match value {
                    $(Of::$variant $({ $($field),* })? $(($value))? =>
                        Self::$variant $({ $($field: $crate::storage::wire::stored::Stored::of($field)),* })? $(($crate::storage::wire::stored::Stored::of($value)))?,)*
                }
            }

            fn value(self) -> $of {
                type Of = $of;
                match self {
                    $(Self::$variant $({ $($field),* })? $(($value))? =>
                        Of::$variant $({ $($field: $field.value()),* })? $(($value.value()))?,)*
                }
            }
        }
    )* };
}
pub(in crate::storage) use stored;

/// Says of single values what they become, and what becomes of that.
macro_rules! stored_as {
    ($($stored:ty, $of:ty: |$value:ident| $to:expr, |$kept:ident| $from:expr;)*) => { $(
        impl $crate::storage::wire::stored::Stored<$of> for $stored {
            fn of($value: &$of) -> Self {
                $to
            }

            fn value(self) -> $of {
                let $kept = self;
                $from
            }
        }
    )* };
}
pub(super) use stored_as;

stored_as! {
    bool, bool: |value| *value, |kept| kept;
    i32, i32: |value| *value, |kept| kept;
    Currency, Currency: |value| *value, |kept| kept;
    BudgetPeriod, BudgetPeriod: |value| *value, |kept| kept;
    RateKind, RateKind: |value| *value, |kept| kept;
    Severity, Severity: |value| *value, |kept| kept;
    StretchMarks, StretchMarks: |value| *value, |kept| kept;
    FreeOf, FreeOf: |value| *value, |kept| kept;
    StrongSun, StrongSun: |value| *value, |kept| kept;
    Sun, Sun: |value| *value, |kept| kept;
    Wrinkles, Wrinkles: |value| *value, |kept| kept;
    Units, UnitCount: |value| Self(*value), |kept| kept.0;
    Day, Date: |value| Self(*value), |kept| kept.0;
    Id, AddOnId: |value| Text(value.to_string()), |kept| kept.0.as_str().into();
    Id, AreaId: |value| Text(value.to_string()), |kept| kept.0.as_str().into();
    Id, ConcernId: |value| Text(value.to_string()), |kept| kept.0.as_str().into();
    Id, HoldId: |value| Text(value.to_string()), |kept| kept.0.as_str().into();
    Id, SourceId: |value| Text(value.to_string()), |kept| kept.0.as_str().into();
    Id, TreatmentId: |value| Text(value.to_string()), |kept| kept.0.as_str().into();
}

impl<const MOST: usize> Stored<String> for Text<MOST> {
    fn of(value: &String) -> Self {
        Self(value.clone())
    }

    fn value(self) -> String {
        self.0
    }
}

impl<const MIN: u32, const MAX: u32> Stored<u32> for Whole<MIN, MAX> {
    fn of(value: &u32) -> Self {
        Self(*value)
    }

    fn value(self) -> u32 {
        self.0
    }
}

impl<const MIN: u32, const MAX: u32> Stored<usize> for Whole<MIN, MAX> {
    fn of(value: &usize) -> Self {
        Self(u32::try_from(*value).unwrap_or(MAX))
    }

    fn value(self) -> usize {
        self.0 as usize
    }
}

impl<T, S: Stored<T>, const MOST: usize> Stored<Vec<T>> for List<S, MOST> {
    fn of(values: &Vec<T>) -> Self {
        Self(values.iter().map(S::of).collect())
    }

    fn value(self) -> Vec<T> {
        self.0.into_iter().map(S::value).collect()
    }
}

impl<T, S: Stored<T>> Stored<Option<T>> for Option<S> {
    fn of(value: &Option<T>) -> Self {
        value.as_ref().map(S::of)
    }

    fn value(self) -> Option<T> {
        self.map(S::value)
    }
}

impl<T, S: Stored<T>> Stored<Box<T>> for Box<S> {
    fn of(value: &Box<T>) -> Self {
        Self::new(S::of(value))
    }

    fn value(self) -> Box<T> {
        Box::new(S::value(*self))
    }
}

impl<T, U, S: Stored<T>, R: Stored<U>> Stored<(T, U)> for (S, R) {
    fn of((one, other): &(T, U)) -> Self {
        (S::of(one), R::of(other))
    }

    fn value(self) -> (T, U) {
        (self.0.value(), self.1.value())
    }
}

impl<T, U, V, S: Stored<T>, R: Stored<U>, Q: Stored<V>> Stored<(T, U, V)> for (S, R, Q) {
    fn of((one, other, third): &(T, U, V)) -> Self {
        (S::of(one), R::of(other), Q::of(third))
    }

    fn value(self) -> (T, U, V) {
        (self.0.value(), self.1.value(), self.2.value())
    }
}

/// Low, typical, high.
impl<T, S: Stored<T>> Stored<Spread<T>> for (S, S, S) {
    fn of(spread: &Spread<T>) -> Self {
        (S::of(&spread.low), S::of(&spread.typical), S::of(&spread.high))
    }

    fn value(self) -> Spread<T> {
        Spread { low: self.0.value(), typical: self.1.value(), high: self.2.value() }
    }
}
