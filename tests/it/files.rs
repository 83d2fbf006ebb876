//! Plan files and settings: what is written is read again, and what cannot be read says where and why.

use crate::plans::plan_text;
use collagen_ledger::catalog::{Basis, Catalog, PriceUnit};
use collagen_ledger::clinic::Clinic;
use collagen_ledger::document::{
    AddOnDraft, CreditDraft, DepositDraft, Draft, ExtraId, Field, LineTax, Mark, OptionDraft, PackageDraft, Phototype,
    Place, PlanId, PriceDraft, Profile, Serial, SpreadText, Sun, Upkeep,
};
use collagen_ledger::finance::RateKind;
use collagen_ledger::log::{Author, Dossier, Event, EventKind, IssueTerms, Log, Moment, Signature};
use collagen_ledger::price_list::csv;
use collagen_ledger::progress::{Fact, SessionFact};
use collagen_ledger::record::{
    Answer, DatedAnswer, Frozen, FrozenAddOn, FrozenPrice, FrozenPrices, FrozenTreatment, Presentation, Seal, Snapshot,
    Versions,
};
use collagen_ledger::report::sheet::{Audience, Paper, Sides};
use collagen_ledger::storage::{
    self, Common, DeskName, Disk, Expected, LocaleChoice, Settings, Sharing, SheetSettings, Swap, Theme,
};
use collagen_ledger::units::{Currency, Money, Spread, TaxMode};
use std::sync::Arc;

/// A plan that uses every field of the file.
fn full() -> Draft {
    let mut draft = first();
    (draft.tax_mode, draft.discount) = (TaxMode::Included, "2,5".to_owned());
    let price = SpreadText { low: "800".into(), typical: "900,00".into(), high: "soon".into() };
    let line = &mut draft.options[0].lines[0];
    line.area = "both cheeks".to_owned();
    line.package = PackageDraft::Own { sessions: 3, price };
    line.tax = LineTax::Own { percent: "7".to_owned(), mode: TaxMode::OnTop };
    draft.options[1].lines[0].package = PackageDraft::Catalogue { sessions: 50 };
    draft.options[1].hidden = true;
    draft.deposit = DepositDraft::Percent("10".to_owned());
    let (rate, fee) = ("9,9".to_owned(), "25".to_owned());
    draft.credit = Some(CreditDraft { rate, kind: RateKind::Effective, months: 24, first: 1, fee });
    draft
}

/// A plan that uses every field of the first schema.
fn first() -> Draft {
    let catalog = Catalog::built_in();
    let start = jiff::civil::date(2027, 3, 1);
    let mut draft = Draft::example(&catalog, &catalog.concerns[0], start);
    draft.reference = "Zoë \"17\" \\ Юлія".to_owned();
    draft.profile = Profile {
        age: 44,
        smoker: true,
        sun: Sun::Unprotected,
        phototype: Some(Phototype::Darker),
        ..Profile::default()
    };
    draft.profile.scar_mix.icepick = 4;
    draft.currency = Currency::from_code("EUR").expect("a currency");
    draft.consultation_fee = "60,00".to_owned();
    draft.tax = "19".to_owned();
    draft.price_growth = "2.5".to_owned();
    draft.target = Some(40);
    draft.notes = "Two lines\nof notes".to_owned();
    let line = &mut draft.options[0].lines[0];
    line.price = PriceDraft::Own(SpreadText { low: "180".into(), typical: "not yet".into(), high: "1.234,50".into() });
    line.discount = "10".to_owned();
    line.upkeep = Upkeep::Every { months: 6 };
    line.upkeep_until = Some(jiff::civil::date(2029, 12, 31));
    line.add_ons = vec![
        AddOnDraft::of_catalog("prp".into()),
        AddOnDraft {
            id: ExtraId::NEW,
            add_on: None,
            name: "Serum".into(),
            price: PriceDraft::Own(Spread::of_text("25")),
            package: PackageDraft::None,
        },
    ];
    // As a file without ids gets them: by its order.
    draft.options = draft.options.iter().map(OptionDraft::anew).collect();
    draft.identify(0);
    draft
}

