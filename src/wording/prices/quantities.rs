//! Whose value of the price list it is and which, and what undo calls its changes.

use crate::catalog::Catalog;
use crate::locale::{self, english, tr};
use crate::overlay::{Case, Key, Quantity, QuantityKind, Subject};
use crate::price_list::{Field, Label, Own, Step};
use crate::units::{Currency, quoted};
use crate::wording::{area_name, concern_name, severity_within, text, treatment_name};

/// What a quantity and its changes are called.
struct Words {
    /// Its name, in which `{currency}`, `{sessions}` and `{treatment}` stand for what its values are told apart by; then what undo calls a
    /// change, a later value and a reset.
    all: [&'static str; 4],
    /// A name for a narrow column, where that is another one: shorter, or with the unit; for a case, and in general.
    brief: Option<[&'static str; 2]>,
    /// As on the button that adds one, and as undo calls that, where it is added by hand.
    add: [&'static str; 2],
}

/// Words without a shorter name, and not added by hand.
const fn called(all: [&'static str; 4]) -> Words {
    Words { all, brief: None, add: ["", ""] }
}

impl Words {
    const fn briefly(self, brief: &'static str) -> Self {
        self.briefly_or_in_general(brief, brief)
    }

    const fn briefly_or_in_general(self, brief: &'static str, in_general: &'static str) -> Self {
        Self { brief: Some([brief, in_general]), ..self }
    }

    const fn added(self, button: &'static str, step: &'static str) -> Self {
        Self { add: [button, step], ..self }
    }
}

#[rustfmt::skip]
const fn words(what: QuantityKind) -> Words {
    match what {
        QuantityKind::Price => called([english!("price in {currency}"), english!("change price"), english!("add later price"), english!("reset price")]),
        QuantityKind::Package => called([english!("package of {sessions} in {currency}"), english!("change package price"), english!("add later package price"), english!("reset package price")])
            .added(english!("Add package"), english!("add package")),
        QuantityKind::UpkeepPrice => called([english!("price of upkeep in {currency}"), english!("change price of upkeep"), english!("add later price of upkeep"), english!("reset price of upkeep")])
            .added(english!("Add price of upkeep"), english!("add price of upkeep")),
        QuantityKind::Together => called([english!("price beside {treatment} on one day in {currency}"), english!("change price beside another treatment"), english!("add later price beside another treatment"), english!("reset price beside another treatment")])
            .briefly(english!("beside {treatment}, in {currency}"))
            .added(english!("Add price beside another treatment"), english!("add price beside another treatment")),
        QuantityKind::PackageMonths => called([english!("how long packages hold"), english!("change how long packages hold"), english!("add later how long packages hold"), english!("reset how long packages hold")])
            .briefly(english!("packages hold, in months"))
            .added(english!("Add how long packages hold"), english!("add how long packages hold")),
        QuantityKind::PackageRefund => called([english!("what is paid back of packages"), english!("change what is paid back of packages"), english!("add later share that is paid back of packages"), english!("reset what is paid back of packages")])
            .briefly(english!("paid back of what is left of a package, in %"))
            .added(english!("Add what is paid back of packages"), english!("add what is paid back of packages")),
        QuantityKind::FurtherArea => called([english!("share for further areas on one day"), english!("change share for further areas"), english!("add later share for further areas"), english!("reset share for further areas")])
            .briefly(english!("further areas on one day, in %"))
            .added(english!("Add a share for further areas"), english!("add share for further areas")),
        QuantityKind::Sessions => called([english!("sessions of a course"), english!("change usual sessions"), english!("add later usual sessions"), english!("reset usual sessions")])
            .briefly_or_in_general(english!(in "a value", "sessions"), english!("sessions, in general")),
        QuantityKind::Spacing => called([english!("days between sessions"), english!("change usual spacing"), english!("add later usual spacing"), english!("reset usual spacing")])
            .briefly_or_in_general(english!(in "a value", "days apart"), english!("days apart, in general")),
        QuantityKind::MinimumInterval => called([english!("minimum interval"), english!("change minimum interval"), english!("add later minimum interval"), english!("reset minimum interval")])
            .briefly(english!("minimum interval in days")),
        QuantityKind::AfterIsotretinoin => called([english!("wait after isotretinoin"), english!("change wait after isotretinoin"), english!("add later wait after isotretinoin"), english!("reset wait after isotretinoin")])
            .briefly(english!("days after isotretinoin")),
        QuantityKind::AfterTan => called([english!("wait after a tan"), english!("change wait after a tan"), english!("add later wait after a tan"), english!("reset wait after a tan")])
            .briefly(english!("days after a tan")),
        QuantityKind::AfterFiller => called([english!("wait after a filler"), english!("change wait after a filler"), english!("add later wait after a filler"), english!("reset wait after a filler")])
            .briefly(english!("days after a filler")),
        QuantityKind::AfterNursing => called([english!("wait after pregnancy or nursing"), english!("change wait after nursing"), english!("add later wait after nursing"), english!("reset wait after nursing")])
            .briefly(english!("days after pregnancy or nursing")),
        QuantityKind::AfterInfection => called([english!("wait after an infection has healed"), english!("change wait after an infection"), english!("add later wait after an infection"), english!("reset wait after an infection")])
            .briefly(english!("days after an infection")),
        QuantityKind::AfterVaccination => called([english!("distance from a vaccination"), english!("change distance from a vaccination"), english!("add later distance from a vaccination"), english!("reset distance from a vaccination")])
            .briefly(english!("days from a vaccination")),
        QuantityKind::AfterTreatment => called([english!("wait after {treatment}"), english!("change wait after another treatment"), english!("add later wait after another treatment"), english!("reset wait after another treatment")])
            .briefly(english!("days after {treatment}"))
            .added(english!("Add wait after another treatment"), english!("add wait after another treatment")),
        QuantityKind::Tax => called([english!("default tax"), english!("change default tax"), english!("add later default tax"), english!("reset default tax")])
            .briefly(english!("default tax in %"))
            .added(english!("Add a tax of its own"), english!("add tax of treatment")),
        QuantityKind::TaxIncluded => called([english!("prices include tax"), english!("change tax in prices"), english!("add later tax in prices"), english!("reset tax in prices")]),
        QuantityKind::Discount => called([english!("default discount"), english!("change default discount"), english!("add later default discount"), english!("reset default discount")])
            .briefly(english!("default discount in %")),
        QuantityKind::PlanDiscount => called([english!("default discount on a plan"), english!("change default plan discount"), english!("add later default plan discount"), english!("reset default plan discount")])
            .briefly(english!("default discount on a plan in %")),
        QuantityKind::ConsultationFee => called([english!("consultation fee in {currency}"), english!("change consultation fee"), english!("add later consultation fee"), english!("reset consultation fee")]),
        QuantityKind::FeeCredited => called([english!("fee taken off the treatment"), english!("change what becomes of the fee"), english!("add later use of the fee"), english!("reset what becomes of the fee")]),
        QuantityKind::Deposit => called([english!("default deposit"), english!("change default deposit"), english!("add later default deposit"), english!("reset default deposit")])
            .briefly(english!("default deposit in %")),
        QuantityKind::Nearing => called([english!("share paid from which it is said"), english!("change share paid from which it is said"), english!("add later share paid from which it is said"), english!("reset share paid from which it is said")])
            .briefly(english!("share paid that is worth saying, in %")),
        QuantityKind::MembershipFee => called([english!("membership a month in {currency}"), english!("change membership"), english!("add later membership"), english!("reset membership")]),
        QuantityKind::MembershipMonths => called([english!("least term of a membership"), english!("change least term of a membership"), english!("add later least term of a membership"), english!("reset least term of a membership")])
            .briefly(english!("least term of a membership, in months")),
        QuantityKind::MembershipSessions => called([english!("sessions that members have each month"), english!("change sessions for members"), english!("add later sessions for members"), english!("reset sessions for members")])
            .briefly(english!("sessions a month for members")),
        QuantityKind::MembershipIncluded => called([english!("among the sessions that members have each month"), english!("change what members have each month"), english!("add later change of what members have"), english!("reset what members have each month")])
            .briefly(english!("among the sessions of members")),
        QuantityKind::MembershipCredit => called([english!("credit a month for members in {currency}"), english!("change credit for members"), english!("add later credit for members"), english!("reset credit for members")]),
        QuantityKind::MembershipRollOver => called([english!("how long members keep what is left of a month"), english!("change how long members keep it"), english!("add later time for which members keep it"), english!("reset how long members keep it")])
            .briefly(english!("members keep what is left, in months")),
        QuantityKind::MembershipDiscount => called([english!("discount for members"), english!("change discount for members"), english!("add later discount for members"), english!("reset discount for members")])
            .briefly(english!("discount for members in %")),
    }
}

/// Which value it is: `price in EUR`, `sessions of a course, Acne scars, severe`.
pub fn quantity(quantity: &Quantity, catalog: &Catalog) -> String {
    filled(words(quantity.what).all[0], &quantity.key, catalog) + &case(&quantity.key.case, catalog)
}

/// A name with what its values are told apart by.
fn filled(name: &'static str, key: &Key, catalog: &Catalog) -> String {
    let currency = key.currency.map(Currency::code).unwrap_or_default();
    let sessions = key.size.unwrap_or_default();
    let treatment = key.with.as_ref().map(|with| treatment_name(catalog, with)).unwrap_or_default();
    let values: [(&str, &dyn std::fmt::Display); 3] =
        [("currency", &currency), ("sessions", &sessions), ("treatment", &treatment)];
    locale::fill(locale::text(name), &values)
}

/// As [`quantity`] for a narrow column, shorter or with its unit: `sessions, Acne scars, severe`.
pub fn quantity_brief(of: &Quantity, catalog: &Catalog) -> String {
    match words(of.what).brief {
        None => quantity(of, catalog),
        Some([_, in_general]) if of.key.case == Case::default() => filled(in_general, &of.key, catalog),
        Some([name, _]) => locale::text(name).to_owned() + &case(&of.key.case, catalog),
    }
}

/// On the button that adds such a value.
pub fn add_quantity(what: QuantityKind) -> &'static str {
    locale::text(words(what).add[0])
}

/// Whose value it is: the name in the catalogue, or its id where the catalogue has none.
pub fn subject(subject: &Subject, catalog: &Catalog) -> String {
    if *subject == Subject::Clinic {
        return tr!("Clinic").to_owned();
    }
    on_area(subject.name(catalog).map_or(subject.id(), text), subject, catalog)
}

/// As [`subject`]; what is the clinic's own by the name that is typed in the list.
pub fn listed_subject(of: &Subject, labels: &[Label], catalog: &Catalog) -> String {
    let whole = of.whole();
    let label = labels.iter().find(|label| label.subject == *whole);
    let own = label.map(|label| label.name.trim()).filter(|name| !name.is_empty());
    own.map_or_else(|| subject(of, catalog), |name| on_area(name, of, catalog))
}

/// The name of a treatment with the part of the body it holds for: `Microneedling, Face and neck`.
fn on_area(name: &str, subject: &Subject, catalog: &Catalog) -> String {
    match subject.area() {
        Some(area) => tr!("{treatment}, {area}", treatment = name, area = quoted(&area_name(catalog, area))),
        None => name.to_owned(),
    }
}

fn case(case: &Case, catalog: &Catalog) -> String {
    let concern = case.concern.as_ref().map(|id| format!(", {}", quoted(concern_name(catalog, id))));
    let severity = case.severity.map(|severity| format!(", {}", severity_within(severity)));
    concern.into_iter().chain(severity).collect()
}

/// What undo calls a change of the list.
pub fn list_step(step: Step) -> &'static str {
    locale::text(match step {
        Step::Change(what) => words(what).all[1],
        Step::From => english!("change effective date"),
        Step::Later(what) => words(what).all[2],
        Step::Drop => english!("remove value"),
        Step::Reset(what) => words(what).all[3],
        Step::Label(Field::Name) => english!("change name"),
        Step::Label(Field::Code) => english!("change code"),
        Step::Label(_) => english!("change group"),
        Step::Add(what) => words(what).add[1],
        Step::AddArea => english!("add prices of a part of the body"),
        Step::AddOwn(Own::AddOn) => english!("add own add-on"),
        Step::AddOwn(Own::Treatment) => english!("add own treatment"),
        Step::Like => english!("change what it is like"),
        Step::Remove => english!("remove own entry"),
        Step::AddTemplate => english!("add template"),
        Step::NameTemplate => english!("change name of template"),
        Step::RemoveTemplate => english!("remove template"),
        Step::Import => english!("import price list"),
    })
}
