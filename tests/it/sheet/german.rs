//! The sheet in German: every block's heading, the country's notations and notices, and sums that add up.

use super::credit::crowded;
use super::{Made, check_text as check, made, text_of};
use collagen_ledger::document::{Draft, PriceDraft};
use collagen_ledger::locale::{self, Locale};
use collagen_ledger::report::sheet::{Audience, Document, Handout};
use collagen_ledger::units::{Currency, Money, Spread, TaxMode};
use pdf_extract::Document as Pdf;

fn in_german<T>(work: impl FnOnce() -> T) -> T {
    locale::with(Locale::of("de").unwrap(), work)
}

/// The worked example of a concern in euros, with prices above a thousand, tax and growth.
fn plan(concern: &str, change: impl FnOnce(&mut Draft)) -> Made {
    made(concern, |draft, _| {
        draft.currency = Currency::from_code("EUR").unwrap();
        draft.reference = "K-1042".to_owned();
        draft.consultation_fee = "49.90".to_owned();
        draft.price_growth = "2.5".to_owned();
        for line in draft.options.iter_mut().flat_map(|option| &mut option.lines) {
            line.price = PriceDraft::Own(Spread { low: "999.5".into(), typical: "1234.5".into(), high: "1500".into() });
            for add_on in &mut line.add_ons {
                add_on.price =
                    PriceDraft::Own(Spread { low: "80".into(), typical: "120.25".into(), high: "200".into() });
            }
        }
        change(draft);
    })
}

fn pdf(made: &Made, audience: Audience) -> Vec<u8> {
    made.with(|sheet| Document::of(&Handout { audience, ..Handout::from(sheet) })?.pdf()).unwrap()
}

/// The headings of all blocks in English; none of them is to be left.
const ENGLISH: [&str; 27] = [
    "Budget summary",
    "At a glance",
    "Cost and result",
    "Where the evidence ends",
    "The options in full",
    "Next 12 months",
    "Later years",
    "Speaks for",
    "Speaks against",
    "To note",
    "By phase",
    "What each option is",
    "What is included",
    "What it is like",
    "Aftercare",
    "Sources",
    "Studies",
    "Please note",
    "What matters to me",
    "Receipt",
    "For the clinic",
    "Total",
    "Valid until",
    "Do nothing",
    "Initial course",
    "Consultation",
    "Upkeep",
];

const GERMAN: [&str; 18] = [
    "Kostenübersicht für Ihre Beratung",
    "Auf einen Blick",
    "Kosten und Ergebnis über die Jahre",
    "Wo die Belege enden",
    "Die Optionen im Einzelnen",
    "Nächste 12 Monate: Schätzung",
    "Spätere Jahre: Ausblick",
    "Spricht dafür",
    "Spricht dagegen",
    "Nach Phase und Kalenderjahr",
    "Was enthalten ist und was hinzukommen kann",
    "Was auf Sie zukommt",
    "Quellen",
    "Bitte beachten",
    "Was mir wichtig ist",
    "Empfang dieses Bogens",
    "Für die Akte der Praxis",
    "Nichts tun",
];

#[test]
fn every_block_is_in_german_with_the_countrys_notations_and_notices() {
    in_german(|| {
        let made = plan("acne-scars", |_| {});
        let pages = text_of(&pdf(&made, Audience::Full));
        check(&pages, &GERMAN, &ENGLISH);
        let said = [
            "1.234,50 €",
            "22.11.2026",
            "Gültig bis 22.12.2026",
            "01.12.2026",
            "Preissteigerung 2,5",
            "Nadellänge 1,5 mm",
            "5.047,40–7.549,90 €",
            "Option A, B, C oder D",
            "§ 630c",
            "K-1042",
        ];
        check(&pages, &said, &["$", "Nov 2026", "2.5%"]);
        assert!(pages.len() <= 5, "{} pages", pages.len());
    });
}

#[test]
fn the_sheet_on_money_is_one_page_with_the_countrys_notices() {
    in_german(|| {
        for concern in ["acne-scars", "wrinkles", "hair"] {
            let pages = text_of(&pdf(&plan(concern, |_| {}), Audience::Money));
            check(&pages, &["Auf einen Blick", "Was jede Option umfasst", "§ 630c"], &ENGLISH);
            assert_eq!(pages.len(), 1, "{concern}: {pages:#?}");
        }
    });
}

