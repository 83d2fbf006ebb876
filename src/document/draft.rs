//! The plan as typed.

use super::{ExtraId, Field, Fields, LineId, LineTax, OptionId, PackageDraft, Place, PlanId, Profile, limits};
use crate::catalog::{AddOnId, ConcernId, TreatmentId};
use crate::finance::RateKind;
use crate::units::{Currency, Date, Money, Spread, TaxMode};
use std::collections::BTreeMap;

/// A plan as typed: amounts and percentages are text, so nothing typed is lost for being wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its own for ever.
    pub id: PlanId,
    /// How the clinic refers to the client. May be empty.
    pub reference: String,
    /// What the client comes for.
    pub concern: ConcernId,
    /// The client, as far as the model asks.
    pub profile: Profile,
    /// The plan's first day, day 0.
    pub start: Date,
    /// The currency of every amount.
    pub currency: Currency,
    /// How many years the plan looks ahead.
    pub horizon_years: u32,
    /// Consultation fee, paid on the first day by every option that has a treatment.
    pub consultation_fee: String,
    /// Tax in percent.
    pub tax: String,
    /// Whether prices include the tax.
    pub tax_mode: TaxMode,
    /// Discount on everything but the consultation, in percent, taken off after a line's own.
    pub discount: String,
    /// Yearly growth of prices, in percent.
    pub price_growth: String,
    /// What is paid at booking, as part of an option's initial course.
    pub deposit: DepositDraft,
    /// On which terms an option's initial course could be paid by instalments; none means that nothing is said of it.
    pub credit: Option<CreditDraft>,
    /// Target improvement in percent of starting severity.
    pub target: Option<u32>,
    /// The clinic's notes; never printed.
    pub notes: String,
    /// One to six options. Doing nothing is always there besides.
    pub options: Vec<OptionDraft>,
    /// What was typed last where a day or a number stands and it is none. What stands there is the last that was one.
    pub unread: BTreeMap<Place, String>,
}

/// What is paid at booking, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DepositDraft {
    /// Nothing.
    #[default]
    None,
    /// A share of the initial course, in percent.
    Percent(String),
    /// An amount, whatever the option.
    Amount(String),
}

/// The terms of a credit, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditDraft {
    /// The yearly rate in percent. Empty is 0.
    pub rate: String,
    /// How it is meant.
    pub kind: RateKind,
    /// In how many monthly instalments.
    pub months: u32,
    /// The lender's fee, added to what is financed. Empty is 0.
    pub fee: String,
}

impl Default for CreditDraft {
    /// A year without interest: what is typed next is the lender's rate.
    fn default() -> Self {
        Self { rate: String::new(), kind: RateKind::default(), months: 12, fee: String::new() }
    }
}

impl DepositDraft {
    fn fit(&mut self) {
        match self {
            Self::None => {}
            Self::Percent(text) | Self::Amount(text) => fit_line(text, limits::AMOUNT),
        }
    }
}

/// What marks an option: its letter stands for its colour, dash and marker, and stays with it wherever it moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(u8);

impl Mark {
    /// All six, A to F.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..6).map(Self)
    }

    /// The mark with this letter, `A` to `F`.
    pub fn from_letter(letter: char) -> Option<Self> {
        Self::all().find(|mark| mark.letter() == letter)
    }

    /// `A` to `F`.
    pub fn letter(self) -> char {
        char::from(b'A' + self.0)
    }

    /// 0 to 5.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One option: a named mix of treatment lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionDraft {
    /// Its own for ever.
    pub id: OptionId,
    /// What marks it.
    pub mark: Mark,
    /// Its name.
    pub name: String,
    /// Whether it is set aside: kept in the plan, but neither compared nor printed.
    pub hidden: bool,
    /// Its treatments. None means the same as doing nothing.
    pub lines: Vec<LineDraft>,
}