/// What happened to a plan, with every field of its own: an issue that was accepted by mistake, and one that took its
/// place and is being revised. As the schema before kept it, which knew the days alone and neither times nor desks.
fn happened(id: PlanId) -> Log {
    let catalog = Catalog::built_in();
    let (first, second) = (jiff::civil::date(2027, 2, 1), jiff::civil::date(2027, 2, 20));
    let mut draft = Draft::example(&catalog, &catalog.concerns[0], first);
    (draft.id, draft.options) = (id, draft.options[..1].to_vec());
    let price = FrozenPrice {
        amount: Spread { low: 18_000, typical: 20_050, high: 25_000 }.map(Money::from_minor),
        year: "2026".to_owned(),
        basis: Basis::Clinic,
        refs: vec!["P01".into()],
        note: "From the clinic's price list".to_owned(),
    };
    let treatment = |id: &str, unit, price: Option<FrozenPrice>| FrozenTreatment {
        id: id.into(),
        unit,
        minimum_interval_days: 28,
        interval_basis: Basis::Society,
        packages: price.iter().cloned().map(|price| (3, price)).collect(),
        price,
    };
    let frozen = FrozenPrices {
        currency: draft.currency,
        treatments: vec![
            treatment("microneedling", PriceUnit::Session, Some(price.clone())),
            treatment("home-roller", PriceUnit::Device { uses: 12 }, None),
            treatment("filler", PriceUnit::Syringe, None),
            treatment("subcision", PriceUnit::Procedure, None),
        ],
        add_ons: vec![FrozenAddOn { id: "serum".into(), name: "Serum".to_owned(), price: Some(price) }],
    };
    let snapshot = |number: &str, on, valid_until| Snapshot {
        number: number.to_owned(),
        on,
        valid_until,
        versions: Versions { program: "0.1.0".into(), model: "1".into(), catalogue: "2026-11".into() },
        born: Some(jiff::civil::date(1990, 6, 15)),
        decide_from: Some(jiff::civil::date(2027, 2, 25)),
        presentation: (number == "CL-2").then(how),
        draft: draft.clone(),
        frozen: Frozen::Prices(frozen.clone()),
    };
    let number = |number| Serial { number, salt: 0 };
    let said = |answer, day| EventKind::Answered {
        issue: number(1),
        said: DatedAnswer { answer, on: jiff::civil::date(2027, 2, day) },
    };
    let events = [
        (1, EventKind::Issued(Arc::new(snapshot("CL-1", first, jiff::civil::date(2027, 3, 3))))),
        (3, said(Answer::Accepted(Mark::from_letter('A')), 3)),
        (3, said(Answer::Open, 3)),
        (9, said(Answer::Declined, 9)),
        (9, EventKind::RevisionBegun { issue: number(1) }),
        (20, EventKind::Issued(Arc::new(snapshot("CL-2", second, second)))),
        (20, EventKind::RevisionBegun { issue: number(6) }),
    ];
    let event = |(at, (day, what)): (u32, (i8, EventKind))| Event {
        at: jiff::civil::date(2027, 2, day).at(0, 0, 0, 0).into(),
        desk: String::new(),
        number: number(at),
        by: None,
        before: Vec::new(),
        what,
        seal: Seal::default(),
    };
    sealed((1..).zip(events).map(event).collect())
}

/// These events, each with its own seal.
fn sealed(mut events: Vec<Event>) -> Log {
    let by = storage::author(jiff::civil::date(2027, 2, 1).at(0, 0, 0, 0), "", 0);
    events.iter_mut().for_each(|event| event.seal = (by.seal)(event));
    Log::of(events)
}

/// How an issue was handed out, with a text in every place.
fn how() -> Presentation {
    let text = |what: &str| format!("the {what}");
    let clinic = Clinic {
        name: text("name"),
        address: vec![text("street"), text("town")],
        phone: text("phone"),
        email: text("mail"),
        web: text("page"),
        practitioner: text("practitioner"),
        registration: text("registration"),
        tax_id: text("tax id"),
        contact: text("contact"),
        opening: text("opening\nof two lines"),
        included: text("included"),
        not_included: text("not included"),
        deposit: text("deposit"),
        cancellation: text("cancellation"),
    };
    Presentation { country: "de".to_owned(), language: "de".to_owned(), clinic }
}

