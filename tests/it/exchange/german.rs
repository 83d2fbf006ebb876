//! Exports in German: what programs read stays as it is, what people paste and read is in their notation.

use super::{Made, made, of};
use crate::plans;
use collagen_ledger::locale::{self, Locale};
use collagen_ledger::report::export::Export;
use collagen_ledger::scene::Chart;
use proptest::prelude::*;

fn in_german<T>(work: impl FnOnce() -> T) -> T {
    locale::with(Locale::of("de").expect("a country"), work)
}

fn text(made: &Made, export: Export) -> String {
    String::from_utf8(made.export(export).expect("an export")).expect("UTF-8")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Worked out and exported in German, from the catalogue on, a plan gives what it gives in English, to the byte.
    #[test]
    fn a_plan_gives_the_same_figures_and_files_in_every_country(draft in plans::plan()) {
        let (plain, german) = (of(&draft), in_german(|| of(&draft)));
        prop_assert!(plain.evaluation == german.evaluation, "{:#?}\n{:#?}", plain.evaluation, german.evaluation);
        for kind in Export::ALL.into_iter().filter(|kind| ["csv", "json"].contains(&kind.extension())) {
            let (plain, german) = (text(&plain, kind), in_german(|| text(&german, kind)));
            prop_assert!(plain == german, "{:?} differs:\n{}", kind, german);
        }
    }
}

#[test]
fn tables_to_paste_have_decimal_commas_and_nothing_between_thousands() {
    let made = in_german(|| made("acne-scars", |_, _| {}));
    for (kind, has) in [
        (Export::ComparisonTsv, "A · Microneedling, typisch"),
        (Export::LedgerTsv, "Einzelpreis (USD)"),
        (Export::ChartTsv, "A · Microneedling, ausgegeben, typisch (USD)"),
    ] {
        let (plain, german) = (text(&made, kind), in_german(|| text(&made, kind)));
        assert!(german.contains(has), "{has} is missing in {german}");
        let cells =
            |table: &str| -> Vec<String> { table.split(['\t', '\n']).map(|cell| cell.trim().to_owned()).collect() };
        let (plain, german) = (cells(&plain), cells(&german));
        assert_eq!(plain.len(), german.len(), "{kind:?}");
        let mut numbers = 0;
        for (plain, german) in plain.iter().zip(&german) {
            if plain.parse::<f64>().is_ok() {
                assert_eq!(plain.replace('.', ","), *german, "{kind:?}");
                numbers += usize::from(plain.contains('.'));
            }
        }
        assert!(numbers > 10, "{kind:?} has numbers with decimals");
    }
}

#[test]
fn a_calendar_and_a_chart_speak_german() {
    let made = in_german(|| made("acne-scars", |_, _| {}));
    let calendar = in_german(|| text(&made, Export::Calendar)).replace("\r\n ", "");
    for said in ["SUMMARY:Schätzung: ", "kein Termin", "Nachsorge: ", "kein ärztlicher Rat", "Sitzung 1 von 5"] {
        assert!(calendar.contains(said), "{said} is missing in {calendar}");
    }
    let chart = in_german(|| text(&made, Export::Svg(Chart::Improvement)));
    for said in ["Verbesserung gegenüber heute", "5 Jahre", "Nichts tun", "20\u{a0}%", "nicht garantiert"] {
        assert!(chart.contains(said) || chart.contains(&said.replace('\u{a0}', " ")), "{said} is missing in {chart}");
    }
}
