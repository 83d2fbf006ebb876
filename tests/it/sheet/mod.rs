//! The consultation sheet, read back from its PDF: every block is there, every row adds up, and nothing typed is markup.

mod choice;
mod concerns;
mod credit;
mod generated;
mod german;
mod handout;
mod packages;
mod pages;
mod pictures;
mod preview;
mod sums;
mod template;
mod typefaces;

use collagen_ledger::catalog::Catalog;
use collagen_ledger::compare::Comparison;
use collagen_ledger::document::{
    AddOnDraft, Draft, ExtraId, LineDraft, Mark, PackageDraft, PriceDraft, SpreadText, Upkeep,
};
use collagen_ledger::estimate::{Estimate, OptionEstimate};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::plan::Plan;
use collagen_ledger::report::PlanResults;
use collagen_ledger::report::sheet::{self, Paper, Sheet, SheetError};
use collagen_ledger::simulate::{Precision, Simulator};
use collagen_ledger::units::{BudgetPeriod, Money, Spread, UnitCount};
use collagen_ledger::wording::{self, notices};
use pdf_extract::Document;
use rust_decimal::Decimal;

/// A plan with everything derived from it.
struct Made {
    catalog: Catalog,
    plan: Plan,
    estimate: Estimate,
    further: Vec<Evaluation>,
}

/// As few draws as still give a range.
const DRAWS: Precision = Precision(128);

/// The worked example of a concern, changed by `change`.
fn made(concern: &str, change: impl FnOnce(&mut Draft, &Catalog)) -> Made {
    let catalog = Catalog::built_in();
    let mut draft = Draft::example(&catalog, catalog.concern(&concern.into()).unwrap(), "2026-12-01".parse().unwrap());
    change(&mut draft, &catalog);
    let Evaluation { plan, estimate, further, .. } =
        Evaluation::of(&draft, &catalog).unwrap().simulated(&mut Simulator::default(), DRAWS);
    Made { catalog, plan, estimate, further }
}

impl Made {
    /// The sheet on A4, for whatever is to be asked of it.
    fn with<T>(&self, ask: impl FnOnce(Sheet<'_>) -> T) -> T {
        let (plan, estimate, catalog) = (&self.plan, &self.estimate, &self.catalog);
        let (comparison, issued) = (Comparison::of(estimate), "2026-11-22".parse().unwrap());
        let plan =
            PlanResults { plan, estimate, comparison: &comparison, further: &self.further, catalog, acknowledged: &[] };
        ask(Sheet { plan, paper: Paper::A4, issued, version: "1.2.3" })
    }

    fn pdf(&self, paper: Paper) -> Result<Vec<u8>, SheetError> {
        self.with(|sheet| sheet::pdf(&Sheet { paper, ..sheet }))
    }

    /// The text of each page, a line of a table on a line.
    fn pages(&self, paper: Paper) -> Vec<String> {
        text_of(&self.pdf(paper).unwrap())
    }
}

/// A line of a given treatment in its usual course, put into an option.
fn add_line(draft: &mut Draft, catalog: &Catalog, option: usize, treatment: &str, change: impl FnOnce(&mut LineDraft)) {
    let concern = catalog.concern(&draft.concern).unwrap();
    let treatment = catalog.treatment(&treatment.into()).unwrap();
    let mut line = LineDraft::usual(catalog, concern, &draft.profile, treatment);
    change(&mut line);
    draft.options[option].lines.push(line);
}

/// Without white space, which the reader of a PDF has to guess from distances.
fn dense(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && *character != '\u{200b}').collect()
}

/// Asserts that pages have these texts and lack those.
#[track_caller]
fn check_text(pages: &[String], has: &[&str], lacks: &[&str]) {
    let text = dense(&pages.concat());
    for expected in has {
        assert!(text.contains(&dense(expected)), "{expected:?} is missing in {pages:#?}");
    }
    for unwanted in lacks {
        assert!(!text.contains(&dense(unwanted)), "{unwanted:?} is in {pages:#?}");
    }
}

/// Asserts that the sheet of a plan has these texts, lacks those, and adds up.
#[track_caller]
fn check(made: &Made, paper: Paper, has: &[&str], lacks: &[&str]) -> Vec<String> {
    let pages = made.pages(paper);
    check_text(&pages, has, lacks);
    assert_adds_up(made, &pages.concat());
    pages
}