/// The same as the first builds with the third schema kept it.
fn happened_first(id: PlanId) -> Log {
    let mut events = happened(id).events().to_vec();
    for event in &mut events {
        match &mut event.what {
            EventKind::Issued(snapshot) => Arc::make_mut(snapshot).presentation = None,
            EventKind::Answered { said, .. } if said.answer.id() == "accepted" => said.answer = Answer::Accepted(None),
            _ => {}
        }
    }
    sealed(events)
}

/// Everything that a file holds: what happened before, and a revision that was issued whole and is being revised.
fn dossier() -> Dossier {
    let id = PlanId::of_random(4);
    let catalog = Catalog::built_in();
    let on = jiff::civil::date(2027, 2, 25);
    let mut draft = Draft { id, ..Draft::example(&catalog, &catalog.concerns[0], on) };
    draft.options.truncate(1);
    draft.options[0].lines[0].add_ons = vec![AddOnDraft::of_catalog("prp".into())];
    draft.credit = Some(CreditDraft { rate: "9,9".to_owned(), ..CreditDraft::default() });
    draft.identify(0);
    let mut dossier = Dossier { draft, log: happened(id) };
    let terms = IssueTerms {
        number: "CL-3".to_owned(),
        on,
        valid_until: on,
        program: "0.2.0".to_owned(),
        born: None,
        decide_from: None,
        presentation: None,
    };
    let at = Moment { local: on.at(9, 30, 0, 0), offset: Some(jiff::tz::offset(1)) };
    let signature = Signature { person: "AB".into(), desk: "front \"1\"".into(), program: "0.1.0".into() };
    let by = storage::author(at, "front", 7).signed(signature);
    dossier.issue(terms, &catalog, &by).expect("issued");
    dossier.revise(&by).expect("issued");
    let draft = Draft { id, ..full() };
    let (option, line) = (draft.options[0].id, draft.options[0].lines[0].id);
    let session = |what| Fact::Session { line, on, what };
    let facts = [
        session(SessionFact::Had { paid: Some(Money::from_minor(32_050)), planned: None }),
        session(SessionFact::Had { paid: None, planned: None }),
        session(SessionFact::Skipped),
        session(SessionFact::Booked),
        Fact::Ended { line, on },
        Fact::Payment { option, on, amount: Money::from_minor(-5_000), note: "a \"slot\"".to_owned() },
    ];
    facts.into_iter().for_each(|fact| dossier.log.append(&by, EventKind::Happened(fact)));
    let event = dossier.log.events().last().expect("events").number;
    dossier.log.append(&by, EventKind::TakenBack { event });
    let unread = [
        (Place::Plan(Field::Start), "31.02.2027".to_owned()),
        (Place::Line { line, field: Field::UpkeepUntil }, "soon".to_owned()),
    ];
    Dossier { draft: Draft { unread: unread.into(), ..draft }, ..dossier }
}

#[test]
fn a_deposit_of_each_kind_comes_back() {
    let kinds = [DepositDraft::None, DepositDraft::Percent("7,5 %".into()), DepositDraft::Amount("not yet".into())];
    for deposit in kinds {
        let draft = Draft { deposit, credit: None, ..full() };
        assert_eq!(storage::parse_plan(&plan_text(&draft)).expect("a plan").draft, draft);
    }
}

