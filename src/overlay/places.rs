//! Where in a catalogue each quantity stands: how it is read there, and how a clinic's own is laid over it.

use super::key::{Case, Key};
use super::subject::Subject;
use super::value::{SourcedValue, Value};
use crate::catalog::{
    AddOn, AddOnId, AreaPrices, Basis, Catalog, CoursePreset, Figure, Package, Price, SourceId, TogetherPrice,
    Treatment, TreatmentId,
};
use crate::text::{Text, english};
use crate::units::{Currency, Date, Percent, Spread, Tax, TaxMode};

/// Where in a catalogue a quantity stands.
pub(super) struct Place {
    /// What the catalogue says.
    pub(super) read: fn(&Catalog, &Subject, &Key) -> Option<SourcedValue>,
    /// Puts a value of the clinic's there, which holds since a day. Where there is no such place nothing happens.
    pub(super) lay: fn(&mut Catalog, &Subject, &Key, Value, Option<Date>) -> Option<()>,
}

/// How long a treatment waits after something of the checklist; none if nothing follows from that for it.
macro_rules! after_hold {
    ($hold:literal) => {
        Place {
            read: |catalog, subject, _| {
                let Subject::Treatment(id) = subject else { return None };
                Some(known_wait(&catalog.rules.hold(&$hold.into())?.rule(id)?.days))
            },
            lay: |catalog, subject, _, value, _| {
                let Subject::Treatment(id) = subject else { return None };
                catalog.rules.lengthen_hold(&$hold.into(), id, count(&value)?)
            },
        }
    };
}

/// What the clinic says for all treatments, or of one that has its own: the member of defaults and treatments in which it stands, how
/// it is shown, and how it is taken. The clinic's stands before all treatments, for which it holds where they have none.
macro_rules! for_all {
    ($member:ident, $shown:expr, |$value:ident| $taken:expr) => {
        Place {
            read: |catalog, subject, _| {
                let member = match subject {
                    Subject::Clinic => catalog.defaults.$member,
                    Subject::Treatment(id) => catalog.treatment(id)?.$member,
                    _ => None,
                };
                member.map($shown)
            },
            lay: |catalog, subject, _, $value, _| {
                let taken = Some($taken);
                match subject {
                    Subject::Clinic => {
                        catalog.defaults.$member = taken;
                        catalog.treatments.iter_mut().for_each(|treatment| treatment.$member = taken);
                    }
                    _ => treatment(catalog, subject)?.$member = taken,
                }
                Some(())
            },
        }
    };
}

/// An amount that the clinic has in each currency: the member of its defaults in which it stands.
macro_rules! clinics_amount {
    ($($member:ident).+) => {
        Place {
            read: |catalog, _, key| {
                let amounts = &catalog.defaults.$($member).+;
                let (_, amount) = amounts.iter().find(|(currency, _)| Some(*currency) == key.currency)?;
                Some(SourcedValue::own(Value::Money(Spread::of(*amount)), None))
            },
            lay: |catalog, _, key, value, _| {
                let (Value::Money(amount), currency) = (value, key.currency?) else { return None };
                let amounts = &mut catalog.defaults.$($member).+;
                amounts.retain(|(other, _)| *other != currency);
                amounts.push((currency, amount.typical));
                Some(())
            },
        }
    };
}

/// What the clinic says for all: the member of its defaults in which it stands, how it is shown, and how it is taken.
macro_rules! clinics {
    ($($member:ident).+, |$known:ident| $shown:expr, |$value:ident| $taken:expr) => {
        Place {
            read: |catalog, _, _| {
                let $known = catalog.defaults.$($member).+?;
                Some(SourcedValue::own($shown, None))
            },
            lay: |catalog, _, _, $value, _| {
                catalog.defaults.$($member).+ = Some($taken);
                Some(())
            },
        }
    };
}

macro_rules! clinics_percent {
    ($($member:ident).+) => {
        clinics!($($member).+, |known| Value::Percent(known), |value| percent(&value)?)
    };
}