/// The text of each page of a PDF.
fn text_of(pdf: &[u8]) -> Vec<String> {
    pdf_extract::extract_text_from_mem_by_pages(pdf).unwrap()
}

/// The amounts at the end of a line in cents, and the word before them. A dash stands for nothing.
fn amounts(line: &str) -> (Option<Decimal>, Vec<i64>) {
    let mut words: Vec<&str> = line.split_whitespace().collect();
    let mut amounts = Vec::new();
    while let Some(amount) = words.last().and_then(|word| cents(word)) {
        amounts.insert(0, amount);
        words.pop();
    }
    (words.last().and_then(|word| word.parse().ok()), amounts)
}

fn cents(word: &str) -> Option<i64> {
    let (sign, digits) = word.strip_prefix('−').map_or((1, word), |rest| (-1, rest));
    if word == "–" {
        return Some(0);
    }
    let digits = digits.strip_prefix('$')?.replace([',', '.'], "");
    digits.parse::<i64>().ok().map(|cents| sign * cents)
}

/// Every row is quantity × unit price − discount + tax, every total the sum of what stands above it, and the totals
/// are those of the estimate. Tax that prices include has a column of its own, which adds nothing.
#[track_caller]
fn assert_adds_up(made: &Made, text: &str) {
    let (mut group, mut both) = ([0; 3], [0; 3]);
    // An option without anything to pay has no table.
    let mut options = made.estimate.options.iter().filter(|option| !option.ledger.entries.is_empty());
    let taxed =
        |option: &OptionEstimate| option.ledger.entries.iter().any(|entry| entry.tax_included() != Spread::default());
    let held = usize::from(made.estimate.options.iter().any(taxed));
    let (mut tax, mut printed) = (0, 0);
    let tables = text.split("By phase and by calendar year").next().unwrap();
    // In a narrow column the name of a total stands on a line of its own, above its amounts.
    let mut named = false;
    for line in tables.lines().map(str::trim) {
        let (quantity, amounts) = amounts(line);
        let [.., low, typical, high] = amounts[..] else {
            named |= line.starts_with("Total of the");
            continue;
        };
        let sums = [low, typical, high];
        if std::mem::take(&mut named) || line.starts_with("Total of the") {
            assert_eq!(sums, group, "{line}");
            both = [0, 1, 2].map(|at| both[at] + group[at]);
            group = [0; 3];
        } else if line.starts_with("Total over") && quantity.is_none() {
            assert_eq!(sums, both, "{line}");
            // The table at a glance has the typical total only, and five or more columns; here are exactly three.
            let expected = options.next().unwrap().ledger.total.map(Money::minor).to_array();
            assert_eq!(sums, expected, "{line}");
            both = [0; 3];
        } else if let Some(quantity) = quantity.filter(|_| amounts.len() > 3) {
            let (added, inside) = amounts[1..amounts.len() - 3].split_at(amounts.len() - 4 - held);
            let rest: i64 = added.iter().sum();
            tax += inside.iter().sum::<i64>();
            printed += 1;
            let gross = Money::round(quantity * Decimal::from(amounts[0])).expect("an amount").minor();
            assert_eq!(typical, gross + rest, "{line}");
            group = [0, 1, 2].map(|at| group[at] + sums[at]);
        }
    }
    assert_eq!(options.next(), None, "an option has no total in {text}");
    let entries = made.estimate.options.iter().flat_map(|option| &option.ledger.entries);
    let expected: i64 = entries.map(|entry| entry.tax_included().typical.minor()).sum();
    assert_eq!(tax, expected, "the tax in prices, over {printed} rows");
}

