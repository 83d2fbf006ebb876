//! What was looked for and what was found, in words.

mod asked;
mod plans;

pub use asked::{
    budget, goal, limit, looked_at, no_advice, nothing_found, nothing_to_find, of_checklist, reached, reached_in_words,
};
pub use plans::{
    answered, brief, brief_within, chance, chart_title, curve, days_of, doubts, figures, headings, lifted, lines, mark,
    name, occasions, option, reaches, remarks, step,
};
