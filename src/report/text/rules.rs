//! The checklist for reading: when a treatment may be given, who says so, and who says otherwise.

use super::says::says;
use super::table::sentence;
use crate::catalog::{Catalog, Figure, Guidance};
use crate::locale::tr;
use crate::wording;

pub(super) fn rules(text: &mut String, catalog: &Catalog) {
    for hold in &catalog.rules.holds {
        text.push('\n');
        sentence(text, 2, &format!("{} ({})", wording::text(&hold.question), hold.id));
        for rule in &hold.rules {
            let what = wording::rule(rule.advice, rule.days.value);
            one(text, &wording::treatments(catalog, &rule.treatments), &what, &rule.days);
        }
    }
    text.push('\n');
    sentence(text, 2, tr!("One treatment after another"));
    for pair in &catalog.rules.pairs {
        let (first, then) = (wording::treatments(catalog, &pair.first), wording::treatments(catalog, &pair.then));
        one(text, &tr!("{then} after {first}", then, first), &wording::pair(pair.days.value), &pair.days);
    }
    for together in &catalog.rules.together {
        let (first, other) = &together.treatments;
        let about = wording::treatments(catalog, &[first.clone(), other.clone()]);
        let said = format!("{about}: {}. {}.", tr!("accepted on one day"), wording::text(&together.note));
        sentence(text, 4, &format!("{said} {}", says(&together.refs, &[])));
    }
    text.push('\n');
    sentence(text, 2, tr!("Months of strong sun"));
    let sun = &catalog.rules.strong_sun;
    let about = wording::treatments(catalog, &sun.treatments.value);
    one(text, &about, tr!("not given in months of strong sun"), &sun.treatments);
}

fn one<T>(text: &mut String, about: &str, what: &str, figure: &Figure<T>) {
    let said = format!("{about}: {what} ({}). {}.", wording::basis(figure.basis), wording::text(&figure.note));
    sentence(text, 4, &format!("{said} {}", says(&figure.refs, &figure.disagree)));
}

/// What is said by whom.
pub(super) fn guidance(text: &mut String, catalog: &Catalog, one: &Guidance) {
    let said = wording::citation(catalog, &one.id);
    sentence(text, 2, &format!("{}: {}. {} ({}). {}", one.id, said.who, said.what, said.weight, one.link));
}
