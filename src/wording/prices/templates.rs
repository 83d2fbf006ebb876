//! What options of the clinic's own to start from are of, in words.

use crate::catalog::{Catalog, ExampleLine};
use crate::locale::trn;
use crate::price_list::TemplateDraft;
use crate::wording::{concern_name, treatment_on};

/// For whom it is and what is given: `Acne scars: Microneedling (Face), 4 sessions; TCA CROSS, 2 sessions`.
pub fn template(template: &TemplateDraft, catalog: &Catalog) -> String {
    let lines = template.lines.iter().map(|line| treatment(line, catalog)).collect::<Vec<_>>().join("; ");
    match &template.concern {
        Some(concern) => format!("{}: {lines}", concern_name(catalog, concern)),
        None => lines,
    }
}

fn treatment(line: &ExampleLine, catalog: &Catalog) -> String {
    let name = treatment_on(catalog, &line.treatment, line.area.as_deref().unwrap_or_default());
    let Some(sessions) = line.sessions else { return name };
    let (fewest, most) = (line.fewest.unwrap_or(sessions).min(sessions), line.most.unwrap_or(sessions).max(sessions));
    let sessions = if fewest == most {
        trn!(sessions, "{sessions} session", "{sessions} sessions", sessions)
    } else {
        trn!(most, "{fewest} to {most} session", "{fewest} to {most} sessions", fewest, most)
    };
    format!("{name}, {sessions}")
}
