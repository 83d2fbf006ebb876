//! Whose value of the price list it is and which, and what undo calls its changes.

use crate::catalog::{Catalog, Severity};
use crate::locale::{self, mark, tr};
use crate::overlay::{Case, Quantity, Subject, What};
use crate::price_list::{Field, PriceListDraft, Step};
use crate::units::{Currency, quoted};
use crate::wording::text;

/// What a quantity and its changes are called.
struct Words {
    /// Its name, in which `{currency}` and `{sessions}` stand for what its values are told apart by; then what undo calls a
    /// change, a later value and a reset.
    all: [&'static str; 4],
    /// A shorter name for a narrow column, for a case and in general, where it is for cases.
    brief: Option<[&'static str; 2]>,
    /// As on the button that adds one, and as undo calls that, where it is added by hand.
    add: [&'static str; 2],
}

fn words(what: What) -> Words {
    let plain = |all| Words { all, brief: None, add: ["", ""] };
    match what {
        What::Price => {
            plain([mark!("price in {currency}"), mark!("change price"), mark!("add later price"), mark!("reset price")])
        }
        What::Package => Words {
            add: [mark!("Add package"), mark!("add package")],
            ..plain([
                mark!("package of {sessions} in {currency}"),
                mark!("change package price"),
                mark!("add later package price"),
                mark!("reset package price"),
            ])
        },
        What::Sessions => Words {
            brief: Some([mark!(in "a value", "sessions"), mark!("sessions, in general")]),
            ..plain([
                mark!("sessions of a course"),
                mark!("change usual sessions"),
                mark!("add later usual sessions"),
                mark!("reset usual sessions"),
            ])
        },
        What::Spacing => Words {
            brief: Some([mark!(in "a value", "days apart"), mark!("days apart, in general")]),
            ..plain([
                mark!("days between sessions"),
                mark!("change usual spacing"),
                mark!("add later usual spacing"),
                mark!("reset usual spacing"),
            ])
        },
        What::MinimumInterval => plain([
            mark!("minimum interval"),
            mark!("change minimum interval"),
            mark!("add later minimum interval"),
            mark!("reset minimum interval"),
        ]),
        What::Tax => Words {
            add: [mark!("Add a tax of its own"), mark!("add tax of treatment")],
            ..plain([
                mark!("default tax"),
                mark!("change default tax"),
                mark!("add later default tax"),
                mark!("reset default tax"),
            ])
        },
        What::TaxIncluded => plain([
            mark!("prices include tax"),
            mark!("change tax in prices"),
            mark!("add later tax in prices"),
            mark!("reset tax in prices"),
        ]),
        What::Discount => plain([
            mark!("default discount"),
            mark!("change default discount"),
            mark!("add later default discount"),
            mark!("reset default discount"),
        ]),
        What::PlanDiscount => plain([
            mark!("default discount on a plan"),
            mark!("change default plan discount"),
            mark!("add later default plan discount"),
            mark!("reset default plan discount"),
        ]),
    }
}

/// Which value it is: `price in EUR`, `sessions of a course, Acne scars, severe`.
pub fn quantity(quantity: &Quantity, catalog: &Catalog) -> String {
    let key = &quantity.key;
    let currency = key.currency.map(Currency::code).unwrap_or_default();
    let sessions = key.size.unwrap_or_default();
    let values: [(&str, &dyn std::fmt::Display); 2] = [("currency", &currency), ("sessions", &sessions)];
    locale::fill(locale::text(words(quantity.what).all[0]), &values) + &case(&key.case, catalog)
}

/// As [`quantity`] and shorter, for a narrow column: `sessions, Acne scars, severe`.
pub fn quantity_brief(of: &Quantity, catalog: &Catalog) -> String {
    match words(of.what).brief {
        None => quantity(of, catalog),
        Some([_, in_general]) if of.key.case == Case::default() => locale::text(in_general).to_owned(),
        Some([name, _]) => locale::text(name).to_owned() + &case(&of.key.case, catalog),
    }
}

/// On the button that adds such a value.
pub fn add_quantity(what: What) -> &'static str {
    locale::text(words(what).add[0])
}

/// Whose value it is: the name in the catalogue, or its id where the catalogue has none.
pub fn subject<'a>(subject: &'a Subject, catalog: &'a Catalog) -> &'a str {
    if *subject == Subject::Clinic { tr!("Clinic") } else { subject.name(catalog).map_or(subject.id(), text) }
}

/// As [`subject`]; an add-on of the clinic's own by the name that is typed in the list.
pub fn listed_subject<'a>(of: &'a Subject, list: &'a PriceListDraft, catalog: &'a Catalog) -> &'a str {
    let label = list.labels.iter().find(|label| label.subject == *of);
    label.map(|label| label.name.trim()).filter(|name| !name.is_empty()).unwrap_or_else(|| subject(of, catalog))
}

fn case(case: &Case, catalog: &Catalog) -> String {
    let name = |id| catalog.concern(id).map_or(id.as_str(), |concern| text(&concern.name));
    let concern = case.concern.as_ref().map(|id| format!(", {}", quoted(name(id))));
    let severity = case.severity.map(|severity| format!(", {}", severity_within(severity)));
    concern.into_iter().chain(severity).collect()
}

/// A severity inside a phrase.
fn severity_within(severity: Severity) -> &'static str {
    match severity {
        Severity::Mild => tr!(in "severity", "mild"),
        Severity::Moderate => tr!(in "severity", "moderate"),
        Severity::Severe => tr!(in "severity", "severe"),
    }
}

/// What undo calls a change of the list.
pub fn list_step(step: Step) -> &'static str {
    locale::text(match step {
        Step::Change(what) => words(what).all[1],
        Step::From => mark!("change effective date"),
        Step::Later(what) => words(what).all[2],
        Step::Drop => mark!("remove value"),
        Step::Reset(what) => words(what).all[3],
        Step::Label(Field::Name) => mark!("change name"),
        Step::Label(Field::Code) => mark!("change code"),
        Step::Label(_) => mark!("change group"),
        Step::Add(what) => words(what).add[1],
        Step::AddOwn => mark!("add own add-on"),
        Step::Remove => mark!("remove own add-on"),
        Step::Import => mark!("import price list"),
    })
}