#[test]
fn the_countrys_tax_is_named_in_column_and_terms() {
    in_german(|| {
        let taxed = |mode| {
            text_of(&pdf(
                &plan("acne-scars", |draft| (draft.tax, draft.tax_mode) = ("19".to_owned(), mode)),
                Audience::Client,
            ))
        };
        let has = ["Davon MwSt.", "Preise einschließlich 19 % MwSt.", "Was unter „Davon MwSt.“ steht"];
        check(&taxed(TaxMode::Included), &has, &["zuzüglich"]);
        check(&taxed(TaxMode::OnTop), &["MwSt.", "zuzüglich 19 % MwSt."], &["Davon MwSt."]);
    });
}

#[test]
fn six_options_with_credit_still_fit_the_one_page_on_money() {
    in_german(|| {
        let pages = text_of(&pdf(&plan("acne-scars", crowded), Audience::Money));
        let said = ["Ratenzahlung: ein Beispiel", "Effektiver Jahreszins", "Sollzinssatz von 9,9", "kein Angebot"];
        check(&pages, &said, &["instalments", "Deposit"]);
        assert_eq!(pages.len(), 1, "{pages:#?}");
    });
}

#[test]
fn the_file_says_that_it_is_german() {
    let bytes = in_german(|| pdf(&plan("hair", |_| {}), Audience::Client));
    let file = Pdf::load_mem(&bytes).unwrap();
    let language = file.catalog().unwrap().get(b"Lang").and_then(|language| language.as_str()).unwrap();
    assert_eq!(String::from_utf8_lossy(language), "de-DE");
}

/// The amounts at the end of a line, `1.234,50 €` each, in cents.
fn amounts(line: &str) -> Vec<i64> {
    let mut amounts = Vec::new();
    let words: Vec<&str> = line.split_whitespace().collect();
    for pair in words.windows(2).filter(|pair| pair[1] == "€") {
        let (sign, digits) = pair[0].strip_prefix('−').map_or((1, pair[0]), |digits| (-1, digits));
        let (whole, cents) = digits.split_once(',').unwrap_or_else(|| panic!("{line}"));
        assert_eq!(cents.len(), 2, "{line}");
        let digits = whole.replace('.', "") + cents;
        amounts.push(sign * digits.parse::<i64>().unwrap_or_else(|_| panic!("{line}")));
    }
    amounts
}

#[test]
fn rows_add_up_to_the_totals() {
    in_german(|| {
        let made = plan("acne-scars", |_| {});
        let text = text_of(&pdf(&made, Audience::Client)).concat();
        let (_, tables) = text.split_once("Die Optionen im Einzelnen").unwrap();
        let (tables, _) = tables.split_once("Nach Phase und Kalenderjahr").unwrap();
        let last = |amounts: &[i64]| [0, 1, 2].map(|at| amounts[amounts.len() - 3 + at]);
        let plus = |one: [i64; 3], other: [i64; 3]| [0, 1, 2].map(|at| one[at] + other[at]);
        let (mut group, mut both, mut totals) = ([0; 3], [0; 3], Vec::new());
        for line in tables.lines().map(str::trim) {
            let amounts = amounts(line);
            if amounts.len() < 3 {
                continue;
            }
            let sums = last(&amounts);
            if line.starts_with("Summe über") {
                assert_eq!(sums, both, "{line}");
                totals.push(sums);
                both = [0; 3];
            } else if line.starts_with("Summe der") {
                assert_eq!(sums, group, "{line}");
                both = plus(both, group);
                group = [0; 3];
            } else {
                group = plus(group, sums);
            }
        }
        let paid = made.estimate.options.iter().filter(|option| !option.ledger.entries.is_empty());
        let expected: Vec<[i64; 3]> = paid.map(|option| option.ledger.total.map(Money::minor).to_array()).collect();
        assert_eq!(totals, expected, "{tables}");
    });
}
