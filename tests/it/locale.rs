//! How countries write numbers, amounts and dates, shown and typed.

use collagen_ledger::locale::{self, Language, Locale, fill};
use collagen_ledger::units::{Currency, Date, Money, MoneyError, Percent, Spread};
use collagen_ledger::wording;
use jiff::civil::date;
use proptest::prelude::*;

const COUNTRIES: [&str; 5] = ["neutral", "us", "uk", "de", "australia"];

fn of(country: &str) -> Locale {
    Locale::of(country).expect("a country")
}

/// What is said is the same for all countries in the order of [`COUNTRIES`], in English.
fn check(what: &str, say: impl Fn() -> String, said: [&str; 5]) {
    for (country, said) in COUNTRIES.iter().zip(said) {
        let locale = Locale { language: Language::english(), ..of(country) };
        assert_eq!(locale::with(locale, &say).replace('\u{a0}', " "), said, "{what} in {country}");
    }
}

#[test]
fn figures_are_written_as_in_the_country() {
    let (usd, eur) = (Currency::USD, Currency::from_code("EUR").expect("a currency"));
    let money = |minor, currency| move || wording::money_exact(Money::from_minor(minor), currency);
    let dollars = "$1,234,567.50";
    check("dollars", money(123_456_750, usd), [dollars, dollars, dollars, "1.234.567,50 $", dollars]);
    check("less", money(-5, eur), ["−€0.05", "−€0.05", "−€0.05", "−0,05 €", "−€0.05"]);
    check(
        "whole",
        || wording::money(Money::from_minor(175_000), usd),
        ["$1,750", "$1,750", "$1,750", "1.750 $", "$1,750"],
    );
    let yen = Currency::from_code("JPY").expect("a currency");
    check("yen", money(12_345, yen), ["JPY 12,345", "JPY 12,345", "JPY 12,345", "12.345 JPY", "JPY 12,345"]);
    let range = || wording::money_range(Spread { low: 100, typical: 200, high: 300 }.map(Money::from_minor), usd);
    check("range", range, ["$1–$3", "$1–$3", "$1–$3", "1–3 $", "$1–$3"]);
    check("share", || wording::share(-0.05), ["−5%", "−5%", "−5%", "−5 %", "−5%"]);
    let band = || wording::share_range(Spread { low: 0.25, typical: 0.5, high: 0.714 });
    check("band", band, ["25–71%", "25–71%", "25–71%", "25–71 %", "25–71%"]);
    check("years", || wording::improvement_years(1.625), ["1.6", "1.6", "1.6", "1,6", "1.6"]);
    check("less than a year", || wording::improvement_years(0.864), ["0.86", "0.86", "0.86", "0,86", "0.86"]);
    let day = || wording::date(date(2026, 11, 2));
    check("day", day, ["2 Nov 2026", "Nov 2, 2026", "2 Nov 2026", "02.11.2026", "2 Nov 2026"]);
    let month = || wording::month_year(date(2026, 11, 2));
    check("month", month, ["Nov 2026", "Nov 2026", "Nov 2026", "11/2026", "Nov 2026"]);
}

/// The figures of a sentence that a person may take for examples: what stands behind `such as`, `like`, `is` and `or`.
fn examples(sentence: &str) -> Vec<String> {
    let trimmed = |word: &str| word.trim_matches([',', ';', '.']).to_owned();
    let behind = sentence.rsplit_once('"').map_or(sentence, |(_, rest)| rest);
    behind.split_whitespace().map(trimmed).filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect()
}

#[test]
fn every_example_in_a_message_is_accepted_by_the_parser_it_belongs_to() {
    use collagen_ledger::locale::Pack;
    for pack in Pack::all() {
        for language in Language::all() {
            locale::with(Locale { pack, language }, || {
                let usd = Currency::USD;
                let what = format!("{} in {}", pack.id, language.code);
                let wrong = [Money::parse("much", usd), Money::parse("99999999999", usd)];
                let amounts = wrong.map(|read| examples(&wording::no_amount(&read.expect_err("no amount"))));
                for amount in amounts.concat() {
                    assert!(Money::parse(&pack.to_plain(&amount), usd).is_ok(), "{what}: {amount}");
                }
                let wrong = [Percent::parse("much", 50), Percent::parse("51", 50)];
                for said in wrong.map(|read| wording::no_percentage(&read.expect_err("no percentage"))) {
                    let found = examples(&said);
                    assert!(!found.is_empty(), "{said}");
                    assert!(found.iter().all(|one| Percent::parse(&pack.to_plain(one), 50).is_ok()), "{what}: {said}");
                }
                let said = wording::not_a_date("soon");
                let (day, iso) = (wording::date(date(2027, 3, 15)), "2027-03-15");
                assert!(said.contains(&day) && said.contains(iso), "{said}");
                for example in [&day, iso] {
                    assert_eq!(pack.read_date(example), Some(date(2027, 3, 15)), "{what}: {example}");
                }
                // Every day as it is shown is read.
                for days in 0..366 {
                    let day = date(2028, 1, 1) + jiff::Span::new().days(days);
                    assert_eq!(pack.read_date(&wording::date(day)), Some(day), "{what}: {}", wording::date(day));
                }
                for number in examples(&wording::not_a_number("x", Some(&(25..=150, 2)))) {
                    assert!(pack.to_plain(&number).parse::<f64>().is_ok(), "{what}: {number}");
                }
            });
        }
    }
}