#[test]
fn worked_example_has_every_block_on_three_pages() {
    let made = made("acne-scars", |draft, _| draft.reference = "C-1042".to_owned());
    let has = [
        "Budget summary for your consultation",
        "C-1042",
        "22 Nov 2026",
        "age 30, moderate today, does not smoke",
        "At a glance",
        "Next 12 months: estimate",
        "Later years: illustration",
        "Total over the horizon",
        "Visits to the clinic",
        "Improvement after 5 years",
        "Peak improvement",
        "Against today, after 5 years",
        "Paid if you stop after the course",
        "If you stop after the course, 2 years later",
        "Left of 100 parts, after 5 years",
        "The decision: whether to have acne scars treated now, later or not at all, and if so by option A, B, C or D.",
        "Valid until 22 Dec 2026",
        "By phase and by calendar year",
        "What is included, and what may come on top",
        "PRP with a session of microneedling, $200–$650 before tax",
        "This sheet names no terms",
        "This sheet holds until 22 Dec 2026",
        "Sheet given on 22 Nov 2026",
        "Decide no earlier than",
        "Questions? Ask the person who handed you this sheet.",
        "nothing to pay",
        "Cost and result over the years",
        "Cumulative spend",
        "Improvement against today",
        "A · Microneedling",
        "D · Subcision then needling",
        "Do nothing",
        "Speaks for it",
        "Speaks against it",
        "The price of PRP is a placeholder; ask for the clinic's own",
        "What it is like, and what to do afterwards",
        "Aftercare, in short",
        "what the clinic tells you comes first",
        "keep it covered with the ointment it gives you",
        "Call the clinic at once if a swelling grows fast or pain gets strong, and the same day with spreading redness, pus \
         or fever. (our assumption)",
        "Where the evidence ends",
        "Assumed, for want of a study",
        "Leheta et al., Dermatol Surg 37(2):207-16 (2011)",
        notices::estimate(),
        notices::results(),
        notices::advice(),
        notices::evidence(),
        notices::interest(),
        notices::funding(),
        notices::basis(),
        notices::improvement(),
        "Take your time",
        "What matters to me",
        "A signature says that this sheet was received and nothing more",
        "Collagen Ledger 1.2.3 · model 2 · catalogue",
        "evidence reviewed 28 Nov 2026, next by 30 Nov 2027",
        "What it is Dents left in the skin by acne",
        "Without treatment The dents stay as they are",
        "Is it permanent? No: a scar can be softened",
        "Page 3 of 3",
    ];
    for paper in Paper::ALL {
        let pages = check(&made, paper, &has, &["Good Faith", "Quote", "Page 4", "Discount"]);
        assert_eq!(pages.len(), 3, "{paper:?}");
        // Only the titles of sources may speak of what lasts for ever, and the question whether it does.
        let text = pages.concat();
        let own = [text.split("cited by the figures").next(), text.split("Please note").last()].map(Option::unwrap);
        assert!(
            own.iter().all(|text| !text.replace("Is it permanent? No:", "").to_lowercase().contains("permanent")),
            "{own:?}"
        );
    }
}

#[test]
fn discount_tax_growth_syringes_and_devices_add_up() {
    let own = |low: &str, typical: &str, high: &str| {
        PriceDraft::Own(Spread { low: low.to_owned(), typical: typical.to_owned(), high: high.to_owned() })
    };
    let made = made("wrinkles", |draft, catalog| {
        (draft.tax, draft.price_growth) = ("8.875".to_owned(), "3.3".to_owned());
        draft.consultation_fee = "149.99".to_owned();
        draft.options[0].lines[0].discount = "12.5".to_owned();
        draft.options[0].lines[0].price = own("199.99", "333.33", "499.95");
        draft.options[3].lines[0].units = UnitCount::whole(3);
        add_line(draft, catalog, 0, "home-roller", |line| (line.start_day, line.sessions) = (400, 100));
    });
    let has = [
        "Consultation",
        "Discount",
        "Tax",
        "per syringe",
        "Home roller, device",
        "8.875% tax added",
        "rise by 3.3% a year",
        "Prices are assumed to rise by 3.3% a year from the second year on",
    ];
    check(&made, Paper::Letter, &has, &[]);
}

/// Of a plan that has begun, months that are past are not the next ones.
#[test]
fn a_plan_that_has_begun_has_its_first_months_named_by_their_day() {
    let made = made("acne-scars", |draft, _| draft.start = jiff::civil::date(2026, 3, 2));
    let has = ["First 12 months, from 2 Mar 2026: estimate", "Total of the first 12 months: estimate"];
    check(&made, Paper::Letter, &has, &["Next 12 months", "next 12 months"]);
}

#[test]
fn concern_without_projection_says_why_and_shows_cost_alone() {
    let made = made("hair", |draft, _| draft.horizon_years = 1);
    let has = [
        "The sources see no lasting regrowth",
        "what each option may cost over 1 year",
        "Cumulative spend",
        notices::estimate(),
    ];
    let lacks =
        ["Improvement after", "Peak improvement", "Improvement against today", notices::results(), "Later years"];
    check(&made, Paper::A4, &has, &lacks);
}