/// One treatment of an option: a course, its price, and its upkeep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDraft {
    /// Its own for ever.
    pub id: LineId,
    /// The treatment.
    pub treatment: TreatmentId,
    /// Where on the body, in short free text such as `both cheeks`. May be empty.
    pub area: String,
    /// Number of sessions of the course.
    pub sessions: u32,
    /// Days between sessions of the course.
    pub spacing_days: u32,
    /// Day of the first session, counted from the plan's start.
    pub start_day: u32,
    /// Units per session: syringes. 1 for everything else.
    pub units: u32,
    /// Needle length in hundredths of a millimetre, for treatments that choose one.
    pub depth: Option<u32>,
    /// Price of one unit.
    pub price: PriceDraft,
    /// Discount on price and add-ons, in percent.
    pub discount: String,
    /// So many sessions of the course for one price.
    pub package: PackageDraft,
    /// The tax on the line.
    pub tax: LineTax,
    /// What is added to each session.
    pub add_ons: Vec<AddOnDraft>,
    /// What follows the course.
    pub upkeep: Upkeep,
    /// The last day on which upkeep is given; none means the end of the horizon.
    pub upkeep_until: Option<Date>,
}

/// Something added to each session of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddOnDraft {
    /// Its own for ever.
    pub id: ExtraId,
    /// The catalogue's add-on, or none for one of the clinic's own without an effect on the result.
    pub add_on: Option<AddOnId>,
    /// Its name.
    pub name: String,
    /// Price per session.
    pub price: PriceDraft,
}

/// Where a price comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PriceDraft {
    /// The catalogue's price in the plan's currency.
    Catalogue,
    /// The clinic's own, as typed.
    Own(SpreadText),
}

/// Low, typical and high as typed.
pub type SpreadText = Spread<String>;

impl OptionDraft {
    /// The same as something of its own: without ids until a plan takes it in.
    #[must_use]
    pub fn anew(&self) -> Self {
        Self { id: OptionId::NEW, lines: self.lines.iter().map(LineDraft::anew).collect(), ..self.clone() }
    }
}

impl LineDraft {
    /// The same as something of its own: without ids until a plan takes it in.
    #[must_use]
    fn anew(&self) -> Self {
        let add_ons = self.add_ons.iter().map(|add_on| AddOnDraft { id: ExtraId::NEW, ..add_on.clone() });
        Self { id: LineId::NEW, add_ons: add_ons.collect(), ..self.clone() }
    }

    fn fit(&mut self) {
        self.fit_fields();
        self.price.fit();
        self.package.fit();
        self.tax.fit();
        self.add_ons.truncate(limits::ADD_ONS);
        for add_on in &mut self.add_ons {
            fit_line(&mut add_on.name, limits::NAME);
            add_on.price.fit();
        }
    }
}

impl PriceDraft {
    fn fit(&mut self) {
        if let Self::Own(text) = self {
            fit_spread(text);
        }
    }
}

pub(super) fn fit_spread(text: &mut SpreadText) {
    for amount in [&mut text.low, &mut text.typical, &mut text.high] {
        fit_line(amount, limits::AMOUNT);
    }
}

/// A break between lines or columns parts words, and so is a space on one line.
pub(super) fn fit_line(text: &mut String, most: usize) {
    *text = text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }).collect();
    text.retain(|c| !c.is_control());
    cut(text, most);
}

pub(super) fn fit_text(text: &mut String, most: usize) {
    text.retain(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    cut(text, most);
}

fn cut(text: &mut String, most: usize) {
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
    }
}

impl SpreadText {
    /// The same text at all three places.
    pub fn of_text(text: &str) -> Self {
        Self { low: text.to_owned(), typical: text.to_owned(), high: text.to_owned() }
    }

    /// The amounts in plain digits, as a starting point for typing.
    pub fn from_money(spread: Spread<Money>, currency: Currency) -> Self {
        spread.map(|amount| amount.to_plain(currency))
    }
}

/// What follows the course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upkeep {
    /// Nothing.
    None,
    /// A session every so many calendar months, counted from the last session of the course.
    Every {
        /// Months between sessions.
        months: u32,
    },
    /// A session again when the improvement has fallen to a share of its peak.
    WhenFaded {
        /// The share of the peak, in percent.
        percent: u32,
    },
}