/// What a date typed so is taken for.
fn check_date(country: &str, typed: &str, means: Option<Date>) {
    assert_eq!(locale::with(of(country), || locale::current().pack.read_date(typed)), means, "{typed} in {country}");
}

#[test]
fn dates_are_read_as_in_the_country() {
    for country in COUNTRIES {
        check_date(country, "2027-03-04", Some(date(2027, 3, 4)));
        check_date(country, "4 Mar 2027", Some(date(2027, 3, 4)));
        let shown = locale::with(of(country), || wording::date(date(2027, 3, 14)));
        check_date(country, &shown, Some(date(2027, 3, 14)));
    }
    check_date("us", "3/4/2027", Some(date(2027, 3, 4)));
    check_date("uk", "3/4/2027", Some(date(2027, 4, 3)));
    check_date("australia", "03/04/2027", Some(date(2027, 4, 3)));
    check_date("de", "3.4.2027", Some(date(2027, 4, 3)));
    check_date("de", "03/04/2027", Some(date(2027, 4, 3)));
    check_date("neutral", "3/4/2027", None);
    check_date("us", "13/4/2027", None);
    check_date("uk", "3/4/27", None);
}

/// What is typed in Germany, and the plain notation of it.
fn check_typed(typed: &str, plain: &str) {
    assert_eq!(of("de").pack.to_plain(typed), plain, "{typed}");
}

#[test]
fn a_decimal_comma_is_kept_as_a_point() {
    check_typed("1.234,50", "1234.50");
    check_typed("1.234", "1234");
    check_typed("12.345.678", "12345678");
    check_typed("350,5", "350.5");
    check_typed(" 8,875 ", "8.875");
    check_typed("0,5", "0.5");
    check_typed("1.234,50 €", "1234.50 €");
    check_typed("1.234 CHF", "1234 CHF");
    check_typed("7,5 %", "7.5 %");
    // What is no German number stays as it is typed, and is read by the rules for everybody.
    for other in [
        "",
        "abc",
        "1.5",
        "1.23.4",
        "1,2,3",
        "12.34,5",
        ",5",
        "350.00",
        "350 EUR",
        "1234.567,8",
        "0.500",
        "1.234 abc",
        "1.234 x",
    ] {
        check_typed(other, other);
    }
}

#[test]
fn the_desktop_s_language_chooses_the_country() {
    let check = |tag: &str, country: &str, language: &str| {
        let locale = Locale::for_tag(tag);
        assert_eq!((locale.pack.id.as_str(), locale.language.code.as_str()), (country, language), "{tag}");
    };
    check("en-US", "us", "en");
    check("en-GB", "uk", "en");
    check("de-DE", "de", "de");
    check("de-AT", "de", "de");
    check("de_CH", "de", "de");
    check("en-AU", "australia", "en");
    check("fr-FR", "neutral", "en");
    check("C", "neutral", "en");
    let chosen = Locale::chosen(Some("uk"), Some("de"), Some("en-US"));
    assert_eq!((chosen.pack.id.as_str(), chosen.language.code.as_str()), ("uk", "de"));
    let gone = Locale::chosen(Some("atlantis"), Some("tlh"), Some("en-US"));
    assert_eq!(
        (gone.pack.id.as_str(), gone.language.code.as_str()),
        ("us", "en"),
        "what is gone is left to the desktop"
    );
}

