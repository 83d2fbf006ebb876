//! Edits of a list, their way back, the table they are made in, and how two lists differ.

use super::{CATALOG, currency, day, label, price, treatment, typed};
use collagen_ledger::history::{Change as _, History};
use collagen_ledger::overlay::{QuantityKind, Subject};
use collagen_ledger::price_list::{Changes, Field, ListEdit, Own, PriceListDraft, Step, Table, Timing, limits};

fn draft(entries: &[(&str, &str)]) -> PriceListDraft {
    let entry = |(amounts, from): &(&str, &str)| typed(&treatment("microneedling"), &price("USD"), amounts, from);
    PriceListDraft { entries: entries.iter().map(entry).collect(), labels: Vec::new(), templates: Vec::new() }
}

/// A price as it is typed letter by letter, the first one into a value that is not the clinic's yet.
fn type_price(history: &mut History<ListEdit>, at: Option<usize>, text: &str) {
    for end in 1..=text.len() {
        let entry = typed(&treatment("microneedling"), &price("USD"), &text[..end], "");
        let at = if end == 1 { at } else { Some(history.draft().entries.len() - 1) };
        history.apply(ListEdit::Value(at, entry, Field::Typical), 0);
    }
}

#[test]
fn a_word_typed_is_one_step_and_every_step_has_its_name() {
    let mut history = History::new(PriceListDraft::default());
    let change = Step::Change(QuantityKind::Price);
    type_price(&mut history, None, "400");
    history.seal();
    type_price(&mut history, Some(0), "410");
    assert_eq!(history.undo_label(), Some(&change));
    history.undo();
    assert_eq!(**history.draft(), draft(&[("400", "")]));
    history.undo();
    assert_eq!(**history.draft(), PriceListDraft::default());
    assert_eq!((history.undo_label(), history.redo_label()), (None, Some(&change)));
    history.redo();
    history.redo();
    assert_eq!(**history.draft(), draft(&[("410", "")]));
}

#[test]
fn an_edit_that_alters_nothing_leaves_no_step() {
    let mut history = History::new(draft(&[("400", "")]));
    for edit in [
        ListEdit::Drop(7),
        ListEdit::Reset(Subject::Clinic, QuantityKind::Tax.alone()),
        ListEdit::Label(treatment("microneedling"), Field::Code, String::new()),
    ] {
        history.apply(edit, 0);
    }
    assert_eq!((history.undo_label(), history.revision()), (None, 0));
}

#[test]
fn own_add_ons_of_one_name_get_ids_of_their_own() {
    let mut list = PriceListDraft::default();
    for name in ["Cooling mask", "Cooling mask", &"x".repeat(limits::TEXT), &"x".repeat(limits::TEXT)] {
        ListEdit::AddOwn(Own::AddOn, name.to_owned(), currency("EUR")).apply(&mut list, 0);
    }
    let ids: Vec<&str> = list.labels.iter().map(|label| label.subject.id()).collect();
    assert_eq!(ids[..2], ["own-cooling-mask", "own-cooling-mask-2"]);
    assert_ne!(ids[2], ids[3]);
    list.entries.iter_mut().for_each(|entry| entry.amounts.typical = "5".to_owned());
    assert!(list.parse(&CATALOG).is_ok(), "with prices they are valid: {:?}", list.parse(&CATALOG));
}

#[test]
fn whatever_is_typed_fits_the_file() {
    let mut list = draft(&[("1", "")]);
    let long = typed(&treatment("microneedling"), &price("USD"), &"9".repeat(100), "");
    ListEdit::Value(Some(0), long, Field::Typical).apply(&mut list, 0);
    ListEdit::Label(treatment("microneedling"), Field::Group, "a\u{7}b".repeat(50)).apply(&mut list, 0);
    let text = collagen_ledger::storage::price_list_text(&list);
    assert_eq!(collagen_ledger::storage::parse_price_list(&text).as_ref(), Ok(&list));
}