#[test]
fn every_schema_stays_readable_and_the_last_is_written_as_it_was() {
    let (mut second, full) = (first(), full());
    second.options[1].hidden = true;
    let nothing = |_: PlanId| Log::default();
    let cases: [(&str, Draft, fn(PlanId) -> Log); 4] = [
        (include_str!("../data/plan-v1.ron"), first(), nothing),
        (include_str!("../data/plan-v2.ron"), second, nothing),
        (include_str!("../data/plan-v3-first.ron"), full.clone(), happened_first),
        (include_str!("../data/plan-v3.ron"), full, happened),
    ];
    for (text, draft, log) in cases {
        // The id is that of the text, so that every desk that reads it takes it for the same plan.
        let id = PlanId::of_content(text);
        let read = storage::parse_plan(text).expect("an earlier schema");
        assert_eq!(read, Dossier { draft: Draft { id, ..draft }, log: log(id) });
        assert_eq!(storage::parse_plan(&storage::plan_text(&read)).expect("the current schema"), read);
    }
    let first = storage::parse_plan(include_str!("../data/plan-v4-first.ron")).expect("issued under model 1");
    let current = include_str!("../data/plan-v4.ron");
    let read = storage::parse_plan(current).expect("the current schema");
    assert_eq!(storage::parse_plan(&storage::plan_text(&first)).expect("the current schema"), first);
    let version = |read: &Dossier| read.record().last().expect("an issue").snapshot.versions.model.clone();
    assert_eq!(
        (version(&first).as_str(), version(&read).as_str()),
        ("1", "2"),
        "an issue says by which model it was made"
    );
    assert_eq!(storage::plan_text(&read), current, "the same plan gives the same bytes");
    // Before anybody signed.
    let unsigned = |event: &Event| Event { by: None, before: Vec::new(), at: event.at.local.into(), ..event.clone() };
    let read_unsigned = Dossier { log: sealed(read.log.events().iter().map(unsigned).collect()), ..read.clone() };
    let text = include_str!("../data/plan-v4-unsigned.ron");
    assert_eq!(storage::parse_plan(text).expect("the current schema"), read_unsigned);
    // Before phototypes were asked for, and before anybody could note what really happened.
    let is_earlier = |event: &&Event| !matches!(event.what, EventKind::Happened(_) | EventKind::TakenBack { .. });
    let log = Log::of(read_unsigned.log.events().iter().filter(is_earlier).cloned().collect());
    let earlier = Dossier { draft: read.draft.clone(), log };
    assert_eq!(storage::parse_plan(include_str!("../data/plan-v4-darker.ron")).expect("the current schema"), earlier);
    // What was frozen then is not what the catalogue says now.
    let frozen = |dossier: &Dossier| dossier.record().last().expect("an issue").snapshot.frozen.clone();
    let mut events = dossier().log.events().to_vec();
    for event in &mut events {
        if let EventKind::Issued(snapshot) = &mut event.what
            && snapshot.frozen.is_whole()
        {
            Arc::make_mut(snapshot).frozen = frozen(&read);
        }
    }
    let written = Dossier { log: written_down_anew(events), ..dossier() };
    assert_eq!(read, written);
}

/// Each event behind those it was written behind, whose seals may have changed.
fn written_down_anew(events: Vec<Event>) -> Log {
    let (first, behind): (Vec<_>, Vec<_>) = events.into_iter().partition(|event| event.before.is_empty());
    let mut log = sealed(first);
    for Event { at, desk, number, by, what, .. } in behind {
        log.append(&Author { signature: by, ..storage::author(at, &desk, number.salt) }, what);
    }
    log
}

#[test]
fn what_was_copied_by_hand_gets_an_id_of_its_own() {
    let draft = full();
    let twice = plan_text(&draft).replace(&format!("id: \"{}\"", draft.options[1].id), "id: \"1\"");
    let read = storage::parse_plan(&twice).expect("a plan").draft;
    assert!(read.is_identified() && read.options[0].id == draft.options[0].id, "the first keeps it");
    assert!(read.options[1].id > draft.options[3].id, "and the copy is later than all others");
}

/// `damage` turns the text of a good plan into a bad one; the message must say where and what.
fn check(what: &str, damage: impl FnOnce(String) -> String, says: &str) {
    check_text(what, &damage(storage::plan_text(&dossier())), says);
}

