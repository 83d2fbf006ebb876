//! Paying as a member: what is paid when, by hand; what is worth knowing of it; what the price list says of it.

use crate::plans::CATALOG;
use collagen_ledger::catalog::{Catalog, TreatmentId};
use collagen_ledger::document::{
    AddOnDraft, Draft, Edit, ExtraId, Field, LineDraft, MembershipDraft, OptionDraft, OptionEdit, PackageDraft, Place,
    PriceDraft, Upkeep,
};
use collagen_ledger::evaluation::{Evaluation, WayKind, ways};
use collagen_ledger::history::Change as _;
use collagen_ledger::ledger::Item;
use collagen_ledger::price_list::csv;
use collagen_ledger::simulate::{Precision, Simulator};
use collagen_ledger::units::{Spread, TaxMode};
use collagen_ledger::wording;

/// 40 a month for three months, for which there is nothing yet.
fn terms() -> MembershipDraft {
    MembershipDraft {
        fee: "40".to_owned(),
        months: 3,
        covers: vec![TreatmentId::from("microneedling")],
        ..MembershipDraft::default()
    }
}

/// Six sessions of needling five weeks apart at 100, from the last of January on, by a member.
fn plan(membership: MembershipDraft) -> Draft {
    let mut draft = Draft::example(&CATALOG, &CATALOG.concerns[0], jiff::civil::date(2027, 1, 31));
    draft.options.truncate(1);
    draft.horizon_years = 1;
    let option = &mut draft.options[0];
    option.lines.truncate(1);
    let line = &mut option.lines[0];
    (line.sessions, line.spacing_days, line.upkeep) = (6, 35, Upkeep::None);
    line.price = PriceDraft::Own(Spread::of_text("100"));
    option.membership = Some(membership);
    draft
}

fn with(membership: MembershipDraft, change: impl FnOnce(&mut LineDraft)) -> Draft {
    let mut draft = plan(membership);
    change(&mut draft.options[0].lines[0]);
    draft
}

/// What is paid: the day, what for, and the typical amount.
fn paid(draft: &Draft) -> Vec<String> {
    let evaluation = Evaluation::of(draft, &CATALOG).expect("a valid plan");
    let entries = &evaluation.estimate.options[0].ledger.entries;
    let said = entries.iter().map(|entry| {
        let what = match entry.item {
            Item::Membership { month } => format!("month {month}"),
            Item::Session { number, .. } => format!("session {number}"),
            Item::Included { number, .. } => format!("included {number}"),
            Item::Package { number, .. } => format!("package {number}"),
            Item::AddOn { number, .. } => format!("add-on {number}"),
            Item::Consultation => "fee".to_owned(),
            Item::Device { .. } | Item::Payment { .. } => "something else".to_owned(),
        };
        format!("{} {what} {}", entry.date.strftime("%-d %b"), entry.amount.typical.to_plain(draft.currency))
    });
    said.collect()
}

fn check(draft: &Draft, expected: &[&str]) {
    assert_eq!(paid(draft), expected);
}

/// The same without the fees.
fn check_sessions(draft: &Draft, expected: &[&str]) {
    let paid = paid(draft);
    let sessions: Vec<&String> = paid.iter().filter(|said| !said.contains(" month ")).collect();
    assert_eq!(sessions, expected);
}

#[test]
fn fees_are_paid_from_the_first_session_on_each_month() {
    let of = |months| with(MembershipDraft { months, ..terms() }, |line| line.sessions = 1);
    // A month that lacks the day has its last one.
    check(&of(3), &["31 Jan month 1 40.00", "31 Jan session 1 100.00", "28 Feb month 2 40.00", "31 Mar month 3 40.00"]);
    // As far as the plan looks ahead.
    assert_eq!(paid(&of(30)).len(), 13);
    let mut grown = of(14);
    (grown.horizon_years, grown.price_growth) = (2, "10".to_owned());
    assert_eq!(paid(&grown)[12..], ["31 Dec month 12 40.00", "31 Jan month 13 44.00", "29 Feb month 14 44.00"]);
    // The plan's tax, and no discount.
    let mut taxed = of(1);
    (taxed.tax, taxed.tax_mode, taxed.discount) = ("10".to_owned(), TaxMode::OnTop, "50".to_owned());
    check(&taxed, &["31 Jan month 1 44.00", "31 Jan session 1 55.00"]);
    // From the first session, not from the plan's first day.
    let late = with(MembershipDraft { months: 1, ..terms() }, |line| (line.sessions, line.start_day) = (1, 10));
    check(&late, &["10 Feb month 1 40.00", "10 Feb session 1 100.00"]);
    let free = with(MembershipDraft { fee: String::new(), ..terms() }, |line| line.sessions = 1);
    check(&free, &["31 Jan session 1 100.00"]);
}

