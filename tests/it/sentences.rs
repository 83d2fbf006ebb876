//! A plan in sentences, as the window shows it.

use collagen_ledger::catalog::Catalog;
use collagen_ledger::document::{Draft, LineDraft, LineTax, PackageDraft, Phototype, PriceDraft, Sun, Upkeep};
use collagen_ledger::locale::{self, Locale};
use collagen_ledger::units::{Spread, TaxMode};
use collagen_ledger::wording;
use jiff::civil::date;

/// What is said of the worked example with a change, in English and as in Germany.
fn check(change: impl FnOnce(&mut Draft), say: impl Fn(&Draft, &Catalog) -> String, said: [&str; 2]) {
    let catalog = Catalog::built_in();
    let mut draft = Draft::example(&catalog, &catalog.concerns[0], date(2027, 3, 1));
    change(&mut draft);
    for (country, said) in ["neutral", "de"].into_iter().zip(said) {
        let locale = Locale::of(country).expect("a country");
        assert_eq!(locale::with(locale, || say(&draft, &catalog)).replace('\u{a0}', " "), said, "{country}");
    }
}

/// What is said of the first line of the second option, needling with PRP.
fn check_line(change: impl FnOnce(&mut LineDraft), say: impl Fn(&LineDraft, &Catalog) -> String, said: [&str; 2]) {
    let of_draft = |draft: &Draft, catalog: &Catalog| say(&draft.options[1].lines[0], catalog);
    check(|draft| change(&mut draft.options[1].lines[0]), of_draft, said);
}

#[test]
fn client_and_plan_are_a_sentence_each() {
    check(|_| {}, wording::client, ["Acne scars, moderate, 30", "Aknenarben, mittel, 30"]);
    let all = |draft: &mut Draft| {
        draft.reference = " Anna B. ".to_owned();
        draft.profile.age = 41;
        (draft.profile.smoker, draft.profile.sensitive_skin) = (true, true);
        draft.profile.phototype = Some(Phototype::V);
        draft.profile.sun = Sun::Unprotected;
    };
    let said = [
        "Anna B. · acne scars, moderate, 41, much sun, smokes, phototype V, sensitive skin",
        "Anna B. · Aknenarben, mittel, 41, viel Sonne, raucht, Phototyp V, empfindliche Haut",
    ];
    check(all, wording::client, said);
    let horizon = |draft: &Draft, _: &Catalog| wording::horizon(draft);
    check(|_| {}, horizon, ["from 1 Mar 2027, 5 years", "ab 01.03.2027, 5 Jahre"]);
    let aimed = |draft: &mut Draft| (draft.horizon_years, draft.target) = (1, Some(40));
    check(aimed, horizon, ["from 1 Mar 2027, 1 year, target 40%", "ab 01.03.2027, 1 Jahr, Ziel 40 %"]);
}

#[test]
fn a_treatment_is_said_as_people_say_it() {
    let course = |line: &LineDraft, catalog: &Catalog| {
        wording::course(line, catalog.treatment(&line.treatment).expect("a treatment"))
    };
    check_line(|_| {}, course, ["3 sessions, 28 days apart", "3 Sitzungen, Abstand 28 Tage"]);
    check_line(|line| line.sessions = 1, course, ["1 session", "1 Sitzung"]);
    let begins = |line: &LineDraft, _: &Catalog| wording::beginning_of_course(line, date(2027, 3, 1));
    check_line(|_| {}, begins, ["from the first day", "ab dem ersten Tag"]);
    check_line(|line| line.start_day = 42, begins, ["from day 42, 12 Apr 2027", "ab Tag 42, 12.04.2027"]);
    check_line(|_| {}, |_, _| wording::depth(150), ["at 1.5 mm", "mit 1,5 mm"]);
    let area = |line: &LineDraft, catalog: &Catalog| wording::area(&line.area, catalog);
    check_line(|_| {}, area, ["where …", "Stelle …"]);
    check_line(|line| line.area = "left cheek".to_owned(), area, ["on left cheek", "Stelle: left cheek"]);
    let upkeep = |line: &LineDraft, catalog: &Catalog| {
        let treatment = catalog.treatment(&line.treatment).expect("a treatment");
        wording::upkeep_phrase(line, treatment, catalog, collagen_ledger::units::Currency::USD)
    };
    let until = |line: &mut LineDraft| {
        (line.upkeep, line.upkeep_until) = (Upkeep::Every { months: 6 }, Some(date(2029, 1, 31)));
    };
    let said = ["upkeep every 6 months, until 31 Jan 2029", "Auffrischung alle 6 Monate, bis 31.01.2029"];
    check_line(until, upkeep, said);
    let priced = |line: &mut LineDraft| {
        (line.upkeep, line.upkeep_price) = (Upkeep::Every { months: 6 }, "180".to_owned());
    };
    check_line(priced, upkeep, ["upkeep every 6 months at $180", "Auffrischung alle 6 Monate zu 180 $"]);
}

#[test]
fn a_price_is_said_in_one_notation_and_as_typed_if_it_is_none() {
    let price = |line: &LineDraft, catalog: &Catalog| {
        let usd = collagen_ledger::units::Currency::USD;
        wording::price_phrase(line, catalog.treatment(&line.treatment).expect("a treatment"), catalog, usd)
    };
    check_line(|_| {}, price, ["$350 ($200–$500) a session", "350 $ (200–500 $) je Sitzung"]);
    let own = |low: &str, typical: &str, high: &str| {
        let own = Spread { low, typical, high }.map(str::to_owned);
        move |line: &mut LineDraft| line.price = PriceDraft::Own(own.clone())
    };
    check_line(
        own("90", "99.50", "120"),
        price,
        ["$99.50 ($90.00–$120.00) a session", "99,50 $ (90,00–120,00 $) je Sitzung"],
    );
    check_line(own("300", "300", "300"), price, ["$300 a session", "300 $ je Sitzung"]);
    check_line(own("1", "forty", "9"), price, ["forty (1–9) a session", "forty (1–9) je Sitzung"]);
    let off = |line: &mut LineDraft| line.discount = "12.5".to_owned();
    check_line(off, price, ["$350 ($200–$500) a session, −12.5%", "350 $ (200–500 $) je Sitzung, −12,5 %"]);
    let terms = |line: &LineDraft, _: &Catalog| wording::terms_phrase(line).unwrap_or_default();
    check_line(|_| {}, terms, ["", ""]);
    let own = |line: &mut LineDraft| {
        line.package = PackageDraft::Catalogue { sessions: 3 };
        line.tax = LineTax::Own { percent: "7".to_owned(), mode: TaxMode::Included };
    };
    check_line(
        own,
        terms,
        ["package of 3 sessions, 7% tax included", "Paket mit 3 Sitzungen, einschließlich 7 % Steuer"],
    );
    let add_ons = |line: &LineDraft, catalog: &Catalog| {
        wording::add_ons_phrase(line, catalog, collagen_ledger::units::Currency::USD).unwrap_or_default()
    };
    check_line(|_| {}, add_ons, ["with PRP at $425 ($200–$650)", "mit PRP zu 425 $ (200–650 $)"]);
}