macro_rules! clinics_count {
    ($($member:ident).+) => {
        clinics!($($member).+, |known| Value::Count(Spread::of(known)), |value| count(&value)?)
    };
}

pub(super) const PRICE: Place = Place {
    read: |catalog, subject, key| {
        let prices = match subject {
            Subject::Clinic => return None,
            Subject::Treatment(id) => &catalog.treatment(id)?.prices,
            Subject::TreatmentOn { treatment: id, area } => &on(catalog.treatment(id)?, area)?.prices,
            Subject::AddOn(id) | Subject::OwnAddOn(id) => &catalog.add_on(id)?.prices,
        };
        prices.iter().find(|price| Some(price.currency) == key.currency).map(known_price)
    },
    lay: |catalog, subject, key, value, since| {
        let prices = match subject {
            Subject::Clinic => return None,
            Subject::Treatment(_) => &mut treatment(catalog, subject)?.prices,
            Subject::TreatmentOn { area, .. } => &mut treatment(catalog, subject)?.area_prices_mut(area).prices,
            Subject::AddOn(id) | Subject::OwnAddOn(id) => &mut add_on(catalog, id)?.prices,
        };
        let own = own_price(key.currency?, value, since)?;
        match prices.iter_mut().find(|price| price.currency == own.currency) {
            Some(price) => *price = own,
            None => prices.push(own),
        }
        Some(())
    },
};

pub(super) const PACKAGE: Place = Place {
    read: |catalog, subject, key| {
        let packages = match subject {
            Subject::Treatment(id) => &catalog.treatment(id)?.packages,
            Subject::TreatmentOn { treatment: id, area } => &on(catalog.treatment(id)?, area)?.packages,
            Subject::AddOn(id) | Subject::OwnAddOn(id) => &catalog.add_on(id)?.packages,
            Subject::Clinic => return None,
        };
        let is_it =
            |package: &&Package| (Some(package.sessions), Some(package.price.currency)) == (key.size, key.currency);
        packages.iter().find(is_it).map(|package| known_price(&package.price))
    },
    lay: |catalog, subject, key, value, since| {
        let packages = match subject {
            Subject::TreatmentOn { area, .. } => &mut treatment(catalog, subject)?.area_prices_mut(area).packages,
            Subject::AddOn(id) | Subject::OwnAddOn(id) => &mut add_on(catalog, id)?.packages,
            _ => &mut treatment(catalog, subject)?.packages,
        };
        let (sessions, price) = (key.size?, own_price(key.currency?, value, since)?);
        packages.retain(|package| (package.sessions, package.price.currency) != (sessions, price.currency));
        packages.push(Package { sessions, price });
        Some(())
    },
};

pub(super) const UPKEEP_PRICE: Place = Place {
    read: |catalog, subject, key| {
        let prices = match subject {
            Subject::Treatment(id) => &catalog.treatment(id)?.upkeep_prices,
            Subject::TreatmentOn { treatment: id, area } => &on(catalog.treatment(id)?, area)?.upkeep_prices,
            _ => return None,
        };
        prices.iter().find(|price| Some(price.currency) == key.currency).map(known_price)
    },
    lay: |catalog, subject, key, value, since| {
        let own = own_price(key.currency?, value, since)?;
        let prices = match subject {
            Subject::TreatmentOn { area, .. } => &mut treatment(catalog, subject)?.area_prices_mut(area).upkeep_prices,
            _ => &mut treatment(catalog, subject)?.upkeep_prices,
        };
        prices.retain(|price| price.currency != own.currency);
        prices.push(own);
        Some(())
    },
};

