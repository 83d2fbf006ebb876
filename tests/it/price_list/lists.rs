//! Price lists as clinics might make them.

use super::{CATALOG, currency};
use collagen_ledger::catalog::{ExampleLine, Severity};
use collagen_ledger::overlay::{Case, Key, Part, Quantity, QuantityDefinition, QuantityKind, Subject, SubjectKind};
use collagen_ledger::price_list::{EntryDraft, Label, Own, PriceList, PriceListDraft, TemplateDraft};
use collagen_ledger::units::Spread;
use proptest::prelude::*;

/// What spreadsheets trip over.
const HARD: &[&str] =
    &["", "'", "''", "=1+1", "'=1+1", "''@x", "-5", "+x", "a;b", "a,b", "a\"b\"", "\"", "Ärzte №5", "=", "sep=;"];

/// Short free text: what people type, and what spreadsheets trip over.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![prop::sample::select(HARD).prop_map(str::to_owned), "[\\PC]{0,12}", "[A-Z]{2}-[0-9]{2}"]
        .prop_map(|text| text.trim().to_owned())
}

fn subject() -> impl Strategy<Value = Subject> {
    let treatments = CATALOG.treatments.iter().map(|treatment| Subject::Treatment(treatment.id.clone()));
    let add_ons = CATALOG.add_ons.iter().map(|add_on| Subject::AddOn(add_on.id.clone()));
    let own = ["Serum", "Vitamin C", "Крем"].map(|name| Own::AddOn.named(name));
    let own = own.into_iter().chain(["Clinic pen", "Крем"].map(|name| Own::Treatment.named(name)));
    let parts = ["Face", "Face and neck", "=1+1", "a;b", "linke Wange"]
        .map(|area| Subject::TreatmentOn { treatment: "microneedling".into(), area: area.to_owned() });
    prop::sample::select(treatments.chain(parts).chain(add_ons).chain(own).chain([Subject::Clinic]).collect::<Vec<_>>())
}

fn case() -> impl Strategy<Value = Case> {
    let concerns: Vec<_> = CATALOG.concerns.iter().map(|concern| Some(concern.id.clone())).chain([None]).collect();
    let severities: Vec<_> = Severity::ALL.into_iter().map(Some).chain([None]).collect();
    let parts = (prop::sample::select(concerns), prop::sample::select(severities));
    parts.prop_map(|(concern, severity)| Case { concern, severity })
}

/// A value that the subject has.
fn quantity(subject: &Subject) -> BoxedStrategy<Quantity> {
    let code = prop::sample::select(&["USD", "EUR", "JPY", "KWD"][..]);
    let price = code.prop_map(|code| Quantity::price(currency(code)));
    match subject {
        Subject::Clinic => {
            let all = QuantityDefinition::all_of(SubjectKind::Clinic).map(|kind| {
                let currency = kind.takes(Part::Currency).then(|| currency("USD"));
                kind.what.of(Key { currency, ..Key::default() })
            });
            prop::sample::select(all.collect::<Vec<_>>()).boxed()
        }
        Subject::AddOn(_) | Subject::OwnAddOn(_) | Subject::TreatmentOn { .. } => {
            prop_oneof![price, (2..=50_u32).prop_map(|sessions| Quantity::package(sessions, currency("USD"))),].boxed()
        }
        // A device has no packages.
        Subject::Treatment(id) if id.as_str() == "home-roller" => price.boxed(),
        Subject::Treatment(id) => prop_oneof![
            price,
            (2..=50_u32).prop_map(|sessions| Quantity::package(sessions, currency("USD"))),
            Just(QuantityKind::Together.of(Key {
                currency: Some(currency("USD")),
                with: Some(if id.as_str() == "subcision" { "ha-filler" } else { "subcision" }.into()),
                ..Key::default()
            })),
            Just(QuantityKind::UpkeepPrice.of(Key { currency: Some(currency("EUR")), ..Key::default() })),
            Just(QuantityKind::Tax.alone()),
            Just(QuantityKind::PackageMonths.alone()),
            Just(QuantityKind::PackageRefund.alone()),
            Just(QuantityKind::FurtherArea.alone()),
            Just(QuantityKind::MembershipIncluded.alone()),
            case().prop_map(|case| QuantityKind::Sessions.case(case)),
            case().prop_map(|case| QuantityKind::Spacing.case(case)),
            Just(QuantityKind::MinimumInterval.alone()),
        ]
        .boxed(),
    }
}

fn entry() -> impl Strategy<Value = EntryDraft> {
    let from = prop::sample::select(&["", "2026-01-01", "2027-03-01", "2027-03-02", "2030-12-31"][..]);
    let key = subject().prop_flat_map(|subject| (quantity(&subject), Just(subject)));
    (key, 100..300_u32, 0..100_u32, 0..100_u32, from).prop_map(|((quantity, subject), low, more, most, from)| {
        let spread = Spread { low, typical: low + more, high: low + more + most };
        let one = |text: String| Spread { typical: text, ..Spread::default() };
        let amounts = match quantity.what {
            QuantityKind::TaxIncluded | QuantityKind::FeeCredited | QuantityKind::MembershipIncluded => {
                one(if more % 2 == 0 { "yes" } else { "no" }.to_owned())
            }
            QuantityKind::Tax
            | QuantityKind::FurtherArea
            | QuantityKind::PackageRefund
            | QuantityKind::Discount
            | QuantityKind::PlanDiscount
            | QuantityKind::Deposit
            | QuantityKind::MembershipDiscount
            | QuantityKind::Nearing => one(format!("{more}.125")),
            QuantityKind::PackageMonths
            | QuantityKind::MembershipMonths
            | QuantityKind::MembershipSessions
            | QuantityKind::MembershipRollOver => one((1 + more).to_string()),
            QuantityKind::MinimumInterval
            | QuantityKind::ConsultationFee
            | QuantityKind::MembershipFee
            | QuantityKind::MembershipCredit => one(low.to_string()),
            // Far enough apart for any interval above.
            QuantityKind::Spacing => spread.map(|days| (days + 200).to_string()),
            _ => spread.map(|count| count.to_string()),
        };
        // A third of the packages has a code of its own.
        let has_code = quantity.what == QuantityKind::Package && low % 3 == 0;
        let code = if has_code { format!("P-{more}") } else { String::new() };
        EntryDraft { subject, quantity, amounts, from: from.to_owned(), code }
    })
}