fn check_text(what: &str, text: &str, says: &str) {
    let message = match storage::parse_plan(text) {
        Ok(_) => panic!("{what}: was read"),
        Err(error) => error.to_string(),
    };
    assert!(message.starts_with("line ") && message.contains(", column "), "{what}: no place in {message:?}");
    assert!(message.contains(says), "{what}: {message:?} does not say {says:?}");
    assert!(!message.contains('\n'), "{what}: more than one line: {message:?}");
}

/// Wherever a file was cut off, in a word, in a number or between two, that is what is said of it.
#[test]
fn a_file_that_was_cut_off_anywhere_says_so() {
    let text = storage::plan_text(&dossier());
    let (begun, end) = (text.find("Plan(").expect("its name") + "Plan(".len(), text.trim_end().len() - 1);
    for end in (begun..end).step_by(61).filter(|end| text.is_char_boundary(*end)) {
        check_text("cut off", &text[..end], "ends too early");
    }
}

#[test]
fn damaged_newer_and_hostile_files_are_refused_with_one_sentence() {
    let replaced = |from: &'static str, to: &str| {
        let to = to.to_owned();
        move |text: String| {
            assert!(text.contains(from), "the plan holds {from}");
            text.replacen(from, &to, 1)
        }
    };
    check("cut off", |text| text[..text.len() / 2].to_owned(), "ends too early");
    check("empty", |_| String::new(), "empty");
    check("wrong part", |text| text.replacen("client: Client(", "client: Person(", 1), "\"Client(\" was expected");
    check("more behind the end", |text| text + "x", "behind the end");
    check("older than any", |text| text.replacen("schema: 4", "schema: 0", 1), "from 1 to 4");
    for share in [3, 5, 7, 9] {
        check("cut off", |text| text.chars().take(text.chars().count() * share / 10).collect(), "ends too early");
    }
    check("something else", |_| "hello".to_owned(), "not a plan");
    check("an unknown word", replaced("smoker: true", "smoker: yes"), "what stands here cannot be read; mend it");
    check("an unknown choice", replaced("severity: moderate", "severity: extreme"), "\"extreme\" cannot stand here");
    check("no comma", replaced("smoker: true,", "smoker: true"), "a comma is missing before this");
    check("newer", replaced("schema: 4", "schema: 5"), "newer version");
    check("wrong type", replaced("age: 44", "age: \"old\""), "a whole number from 12 to 100");
    check("a fraction", replaced("age: 44", "age: 44.5"), "a whole number from 12 to 100");
    check("not a number", replaced("age: 44", "age: NaN"), "a whole number from 12 to 100");
    check("negative", replaced("sessions: 5", "sessions: -5"), "a whole number from 1 to 520");
    check("no syringe", replaced("units: 1", "units: 0"), "a number from 0.1 to 20 with at most two decimals");
    check("a third", replaced("units: 1", "units: 0.333"), "a number from 0.1 to 20 with at most two decimals");
    check("not a number of units", replaced("units: 1", "units: NaN"), "a number from 0.1 to 20");
    check("2^63 sessions", replaced("sessions: 5", "sessions: 9223372036854775808"), "a whole number from 1 to 520");
    check("beyond any integer", replaced("sessions: 5", &format!("sessions: {}", "9".repeat(60))), "");
    check("an unknown field", replaced("smoker: true", "smoker: true, vip: true"), "\"vip\" is no field here");
    check("a missing field", replaced("smoker: true,", ""), "\"smoker\" is missing");
    check("a field twice", replaced("smoker: true,", "smoker: true, smoker: true,"), "twice");
    check("an impossible date", replaced("2027-03-01", "2027-02-30"), "is not a date");
    check("an unknown currency", replaced("\"EUR\"", "\"euro\""), "not a currency code");
    check("too many instalments", replaced("months: 24", "months: 121"), "a whole number from 2 to 120");
    check("an unknown kind of rate", replaced("effective", "flat"), "flat");
    check("an unknown kind of deposit", replaced("Percent(\"10\")", "Half"), "Half");
    check("a package of one", replaced("sessions: 50", "sessions: 1"), "a whole number from 2 to 50");
    check("a long name", replaced("Serum", &"x".repeat(500)), "longer than 120 characters");
    check("a control character", replaced("Serum", "a\\u{0}b"), "control character");
    check("deep nesting", |_| format!("CollagenLedgerPlan(schema: {}", "[".repeat(100_000)), "");
    damaged_records_are_refused();
    let million = |text: String| {
        let at = text.find("options: [").expect("options") + "options: [".len();
        format!(
            "{}{}{}",
            &text[..at],
            "Option(id: \"0\", mark: 'A', name: \"x\", hidden: false, lines: []),".repeat(20_000),
            &text[at..]
        )
    };
    check("far too many options", million, "more than 6 entries");
}

