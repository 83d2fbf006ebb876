//! The table by phase and calendar year: each group of its rows adds up to its last row, to the cent.

use super::{cents, made};
use collagen_ledger::report::sheet::Paper;
use collagen_ledger::units::Money;

/// The cells of a row, each with what it costs at low, typical and high prices in cents.
fn cells(line: &str) -> Vec<[i64; 3]> {
    let exact = |amount: &str| if amount.contains('.') { cents(amount) } else { cents(&format!("{amount}.00")) };
    let mut cells = Vec::new();
    for word in line.split_whitespace() {
        let range = word.strip_prefix('(').and_then(|word| word.strip_suffix(')')?.split_once('–'));
        if let Some((low, high)) = range {
            let last: &mut [i64; 3] = cells.last_mut().unwrap();
            (last[0], last[2]) = (exact(low).unwrap(), exact(high).unwrap());
        } else if let Some(amount) = exact(word) {
            cells.push([amount; 3]);
        }
    }
    cells
}

fn check(concern: &str, fee: &str, phases: &[&str], years: &[&str]) {
    let made = made(concern, |draft, _| {
        draft.consultation_fee = fee.to_owned();
        draft.options.truncate(3);
    });
    let text = made.pages(Paper::A4).concat();
    let (_, table) = text.split_once("By phase and by calendar year").unwrap();
    let row = |label: &str| {
        let line = table.lines().map(str::trim).find(|line| line.starts_with(label));
        cells(line.unwrap_or_else(|| panic!("{label} is missing in {table}")))
    };
    let totals = row("Total");
    let expected: Vec<[i64; 3]> = made.estimate.options[..totals.len()]
        .iter()
        .map(|option| option.ledger.total.map(Money::minor).to_array())
        .collect();
    assert_eq!(totals, expected);
    for group in [phases, years] {
        let rows = group.iter().map(|label| row(label));
        let sums = rows.fold(vec![[0; 3]; totals.len()], |sums, row| {
            assert_eq!(row.len(), totals.len(), "{table}");
            sums.iter().zip(row).map(|(sum, cell)| [0, 1, 2].map(|at| sum[at] + cell[at])).collect()
        });
        assert_eq!(sums, totals, "{group:?}");
    }
}

#[test]
fn phases_and_calendar_years_add_up() {
    let years = ["2026", "2027", "2028", "2029", "2030", "2031"];
    check("acne-scars", "0", &["Initial course", "Upkeep"], &years);
    check("wrinkles", "49.99", &["Consultation", "Initial course", "Upkeep"], &years);
}