#[test]
fn typed_text_is_never_markup() {
    let names = [
        r#"#panic("no") *bold* _em_ $x^2$ <b> @ref"#,
        r#"\ // /* "quoted" 'single' `code` [a] {b}"#,
        "= Zoë Ångström & Łucja, Şükran",
        "Юлия Щёголева, Ελένη Παπαδοπούλου",
    ];
    let made = made("acne-scars", |draft, catalog| {
        draft.reference = format!("{} {}", names[0], names[3]);
        for (option, name) in draft.options.iter_mut().zip(names) {
            option.name = name.to_owned();
        }
        add_line(draft, catalog, 0, "ha-filler", |_| {});
        // An option without treatments is as good as doing nothing.
        draft.options[2].lines.clear();
    });
    check(&made, Paper::A4, &names, &[]);
}

#[test]
fn missing_letters_are_refused_with_their_field() {
    let letters = [("山田さん", "山"), ("مريم", "م"), ("Ana 🙂", "🙂")];
    let own = |name: &str| AddOnDraft {
        id: ExtraId::NEW,
        add_on: None,
        name: name.to_owned(),
        price: PriceDraft::Own(SpreadText::of_text("25")),
        package: PackageDraft::None,
    };
    for (name, missing) in letters {
        let cases = [
            ("the client's reference", made("hair", |draft, _| draft.reference = name.to_owned())),
            ("the name of option A", made("hair", |draft, _| draft.options[0].name = name.to_owned())),
            ("an add-on of option B", made("acne-scars", |draft, _| draft.options[1].lines[0].add_ons.push(own(name)))),
        ];
        for (field, made) in cases {
            let error = made.pdf(Paper::A4).unwrap_err();
            assert!(matches!(&error, SheetError::MissingCharacters { field: named, .. } if named == field), "{error}");
            let said = error.to_string();
            assert!([field, missing, name].iter().all(|part| said.contains(part)), "{said}");
        }
    }
}

#[test]
fn six_options_over_ten_years_go_on_under_repeated_heads() {
    let made = made("acne-scars", |draft, _| {
        (draft.horizon_years, draft.tax, draft.price_growth) = (10, "7".to_owned(), "2".to_owned());
        let mut like = draft.options[1].clone();
        // Nine rows a year of the plan: more than a page holds.
        like.lines[0].add_ons.extend((1..=4).map(|number| AddOnDraft {
            id: ExtraId::NEW,
            add_on: None,
            name: format!("Extra {number}"),
            price: PriceDraft::Own(SpreadText::of_text("25")),
            package: PackageDraft::None,
        }));
        let mut laser = draft.options[2].lines[0].clone();
        (laser.upkeep, laser.start_day) = (Upkeep::Every { months: 12 }, 200);
        laser.add_ons = like.lines[0].add_ons[1..4].to_vec();
        like.lines.push(laser);
        draft.options.extend(Mark::all().skip(4).map(|mark| {
            let mut option = like.clone();
            (option.mark, option.name) = (mark, "w".repeat(120));
            option
        }));
    });
    let pages = check(&made, Paper::A4, &["Total over 10 years", "Later years: illustration"], &[]);
    let mut continued = 0;
    for page in &pages[1..] {
        let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let head = lines.iter().position(|line| line.contains("Expected")).unwrap_or(lines.len());
        let row = lines.iter().position(|line| amounts(line).1.len() > 3).unwrap_or(lines.len());
        assert!(head < row || row == lines.len(), "{page}");
        // Below the running head.
        let goes_on = head == 1 && row < lines.len();
        assert_eq!(goes_on, lines[head.min(lines.len() - 1)].contains(", continued"), "{page}");
        continued += usize::from(goes_on);
    }
    assert!(continued > 0, "no table goes on on another page: {pages:#?}");
    let signed = pages.iter().find(|page| page.contains("Receipt of this sheet")).unwrap();
    assert!(signed.contains("Please note"), "the lines to sign stand alone: {signed}");
}