/// What no issuing, answering and revising could have written.
fn damaged_records_are_refused() {
    let replaced = |from: &'static str, to: &'static str| {
        move |text: String| {
            assert!(text.contains(from), "the record holds {from}");
            text.replacen(from, to, 1)
        }
    };
    check("a number twice", replaced("\"CL-2\"", "\"CL-1\""), "\"CL-1\" is in the plan's record already");
    check("no time", replaced("at: \"2027-02-01T00:00:00\"", "at: \"2027-02-01 noon\""), "is no day with a time");
    check("no number", replaced("\"CL-2\"", "\" \""), "the issue has no number");
    check("a long number", replaced("CL-2", "CL-1234567890123456789012345678901234567890"), "longer than 40");
    check(
        "valid before it was issued",
        replaced("\"2027-03-03\"", "\"2027-01-31\""),
        "cannot be valid until 2027-01-31",
    );
    check("valid for ever", replaced("\"2027-03-03\"", "\"2037-03-03\""), "more than 366 days");
    check(
        "out of order",
        replaced("on: \"2027-02-20\"", "on: \"2027-01-20\""),
        "the issue before was issued on 2027-02-01",
    );
    check("an unknown answer", replaced("answer: declined", "answer: maybe"), "");
    check("answered before", replaced("on: \"2027-02-09\"", "on: \"2027-01-09\""), "before the day of issue");
    check("an option nobody offered", replaced("option: Some('A')", "option: Some('F')"), "no option F in \"CL-1\"");
    check("an option of no letter", replaced("option: Some('A')", "option: Some('Z')"), "a letter from A to F");
    check("declined, yet an option", replaced("answer: accepted", "answer: declined"), "only an accepted issue");
    check("an unknown field", replaced("born: Some", "died: Some"), "\"died\" is no field here");
    check("a price below zero", replaced("low_minor: 18000", "low_minor: -1"), "a whole number from 0 to 1000000000");
    check(
        "changed though issued",
        |text| {
            let revision = text.rfind("what: RevisionBegun").expect("the revision");
            let event = text[..revision].rfind("    Event(").expect("its event");
            let behind = revision + text[revision..].find("    Event(").expect("the event behind it");
            format!("{}{}", &text[..event], &text[behind..])
        },
        "differs from what was issued",
    );
    let nobody = |text: String| text.replace("issue: \"6\"", "issue: \"5\"");
    check("a revision of nothing", nobody, "has not been issued yet");
    let third = |from: &str, to: &str| include_str!("../data/plan-v3.ron").replacen(from, to, 1);
    let changed = third("revising: true", "revising: false");
    check_text("changed though issued, of the third schema", &changed, "differs from what was issued");
    let nested = "plan: CollagenLedgerPlan(record: Some(Record(revising: false, issues: [])),";
    let nested = third("plan: CollagenLedgerPlan(", nested);
    check_text("a record within a record", &nested, "has no record of its own");
    check("an id that is none", replaced("id: \"1\"", "id: \"first\""), "\"first\" is no id");
    check("an id beyond all others", replaced("id: \"1\"", "id: \"4000000000\""), "\"4000000000\" is no id");
    check("a plan's id that is none", replaced("id: \"00000000-", "id: \"0000000-"), "no id of a plan");
}

