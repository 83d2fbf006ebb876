//! What is worth knowing of a plan.

use crate::catalog::{Advice, ConcernId, PriceUnit};
use crate::document::{FreeOf, Mark};
use crate::text::Text;
use crate::units::{Budget, Currency, Date, Day, Money, Percent, Spread};

/// Something worth knowing that does not keep a plan from being estimated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The option it is about, by its mark, or none for the whole plan.
    pub mark: Option<Mark>,
    /// What is worth knowing.
    pub kind: RemarkKind,
}

/// Why sessions are not on the day on which they were due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MovedBy {
    /// Days that are kept free.
    TimeOff {
        /// What they are, as typed.
        name: String,
        /// The first of the days.
        first: Date,
        /// The last of them.
        last: Date,
        /// What they are kept free of.
        free_of: FreeOf,
    },
    /// The treatment is not given in months of strong sun.
    StrongSun,
    /// A session that it keeps its distance from was moved itself.
    Distance,
}

/// What is worth knowing of a membership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MembershipRemark {
    /// It brings sessions, of none of the option's treatments.
    CoversNothing,
    /// It is paid for fewer months than the price list asks for.
    Short {
        /// For how many months it is paid.
        months: u32,
        /// The fewest that the price list asks for.
        least: u32,
    },
    /// Sessions that it brings within the plan are not used.
    Unused {
        /// How many.
        sessions: usize,
        /// Of how many.
        of: usize,
    },
    /// Of the credit that it brings within the plan something is not used.
    CreditUnused {
        /// How much, typically.
        amount: Money,
        /// Of how much.
        of: Money,
        /// The currency of both.
        currency: Currency,
    },
    /// Sessions, packages or devices are paid when it is over, at the usual price.
    Ends {
        /// The first day on which there is none.
        ends: Date,
        /// How many.
        later: usize,
    },
    /// Fees are due on or after the end of the plan, and are not counted.
    FeesAfter {
        /// How many.
        fees: usize,
        /// The first day that the plan does not look at.
        end: Date,
    },
}

/// A treatment on a part of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The treatment.
    pub treatment: Text,
    /// The part of the body; empty if none is named.
    pub area: Text,
}

/// What a clinician decides: a person acknowledges it, and it is kept as it was read. Each has all that is decided on, so that what
/// was decided of one thing is never taken to be decided of another; a caution holds for the client, whatever is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClinicalRemark {
    /// A caution for the client, as the catalogue says it.
    Caution(Text),
    /// No source recommends the treatment for the concern.
    Unusual {
        /// The treatment.
        name: Text,
        /// The concern.
        of: ConcernId,
        /// What it is called, in a plan for several concerns.
        concern: Option<Text>,
    },
    /// The evidence is against the treatment, with the reason.
    Doubtful {
        /// The treatment.
        name: Text,
        /// The concern.
        of: ConcernId,
        /// What it is called, in a plan for several concerns.
        concern: Option<Text>,
        /// Why, as the catalogue says it.
        note: Text,
    },
    /// A session after another treatment that it is to wait for.
    TooSoonAfter {
        /// The treatment.
        given: Given,
        /// Its day.
        date: Date,
        /// The treatment before.
        other: Given,
        /// The day of that.
        other_date: Date,
        /// Days to wait: the least that anybody asks for, what counts, and the most.
        days: Spread<u32>,
        /// The days of further sessions of the treatment that come too soon, each with that of the other one.
        further: Vec<(Date, Date)>,
    },
    /// Something of the checklist that puts a treatment off, or is to be cleared up before it.
    OnHold {
        /// The treatments.
        names: Vec<Text>,
        /// What of the checklist.
        hold: Text,
        /// What is to be done.
        advice: Advice,
        /// The first session of any of them, and until when to wait, where that is known and is what is to be done.
        wait: Option<(Date, Date)>,
        /// Days after it is over: the least that anybody asks for, what counts, and the most.
        days: Spread<u32>,
        /// The days of further sessions until then.
        further: Vec<Date>,
    },
    /// Two treatments on one day.
    SameDay {
        /// The treatment.
        given: Given,
        /// The other one.
        other: Given,
        /// The day.
        date: Date,
        /// Further days that they share.
        further: Vec<Date>,
    },
    /// A session while another treatment still shows.
    InDowntime {
        /// The treatment.
        given: Given,
        /// Its day.
        date: Date,
        /// The other treatment.
        other: Given,
        /// The day of the other one.
        other_date: Date,
        /// Days until skin is fully normal after it.
        downtime: Day,
        /// The days of further sessions while the other one still shows, each with that of the other one.
        further: Vec<(Date, Date)>,
    },
}

impl ClinicalRemark {
    /// Whether it follows from the rules on what is given when, and not from what a treatment is for.
    pub fn is_of_rules(&self) -> bool {
        match self {
            Self::TooSoonAfter { .. } | Self::OnHold { .. } | Self::SameDay { .. } | Self::InDowntime { .. } => true,
            Self::Caution(_) | Self::Unusual { .. } | Self::Doubtful { .. } => false,
        }
    }
}

