//! The plan as typed.

use super::checklist::CheckDraft;
use super::field::{About, Counted, Fields, Kind, Row, row};
use super::further::FurtherDraft;
use super::id::{OptionId, PlanId};
use super::limits;
use super::line::LineDraft;
use super::membership::MembershipDraft;
use super::occasion::OccasionDraft;
use super::parts::{CreditDraft, DepositDraft};
use super::place::{Field, Place};
use super::profile::Profile;
use super::time_off::{StrongSun, TimeOffDraft};
use super::value::{Holds, Value};
use crate::catalog::ConcernId;
use crate::text::english;
use crate::units::{Budget, BudgetPeriod, Currency, Date, Money, TaxMode};
use Counted::{Instalments, Months, Percent as OfHundred, Sessions, Years};
use Kind::{Amount, Choice, Day, Line, Lines, Off, Parts, Percent, Whole};
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
    /// What else the client comes for.
    pub further: Vec<FurtherDraft>,
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
    /// Whether the consultation fee is taken off the treatment that follows it.
    pub fee_credited: bool,
    /// Tax in percent.
    pub tax: String,
    /// Whether prices include the tax.
    pub tax_mode: TaxMode,
    /// Discount on everything but the consultation, in percent or an amount once, taken off after a line's own.
    pub discount: String,
    /// Yearly growth of prices, in percent.
    pub price_growth: String,
    /// What is paid at booking, as part of an option's initial course.
    pub deposit: DepositDraft,
    /// On which terms an option's initial course could be paid by instalments; none means that nothing is said of it.
    pub credit: Option<CreditDraft>,
    /// Target improvement in percent of starting severity.
    pub target: Option<u32>,
    /// What one year of full improvement is worth to the client; empty where nobody said.
    pub worth: String,
    /// What the client may spend; empty where nobody said.
    pub budget: String,
    /// What that is for.
    pub budget_period: BudgetPeriod,
    /// Days that matter to the client.
    pub occasions: Vec<OccasionDraft>,
    /// What of the checklist holds for the client.
    pub checklist: Vec<CheckDraft>,
    /// Days that are kept free.
    pub time_off: Vec<TimeOffDraft>,
    /// In which months treatments that are not for strong sun are not given.
    pub strong_sun: StrongSun,
    /// The clinic's notes; never printed.
    pub notes: String,
    /// One to six options. Doing nothing is always there besides.
    pub options: Vec<OptionDraft>,
    /// What was typed last where a day or a number stands and it is none. What stands there is the last that was one.
    pub unread: BTreeMap<Place, String>,
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
    /// How it is paid by a member of the clinic; none for everybody else.
    pub membership: Option<MembershipDraft>,
}

#[rustfmt::skip]
impl Fields for Draft {
    const ROWS: &'static [Row<Self>] = &[
        row!(Reference, reference, Line(limits::NAME), english!(in "field", "reference"), english!("change client reference")),
        row!(Concern, concern, Choice, english!(in "field", "concern"), english!("change concern")),
        row!(Further, further, Parts, english!(in "field", "further concerns"), english!("change further concerns")),
        row!(Severity, profile.severity, Choice, english!(in "field", "severity"), english!("change severity")),
        row!(Age, profile.age, Whole(limits::AGE, Years), english!(in "field", "age"), english!("change age")),
        row!(Rolling, profile.scar_mix.rolling, Whole(limits::SCAR_PARTS, Counted::Parts), english!(in "field", "rolling scars"), english!("change scar types")),
        row!(Boxcar, profile.scar_mix.boxcar, Whole(limits::SCAR_PARTS, Counted::Parts), english!(in "field", "boxcar scars"), english!("change scar types")),
        row!(Icepick, profile.scar_mix.icepick, Whole(limits::SCAR_PARTS, Counted::Parts), english!(in "field", "icepick scars"), english!("change scar types")),
        row!(Wrinkles, profile.wrinkles, Choice, english!(in "field", "wrinkle depth"), english!("change wrinkle depth")),
        row!(StretchMarks, profile.stretch_marks, Choice, english!(in "field", "colour of stretch marks"), english!("change stretch mark colour")),
        row!(Sun, profile.sun, Choice, english!(in "field", "sun habits"), english!("change sun habits")),
        row!(Smoker, profile.smoker, Choice, english!(in "field", "smoking"), english!("change smoking")),
        row!(Phototype, profile.phototype, Choice, english!(in "field", "phototype"), english!("change phototype")),
        row!(Checklist, checklist, Parts, english!(in "field", "checklist"), english!("change checklist")),
        row!(SensitiveSkin, profile.sensitive_skin, Choice, english!(in "field", "sensitive skin"), english!("change skin sensitivity")),
        row!(Horizon, horizon_years, Whole(limits::HORIZON_YEARS, Years), english!(in "field", "horizon"), english!("change horizon")),
        row!(Target, target, Whole(limits::TARGET, OfHundred), english!(in "field", "target improvement"), english!("change target")),
        row!(Worth, worth, Amount, english!(in "field", "worth of a result"), english!("change what a result is worth")),
        row!(Budget, budget, Amount, english!(in "field", "budget"), english!("change budget")),
        row!(BudgetPeriod, budget_period, Choice, english!(in "field", "what the budget is for"), english!("change what the budget is for")),
        row!(Occasions, occasions, Parts, english!(in "field", "days that matter"), english!("change days that matter")),
        row!(TimeOff, time_off, Parts, english!(in "field", "days kept free"), english!("change days kept free")),
        row!(StrongSun, strong_sun, Choice, english!(in "field", "months of strong sun"), english!("change months of strong sun")),
        row!(Start, start, Day, english!(in "field", "start date"), english!("change start date")),
        row!(Currency, currency, Choice, english!(in "field", "currency"), english!("change currency")),
        row!(ConsultationFee, consultation_fee, Amount, english!(in "field", "consultation fee"), english!("change consultation fee")),
        row!(FeeCredited, fee_credited, Choice, english!(in "field", "what becomes of the fee"), english!("change what becomes of the fee")),
        row!(Tax, tax, Percent(100), english!(in "field", "tax"), english!("change tax")),
        row!(TaxMode, tax_mode, Choice, english!(in "field", "tax in prices"), english!("change tax in prices")),
        row!(Discount, discount, Off(100), english!(in "field", "discount"), english!("change plan discount")),
        row!(PriceGrowth, price_growth, Percent(50), english!(in "field", "yearly price growth"), english!("change price growth")),
        row!(DepositKind, deposit, Parts, english!(in "field", "deposit"), english!("change kind of deposit")),
        row!(Deposit, |of| of.deposit.text().map_or(Value::Nothing, Value::from), |of, value| if let (Some(text), Some(typed)) = (of.deposit.text_mut(), Holds::of(value)) { *text = typed }, Amount, english!(in "field", "deposit"), english!("change deposit")),
        row!(CreditMonths, credit?.months, Whole(limits::CREDIT_MONTHS, Instalments), english!(in "field", "number of instalments"), english!("change number of instalments")),
        row!(CreditFirst, credit?.first, Whole(limits::CREDIT_FIRST, Months), english!(in "field", "first instalment"), english!("change first instalment")),
        row!(CreditRate, credit?.rate, Percent(limits::CREDIT_RATE), english!(in "field", "rate of the credit"), english!("change rate of the credit")),
        row!(RateKind, credit?.kind, Choice, english!(in "field", "kind of rate"), english!("change kind of rate")),
        row!(CreditFee, credit?.fee, Amount, english!(in "field", "fee of the credit"), english!("change fee of the credit")),
        row!(Notes, notes, Lines(limits::NOTE), english!(in "field", "notes"), english!("change notes")),
    ];
}