#[test]
fn sessions_that_the_months_bring_cost_nothing() {
    let bring = |sessions, roll_over| MembershipDraft { sessions, roll_over, ..terms() };
    // One of each of three months; the others come when the membership is over.
    check_sessions(
        &plan(bring(1, 0)),
        &[
            "31 Jan included 1 0.00",
            "7 Mar included 2 0.00",
            "11 Apr included 3 0.00",
            "16 May session 4 100.00",
            "20 Jun session 5 100.00",
            "25 Jul session 6 100.00",
        ],
    );
    // Four weeks apart: two of them in the second month.
    let often = |sessions| with(bring(sessions, 0), |line| line.spacing_days = 28);
    check_sessions(
        &often(1),
        &[
            "31 Jan included 1 0.00",
            "28 Feb included 2 0.00",
            "28 Mar session 3 100.00",
            "25 Apr included 4 0.00",
            "23 May session 5 100.00",
            "20 Jun session 6 100.00",
        ],
    );
    check_sessions(
        &often(2),
        &[
            "31 Jan included 1 0.00",
            "28 Feb included 2 0.00",
            "28 Mar included 3 0.00",
            "25 Apr included 4 0.00",
            "23 May session 5 100.00",
            "20 Jun session 6 100.00",
        ],
    );
    // Upkeep is included as well; add-ons, packages and other treatments are not.
    let upkeep = with(bring(1, 0), |line| (line.sessions, line.upkeep) = (1, Upkeep::Every { months: 2 }));
    assert_eq!(
        paid(&upkeep)[..4],
        ["31 Jan month 1 40.00", "31 Jan included 1 0.00", "28 Feb month 2 40.00", "31 Mar month 3 40.00"]
    );
    assert_eq!(paid(&upkeep)[4], "31 Mar included 1 0.00");
    let packed = with(bring(1, 0), |line| {
        line.sessions = 2;
        line.package = PackageDraft::Own { sessions: 2, price: Spread::of_text("150") };
    });
    check_sessions(&packed, &["31 Jan package 1 150.00"]);
    let mut other = plan(bring(1, 0));
    other.options[0].membership.as_mut().expect("a member").covers = vec![TreatmentId::from("tca-cross")];
    assert_eq!(paid(&other)[1], "31 Jan session 1 100.00");
}

#[test]
fn of_a_days_sessions_the_dearest_is_included_and_makes_no_other_a_further_one() {
    let two = |first: (&str, &str), second: (&str, &str)| {
        let mut draft = with(MembershipDraft { sessions: 1, ..terms() }, |line| line.sessions = 1);
        let line = draft.options[0].lines[0].clone();
        let of = |(area, price): (&str, &str)| LineDraft {
            area: area.to_owned(),
            price: PriceDraft::Own(Spread::of_text(price)),
            id: line.id,
            ..line.clone()
        };
        draft.options[0].lines = vec![of(first), of(second)];
        draft.identify(0);
        draft
    };
    let catalog = table("treatment,microneedling,further_area_percent,,50\n");
    let total = |draft: &Draft| {
        let evaluation = Evaluation::of(draft, &catalog).expect("a valid plan");
        evaluation.estimate.options[0].ledger.total.typical.to_plain(draft.currency)
    };
    // Three fees of 40, the face at 350 included, the back at its whole price, in whichever order they were added.
    let (face, back) = (("Face", "350"), ("Back", "150"));
    assert_eq!((total(&two(face, back)), total(&two(back, face))), ("270.00".to_owned(), "270.00".to_owned()));
}

