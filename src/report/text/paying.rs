//! Deposit and credit in words and tables.

use super::table::{Align, Table, heading, sentence};
use crate::estimate::OptionEstimate;
use crate::finance::Repayment;
use crate::locale::tr;
use crate::report::grid::Cell;
use crate::report::{Loan, PlanResults, tables};
use crate::units::{Currency, Money};
use crate::wording::{self, notices};

/// How an option's initial course may be paid; nothing if the plan has neither deposit nor credit.
pub(super) fn write(text: &mut String, results: &PlanResults<'_>, option: &OptionEstimate) {
    let Some(payment) = option.payment else { return };
    let (plan, currency) = (results.plan, results.estimate.currency);
    if plan.deposit.is_none() && payment.repayment.is_none() {
        return;
    }
    let mut table = Table::new(&[Align::Left, Align::Right]);
    table.row([tr!("Paying the initial course"), tr!(in "column", "typical")]);
    table.row([tr!("Cash price, consultation included"), &wording::money_exact(payment.cash_price, currency)]);
    table.row([tr!("Deposit, due at booking"), &wording::money_exact(payment.deposit, currency)]);
    match payment.repayment {
        None => table.row([tr!(in "to pay", "Rest"), &wording::money_exact(payment.rest(), currency)]),
        Some(repayment) => repaid(&mut table, &repayment, currency),
    }
    text.push('\n');
    table.write(text);
}

/// In which ways an option and its courses may be paid; nothing where there is one way only.
pub(super) fn write_ways(text: &mut String, results: &PlanResults<'_>, position: usize) {
    let (ways, currency) = (results.ways(position), results.estimate.currency);
    let Some(typed) = results.typed(position).filter(|_| !ways.is_empty()) else { return };
    let mut table = Table::new(&[Align::Left, Align::Right, Align::Left]);
    table.row([tr!("Ways of paying"), tr!(in "column", "typical"), ""]);
    for way in &ways {
        let name = wording::paid_in_ways(way, typed, results.catalog);
        let chosen = if way.is_chosen { tr!("as planned").to_owned() } else { String::new() };
        let against = wording::way_against_plain(way, currency);
        let said = [chosen].into_iter().filter(|said| !said.is_empty()).chain(against).collect::<Vec<_>>().join("; ");
        let total = wording::money_exact(way.total.typical, currency);
        table.row([format!("{name}, {}", wording::way_name(way)), total, said]);
    }
    text.push('\n');
    table.write(text);
}

/// What a credit comes to, row by row.
fn repaid(table: &mut Table, repayment: &Repayment, currency: Currency) {
    for (name, figure) in wording::credit_figures() {
        table.row([name, &wording::on_one_line(figure(repayment, currency))]);
    }
}

/// What has to be said of a plan's deposit and credit.
pub(super) fn notices(results: &PlanResults<'_>) -> Vec<String> {
    let plan = results.plan;
    let mut said = Vec::new();
    said.extend((!plan.deposit.is_none()).then(|| notices::deposit().to_owned()));
    if let Some(credit) = plan.credit {
        let terms = wording::credit_terms(&credit, results.estimate.currency);
        said.extend([terms, notices::credit_sums().to_owned(), notices::credit().to_owned()]);
    }
    said
}

/// One credit with its amortisation table.
pub(super) fn credit(text: &mut String, loan: &Loan) {
    let Loan { credit, repayment, currency, from, .. } = loan;
    let amount = |amount: Money| wording::money_exact(amount, *currency);
    heading(text, &tr!("Credit given on {date}, in {currency}", date = wording::date(*from), currency));
    sentence(text, 2, &wording::credit_terms(credit, *currency));
    let mut table = Table::new(&[Align::Left, Align::Right]);
    table.row([tr!("Cash price"), &amount(repayment.cash_price)]);
    table.row([tr!("Deposit, due at booking"), &amount(repayment.deposit)]);
    repaid(&mut table, repayment, *currency);
    text.push('\n');
    table.write(text);
    let mut table = Table::new(&[Align::Right]);
    table.row([
        "",
        tr!(in "column", "due on"),
        tr!(in "column", "instalment"),
        tr!(in "column", "interest"),
        tr!(in "column", "principal"),
        tr!(in "column", "balance"),
    ]);
    for row in tables::credit(loan).rows {
        // The currency stands in the heading.
        table.row(row[..row.len() - 1].iter().map(Cell::words));
    }
    text.push('\n');
    table.write(text);
    heading(text, tr!("To know"));
    sentence(text, 2, notices::credit_sums());
    sentence(text, 2, notices::credit());
}
