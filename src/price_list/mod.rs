//! The clinic's own values, laid over the built-in catalogue value by value.
//!
//! A price list is a flat list of entries: whose value ([`Subject`](crate::overlay::Subject)), which value
//! ([`Quantity`](crate::overlay::Quantity)), the value itself, and the day from which it holds. That one shape is the row of the window's table, of the CSV file and of the stored
//! file. Like a plan it exists twice: [`PriceListDraft`] as typed, [`PriceList`] as valid, and [`Problem`]s name their
//! place.
//!
//! The rules, each said once:
//!
//! * Of several entries for one value the one with the latest day not after the day asked for is in force; one
//!   without a day has always been.
//! * What each quantity is, its names, limits and place in the catalogue, stands in one table:
//!   [`crate::overlay::QuantityDefinition`].
//! * [`PriceList::over`] gives a catalogue in which every value in force stands in the place of the built-in one,
//!   labelled as the clinic's. Everything behind it works unchanged; nothing is converted between currencies.
//! * A value without an entry is the catalogue's. To reset a value is to remove its entries.
//! * What the clinic says of a course goes before what the catalogue says, and of two things the clinic says the more
//!   specific one holds: a concern and a severity, then a concern, then a severity, then all.
//! * A clinic may wait longer between sessions than the catalogue's safety minimum, never shorter.
//! * Default tax, whether prices include it, and the two discounts are what a new plan starts with; a plan that exists
//!   keeps its own. A treatment with a tax of its own gives it to new lines.
//! * A package gives so many sessions of a course one price, for one unit in each session. Devices have none.
//! * An add-on of the clinic's own has a name and a price and leaves the projected result alone.
//! * A template is an option to start from: its treatments with their courses, and no prices, which are those of the list.
//! * A treatment of the clinic's own has a name, and all that one of the catalogue has. Its result is that of a treatment of
//!   the catalogue, whose intervals, rules and aftercare then hold for it as well, or none.

mod amounts;
mod changes;
pub mod csv;
mod draft;
mod edit;
mod entry;
pub mod limits;
mod listed;
mod over;
mod own;
mod parse;
mod place;
mod problem;
mod table;
mod template;

pub use changes::Changes;
pub use draft::{EntryDraft, NO, PriceListDraft, YES};
pub use edit::{ListEdit, Step};
pub use entry::{Label, PriceList};
pub use listed::ListedValue;
pub use own::Own;
pub use place::{Field, Place};
pub use problem::{Cause, Problem, Problems};
pub use table::{Section, Table, TableRow, TableValue, Timing};
pub use template::TemplateDraft;
