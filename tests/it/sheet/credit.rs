//! Paying by instalments on paper: every row adds up, it stands only where the plan has a credit, and it is called an
//! example everywhere.

use super::{Made, cents, check, dense, made, text_of};
use collagen_ledger::clinic::Clinic;
use collagen_ledger::document::{CreditDraft, DepositDraft, Draft, Mark};
use collagen_ledger::finance::RateKind;
use collagen_ledger::locale::{self, Locale};
use collagen_ledger::report::sheet::{Audience, Document, Handout, Paper, Sheet};
use collagen_ledger::units::Money;
use collagen_ledger::wording::notices;

fn credit(rate: &str, months: u32, fee: &str) -> CreditDraft {
    CreditDraft { rate: rate.to_owned(), kind: RateKind::Nominal, months, first: 1, fee: fee.to_owned() }
}

fn pages(made: &Made, audience: Audience, clinic: Option<&Clinic>) -> Vec<String> {
    text_of(&made.with(|sheet| Document::of(&Handout { audience, clinic, ..Handout::from(sheet) })?.pdf()).unwrap())
}

/// The amounts of a row of the table in cents: cash price, deposit, credit, each kind of instalment with its number,
/// total repayable, cost of credit.
struct Row {
    cash: i64,
    deposit: i64,
    credit: i64,
    instalments: Vec<(i64, i64)>,
    total: i64,
    cost: i64,
}

fn row(line: &str) -> Row {
    let words: Vec<&str> = line.split_whitespace().collect();
    let times = words.iter().position(|word| *word == "×").unwrap();
    let amounts =
        |words: &[&str]| words.iter().filter_map(|word| cents(word.trim_end_matches(','))).collect::<Vec<_>>();
    let (before, after) = (amounts(&words[..times - 1]), amounts(&words[times + 1..]));
    let count: i64 = words[times - 1].parse().unwrap();
    let (parts, sums) = after.split_at(after.len() - 2);
    let instalments = parts.iter().zip([count, 1]).map(|(amount, count)| (count, *amount)).collect();
    let [cash, deposit, credit] = before[..] else { panic!("{line}") };
    Row { cash, deposit, credit, instalments, total: sums[0], cost: sums[1] }
}

fn assert_adds_up(made: &Made, pages: &[String]) {
    let text = pages.concat();
    let (_, table) = text.split_once("Paying by instalments").unwrap();
    let lines = table.lines().map(str::trim).filter(|line| line.contains(" × ") && line.contains('%'));
    let rows: Vec<Row> = lines.map(row).collect();
    let options = made.estimate.options.iter().filter_map(|option| option.payment);
    assert_eq!(rows.len(), options.clone().count(), "{table}");
    for (row, payment) in rows.iter().zip(options) {
        assert_eq!(row.cash + row.cost, row.deposit + row.total, "cash price + cost = deposit + total");
        assert_eq!(row.credit, row.cash - row.deposit);
        assert_eq!(row.instalments.iter().map(|(count, amount)| count * amount).sum::<i64>(), row.total);
        let repayment = payment.repayment.unwrap();
        assert_eq!((row.cash, row.total), (payment.cash_price.minor(), repayment.total_repayable.minor()));
    }
}

#[test]
fn every_audience_gets_the_table_and_every_row_adds_up() {
    let made = made("acne-scars", |draft, _| {
        (draft.consultation_fee, draft.tax) = ("49.99".to_owned(), "19".to_owned());
        draft.deposit = DepositDraft::Percent("12.5".to_owned());
        draft.credit = Some(credit("9.9", 24, "25"));
    });
    let ledger = &made.estimate.options[0].ledger;
    assert_ne!(made.estimate.options[0].payment.unwrap().cash_price, ledger.total.typical, "upkeep is not financed");
    for audience in Audience::ALL {
        let pages = pages(&made, audience, None);
        assert_adds_up(&made, &pages);
        let text = dense(&pages.concat());
        for said in [notices::credit(), notices::credit_sums(), notices::cash_price(), "Effective annual rate"] {
            assert!(text.contains(&dense(said)), "{audience:?} does not say {said:?}");
        }
        let block = text.split("Payingbyinstalments").nth(1).and_then(|rest| rest.split("Whatisincluded").next());
        let block = block.unwrap();
        assert!(
            ["week", "only", "just", "aday"].iter().all(|word| !block.contains(word)),
            "never only so much: {block}"
        );
    }
}

