//! Tax: its rate, and whether a price already includes it.

use super::Percent;
use serde::{Deserialize, Serialize};

/// Whether tax comes on top of a price or is part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum TaxMode {
    /// The price is without tax, which is added to it.
    #[default]
    OnTop,
    /// The price is what is paid; the tax is a part of it.
    Included,
}

impl TaxMode {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::OnTop, Self::Included];
}

/// A tax on a price.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tax {
    /// Its rate, of the amount without tax.
    pub rate: Percent,
    /// Whether the price includes it.
    pub mode: TaxMode,
}

impl Tax {
    /// The same for all taxes that come to the same: at a rate of zero the mode says nothing.
    #[must_use]
    pub fn normalized(self) -> Self {
        if self.rate.is_zero() { Self::default() } else { self }
    }
}
