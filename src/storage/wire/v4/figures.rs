//! What an issue came to: its dates, its money and its results.

use super::clinical::Clinical;
use super::ground::Basis;
use super::key::Key;
use super::values::{Minor, Number, Prices, Ranged, Share, Words};
use crate::document::limits;
use crate::estimate;
use crate::finance;
use crate::ledger;
use crate::schedule;
use crate::storage::wire::bounded::{Day, Id, List, Text, Units, Whole};
use crate::storage::wire::stored::stored;
use crate::units::Tax;

type Position = Whole<0, 59>;
type Count = Whole<0, 100_000>;
type Amounts = (Minor, Minor, Minor);

stored! {
    struct Figures = estimate::Figures {
        options: List<OfOption, 7>,
    }

    struct OfOption = estimate::OptionFigures {
        option: Option<Key>,
        sessions: List<Session, 50_000>,
        #[serde(default = "List::none")]
        stopped: List<(Key, i32), 40>,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        displaced: List<Displaced, 50_000>,
        entries: List<Entry, 400_000>,
        payment: Option<Payment>,
        visits: Count,
        downtime_days: (Count, Count),
        phases: List<Phase, 40>,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        by_sessions: List<WithSessions, 3>,
        result: Option<Outcome>,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        further: List<Further, { limits::FURTHER }>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of_rules: Option<List<Clinical, 10_000>>,
    }

    struct Further = estimate::FurtherFigures {
        concern: Id,
        phases: List<Phase, 40>,
        result: Option<Outcome>,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        by_sessions: List<WithSessions, 3>,
    }

    struct Session = schedule::Session {
        day: i32,
        date: Day,
        line: Key,
        phase: Part,
        number: Count,
    }

    struct Displaced = schedule::Displaced {
        line: Key,
        phase: Part,
        due: i32,
        to: Option<i32>,
        why: Why,
    }

    struct Entry = ledger::Entry {
        day: i32,
        date: Day,
        item: Item,
        heading: Heading,
        units: Units,
        unit_price: Amounts,
        discount: Amounts,
        plan_discount: Amounts,
        tax: Amounts,
        taxed: Taxed,
        amount: Amounts,
        basis: Basis,
    }

    struct Taxed = Tax {
        rate: Share,
        mode: Prices,
    }

    struct Payment = estimate::Payment {
        cash_price: Minor,
        deposit: Minor,
        repayment: Option<Repayment>,
    }

    struct Repayment = finance::Repayment {
        cash_price: Minor,
        deposit: Minor,
        credit: Minor,
        financed: Minor,
        instalment: Minor,
        instalments: Count,
        last_instalment: Minor,
        total_repayable: Minor,
        cost_of_credit: Minor,
        effective: Option<Share>,
        nominal: Option<Share>,
    }

    struct WithSessions = estimate::WithSessions {
        needed: Needed,
        sessions: Count,
        course_end: Option<i32>,
        visits: Count,
        course: Amounts,
        total: Amounts,
        peak: Option<Number>,
        at_end: Option<Number>,
    }

    struct Phase = estimate::PhaseSpan {
        id: Text<120>,
        name: Words,
        from: i32,
        to: i32,
    }

    struct Outcome = estimate::ResultFigures {
        peak: Option<Peak>,
        improvement_years: Ranged,
        noticeable: Option<i32>,
        duration_months: Option<Number>,
        #[serde(default)]
        lasts_months: Option<Number>,
        months_at_target: Option<Ranged>,
        years: List<(Ranged, Number), 11>,
        #[serde(default = "List::none")]
        people_over_25: List<Number, 11>,
    }

    struct Peak = estimate::Peak {
        day: i32,
        months_after_course: Number,
        improvement: Ranged,
    }
}

stored! {
    enum Needed = estimate::SessionsNeeded { Fewest, Typical, Most, }
    enum Part = schedule::Phase { Course, Upkeep, }
    enum Why = schedule::Why { TimeOff(at: Position), StrongSun, Distance, }
    enum Heading = ledger::Heading { Consultation, Membership, Course, Upkeep, }

    enum Item = ledger::Item {
        Consultation,
        Session { line: Key, number: Count },
        Package { line: Key, #[serde(default, skip_serializing_if = "Option::is_none")] add_on: Option<Key>, number: Count, sessions: Count, #[serde(default, skip_serializing_if = "Option::is_none")] until: Option<Day> },
        AddOn { line: Key, number: Count, add_on: Key },
        Device { line: Key, number: Count },
        Membership { month: Count },
        Included { line: Key, number: Count },
        Payment { number: Count },
    }
}