pub(super) const TOGETHER: Place = Place {
    read: |catalog, subject, key| {
        let prices = match subject {
            Subject::Treatment(id) => &catalog.treatment(id)?.together,
            Subject::TreatmentOn { treatment: id, area } => &on(catalog.treatment(id)?, area)?.together,
            _ => return None,
        };
        let is_it =
            |one: &&TogetherPrice| Some(&one.with) == key.with.as_ref() && Some(one.price.currency) == key.currency;
        prices.iter().find(is_it).map(|one| known_price(&one.price))
    },
    lay: |catalog, subject, key, value, since| {
        let (with, price) = (key.with.clone()?, own_price(key.currency?, value, since)?);
        let prices = match subject {
            Subject::TreatmentOn { area, .. } => &mut treatment(catalog, subject)?.area_prices_mut(area).together,
            _ => &mut treatment(catalog, subject)?.together,
        };
        prices.retain(|one| (&one.with, one.price.currency) != (&with, price.currency));
        prices.push(TogetherPrice { with, price });
        Some(())
    },
};

pub(super) const PACKAGE_MONTHS: Place =
    for_all!(package_months, |months| SourcedValue::own(Value::Count(Spread::of(months)), None), |value| count(
        &value
    )?);

pub(super) const PACKAGE_REFUND: Place = for_all!(package_refund, own_percent, |value| percent(&value)?);

pub(super) const FURTHER_AREA: Place = for_all!(further_area, own_percent, |value| percent(&value)?);

pub(super) const SESSIONS: Place = Place {
    read: |catalog, subject, key| known_course(catalog, subject, key, |course| course.sessions),
    lay: |catalog, subject, key, value, _| {
        let Value::Count(sessions) = value else { return None };
        lay_course(treatment(catalog, subject)?, &key.case, |course| course.sessions = sessions)
    },
};

pub(super) const SPACING: Place = Place {
    read: |catalog, subject, key| known_course(catalog, subject, key, |course| course.spacing_days),
    lay: |catalog, subject, key, value, _| {
        let Value::Count(days) = value else { return None };
        lay_course(treatment(catalog, subject)?, &key.case, |course| course.spacing_days = days)
    },
};

pub(super) const MINIMUM_INTERVAL: Place = Place {
    read: |catalog, subject, _| {
        let Subject::Treatment(id) = subject else { return None };
        let Figure { value, basis, refs, .. } = &catalog.treatment(id)?.minimum_interval_days;
        Some(known(Value::Count(Spread::of(*value)), *basis, refs))
    },
    // Courses that are closer are brought up to it: it stands behind them in the order of quantities.
    lay: |catalog, subject, _, value, _| {
        let (treatment, Value::Count(Spread { typical: value, .. })) = (treatment(catalog, subject)?, value) else {
            return None;
        };
        treatment.minimum_interval_days =
            Figure { value, basis: Basis::Clinic, refs: Vec::new(), disagree: Vec::new(), note: Text::default() };
        for course in treatment.courses.iter_mut().filter(|course| course.spacing_days.low < value) {
            course.spacing_days = course.spacing_days.map(|days| days.max(value));
            course.basis = Basis::Clinic;
        }
        Some(())
    },
};

pub(super) const AFTER_ISOTRETINOIN: Place = after_hold!("isotretinoin");

pub(super) const AFTER_TAN: Place = after_hold!("tan");

pub(super) const AFTER_FILLER: Place = Place {
    read: |catalog, subject, _| known_wait_after(catalog, &FILLER.into(), subject),
    lay: |catalog, subject, _, value, _| lay_wait_after(catalog, &FILLER.into(), subject, value),
};

pub(super) const AFTER_NURSING: Place = after_hold!("pregnancy");

pub(super) const AFTER_INFECTION: Place = after_hold!("infection");

pub(super) const AFTER_VACCINATION: Place = after_hold!("vaccination");

pub(super) const AFTER_TREATMENT: Place = Place {
    read: |catalog, subject, key| known_wait_after(catalog, key.with.as_ref()?, subject),
    lay: |catalog, subject, key, value, _| lay_wait_after(catalog, key.with.as_ref()?, subject, value),
};

/// The treatment after which others wait.
const FILLER: &str = "ha-filler";