#[test]
fn what_is_not_used_is_kept_as_long_as_the_terms_say() {
    // Two parts of the body on 11 April, in the third month; the second month brought a session that nobody came for.
    let two = |roll_over, credit: &str, sessions| {
        let mut draft = with(MembershipDraft { roll_over, sessions, credit: credit.to_owned(), ..terms() }, |line| {
            (line.sessions, line.spacing_days) = (2, 70);
        });
        let line = draft.options[0].lines[0].clone();
        draft.options[0].lines[0].area = "Face".to_owned();
        draft.options[0].lines.push(LineDraft { area: "Back".to_owned(), sessions: 1, start_day: 70, ..line });
        draft.identify(0);
        draft
    };
    check_sessions(&two(0, "", 1), &["31 Jan included 1 0.00", "11 Apr included 2 0.00", "11 Apr session 1 100.00"]);
    check_sessions(&two(1, "", 1), &["31 Jan included 1 0.00", "11 Apr included 2 0.00", "11 Apr included 1 0.00"]);
    check_sessions(&two(0, "130", 0), &["31 Jan session 1 0.00", "11 Apr session 2 0.00", "11 Apr session 1 70.00"]);
    // 130 of the second and of the third month; of the first one 30 are left and lost.
    check_sessions(&two(1, "130", 0), &["31 Jan session 1 0.00", "11 Apr session 2 0.00", "11 Apr session 1 0.00"]);
    check_sessions(&two(1, "80", 0), &["31 Jan session 1 20.00", "11 Apr session 2 0.00", "11 Apr session 1 40.00"]);
    // The 30 that are left of the first month are there for a dearer one, if they are kept so long.
    let dear = |roll_over| {
        let mut draft = two(roll_over, "130", 0);
        draft.options[0].lines[1].price = PriceDraft::Own(Spread::of_text("190"));
        draft
    };
    check_sessions(&dear(1), &["31 Jan session 1 0.00", "11 Apr session 2 0.00", "11 Apr session 1 30.00"]);
    check_sessions(&dear(2), &["31 Jan session 1 0.00", "11 Apr session 2 0.00", "11 Apr session 1 0.00"]);
}

#[test]
fn members_get_something_off_everything_else() {
    let off = |discount: &str| MembershipDraft { discount: discount.to_owned(), ..terms() };
    let three = |membership| with(membership, |line| line.sessions = 4);
    check_sessions(
        &three(off("10")),
        &["31 Jan session 1 90.00", "7 Mar session 2 90.00", "11 Apr session 3 90.00", "16 May session 4 100.00"],
    );
    // Rounded by itself: 10 % of 99.95 is 10.00, 10 % of the 89.95 left is 9.00; and then 10 % of 80.95, which is 8.10.
    let mut thrice = with(off("10"), |line| {
        (line.sessions, line.discount) = (1, "10".to_owned());
        line.price = PriceDraft::Own(Spread::of_text("99.95"));
    });
    thrice.discount = "10".to_owned();
    check_sessions(&thrice, &["31 Jan session 1 72.85"]);
    let evaluation = Evaluation::of(&thrice, &CATALOG).expect("a valid plan");
    let entry = &evaluation.estimate.options[0].ledger.entries[1];
    assert_eq!((entry.discount.typical.minor(), entry.plan_discount.typical.minor()), (1_900, 810));
    // Packages and add-ons are cheaper too; a session that costs nothing has an add-on that does.
    let added = |membership| {
        with(membership, |line| {
            (line.sessions, line.package) = (2, PackageDraft::Own { sessions: 2, price: Spread::of_text("150") });
            let price = PriceDraft::Own(Spread::of_text("20"));
            line.add_ons = vec![AddOnDraft {
                id: ExtraId::NEW,
                add_on: None,
                name: "LED".to_owned(),
                price,
                package: PackageDraft::None,
            }];
        })
    };
    check_sessions(&added(off("10")), &["31 Jan package 1 135.00", "31 Jan add-on 1 18.00", "7 Mar add-on 2 18.00"]);
    // Credit comes after the plan's discount, and before a consultation fee that is taken off.
    let mut credited = with(MembershipDraft { credit: "30".to_owned(), ..terms() }, |line| line.sessions = 2);
    (credited.discount, credited.consultation_fee, credited.fee_credited) = ("10".to_owned(), "50".to_owned(), true);
    check_sessions(&credited, &["31 Jan fee 50.00", "31 Jan session 1 10.00", "7 Mar session 2 60.00"]);
}

/// What is worth knowing of the membership of an option.
fn check_remarks(draft: &Draft, catalog: &Catalog, expected: &[&str]) {
    let evaluation = Evaluation::of(draft, catalog).expect("a valid plan");
    let remarks = evaluation.estimate.options[0].remarks.iter().map(wording::remark);
    let said: Vec<String> = remarks.filter(|said| said.contains("membership")).collect();
    assert_eq!(said, expected);
}