#[rustfmt::skip]
impl Fields for OptionDraft {
    const ROWS: &'static [Row<Self>] = &[
        row!(Name, name, Line(limits::NAME), english!(in "field", "name"), english!("rename option")),
        row!(MemberFee, membership?.fee, Amount, english!(in "field", "fee for members"), english!("change fee for members")),
        row!(MemberMonths, membership?.months, Whole(limits::MEMBER_MONTHS, Months), english!(in "field", "months of membership"), english!("change months of membership")),
        row!(MemberSessions, membership?.sessions, Whole(limits::MEMBER_SESSIONS, Sessions), english!(in "field", "sessions for members"), english!("change sessions for members")),
        row!(MemberCovers, membership?.covers, Parts, english!(in "field", "treatments for members"), english!("change treatments for members")),
        row!(MemberCredit, membership?.credit, Amount, english!(in "field", "credit for members"), english!("change credit for members")),
        row!(RollOver, membership?.roll_over, Whole(limits::ROLL_OVER, Months), english!(in "field", "months for which members keep what they have not used"), english!("change how long members keep it")),
        row!(MemberDiscount, membership?.discount, Percent(100), english!(in "field", "discount for members"), english!("change discount for members")),
    ];
}

impl OptionDraft {
    /// The same as something of its own: without ids until a plan takes it in.
    #[must_use]
    pub fn anew(&self) -> Self {
        Self { id: OptionId::NEW, lines: self.lines.iter().map(LineDraft::anew).collect(), ..self.clone() }
    }

    /// The same for one of a plan's concerns, as far as it was for the first one.
    #[must_use]
    pub fn meant_for(mut self, concern: &ConcernId, draft: &Draft) -> Self {
        if *concern != draft.concern {
            for line in &mut self.lines {
                line.concern.get_or_insert_with(|| concern.clone());
            }
        }
        self
    }
}

impl Draft {
    /// The first mark that no option has, or none if all six are taken.
    pub fn free_mark(&self) -> Option<Mark> {
        Mark::all().find(|mark| self.options.iter().all(|option| option.mark != *mark))
    }

    /// Whether an option of the same treatments for the same concerns is there already.
    pub fn has_treatments_of(&self, other: &OptionDraft) -> bool {
        let of = |option: &'_ OptionDraft| -> Vec<_> {
            option.lines.iter().map(|line| (line.treatment.clone(), self.purpose(line).clone())).collect()
        };
        self.options.iter().any(|option| of(option) == of(other))
    }

    /// What may be spent, if somebody said and it is an amount.
    pub fn budget(&self) -> Option<Budget> {
        let amount = Money::parse(&self.budget, self.currency).ok().filter(|amount| *amount > Money::ZERO)?;
        Some(Budget { amount, period: self.budget_period })
    }

    /// What an option is told by; none of one that is not in the plan.
    pub fn mark(&self, id: OptionId) -> Option<Mark> {
        self.options.iter().find(|option| option.id == id).map(|option| option.mark)
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
                let mut option = OptionDraft { mark, hidden: false, ..option.anew() };
                // What it is for is said from where it comes, as far as this plan has that too.
                for line in &mut option.lines {
                    let concern = other.purpose(line);
                    line.concern = self.concerns().find(|known| *known == concern).cloned();
                }
                all.options.push(option);
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
