//! Exports in German: what programs read stays as it is, what people paste and read is in their notation.

use super::{Made, made};
use collagen_ledger::locale::{self, Locale};
use collagen_ledger::report::export::Export;
use collagen_ledger::scene::Chart;

fn in_german<T>(work: impl FnOnce() -> T) -> T {
    locale::with(Locale::of("de").expect("a country"), work)
}

fn text(made: &Made, export: Export) -> String {
    String::from_utf8(made.export(export).expect("an export")).expect("UTF-8")
}

#[test]
fn csv_and_json_are_the_same_in_every_country() {
    let made = made("acne-scars", |_, _| {});
    let kinds = [
        Export::EstimateCsv,
        Export::EstimateJson,
        Export::LedgerCsv,
        Export::LedgerJson,
        Export::ComparisonCsv,
        Export::ComparisonJson,
    ];
    for kind in kinds {
        let (plain, german) = (text(&made, kind), in_german(|| text(&made, kind)));
        assert!(plain == german, "{kind:?} differs:\n{german}");
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