#[test]
fn what_of_a_membership_is_not_used_and_what_comes_after_it_is_said() {
    let brings = |months, sessions| MembershipDraft { months, sessions, ..terms() };
    check_remarks(&plan(brings(7, 0)), &CATALOG, &[]);
    check_remarks(
        &plan(brings(3, 1)),
        &CATALOG,
        &["3 purchases come when the membership is over, from 30 Apr 2027 on, at the usual price"],
    );
    check_remarks(&plan(brings(7, 1)), &CATALOG, &["1 of 7 sessions that the membership brings is not used"]);
    // Within the plan: of the months after it nothing is known.
    let short = with(brings(40, 1), |line| line.sessions = 1);
    let unused = "11 of 12 sessions that the membership brings are not used";
    let after = "28 fees of the membership fall on or after 31 Jan 2028, the end of the plan, and are not counted";
    check_remarks(&short, &CATALOG, &[unused, after]);
    // Of 12 times 30 one session of 20 takes no more than that.
    let cheap = with(MembershipDraft { credit: "30".to_owned(), months: 12, ..terms() }, |line| {
        (line.sessions, line.price) = (1, PriceDraft::Own(Spread::of_text("20")));
    });
    check_remarks(&cheap, &CATALOG, &["$340 of $360 that the membership brings as credit is not used"]);
    // What a package bought before has paid for is not bought again.
    let packed = with(brings(3, 0), |line| {
        line.package = PackageDraft::Own { sessions: 6, price: Spread::of_text("500") };
    });
    check_remarks(&packed, &CATALOG, &[]);
    let nothing = plan(MembershipDraft { covers: vec![TreatmentId::from("tca-cross")], ..brings(7, 1) });
    check_remarks(&nothing, &CATALOG, &["The membership brings sessions, of none of these treatments; say of which"]);
    let list = table("clinic,,membership_monthly,USD,40\nclinic,,membership_months,,12\n");
    let least = "The membership is paid for 7 of at least 12 months that the price list asks for";
    check_remarks(&plan(brings(7, 0)), &list, &[least]);
    // In another currency the list asks for nothing.
    check_remarks(
        &plan(brings(7, 0)),
        &table("clinic,,membership_monthly,EUR,40\nclinic,,membership_months,,12\n"),
        &[],
    );
}

/// The catalogue under a price list of these rows.
fn table(rows: &str) -> Catalog {
    let text = format!("kind,id,value,currency,typical\n{rows}");
    let list = csv::import(text.as_bytes(), &CATALOG, &|_| None).expect("a price list");
    list.over(&CATALOG, jiff::civil::date(2027, 1, 1))
}

const LISTED: &str = "clinic,,membership_monthly,USD,40\nclinic,,membership_months,,6\nclinic,,membership_sessions,,1\n\
    clinic,,membership_credit,USD,10\nclinic,,membership_rollover_months,,2\nclinic,,membership_percent,,7.5\n\
    treatment,microneedling,membership_included,,yes\ntreatment,tca-cross,membership_included,,no\n";

