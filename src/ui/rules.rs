//! When treatments may be given: the checklist with all that is said of it, and by whom.

use super::kit;
use crate::catalog::{Catalog, Figure};
use crate::locale::tr;
use crate::wording;
use egui::Ui;

/// Every rule, folded, each with who says so and who says otherwise.
pub(super) fn rules_ui(ui: &mut Ui, catalog: &Catalog) {
    kit::heading(ui, tr!("The checklist, and who says what"));
    for hold in &catalog.rules.holds {
        ui.collapsing(wording::text(&hold.question), |ui| {
            for rule in &hold.rules {
                let what = wording::rule(rule.advice, rule.days.value);
                rule_ui(ui, catalog, &wording::treatments(catalog, &rule.treatments), &what, &rule.days);
            }
        });
    }
    ui.collapsing(tr!("One treatment after another"), |ui| {
        for pair in &catalog.rules.pairs {
            let (first, then) = (wording::treatments(catalog, &pair.first), wording::treatments(catalog, &pair.then));
            let about = tr!("{then} after {first}", then, first);
            rule_ui(ui, catalog, &about, &wording::pair(pair.days.value), &pair.days);
        }
        for together in &catalog.rules.together {
            let (one, other) = &together.treatments;
            let about = wording::treatments(catalog, &[one.clone(), other.clone()]);
            ui.label(format!("{about}: {}. {}.", tr!("accepted on one day"), wording::text(&together.note)));
            together.refs.iter().for_each(|id| source_ui(ui, catalog, id, false));
        }
    });
    ui.collapsing(tr!("Months of strong sun"), |ui| {
        let rule = &catalog.rules.strong_sun;
        let about = wording::treatments(catalog, &rule.treatments.value);
        rule_ui(ui, catalog, &about, tr!("not given in months of strong sun"), &rule.treatments);
        ui.label(format!("{}.", wording::text(&rule.months.note)));
    });
}

fn rule_ui<T>(ui: &mut Ui, catalog: &Catalog, about: &str, what: &str, figure: &Figure<T>) {
    ui.label(format!("{about}: {what}. {}.", wording::text(&figure.note)));
    figure.refs.iter().for_each(|id| source_ui(ui, catalog, id, false));
    figure.disagree.iter().for_each(|id| source_ui(ui, catalog, id, true));
}

fn source_ui(ui: &mut Ui, catalog: &Catalog, id: &crate::catalog::SourceId, disagrees: bool) {
    let said = wording::citation(catalog, id);
    let said = format!("{}: {} ({})", said.who, said.what, said.weight);
    ui.label(if disagrees { format!("  ≠ {said}") } else { format!("  • {said}") });
}