#[test]
fn an_option_copied_by_hand_gets_a_letter_of_its_own() {
    let text = plan_text(&full()).replace("mark: 'B'", "mark: 'A'");
    let letters: String =
        storage::parse_plan(&text).expect("a plan").draft.options.iter().map(|option| option.mark.letter()).collect();
    assert_eq!(letters, "ABCD");
}

#[test]
fn a_new_file_is_for_the_owner_only_and_a_link_leads_to_what_is_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, link) = (folder.path().join("plan.ron"), folder.path().join("link.ron"));
    storage::write_private(&Disk::here(), &path, b"old").expect("a file");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&path, &link).expect("a link");
    #[cfg(not(unix))]
    std::fs::copy(&path, &link).expect("a copy");
    storage::write_private(&Disk::here(), &link, b"new").expect("written");
    assert_eq!(std::fs::read(&link).expect("read"), b"new");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::read(&path).expect("read"), b"new", "the link was followed");
        assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
    }
    let error =
        storage::write_private(&Disk::here(), &folder.path().join("no/such/folder.ron"), b"x").expect_err("no folder");
    assert!(!error.is_bad_input() && error.to_string().contains("cannot be written"));
}

#[test]
#[cfg(unix)]
fn what_is_shared_stays_shared_with_its_group() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.ron");
    for mode in [0o660, 0o640, 0o600] {
        std::fs::write(&path, "old").expect("a file");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("a mode");
        // Only where this is allowed can the group differ from the one that new files get.
        let _ = chown(&path, None, Some(100));
        let group = path.metadata().expect("there").gid();
        let text = plan_text(&full());
        let swap = storage::swap::<storage::StorageError>(
            &Disk::here(),
            &path,
            Expected::Anything,
            text.as_bytes(),
            || Ok(()),
        );
        assert!(matches!(swap.expect("written"), Swap::Done(_)));
        let about = path.metadata().expect("there");
        assert_eq!((about.mode() & 0o7777, about.gid()), (mode, group));
        storage::write_private(&Disk::here(), &path, b"new").expect("written");
        let about = path.metadata().expect("there");
        assert_eq!((about.mode() & 0o7777, about.gid()), (mode, group));
    }
}

#[test]
fn a_plan_is_replaced_only_if_it_holds_what_was_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.ron");
    let text = plan_text(&full());
    let swap = |expected| {
        storage::swap::<storage::StorageError>(&Disk::here(), &path, expected, text.as_bytes(), || Ok(()))
            .expect("a disk that works")
    };
    let Swap::Done(first) = swap(Expected::Nothing) else { panic!("nothing is there") };
    assert_eq!(swap(Expected::Nothing), Swap::Changed);
    assert_eq!(swap(Expected::Read(first)), Swap::Done(first), "the same text has the same stamp");
    std::fs::write(&path, "theirs").expect("written by somebody else");
    assert_eq!(swap(Expected::Read(first)), Swap::Changed);
    assert_eq!(std::fs::read_to_string(&path).expect("theirs"), "theirs");
    let failing = || Err(storage::StorageError::Missing("sheet.pdf".into()));
    storage::swap(&Disk::here(), &path, Expected::Anything, text.as_bytes(), failing)
        .expect_err("what comes first has failed");
    assert_eq!(std::fs::read_to_string(&path).expect("theirs"), "theirs");
    std::fs::remove_file(&path).expect("removed by somebody else");
    assert_eq!(swap(Expected::Read(first)), Swap::Done(first), "nothing is lost by writing it anew");
    assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1, "nothing else is left behind");
}

#[test]
fn a_lease_that_a_crash_has_left_is_taken_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.ron");
    for left in ["1-0123456789abcdef", ""] {
        std::fs::write(folder.path().join(".plan.ron.lease"), left).expect("left behind");
        let (start, text) = (std::time::Instant::now(), plan_text(&full()));
        let writers: Vec<_> = (0..4)
            .map(|_| {
                let (path, text) = (path.clone(), text.clone());
                std::thread::spawn(move || {
                    storage::swap::<storage::StorageError>(
                        &Disk::here(),
                        &path,
                        Expected::Anything,
                        text.as_bytes(),
                        || Ok(()),
                    )
                })
            })
            .collect();
        for writer in writers {
            assert!(matches!(writer.join().expect("an end").expect("written"), Swap::Done(_)));
        }
        assert!(start.elapsed() < std::time::Duration::from_secs(10), "{:?}", start.elapsed());
    }
    assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1, "nothing else is left behind");
}