#[test]
fn a_price_list_says_on_which_terms_there_are_members() {
    let catalog = table(LISTED);
    let mut draft = plan(terms());
    draft.options[0].membership = None;
    let currency = draft.currency;
    let begun = MembershipDraft::listed(&catalog.defaults.membership, currency, &draft.options[0].lines);
    assert_eq!(
        begun,
        MembershipDraft {
            fee: "40.00".to_owned(),
            months: 6,
            sessions: 1,
            covers: vec![TreatmentId::from("microneedling")],
            credit: "10.00".to_owned(),
            roll_over: 2,
            discount: "7.5".to_owned(),
        }
    );
    // By a member is a way of paying that comes to what it comes to once it is chosen, and then is the one that is chosen.
    let paid = |draft: &Draft| {
        let evaluation = Evaluation::of(draft, &catalog).expect("a valid plan");
        let (option, worked) = (&evaluation.plan.options[0], &evaluation.estimate.options[0]);
        let ways = ways(&evaluation.plan, option, &worked.schedule, &catalog);
        let of_all = ways.into_iter().filter(|way| way.kind.sold().is_none()).map(|way| {
            let more = way.more.to_plain(currency);
            (
                way.kind,
                way.is_chosen,
                way.is_typed,
                way.total.typical.to_plain(currency),
                more,
                way.even.map(|even| even.0),
            )
        });
        of_all.collect::<Vec<_>>()
    };
    let (plain, member) = (WayKind::WithoutMembership, WayKind::Member);
    let row = |kind, is_chosen, total: &str, more: &str, even| {
        (kind, is_chosen, false, total.to_owned(), more.to_owned(), even)
    };
    // Six fees; all six sessions are included.
    let both = |is_member: bool| {
        [row(plain, !is_member, "600.00", "0.00", None), row(member, is_member, "240.00", "-360.00", Some(1))]
    };
    assert_eq!(paid(&draft), both(false));
    let id = draft.options[0].id;
    Edit::Option(id, OptionEdit::Membership(Some(begun.clone()))).apply(&mut draft, 0);
    assert_eq!(paid(&draft), both(true));
    // On other terms it is a way of its own.
    draft.options[0].membership = Some(terms());
    let found = paid(&draft);
    assert_eq!(found.len(), 3);
    assert_eq!(found[2], (member, true, true, "720.00".to_owned(), "120.00".to_owned(), None));
    // What is typed and comes to the same is the same, in whichever order and whatever else it names.
    let covers = ["tca-cross", "microneedling"].map(TreatmentId::from).to_vec();
    draft.options[0].membership = Some(MembershipDraft { fee: "40".to_owned(), covers, ..begun });
    assert_eq!(paid(&draft), both(true));
    // In a currency without a fee there are none.
    draft.options[0].membership = None;
    draft.currency = collagen_ledger::units::Currency::from_code("EUR").expect("euro");
    draft.options[0].lines[0].price = PriceDraft::Own(Spread::of_text("100"));
    assert_eq!(paid(&draft), []);
}

#[test]
fn fees_are_owed_by_whoever_has_joined() {
    let late = with(terms(), |line| (line.sessions, line.start_day) = (1, 10));
    let evaluation = Evaluation::of(&late, &CATALOG).expect("a valid plan");
    let owed = |day: i32| {
        let stop = evaluation.estimate.options[0].stopped(day, &mut Simulator::default(), Precision(64));
        stop.owed.typical.minor()
    };
    assert_eq!([owed(0), owed(9), owed(10), owed(40), owed(300)], [0, 0, 8_000, 4_000, 0]);
}

#[test]
fn what_is_typed_for_a_number_goes_with_the_terms_it_was_typed_for() {
    let mut draft = plan(terms());
    let option = draft.options[0].id;
    Edit::Unread(Place::Option { option, field: Field::MemberMonths }, "soon".to_owned()).apply(&mut draft, 0);
    assert!(Evaluation::of(&draft, &CATALOG).is_err());
    let mut hidden = draft.clone();
    hidden.options.push(OptionDraft {
        hidden: true,
        mark: hidden.free_mark().expect("a mark"),
        ..hidden.options[0].clone()
    });
    hidden.identify(0);
    hidden.options[0].hidden = true;
    hidden.options[1].hidden = false;
    assert!(Evaluation::of(&hidden, &CATALOG).is_ok(), "an option that is hidden keeps nothing from being estimated");
    Edit::Option(option, OptionEdit::Membership(Some(terms()))).apply(&mut draft, 0);
    assert!(Evaluation::of(&draft, &CATALOG).is_ok());
}

#[test]
fn the_terms_are_said_in_a_sentence() {
    let said = |membership: MembershipDraft| {
        let evaluation = Evaluation::of(&plan(membership), &CATALOG).expect("a valid plan");
        let (plan, terms) = (&evaluation.plan, evaluation.plan.options[0].membership.as_ref());
        wording::membership(terms.expect("a member"), (plan.currency, plan.tax), &CATALOG)
    };
    assert_eq!(said(terms()), "As a member: $40 a month for 3 months");
    let all =
        MembershipDraft { sessions: 1, credit: "10".to_owned(), discount: "7.5".to_owned(), roll_over: 2, ..terms() };
    assert_eq!(
        said(all),
        "As a member: $40 a month for 3 months; each month brings 1 session of Microneedling; each month brings $10 \
         towards what is not included; 7.5% off what is not included; what is not used of a month is kept for 2 months more"
    );
}
