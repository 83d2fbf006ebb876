//! The notices that stand on the sheet and on screen.

use crate::locale::tr;

/// What the sheet is, and what it is not.
pub fn estimate() -> &'static str {
    tr!("This is an estimate for planning, not a contract and not an offer. It binds nobody to \
    anything. What is charged may differ, above all if the plan, the price list or what is found during treatment \
    changes; ask for a new sheet then.")
}

/// Results vary.
pub fn results() -> &'static str {
    tr!("Results differ from person to person and are not guaranteed. Some people see little change. \
    The range is where the averages of 8 of 10 clinics may lie, by the model and not counted; one person may get \
    more or less.")
}

/// What people out of a hundred are, and what they are not.
pub fn of_hundred() -> &'static str {
    tr!(
        "Of 100 people, with the upkeep as planned: rounded to the nearest 5, by the model, not counted; nobody can tell \
    which of them you are."
    )
}

/// What figures of a choice rest on, and what they are not.
pub fn choice() -> &'static str {
    tr!("A draw is one possible truth for one person, the same for all options. Nothing is recommended.")
}

/// What has to be said on a chart that stands by itself.
pub fn chart() -> &'static str {
    tr!("An estimate for planning, not an offer. Results differ from person to person and are not \
    guaranteed.")
}

/// Not medical advice.
pub fn advice() -> &'static str {
    tr!("This is no medical advice. See a clinician before any treatment, above all with a skin \
    condition, an active infection, when pregnant or when nursing.")
}

/// What the program is made for, and what it is not.
pub fn purpose() -> &'static str {
    tr!("Made for planning and budgeting treatments, not for diagnosis, and no advice on which of them suits a person.")
}

/// Where evidence ends.
pub fn evidence() -> &'static str {
    tr!("Studies of each treatment end some months after the last session of a course. Everything later is an \
    extrapolation, drawn dashed on a shaded ground, with a range that widens. Repeated upkeep has not been studied \
    over many years.")
}

/// Who sells.
pub fn interest() -> &'static str {
    tr!("The clinic that gives you this sheet sells these treatments. Doing nothing is a choice too, \
    and is shown beside them.")
}

/// Who paid for the program.
pub fn funding() -> &'static str {
    tr!("The program behind these figures is free and open (MIT or Apache 2.0). Nobody who sells treatments \
    or devices paid for it.")
}

/// How often each figure's basis is said.
pub fn basis() -> &'static str {
    tr!("Prices and results rest on the sources named here. Those marked placeholder or assumption are \
    weak; ask which ones matter to you.")
}

/// What improvement means.
pub fn improvement() -> &'static str {
    tr!("Improvement is the gain over doing nothing, as a share of the severity there would be \
    without treatment on the same day.")
}

/// What the range of clinics is called at the head of a column.
pub fn clinics() -> &'static str {
    tr!(in "column", "clinics")
}

/// What the range of people is called at the head of a column.
pub fn people() -> &'static str {
    tr!(in "column", "people")
}

/// What the two ranges mean.
pub fn ranges() -> &'static str {
    tr!(
        "Clinics: the range in which the averages of 8 of 10 clinics may lie. People: the range in which 8 of 10 people \
    may; nobody can tell which you are. Both are worked out by the model, not counted."
    )
}

/// What an example of a credit is, and what it is not.
pub fn credit() -> &'static str {
    tr!("The credit is an example, subject to the lender's terms, and not an offer.")
}

/// How the figures of a credit belong together.
pub fn credit_sums() -> &'static str {
    tr!("Cash price plus cost of credit is deposit plus total repayable; the annual rate counts the fee.")
}

/// What is paid for.
pub fn cash_price() -> &'static str {
    tr!("Cash price: consultation and initial course, without upkeep and without fees of a membership.")
}

/// What a deposit is.
pub fn deposit() -> &'static str {
    tr!("A deposit is due at booking and taken off the first payments: it is part of the price, not on \
    top of it.")
}
