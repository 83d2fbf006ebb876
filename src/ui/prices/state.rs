//! What the views of the price list are given, and what they keep.

use crate::evaluation::Effect;
use crate::locale::tr;
use crate::overlay::{Quantity, Subject};
use crate::price_list::csv::RowProblems;
use crate::price_list::{Changes, PriceListDraft, Table};
use crate::units::Currency;
use crate::wording::ListProblemText;
use egui::Ui;

/// What there is to show of the clinic's price list.
pub struct PricesView<'a> {
    /// Whether it stands in place of the plan.
    pub is_open: bool,
    /// The list as typed.
    pub draft: &'a PriceListDraft,
    /// What is wrong with it; everything else is in force.
    pub problems: &'a [ListProblemText],
    /// The list as a table, as of the plan's first day.
    pub table: &'a Table,
    /// Why the list's file cannot be read, if it cannot; then nothing can be changed.
    pub unreadable: Option<&'a str>,
    /// The table that is being imported.
    pub import: Option<&'a PriceImport>,
}

/// Which values are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PriceFilter {
    /// Every value.
    #[default]
    All,
    /// What the clinic has a say in.
    Own,
    /// What is a placeholder that waits for the clinic's own.
    Placeholders,
}

impl PriceFilter {
    pub(super) const ALL: [Self; 3] = [Self::All, Self::Own, Self::Placeholders];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::All => tr!(in "values", "All"),
            Self::Own => tr!(in "values", "The clinic's own"),
            Self::Placeholders => tr!(in "values", "Placeholders"),
        }
    }
}

/// How the price list is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PricesState {
    /// Whether it stands in place of the plan.
    pub is_open: bool,
    /// What names, codes, groups and values are searched for.
    pub search: String,
    /// Which values are shown.
    pub filter: PriceFilter,
    /// The currency of the prices shown; none means the plan's.
    pub currency: Option<Currency>,
    /// The name of an own treatment or add-on that is about to be added.
    pub new_own: String,
    /// The part of the body for which prices are about to be added.
    pub new_area: String,
    /// The value that has just been added: it comes into view, and is typed next.
    pub added: Option<(Subject, Quantity)>,
    /// How many sessions a package has that is about to be added; none yet means three.
    pub package: Option<u32>,
    /// What has been changed since search and filter were: it stays in view, so that nobody loses the field in hand.
    pub touched: Vec<(Subject, Option<Quantity>)>,
    /// Whether search or filter have changed since the table was last drawn.
    pub is_found_anew: bool,
}

/// Below this width in points names stand above their fields, and what stands above the table takes a line more.
const NARROW: f32 = 840.0;

pub(super) fn is_narrow(ui: &Ui) -> bool {
    ui.available_width() < NARROW
}

/// A table that is being imported.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceImport {
    /// The name of its file.
    pub name: String,
    /// What it would change, or every row that keeps it out.
    pub outcome: Result<PricePreview, RowProblems>,
}

/// What a valid table would change.
#[derive(Clone, Debug, PartialEq)]
pub struct PricePreview {
    /// The list it holds, in place of the present one.
    pub draft: PriceListDraft,
    /// How it differs from the present one.
    pub changes: Changes,
    /// What it would change in the open plan.
    pub effect: Effect,
}