/// What is worth knowing; the values are those that a sentence on it names. `name` is the treatment's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// What a clinician decides.
    Clinical(ClinicalRemark),

    // The plan.
    /// Why no result is projected, as the catalogue says it.
    CostOnly {
        /// Why.
        reason: Text,
        /// Which concern it is, in a plan for several.
        concern: Option<Text>,
    },
    /// With as many or as few sessions as its courses may take, its treatments would come too close to each other.
    SessionsTooClose {
        /// Whether it is so with the most.
        is_most: bool,
    },
    /// A day that matters lies outside the plan.
    OccasionOutside {
        /// What the day is, as typed.
        name: String,
        /// The day.
        date: Date,
    },

    // An option.
    /// It typically costs more than there is.
    OverBudget {
        /// What may be spent.
        budget: Budget,
        /// The currency of the amounts.
        currency: Currency,
        /// The first day on which more is paid than there is.
        first: Date,
        /// By how much, at most.
        over: Money,
        /// The stretch of the budget in which that is: a year or a month of the plan, from 1.
        stretch: u32,
        /// In how many stretches more is paid than there is.
        stretches: u32,
    },

    // A treatment.
    /// It treats scars only.
    ScarsOnly {
        /// The treatment.
        name: Text,
        /// What it is for, in a plan for several concerns.
        concern: Option<Text>,
    },
    /// It is the clinic's own and like no treatment of the catalogue: nothing is projected of it.
    Unprojected(Text),
    /// A treatment for another concern of the plan counts for this one, too.
    CountsToo {
        /// The treatment.
        name: Text,
        /// The concern that results are for.
        concern: Text,
    },
    /// Nothing of the option counts for this concern of the plan.
    NothingFor(Text),
    /// It is given on several parts of the body, which are reckoned by themselves; the result shown is that of this one.
    ShownFor {
        /// The part of the body.
        area: Text,
        /// Which concern the result is for, in a plan for several.
        concern: Option<Text>,
    },
    /// Its upkeep waits for a result that is not projected.
    UpkeepWaits {
        /// The treatment.
        name: Text,
        /// What it is for, in a plan for several concerns.
        concern: Option<Text>,
    },
    /// The price of a treatment or add-on is a stand-in.
    Placeholder(Text),
    /// Sessions are later than their package holds, and are paid singly.
    PackageEnds {
        /// The treatment.
        name: Text,
        /// How many sessions the package covers.
        covered: u32,
        /// How many of them are too late.
        late: u32,
        /// The last day on which they could be had.
        until: Date,
    },
    /// Sessions are on a further part of the body on a day, and cost a share of their price.
    FurtherArea {
        /// The treatment.
        name: Text,
        /// The part of the body, as typed.
        area: String,
        /// The share.
        percent: Percent,
    },
    /// A treatment costs less on days on which another one is given too.
    Beside {
        /// The treatment.
        name: Text,
        /// The other one.
        with: Text,
        /// The price of one unit then.
        price: Money,
        /// What one price pays for.
        unit: PriceUnit,
        /// Its currency.
        currency: Currency,
    },
    /// The price list has prices for parts of the body, and none for the one that the line names, if it names one.
    AreaUnsaid {
        /// The treatment.
        name: Text,
        /// The part of the body that the line names, as typed; empty if it names none.
        area: String,
        /// The parts of the body.
        areas: Vec<Text>,
    },
    /// How it is paid by a member.
    Membership(MembershipRemark),
    /// The price of its package is a stand-in.
    PackagePlaceholder(Text),
    /// Its course is shorter than its package.
    CourseShort {
        /// The treatment.
        name: Text,
        /// How many sessions the package covers.
        covered: u32,
    },
    /// Its package costs more than single sessions.
    PackageDear {
        /// The treatment.
        name: Text,
        /// How many sessions the package covers.
        covered: u32,
    },

    // Dated sessions.
    /// Sessions could not be on the day on which they were due.
    Moved {
        /// The treatment.
        name: Text,
        /// Why.
        cause: MovedBy,
        /// The day on which the first of them was due.
        due: Date,
        /// The day on which that one is.
        to: Date,
        /// How many there are, with those of the course that move along.
        count: usize,
    },
    /// Sessions of upkeep are left out: by the time they can be, the next one is due, or soon is.
    LeftOut {
        /// The treatment.
        name: Text,
        /// Why.
        cause: MovedBy,
        /// How many.
        count: usize,
    },
    /// Its fade-triggered upkeep comes to nothing and stops.
    UpkeepStops {
        /// The treatment.
        name: Text,
        /// The day of the last session.
        date: Date,
        /// The percentage of the peak that it was to be kept at.
        percent: u32,
    },
    /// Sessions of a course on or after the end of the horizon.
    CutOff {
        /// The treatment.
        name: Text,
        /// How many.
        beyond: usize,
        /// What moved the course so far, if anything did.
        cause: Option<MovedBy>,
    },
}

impl From<ClinicalRemark> for RemarkKind {
    fn from(remark: ClinicalRemark) -> Self {
        Self::Clinical(remark)
    }
}
