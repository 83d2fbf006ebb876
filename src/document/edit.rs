//! Every change a person can make to a plan, with its name for undo.

use super::{
    AddOnDraft, CreditDraft, DepositDraft, Draft, LineDraft, LineId, LineTax, Mark, OptionDraft, OptionId,
    PackageDraft, PriceDraft, Profile, Upkeep,
};
use crate::catalog::ConcernId;
use crate::history::Change;
use crate::locale::{mark, tr};
use crate::units::{Currency, Date, TaxMode};
use std::borrow::Cow;
use std::mem::discriminant;

/// A change to a plan. An edit of something that is not there changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Of the plan itself.
    Plan(PlanEdit),
    /// Of an option.
    Option(OptionId, OptionEdit),
    /// Of a line.
    Line(LineId, LineEdit),
}

/// A change to the plan itself.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanEdit {
    /// The client reference.
    Reference(String),
    /// What the client comes for.
    Concern(ConcernId),
    /// The client; the name is the changed field's.
    Profile(Profile, &'static str),
    /// The plan's first day.
    Start(Date),
    /// The currency. Amounts keep their figures: the program converts nothing.
    Currency(Currency),
    /// The horizon in years.
    Horizon(u32),
    /// The consultation fee.
    ConsultationFee(String),
    /// Tax in percent.
    Tax(String),
    /// Whether prices include the tax.
    TaxMode(TaxMode),
    /// Discount on the whole plan in percent.
    Discount(String),
    /// Yearly price growth in percent.
    PriceGrowth(String),
    /// The deposit, with what undo calls the change.
    Deposit(DepositDraft, &'static str),
    /// The credit, with what undo calls the change.
    Credit(Option<CreditDraft>, &'static str),
    /// Target improvement in percent.
    Target(Option<u32>),
    /// The clinic's notes.
    Notes(String),
    /// All options anew, with what undo calls it.
    Options(Vec<OptionDraft>, &'static str),
    /// A further option at the end, with what undo calls it. Its mark is chosen here; with six options already, nothing
    /// changes.
    AddOption(OptionDraft, &'static str),
    /// The options in this order; those not named follow as they were.
    Order(Vec<OptionId>),
    /// Another plan in place of this one, with what undo calls it.
    Replace(Box<Draft>, &'static str),
    /// Lets an issued plan be changed again, as its next revision.
    Revise,
    /// What was issued last in place of its revision.
    Abandon,
}

/// A change to an option.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "edits are made one at a time, by hand")]
pub enum OptionEdit {
    /// Its name.
    Name(String),
    /// Takes it out. The last one stays.
    Remove,
    /// A copy behind it.
    Duplicate,
    /// To the place of another option, which gives way.
    MoveTo(OptionId),
    /// Whether it is set aside.
    Hide(bool),
    /// A further line at the end.
    AddLine(LineDraft),
}

/// A change to a line.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "edits are made one at a time, by hand")]
pub enum LineEdit {
    /// Takes it out.
    Remove,
    /// Another treatment, with its usual course.
    Treatment(LineDraft),
    /// Where on the body.
    Area(String),
    /// Number of sessions.
    Sessions(u32),
    /// Days between sessions.
    Spacing(u32),
    /// Day of the first session.
    StartDay(u32),
    /// Units per session.
    Units(u32),
    /// Needle length in hundredths of a millimetre.
    Depth(u32),
    /// The price.
    Price(PriceDraft),
    /// The discount in percent.
    Discount(String),
    /// The package.
    Package(PackageDraft),
    /// The tax.
    Tax(LineTax),
    /// All add-ons.
    AddOns(Vec<AddOnDraft>),
    /// What follows the course.
    Upkeep(Upkeep),
    /// The last day of upkeep.
    UpkeepUntil(Option<Date>),
}

impl Change for Edit {
    type Draft = Draft;

    fn label(&self) -> Cow<'static, str> {
        match self {
            Self::Plan(edit) => edit.label(),
            Self::Option(_, edit) => Cow::Borrowed(edit.label()),
            Self::Line(_, edit) => Cow::Borrowed(edit.label()),
        }
    }

    fn continues_with(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::Plan(PlanEdit::Profile(_, this)), Self::Plan(PlanEdit::Profile(_, other)))
            | (Self::Plan(PlanEdit::Deposit(_, this)), Self::Plan(PlanEdit::Deposit(_, other)))
            | (Self::Plan(PlanEdit::Credit(_, this)), Self::Plan(PlanEdit::Credit(_, other))) => this == other,
            (Self::Plan(this), Self::Plan(other)) => this.is_value() && discriminant(this) == discriminant(other),
            (Self::Option(id, this @ OptionEdit::Name(_)), Self::Option(next, other)) => {
                id == next && discriminant(this) == discriminant(other)
            }
            (Self::Line(id, this), Self::Line(next, other)) => {
                id == next && this.is_value() && discriminant(this) == discriminant(other)
            }
            _ => false,
        }
    }

    /// An issued plan takes no change, except that it may be revised.
    fn apply(self, draft: &mut Draft, salt: u32) {
        if draft.is_issued() && self != Self::Plan(PlanEdit::Revise) {
            return;
        }
        match self {
            Self::Plan(edit) => edit.apply(draft),
            Self::Option(id, edit) => {
                if let Some(at) = draft.options.iter().position(|option| option.id == id) {
                    edit.apply(draft, at);
                }
            }
            Self::Line(id, edit) => {
                let mut places = draft.options.iter_mut().filter_map(|option| {
                    let at = option.lines.iter().position(|line| line.id == id)?;
                    Some((option, at))
                });
                if let Some((option, at)) = places.next() {
                    edit.apply(option, at);
                }
            }
        }
        draft.fit();
        draft.identify(salt);
    }
}

impl PlanEdit {
    fn label(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Reference(_) => mark!("change client reference"),
            Self::Concern(_) => mark!("change concern"),
            Self::Profile(_, field) => return Cow::Owned(tr!("change {field}", field)),
            Self::Start(_) => mark!("change start date"),
            Self::Currency(_) => mark!("change currency"),
            Self::Horizon(_) => mark!("change horizon"),
            Self::ConsultationFee(_) => mark!("change consultation fee"),
            Self::Tax(_) => mark!("change tax"),
            Self::TaxMode(_) => mark!("change tax in prices"),
            Self::Discount(_) => mark!("change plan discount"),
            Self::PriceGrowth(_) => mark!("change price growth"),
            Self::Target(_) => mark!("change target"),
            Self::Notes(_) => mark!("change notes"),
            Self::Deposit(_, label)
            | Self::Credit(_, label)
            | Self::Options(_, label)
            | Self::AddOption(_, label)
            | Self::Replace(_, label) => label,
            Self::Order(_) => mark!("sort options"),
            Self::Revise => mark!("revise the issued plan"),
            Self::Abandon => mark!("abandon the revision"),
        })
    }

    fn is_value(&self) -> bool {
        !matches!(
            self,
            Self::AddOption(..) | Self::Options(..) | Self::Order(_) | Self::Replace(..) | Self::Revise | Self::Abandon
        )
    }

    fn apply(self, draft: &mut Draft) {
        match self {
            Self::Reference(text) => draft.reference = text,
            Self::Concern(concern) => draft.concern = concern,
            Self::Profile(profile, _) => draft.profile = profile,
            Self::Start(date) => draft.start = date,
            Self::Currency(currency) => draft.currency = currency,
            Self::Horizon(years) => draft.horizon_years = years,
            Self::ConsultationFee(text) => draft.consultation_fee = text,
            Self::Tax(text) => draft.tax = text,
            Self::TaxMode(mode) => draft.tax_mode = mode,
            Self::Discount(text) => draft.discount = text,
            Self::PriceGrowth(text) => draft.price_growth = text,
            Self::Deposit(deposit, _) => draft.deposit = deposit,
            Self::Credit(credit, _) => draft.credit = credit,
            Self::Target(target) => draft.target = target,
            Self::Notes(text) => draft.notes = text,
            Self::Options(options, _) => draft.options = options,
            Self::AddOption(option, _) => {
                if let Some(mark) = draft.free_mark() {
                    draft.options.push(OptionDraft { mark, ..option });
                }
            }
            Self::Order(ids) => {
                let rank = |option: &OptionDraft| ids.iter().position(|id| *id == option.id);
                draft.options.sort_by_key(|option| rank(option).unwrap_or(usize::MAX));
            }
            Self::Replace(other, _) => *draft = *other,
            Self::Revise => draft.revise(),
            Self::Abandon => draft.abandon(),
        }
    }
}