pub(super) const TAX: Place = Place {
    read: |catalog, subject, _| {
        let rate = match subject {
            Subject::Clinic => catalog.defaults.tax,
            Subject::Treatment(id) => catalog.treatment(id)?.tax.map(|tax| tax.rate),
            Subject::TreatmentOn { .. } | Subject::AddOn(_) | Subject::OwnAddOn(_) => None,
        };
        rate.map(|rate| SourcedValue::own(Value::Percent(rate), None))
    },
    // Whether prices include the tax is the clinic's to say, which stands before all treatments.
    lay: |catalog, subject, _, value, _| {
        let (Value::Percent(rate), mode) = (value, catalog.defaults.tax_mode.unwrap_or_default()) else { return None };
        match subject {
            Subject::Clinic => catalog.defaults.tax = Some(rate),
            _ => treatment(catalog, subject)?.tax = Some(Tax { rate, mode }),
        }
        Some(())
    },
};

pub(super) const TAX_INCLUDED: Place = clinics!(tax_mode, |mode| Value::YesNo(mode == TaxMode::Included), |value| {
    if yes_no(&value)? { TaxMode::Included } else { TaxMode::OnTop }
});

pub(super) const DISCOUNT: Place = clinics_percent!(discount);

pub(super) const PLAN_DISCOUNT: Place = clinics_percent!(plan_discount);

pub(super) const CONSULTATION_FEE: Place = clinics_amount!(consultation_fees);

pub(super) const FEE_CREDITED: Place =
    clinics!(fee_credited, |is_credited| Value::YesNo(is_credited), |value| yes_no(&value)?);

pub(super) const DEPOSIT: Place = clinics_percent!(deposit);

pub(super) const NEARING: Place = clinics_percent!(nearing);

pub(super) const MEMBERSHIP_FEE: Place = clinics_amount!(membership.fees);

pub(super) const MEMBERSHIP_CREDIT: Place = clinics_amount!(membership.credits);

pub(super) const MEMBERSHIP_MONTHS: Place = clinics_count!(membership.months);

pub(super) const MEMBERSHIP_SESSIONS: Place = clinics_count!(membership.sessions);

pub(super) const MEMBERSHIP_ROLL_OVER: Place = clinics_count!(membership.roll_over);

pub(super) const MEMBERSHIP_INCLUDED: Place = Place {
    read: |catalog, subject, _| {
        let Subject::Treatment(id) = subject else { return None };
        let (_, is_included) = catalog.defaults.membership.included.iter().find(|(other, _)| other == id)?;
        Some(SourcedValue::own(Value::YesNo(*is_included), None))
    },
    lay: |catalog, subject, _, value, _| {
        let (Value::YesNo(is_included), Subject::Treatment(id)) = (value, subject) else { return None };
        let included = &mut catalog.defaults.membership.included;
        included.retain(|(other, _)| other != id);
        included.push((id.clone(), is_included));
        Some(())
    },
};

pub(super) const MEMBERSHIP_DISCOUNT: Place = clinics_percent!(membership.discount);

fn known_wait(days: &Figure<Spread<u32>>) -> SourcedValue {
    known(Value::Count(Spread::of(days.value.typical)), days.basis, &days.refs)
}

/// How long a treatment waits after another one; none if nobody asks for that.
fn known_wait_after(catalog: &Catalog, first: &TreatmentId, subject: &Subject) -> Option<SourcedValue> {
    let Subject::Treatment(then) = subject else { return None };
    Some(known_wait(&catalog.rules.pair(first, then)?.days))
}

fn lay_wait_after(catalog: &mut Catalog, first: &TreatmentId, subject: &Subject, value: Value) -> Option<()> {
    let Subject::Treatment(then) = subject else { return None };
    catalog.rules.lengthen_pair(first, then, count(&value)?);
    Some(())
}

fn count(value: &Value) -> Option<u32> {
    if let Value::Count(Spread { typical, .. }) = value { Some(*typical) } else { None }
}

/// The prices of a treatment on a part of the body.
fn on<'a>(treatment: &'a Treatment, area: &str) -> Option<&'a AreaPrices> {
    treatment.area_prices.iter().find(|one| one.area == area)
}