#[test]
fn a_locale_ends_with_its_work_and_goes_along_to_another_thread() {
    let usual = locale::current();
    let carried = locale::with(of("de"), || {
        assert_eq!(locale::current(), of("de"));
        locale::carried(locale::current)
    });
    assert_eq!(locale::current(), usual);
    assert_eq!(std::thread::spawn(carried).join().expect("no panic"), of("de"));
    let ended = std::panic::catch_unwind(|| locale::with(of("de"), || panic!("on purpose")));
    assert!(ended.is_err() && locale::current() == usual, "even if the work ends by a panic");
}

#[test]
fn a_clinic_may_add_a_language_of_many_plurals() {
    let polish = "msgid \"\"\nmsgstr \"\"\n\"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && \
                  (n%100<10 || n%100>=20) ? 1 : 2);\\n\"\n\nmsgid \"Save\"\nmsgstr \"Zapisz\"\n\nmsgid \"{n} day\"\n\
                  msgid_plural \"{n} days\"\nmsgstr[0] \"{n} dzień\"\nmsgstr[1] \"{n} dni\"\nmsgstr[2] \"{n} dni.\"\n";
    let language = Language::parse("pl", polish).expect("a language");
    assert_eq!(language.text("Save"), Some("Zapisz"));
    assert_eq!(language.text("Open"), None);
    let forms = [1, 2, 5, 22, 25].map(|n| language.plural("{n} day", n).expect("a form"));
    assert_eq!(forms, ["{n} dzień", "{n} dni", "{n} dni.", "{n} dni", "{n} dni."]);
    let error = Language::parse(&"x".repeat(41), polish).expect_err("a plan's file could not keep it").to_string();
    assert!(error.contains("no language's code of at most 40 characters"), "{error}");
    let error = Language::parse("xx", "msgid broken").expect_err("no language").to_string();
    assert!(error.contains("xx.po") && error.contains("gettext"), "{error}");
}

#[test]
fn values_are_put_where_they_are_named() {
    assert_eq!(fill("{b} of {a}, {c}, {", &[("a", &1), ("b", &"{a}")]), "{a} of 1, {c}, {");
}

/// Currencies with no, two and three decimals, with signs of their own and with codes.
fn currencies() -> Vec<Currency> {
    let codes = ["USD", "EUR", "GBP", "CHF", "SEK", "AUD", "JPY", "BHD", "KWD", "INR"];
    codes.iter().map(|code| Currency::from_code(code).expect("a currency")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever amount is shown to be typed on means the same when it is typed.
    #[test]
    fn what_is_shown_in_a_field_is_read_back(minor in 0_i64..1_000_000_000, country in 0_usize..5) {
        let pack = of(COUNTRIES[country]).pack;
        let plain = Money::from_minor(minor).to_plain(Currency::USD);
        let back = pack.to_plain(&pack.to_typed(&plain));
        prop_assert_eq!(&back, &plain);
        prop_assert_eq!(Money::parse(&back, Currency::USD).expect("an amount").minor(), minor);
        let shown = pack.number(&plain);
        prop_assert_eq!(Money::parse(&pack.to_plain(&shown), Currency::USD).expect("an amount").minor(), minor);
    }

    /// Whatever the program writes it can read: in every country, currency and direction, with cents and without.
    #[test]
    fn what_is_said_of_money_is_read_back(
        minor in 0_i64..=Money::MAX.minor(),
        country in 0_usize..5,
        currency in proptest::sample::select(currencies()),
    ) {
        let (pack, amount) = (of(COUNTRIES[country]).pack, Money::from_minor(minor));
        let whole = Money::from_minor(minor - minor % 10_i64.pow(currency.decimals()));
        for (shown, amount) in locale::with(of(COUNTRIES[country]), || [
            (wording::money_exact(amount, currency), amount),
            (wording::money(whole, currency), whole),
        ]) {
            prop_assert_eq!(Money::parse(&pack.to_plain(&shown), currency), Ok(amount), "{}", shown);
            let typed_on = pack.to_typed(&pack.to_plain(&shown));
            prop_assert_eq!(Money::parse(&pack.to_plain(&typed_on), currency), Ok(amount), "{} as {}", shown, typed_on);
            let less = format!("−{shown}");
            let is_less = matches!(Money::parse(&pack.to_plain(&less), currency), Err(MoneyError::Negative(_)));
            prop_assert!(is_less || amount == Money::ZERO, "{}", less);
        }
    }

    #[test]
    fn percentages_too(thousandths in 0_u32..100_000) {
        let pack = of("de").pack;
        let plain = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
        let back = pack.to_plain(&pack.to_typed(&plain));
        prop_assert_eq!(Percent::parse(&back, 100).expect("a percentage"), Percent::parse(&plain, 100).expect("one"));
    }
}