impl OptionEdit {
    fn label(&self) -> &'static str {
        match self {
            Self::Name(_) => mark!("rename option"),
            Self::Remove => mark!("remove option"),
            Self::Duplicate => mark!("duplicate option"),
            Self::MoveTo(_) => mark!("move option"),
            Self::Hide(true) => mark!("hide option"),
            Self::Hide(false) => mark!("show option"),
            Self::AddLine(_) => mark!("add treatment"),
        }
    }

    fn apply(self, draft: &mut Draft, at: usize) {
        match self {
            Self::Name(name) => draft.options[at].name = name,
            Self::Remove if draft.options.len() == 1 => {}
            Self::Remove => drop(draft.options.remove(at)),
            Self::Duplicate => {
                if let Some(mark) = draft.free_mark() {
                    draft.options.insert(at + 1, copy_of(&draft.options[at], mark));
                }
            }
            Self::MoveTo(other) => {
                if let Some(to) = draft.options.iter().position(|option| option.id == other) {
                    let option = draft.options.remove(at);
                    draft.options.insert(to, option);
                }
            }
            Self::Hide(hidden) => draft.options[at].hidden = hidden,
            Self::AddLine(line) => draft.options[at].lines.push(line),
        }
    }
}

fn copy_of(option: &OptionDraft, mark: Mark) -> OptionDraft {
    let name = tr!("{name} (copy)", name = option.name);
    OptionDraft { mark, name, hidden: false, ..option.anew() }
}