#[test]
fn a_plan_without_credit_has_no_table_and_one_without_deposit_no_such_column() {
    let lacks = ["Paying by instalments", "Effective annual rate"];
    let has = ["Due at booking, taken off the first payments: A $175.00, B $232.50", "Ask whether it is given back"];
    let deposit = made("acne-scars", |draft, _| draft.deposit = DepositDraft::Percent("10".to_owned()));
    check(&deposit, Paper::A4, &has, &lacks);
    let both = made("acne-scars", |draft, _| draft.credit = Some(credit("0", 10, "")));
    check(&both, Paper::A4, &["Paying by instalments", "10 × $175.00", "no fee"], &["Amount of credit Deposit"]);
    let text = both.pages(Paper::A4).concat();
    let head = text.lines().find(|line| line.contains("Amount of credit")).unwrap();
    assert!(!head.contains("Deposit"), "{head}");
    check(&made("acne-scars", |_, _| {}), Paper::A4, &[], &[lacks[0], lacks[1], "Due at booking"]);
}

#[test]
fn a_sheet_states_the_rate_that_its_country_asks_for_by_its_name() {
    // Without a fee the nominal rate is the one that was agreed, and the effective one is (1 + 0.099 / 12)^12 − 1.
    let cases = [
        ("us", "Annual percentage rate (APR)", "9.9%"),
        ("uk", "APR", "10.4%"),
        ("australia", "Comparison rate (APR)", "9.9%"),
        ("neutral", "Effective annual rate", "10.4%"),
    ];
    for (country, name, rate) in cases {
        locale::with(Locale::of(country).unwrap(), || {
            let made = made("acne-scars", |draft, _| draft.credit = Some(credit("9.9", 24, "")));
            let text = dense(&pages(&made, Audience::Money, None).concat());
            let block = text.split(&dense("Amount of credit")).nth(1).unwrap();
            assert!(block.contains(&dense(name)) && block.contains(rate), "{country}: {block}");
            let other = if rate == "9.9%" { "10.4%" } else { "9.9%" };
            assert!(!block.contains(other), "{country}: {block}");
        });
    }
}

#[test]
fn a_deposit_that_pays_everything_leaves_no_credit() {
    let made = made("acne-scars", |draft, _| {
        draft.deposit = DepositDraft::Amount("2050".to_owned());
        draft.credit = Some(credit("5", 12, ""));
    });
    let repaid: Vec<bool> =
        made.estimate.options[..4].iter().map(|one| one.payment.unwrap().repayment.is_some()).collect();
    assert_eq!(repaid, [false, true, true, false], "1,750, 2,325, 4,338 and 2,050");
    let deposits: Vec<i64> =
        made.estimate.options[..4].iter().map(|one| one.payment.unwrap().deposit.minor()).collect();
    assert_eq!(deposits, [175_000, 205_000, 205_000, 205_000], "never more than the price");
    check(
        &made,
        Paper::A4,
        &["Paying by instalments", "D · Subcision then needling $2,050.00 $2,050.00 – – – – –"],
        &[],
    );
}

#[test]
fn the_clinics_own_words_follow_the_figure() {
    let made = made("acne-scars", |draft, _| draft.deposit = DepositDraft::Amount("100".to_owned()));
    let clinic = Clinic { deposit: "Given back until the day before.".to_owned(), ..Clinic::default() };
    let text = dense(&pages(&made, Audience::Client, Some(&clinic)).concat());
    let said = "A $100.00, B $100.00, C $100.00, D $100.00. Given back until the day before.";
    assert!(text.contains(&dense(said)), "{text}");
    assert!(!text.contains(&dense("Ask whether it is given back")), "the clinic has said so");
}

/// Six options over ten years, with all that money knows.
pub(super) fn crowded(draft: &mut Draft) {
    (draft.horizon_years, draft.price_growth, draft.tax) = (10, "3.3".to_owned(), "19".to_owned());
    draft.deposit = DepositDraft::Percent("10".to_owned());
    draft.credit = Some(credit("9.9", 24, "25"));
    let more: Vec<_> = Mark::all()
        .skip(4)
        .map(|mark| {
            let mut option = draft.options[1].clone();
            option.mark = mark;
            option
        })
        .collect();
    draft.options.extend(more);
}

#[test]
fn money_alone_stays_one_page_with_six_options_and_a_credit() {
    let made = made("acne-scars", |draft, _| crowded(draft));
    for paper in Paper::ALL {
        let pdf = made.with(|sheet| {
            let handout = Handout { audience: Audience::Money, ..Handout::from(Sheet { paper, ..sheet }) };
            Document::of(&handout).unwrap().pdf().unwrap()
        });
        let pages = text_of(&pdf);
        assert_eq!(pages.len(), 1, "{paper:?}");
        assert_adds_up(&made, &pages);
    }
}

#[test]
fn money_typed_is_money_printed() {
    let made = made("acne-scars", |draft, _| draft.credit = Some(credit("9.9", 24, "")));
    let repayment = made.estimate.options[0].payment.unwrap().repayment.unwrap();
    // 1,750 at 9.9 %, worked out beside the program: 80.67 a month, and 80.73 to end at zero.
    assert_eq!((repayment.instalment, repayment.instalments), (Money::from_minor(8_067), 24));
    check(&made, Paper::A4, &["23 × $80.67, then $80.73"], &[]);
}