/// A template of one or two treatments, as plans take them.
fn template() -> impl Strategy<Value = TemplateDraft> {
    let line = prop::sample::select(&CATALOG.treatments[..]).prop_flat_map(|treatment| {
        let (id, least) = (treatment.id.clone(), treatment.minimum_interval_days.value);
        // Every length that a treatment has is at least its lowest.
        let needle = treatment.needle_depth.as_ref().map(|depth| depth.value.low);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a needle is a few millimetres long"
        )]
        let needle = needle.map(|millimetres| (millimetres * 100.0).round() as u32);
        let sessions = (prop::option::of(1..=20_u32), prop::option::of(1..=20_u32), prop::option::of(1..=20_u32));
        let course = (sessions, prop::option::of(least..=730_u32), 0..=3652_u32);
        let depth = prop::sample::select(vec![None, needle]);
        let units = (prop::option::of(10..=2000_u32), depth, prop::option::of(2..=50_u32));
        let add_ons = prop::sample::subsequence(&CATALOG.add_ons[..], 0..=2.min(CATALOG.add_ons.len()));
        let add_ons = add_ons.prop_map(|add_ons| add_ons.into_iter().map(|one| one.id.clone()).collect());
        let upkeep = (prop::option::of(1..=60_u32), prop::option::of(10..=95_u32));
        let area = prop::option::of(prop_oneof![text(), Just("both cheeks ".repeat(9).trim().to_owned())]);
        (course, units, area, add_ons, upkeep).prop_map(
            move |(((fewest, sessions, most), spacing_days, start_day), units, area, add_ons, upkeep)| ExampleLine {
                treatment: id.clone(),
                start_day,
                sessions,
                fewest,
                most,
                spacing_days,
                area,
                add_ons,
                units_hundredths: units.0,
                depth_hundredths_mm: units.1,
                package: units.2,
                upkeep_months: upkeep.0,
                upkeep_when_faded_to: upkeep.1,
            },
        )
    });
    let concern = prop::option::of(prop::sample::select(&CATALOG.concerns[..]).prop_map(|concern| concern.id.clone()));
    (text(), concern, prop::collection::vec(line, 1..=2)).prop_map(|(name, concern, lines)| TemplateDraft {
        name,
        concern,
        lines,
    })
}

/// A valid list.
pub(crate) fn price_list() -> impl Strategy<Value = PriceList> {
    let names = (text(), text());
    let templates = prop::collection::vec(template(), 0..3);
    (prop::collection::vec(entry(), 0..40), prop::collection::vec(names, 40), templates).prop_map(
        |(typed, names, mut templates)| {
            let mut entries: Vec<EntryDraft> = Vec::new();
            for one in typed {
                let same = |other: &EntryDraft| {
                    (&other.subject, &other.quantity, &other.from) == (&one.subject, &one.quantity, &one.from)
                };
                if !entries.iter().any(same) {
                    entries.push(one);
                }
            }
            // An add-on of the clinic's own may be given singly.
            let own = |entry: &EntryDraft| entry.subject.whose() == SubjectKind::OwnAddOn;
            let mut priced: Vec<Subject> =
                entries.iter().filter(|one| own(one)).map(|one| one.subject.clone()).collect();
            priced.retain(|subject| {
                entries.iter().all(|one| one.subject != *subject || one.quantity.what != QuantityKind::Price)
            });
            for subject in priced {
                let entry = EntryDraft::empty(subject, Quantity::price(currency("USD")));
                if !entries.iter().any(|one| one.subject == entry.subject && one.quantity == entry.quantity) {
                    entries.push(EntryDraft {
                        amounts: Spread { typical: "25".to_owned(), ..Spread::default() },
                        ..entry
                    });
                }
            }
            let mut labels: Vec<Label> = Vec::new();
            for subject in entries.iter().map(|entry| &entry.subject).filter(|subject| **subject != Subject::Clinic) {
                if labels.iter().any(|label| label.subject == *subject) {
                    continue;
                }
                let (code, group) = names[labels.len()].clone();
                let name = if subject.is_own() { format!("{group}'s own") } else { String::new() };
                // One is like needling, the other like none.
                let like = (subject.id() == "own-clinic-pen").then(|| "microneedling".into());
                let like = like.filter(|_| subject.whose() == SubjectKind::OwnTreatment);
                labels.push(Label { subject: subject.clone(), name, like, code, group });
            }
            // No two of them have the same name.
            templates.iter_mut().enumerate().for_each(|(at, template)| template.name.push_str(&at.to_string()));
            let draft = PriceListDraft { entries, labels, templates };
            draft.parse(&CATALOG).unwrap_or_else(|problems| panic!("{problems:?}\n{draft:#?}"))
        },
    )
}