#[test]
fn file_is_tagged_titled_dated_and_the_same_each_time() {
    let made = made("hair", |_, _| {});
    for (paper, width, height) in [(Paper::A4, 595.28, 841.89), (Paper::Letter, 612.0, 792.0)] {
        let bytes = made.pdf(paper).unwrap();
        assert_eq!(bytes, made.pdf(paper).unwrap(), "{paper:?}");
        let file = Document::load_mem(&bytes).unwrap();
        let catalog = file.catalog().unwrap();
        assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"MarkInfo"), "{paper:?}");
        let language = catalog.get(b"Lang").and_then(|language| language.as_str()).unwrap();
        assert_eq!(String::from_utf8_lossy(language), "en-GB");
        let metadata = catalog.get(b"Metadata").and_then(|id| file.get_object(id.as_reference()?)).unwrap();
        let stream = metadata.as_stream().unwrap();
        let metadata = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        let metadata = String::from_utf8_lossy(&metadata);
        for expected in [
            "pdfuaid:part>1<",
            "Budget summary for your consultation",
            "2026-11-22",
            "<rdf:li>Collagen Ledger</rdf:li>",
        ] {
            assert!(metadata.contains(expected), "{expected} is missing in {metadata}");
        }
        let page = file.get_dictionary(file.get_pages()[&1]).unwrap();
        let corner = page.get(b"MediaBox").and_then(|corners| corners.as_array()).unwrap()[2..].to_vec();
        let size: Vec<f32> = corner.iter().map(|length| length.as_float().unwrap()).collect();
        assert!((size[0] - width).abs() < 0.1 && (size[1] - height).abs() < 0.1, "{paper:?}: {size:?}");
    }
}

/// The budget's line is drawn where it is one for all options and near what they cost.
#[test]
fn what_may_be_spent_is_a_line_of_the_chart_of_spend() {
    use collagen_ledger::report::chart::{self, ChartStyle};
    use collagen_ledger::scene::Chart;
    let check = |amount: &str, period: BudgetPeriod, options: usize, expected: Option<&str>| {
        let made = made("acne-scars", |draft, _| {
            (draft.budget, draft.budget_period) = (amount.to_owned(), period);
            draft.options.truncate(options);
        });
        for look in [ChartStyle::standalone(), ChartStyle::print(250.0, 140.0)] {
            let [spend, improvement] = Chart::ALL.map(|chart| chart::svg(chart, &made.estimate, &look).unwrap());
            let said = expected.map(|expected| format!(">{expected}</text>"));
            assert_eq!(spend.contains("stroke-dasharray=\"5 3\""), said.is_some(), "{amount} {period:?}");
            assert_eq!(spend.contains(">budget "), said.is_some(), "{amount} {period:?}");
            assert!(said.is_none_or(|said| spend.contains(&said)), "{amount} {period:?}: {spend}");
            assert!(!improvement.contains("budget"));
        }
    };
    check("", BudgetPeriod::Plan, 4, None);
    check("6500", BudgetPeriod::Plan, 4, Some("budget $6,500"));
    check("90000", BudgetPeriod::Plan, 4, None);
    check("150", BudgetPeriod::Month, 4, Some("budget $150 a month"));
    check("900", BudgetPeriod::Year, 4, None);
    check("900", BudgetPeriod::Year, 1, Some("budget $900 a year"));
}

#[test]
fn charts_stand_alone_and_escape_names() {
    use collagen_ledger::report::chart::{self, ChartStyle};
    use collagen_ledger::scene::Chart;
    let made = made("texture", |draft, _| draft.options[0].name = "<b> & \"c\"".to_owned());
    // Two on a page name the options by their letters, as the table above them does.
    let letters = ["A</text>", "B</text>", "C</text>"];
    let names = ["&lt;b&gt; &amp; &quot;c&quot;", "Superficial peel", "Home roller", "5 years"];
    for (look, labels) in [(ChartStyle::standalone(), &names[..]), (ChartStyle::print(250.0, 140.0), &letters)] {
        for chart in Chart::ALL.map(|chart| chart::svg(chart, &made.estimate, &look).unwrap()) {
            assert!(chart.starts_with("<svg ") && chart.ends_with("</svg>"));
            assert!(!chart.contains("NaN") && !chart.contains("<b>"), "{chart}");
            for label in labels.iter().chain(&["Do nothing", "font-family=\"Inter,"]) {
                assert!(chart.contains(label), "{label} is missing");
            }
        }
    }
    let end = made.estimate.options[1].point(made.estimate.horizon_days).result.unwrap().net().typical;
    let text = wording::chart_alt(Chart::Improvement, &made.estimate);
    assert!(text.contains(&format!("B · Superficial peel: {}", wording::share(end))), "{text}");
}