/// The rows of the price of microneedling in dollars on 1 March 2027: what stands in `typical`, and when it holds.
fn rows(list: &PriceListDraft) -> Vec<(String, Timing)> {
    let (valid, _) = list.valid_part(&CATALOG);
    let table = Table::of(list, &valid, &CATALOG, day("2027-03-01"), currency("USD"));
    let section = table.sections.iter().find(|section| section.subject == treatment("microneedling"));
    let value = &section.expect("the treatment").values[0];
    value.rows.iter().map(|row| (row.amounts.typical.clone(), row.timing)).collect()
}

#[test]
fn the_table_shows_every_entry_and_what_holds_where_none_does() {
    let check = |entries: &[(&str, &str)], expected: &[(&str, Timing)]| {
        let found = rows(&draft(entries));
        let found: Vec<(&str, Timing)> = found.iter().map(|(text, timing)| (text.as_str(), *timing)).collect();
        assert_eq!(found, expected, "{entries:?}");
    };
    check(&[], &[("350.00", Timing::Now)]);
    check(&[("400", "")], &[("400", Timing::Now)]);
    check(&[("400", "2028-01-01")], &[("400", Timing::Later), ("350.00", Timing::Now)]);
    check(&[("400", ""), ("420", "2027-01-01")], &[("400", Timing::Past), ("420", Timing::Now)]);
    check(&[("400", "soon")], &[("400", Timing::Unknown), ("350.00", Timing::Now)]);
    check(&[("much", "")], &[("much", Timing::Now)]);
}

#[test]
fn nothing_that_is_typed_is_missing_from_the_table() {
    let subjects = [treatment("gone"), Own::AddOn.named("Mask"), treatment("microneedling")];
    let nowhere = QuantityKind::Sessions.case(super::case("hair severe"));
    let entries = subjects.iter().flat_map(|subject| [price("USD"), nowhere.clone()].map(|what| (subject, what)));
    let list = PriceListDraft {
        entries: entries.map(|(subject, what)| typed(subject, &what, "x", "")).collect(),
        labels: vec![label(&Own::AddOn.named("Nameless"), ["", "", ""])],
        ..PriceListDraft::default()
    };
    let (valid, _) = list.valid_part(&CATALOG);
    let table = Table::of(&list, &valid, &CATALOG, day("2027-03-01"), currency("USD"));
    let values = table.sections.iter().flat_map(|section| &section.values);
    let mut shown: Vec<usize> = values.flat_map(|value| &value.rows).filter_map(|row| row.entry).collect();
    shown.sort_unstable();
    assert_eq!(shown, (0..list.entries.len()).collect::<Vec<_>>());
    assert!(table.sections.iter().any(|section| section.label == Some(0)));
}

#[test]
fn differences_are_counted_by_value_and_day() {
    let check = |before: &[(&str, &str)], after: &[(&str, &str)], [added, changed, removed]: [usize; 3]| {
        let [before, after] = [before, after].map(|entries| draft(entries).parse(&CATALOG).expect("a list"));
        assert_eq!(
            before.changes(&after),
            Changes { added, changed, removed, labels: 0, templates: 0, templates_removed: 0 }
        );
    };
    check(&[("400", "")], &[("400.00", "")], [0, 0, 0]);
    check(&[("400", "")], &[("410", "")], [0, 1, 0]);
    check(&[("400", "")], &[("400", "2028-01-01")], [1, 0, 1]);
    check(&[], &[("400", ""), ("410", "2028-01-01")], [2, 0, 0]);
    let named = |code: &str| PriceListDraft {
        labels: vec![label(&treatment("microneedling"), ["", code, ""])],
        ..PriceListDraft::default()
    };
    let [old, new, none] =
        [named("A"), named("B"), PriceListDraft::default()].map(|list| list.parse(&CATALOG).expect("a list"));
    assert_eq!((old.changes(&new).labels, old.changes(&none).labels, old.changes(&old).labels), (1, 1, 0));
}