#[test]
fn settings_come_back_and_a_broken_one_costs_only_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("config/settings.ron");
    let settings = Settings {
        theme: Theme::Dark,
        zoom: 1.3,
        recent: vec!["/a/b.ron".into()],
        editor_width: Some(300.0),
        split: Some(0.5),
        window: Some((1400.0, 900.0)),
        locale: LocaleChoice { country: Some("de".into()), language: Some("en".into()), currency: Some(Currency::USD) },
        sheet: SheetSettings {
            audience: Audience::Money,
            paper: Some(Paper::Letter),
            valid_days: 14,
            printer: Some("Office".into()),
            sides: Sides::Both,
        },
        desk: "front".into(),
        name: DeskName { desk: "front desk".into(), person: "AB".into() },
        sharing: Sharing {
            folder: Some("/srv/clinic".into()),
            list: Some(Common {
                here: "6ba7b811-9dad-11d1-80b4-00c04fd430c8".into(),
                there: "6ba7b812-9dad-11d1-80b4-00c04fd430c8".into(),
            }),
            clinic: None,
        },
        seen_copies: vec!["6ba7b810-9dad-11d1-80b4-00c04fd430c8".into()],
    };
    settings.write(&Disk::here(), &path).expect("written");
    assert_eq!(Settings::read(&Disk::here(), &path), (settings.clone(), Vec::new()));
    let text = std::fs::read_to_string(&path).expect("text").replace("\"dark\"", "\"mauve\"").replace("1.3", "-4.0");
    let text = text.replace("\"money\"", "\"everybody\"");
    let (read, warnings) = Settings::parse(&text);
    let sheet = SheetSettings { audience: Audience::Client, ..settings.sheet.clone() };
    assert_eq!(read, Settings { theme: Theme::System, zoom: 1.0, sheet, ..settings });
    let names: Vec<bool> = ["theme", "zoom", "audience"]
        .iter()
        .map(|name| warnings.iter().any(|one| one.to_string().contains(name)))
        .collect();
    assert_eq!((warnings.len(), names), (3, vec![true; 3]));
    assert_eq!(Settings::parse("{{{").1.len(), 1);
    assert_eq!(Settings::read(&Disk::here(), &folder.path().join("none")), (Settings::default(), Vec::new()));
}

/// What was issued before lists had packages of add-ons has none, whatever the list says of them now.
#[test]
fn an_issue_of_prices_alone_has_no_packages_of_add_ons() {
    let table = "kind,id,value,currency,typical\nadd-on,prp,price,USD,400\nadd-on,prp,package_of_3,USD,900\n";
    let list = csv::import(table.as_bytes(), &Catalog::built_in(), &|_| None).expect("a list");
    let now = list.over(&Catalog::built_in(), jiff::civil::date(2027, 1, 1));
    let price = FrozenPrice {
        amount: Spread::of(Money::from_minor(42_500)),
        year: String::new(),
        basis: Basis::Clinic,
        refs: Vec::new(),
        note: String::new(),
    };
    let add_ons = vec![FrozenAddOn { id: "prp".into(), name: "PRP".to_owned(), price: Some(price) }];
    let frozen = Frozen::Prices(FrozenPrices { currency: Currency::USD, treatments: Vec::new(), add_ons });
    let prp = |catalog: &Catalog| catalog.add_on(&"prp".into()).expect("an add-on").clone();
    assert_eq!(prp(&now).packages_in(Currency::USD).len(), 1);
    let then = prp(&frozen.over(&now));
    assert_eq!(then.price_in(Currency::USD).map(|price| price.amount.typical.minor()), Some(42_500));
    assert!(then.packages_in(Currency::USD).is_empty());
}
