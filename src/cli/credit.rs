//! `credit`: one credit and its amortisation table.

use super::args::credit::Credit as Args;
use super::args::shared::Format;
use super::failure::Failure;
use super::{clock, files};
use crate::document::limits;
use crate::finance::{Credit, Deposit, RateKind};
use crate::locale::{self, tr};
use crate::report::{Loan, json, tables, text};
use crate::units::{Currency, Money, Percent};
use crate::wording;
use std::fmt::Display;

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let loan = loan(args)?;
    match args.format {
        Format::Text => files::print(text::credit(&loan)),
        Format::Json => files::print(json::credit(&loan)?),
        Format::Csv => files::print(tables::credit(&loan).csv()?),
    }
}

fn loan(args: &Args) -> Result<Loan, Failure> {
    let usual = || locale::current().pack.currency.clone();
    let code = args.currency.clone().unwrap_or_else(usual).to_uppercase();
    let currency = Currency::from_code(&code).ok_or_else(|| {
        wrong("--currency", tr!("\"{code}\" is not a currency code; write three letters such as USD", code))
    })?;
    let amount =
        |name, text: &str| Money::parse(text, currency).map_err(|error| wrong(name, wording::no_amount(&error)));
    let percent = |name, text: &str, most| {
        Percent::parse(text, most).map_err(|error| wrong(name, wording::no_percentage(&error)))
    };
    let price = amount("--price", &args.price)?;
    let deposit = match args.deposit.trim() {
        share if share.ends_with('%') => Deposit::Percent(percent("--deposit", share, 100)?),
        fixed => Deposit::Amount(amount("--deposit", fixed)?),
    };
    let credit = Credit {
        rate: percent("--rate", &args.rate, limits::CREDIT_RATE)?,
        kind: if args.effective { RateKind::Effective } else { RateKind::Nominal },
        months: args.months,
        first: args.first,
        fee: amount("--fee", &args.fee)?,
    };
    let from = match &args.from {
        Some(date) => {
            let read = locale::current().pack.read_date(date);
            read.ok_or_else(|| wrong("--from", wording::not_a_date(date)))?
        }
        None => clock::today(),
    };
    Loan::of(credit, price, deposit.of(price), currency, from).ok_or_else(|| {
        Failure::bad_input(tr!("the deposit leaves nothing to pay by credit; give a higher price or a lower deposit"))
    })
}

/// An error with the name of what it is about.
fn wrong(name: &str, error: impl Display) -> Failure {
    Failure::bad_input(format!("{name}: {error}"))
}