fn treatment<'a>(catalog: &'a mut Catalog, subject: &Subject) -> Option<&'a mut Treatment> {
    let (Subject::Treatment(id) | Subject::TreatmentOn { treatment: id, .. }) = subject else { return None };
    catalog.treatments.iter_mut().find(|treatment| treatment.id == *id)
}

fn add_on<'a>(catalog: &'a mut Catalog, id: &AddOnId) -> Option<&'a mut AddOn> {
    catalog.add_ons.iter_mut().find(|add_on| add_on.id == *id)
}

fn known(value: Value, basis: Basis, refs: &[SourceId]) -> SourcedValue {
    SourcedValue { value, basis, refs: refs.to_vec(), from: None }
}

fn known_price(price: &Price) -> SourcedValue {
    known(Value::Money(price.amount), price.basis, &price.refs)
}

fn own_percent(percent: Percent) -> SourcedValue {
    SourcedValue::own(Value::Percent(percent), None)
}

fn percent(value: &Value) -> Option<Percent> {
    if let Value::Percent(percent) = value { Some(*percent) } else { None }
}

fn yes_no(value: &Value) -> Option<bool> {
    if let Value::YesNo(is_so) = value { Some(*is_so) } else { None }
}

fn own_price(currency: Currency, value: Value, since: Option<Date>) -> Option<Price> {
    let Value::Money(amount) = value else { return None };
    let year = since.map_or(Text::english(english!("not stated")), |since| Text::own(since.year().to_string()));
    Some(Price { currency, amount, year, basis: Basis::Clinic, refs: Vec::new(), note: Text::default(), since })
}

fn known_course(
    catalog: &Catalog,
    subject: &Subject,
    key: &Key,
    of: fn(&CoursePreset) -> Spread<u32>,
) -> Option<SourcedValue> {
    let Subject::Treatment(id) = subject else { return None };
    let course = course(catalog.treatment(id)?, &key.case)?;
    Some(known(Value::Count(of(course)), course.basis, &course.refs))
}

/// The course of a treatment for a case: the first that fits. Where the case leaves the severity open, that of a moderate
/// one stands for all.
fn course<'a>(treatment: &'a Treatment, case: &Case) -> Option<&'a CoursePreset> {
    let severity = case.severity.unwrap_or_default();
    treatment.courses.iter().find(|course| {
        let of_concern = case.concern.as_ref().is_some_and(|concern| course.concerns.contains(concern));
        (course.concerns.is_empty() || of_concern) && course.severity.is_none_or(|other| other == severity)
    })
}

/// Changes the course for one concern and severity, which goes before the catalogue's and leaves the others alone. What is
/// left unsaid is what was there before, which then keeps its sources beside it; where nothing was there, it is one
/// session.
fn lay_course(treatment: &mut Treatment, case: &Case, change: impl FnOnce(&mut CoursePreset)) -> Option<()> {
    let (concern, severity) = (case.concern.as_ref()?, case.severity?);
    let is_own = |course: &&mut CoursePreset| {
        let is_exact = course.concerns == [concern.clone()] && course.severity == Some(severity);
        is_exact && course.basis == Basis::Clinic
    };
    if let Some(course) = treatment.courses.iter_mut().find(is_own) {
        change(course);
        // Now nothing of what was there before is left.
        (course.refs, course.disagree) = (Vec::new(), Vec::new());
        return Some(());
    }
    let mut own = course(treatment, case).cloned().unwrap_or_else(|| CoursePreset {
        concerns: Vec::new(),
        severity: None,
        sessions: Spread::of(1),
        spacing_days: Spread::of(treatment.minimum_interval_days.value),
        basis: Basis::Clinic,
        refs: Vec::new(),
        disagree: Vec::new(),
    });
    (own.concerns, own.severity, own.basis) = (vec![concern.clone()], Some(severity), Basis::Clinic);
    change(&mut own);
    treatment.courses.insert(0, own);
    Some(())
}