impl Draft {
    /// Makes every text and list fit the document's limits, so that whatever is in the window can be saved and opened
    /// again: too long a text is cut, control characters go, and what is one too many goes.
    pub fn fit(&mut self) {
        self.fit_fields();
        self.deposit.fit();
        self.credit.iter_mut().for_each(CreditDraft::fit_fields);
        self.options.truncate(*limits::OPTIONS.end());
        for option in &mut self.options {
            option.fit_fields();
            option.lines.truncate(limits::LINES);
            option.lines.iter_mut().for_each(LineDraft::fit);
        }
        self.fit_unread();
    }

    /// Forgets what was typed where nothing stands any more.
    fn fit_unread(&mut self) {
        let mut unread = std::mem::take(&mut self.unread);
        unread.retain(|place, _| self.has(*place));
        unread.values_mut().for_each(|text| fit_line(text, limits::AMOUNT));
        self.unread = unread;
    }

    fn fitted(mut self) -> Self {
        self.fit();
        self
    }

    /// Whether there is something at a place to type a day or a number into.
    fn has(&self, place: Place) -> bool {
        let mut lines = self.options.iter().flat_map(|option| &option.lines);
        match place {
            Place::Plan(Field::Target) => self.target.is_some(),
            Place::Plan(Field::CreditMonths) => self.credit.is_some(),
            Place::Plan(_) => true,
            Place::Option { option: id, .. } => self.options.iter().any(|option| option.id == id),
            Place::Line { line: id, field } => lines.find(|line| line.id == id).is_some_and(|line| match field {
                Field::Upkeep => line.upkeep != Upkeep::None,
                Field::UpkeepUntil => line.upkeep_until.is_some(),
                Field::Package => matches!(line.package, PackageDraft::Own { .. }),
                _ => true,
            }),
        }
    }

    /// The first mark that no option has, or none if all six are taken.
    pub fn free_mark(&self) -> Option<Mark> {
        Mark::all().find(|mark| self.options.iter().all(|option| option.mark != *mark))
    }

    /// Whether an option of the same treatments is there already.
    pub fn has_treatments_of(&self, other: &OptionDraft) -> bool {
        let same = |option: &OptionDraft| {
            option.lines.iter().map(|line| &line.treatment).eq(other.lines.iter().map(|line| &line.treatment))
        };
        self.options.iter().any(same)
    }

    /// The options that are compared and printed.
    pub fn shown(&self) -> impl Iterator<Item = &OptionDraft> {
        self.options.iter().filter(|option| !option.hidden)
    }

    /// A plan of its own with this option alone and without reference and notes, to be taken to another plan.
    #[must_use]
    pub fn only(&self, option: &OptionDraft) -> Self {
        Self {
            id: PlanId::of_random(self.id.within(&format!("option {}", option.id)).as_u128()),
            reference: String::new(),
            notes: String::new(),
            options: vec![option.clone()],
            ..self.clone()
        }
        .fitted()
    }

    /// The options with those of another plan behind them, each with a free mark, as far as there is room.
    pub fn with_options_of(&self, other: &Self) -> Vec<OptionDraft> {
        let mut all = self.clone();
        for option in &other.options {
            if let Some(mark) = all.free_mark() {
                all.options.push(OptionDraft { mark, hidden: false, ..option.anew() });
            }
        }
        all.options
    }

    /// The options above and below one, as far as there are any.
    pub fn beside(&self, id: OptionId) -> (Option<OptionId>, Option<OptionId>) {
        let at = self.options.iter().position(|option| option.id == id);
        let id = |at: Option<usize>| Some(self.options.get(at?)?.id);
        (id(at.and_then(|at| at.checked_sub(1))), id(at.map(|at| at + 1)))
    }

    /// Whether a further option may be added.
    pub fn has_room(&self) -> bool {
        self.options.len() < *limits::OPTIONS.end()
    }
}