impl LineEdit {
    fn label(&self) -> &'static str {
        match self {
            Self::Remove => mark!("remove treatment"),
            Self::Treatment(_) => mark!("change treatment"),
            Self::Area(_) => mark!("change area"),
            Self::Sessions(_) => mark!("change number of sessions"),
            Self::Spacing(_) => mark!("change spacing"),
            Self::StartDay(_) => mark!("change first session"),
            Self::Units(_) => mark!("change units"),
            Self::Depth(_) => mark!("change needle length"),
            Self::Price(_) => mark!("change price"),
            Self::Discount(_) => mark!("change discount"),
            Self::Package(_) => mark!("change package"),
            Self::Tax(_) => mark!("change tax of treatment"),
            Self::AddOns(_) => mark!("change add-ons"),
            Self::Upkeep(_) => mark!("change upkeep"),
            Self::UpkeepUntil(_) => mark!("change end of upkeep"),
        }
    }

    fn is_value(&self) -> bool {
        !matches!(self, Self::Remove | Self::Treatment(_))
    }

    fn apply(self, option: &mut OptionDraft, at: usize) {
        let line = &mut option.lines[at];
        match self {
            Self::Remove => drop(option.lines.remove(at)),
            Self::Treatment(other) => *line = LineDraft { id: line.id, ..other },
            Self::Area(text) => line.area = text,
            Self::Sessions(count) => line.sessions = count,
            Self::Spacing(days) => line.spacing_days = days,
            Self::StartDay(day) => line.start_day = day,
            Self::Units(units) => line.units = units,
            Self::Depth(hundredths) => line.depth = Some(hundredths),
            Self::Price(price) => line.price = price,
            Self::Discount(text) => line.discount = text,
            Self::Package(package) => line.package = package,
            Self::Tax(tax) => line.tax = tax,
            Self::AddOns(add_ons) => line.add_ons = add_ons,
            Self::Upkeep(upkeep) => line.upkeep = upkeep,
            Self::UpkeepUntil(date) => line.upkeep_until = date,
        }
    }
}
