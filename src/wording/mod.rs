//! How figures are said in words: one place for the window, the sheet and the command line.
//!
//! Plain words, a unit on every number, a denominator and a time on every percentage. Everything here turns values into
//! text and decides nothing.

mod about_concern;
mod aftercare;
mod beginning;
mod budget;
mod by_sessions;
mod charts;
mod checklist;
mod clinical;
mod deciding;
mod due;
mod evidence;
mod figures;
pub mod finding;
mod followed;
mod grading;
mod hundred;
mod log;
mod measures;
mod membership;
mod names;
pub mod notices;
mod occasion;
mod paying;
mod plan;
mod prices;
mod problems;
mod progress_errors;
mod prospect;
mod record;
mod record_errors;
mod remarks;
mod sentences;
mod stop;
mod swings;
mod time_off;
mod typed;
mod unknown;
mod values;
mod ways;

pub use crate::locale::said as text;
pub use aftercare::aftercare_day;
pub use beginning::{beginning, templates};
pub use budget::{budget, budget_line, budget_period};
pub use by_sessions::{by_sessions, comes_to, with_sessions};
pub use charts::{axis_value, chart_alt, chart_hint, chart_name, chart_note, chart_on_day, chart_title};
pub use checklist::{pair, phototype, phototype_in_short, rule};
pub use clinical::{acknowledged, clinical, open_matters};
pub use deciding::{
    beaten, best_in, expected_loss, fade_turn, fade_turn_brief, more_elsewhere, standing, standing_brief,
    standing_name, standing_rounded, turn, turn_brief, weighed_for,
};
pub use due::due;
pub use evidence::{CitationText, agreement, checked, citation, sources};
pub use figures::{
    currency_name, date, day_range, days, decimal, discount, improvement_years, is_whole, lasts, missing_prices, money,
    money_alike, money_exact, money_range, money_range_alike, month_year, months, off_hint, percent, rough_months,
    share, share_points, share_range, share_with_range, signed_percent, spread, thousands, units,
};
pub use followed::{StandingRow, followed, followed_curve, standings, step, step_amount, step_state};
pub use grading::grade;
pub use hundred::{hundred, of_hundred};
pub use log::{EventWords, log_events, printed_seal, torn_log};
pub use measures::{formula, measure_name, value, value_difference, value_range, value_typical};
pub use membership::{membership, membership_phrase};
pub use names::{
    area_name, as_well_as, basis, capitalized, concern_name, concerns, continued, heading, name_within, named, open_at,
    price_unit, severity, severity_within, source_ids, stretch_marks, sun, tax, texts, treatment_name, treatments,
    within, wrinkles,
};
pub use occasion::{occasion, occasion_name, on_occasion};
pub use paying::{CreditFigure, credit_figures, credit_terms, on_one_line, rate_kind};
pub use plan::{
    copy_name, do_nothing, entries, entry, input_difference, item, line_name, line_summary, only_session, option_mark,
    option_name, option_title, package, session, session_with_interval, treatment_on, upkeep,
};
pub use prices::{
    ListProblemText, add_quantity, effect_name, effect_totals, list_field, list_problems, list_step, listed_origin,
    listed_reset, listed_says, listed_subject, listed_value, price_note, quantity, quantity_brief, row_problems,
    signed_money, subject, template, yes_or_no,
};
pub use problems::{ProblemText, field, place, problems, unpriced};
pub use progress_errors::{appointment_problems, not_a_line, noted, progress_error};
pub use prospect::{evidence_reviewed, is_it_permanent, prospect};
pub use record::{answers, issued, not_kept, plan_status, status, unopened_traces};
pub use record_errors::record_error;
pub use remarks::{remark, remark_for_client};
pub use sentences::{
    add_ons_phrase, area, beginning_of_course, client, course, credit_phrase, deposit_phrase, depth, horizon,
    price_phrase, purpose, terms_phrase, upkeep_phrase,
};
pub use stop::stopped;
pub use swings::{swing, swing_end, swing_ends, swing_input, swings_title};
pub use time_off::{free_of, kept_free, no_agenda, session_date, strong_sun, taken_over};
pub use typed::{no_amount, no_percentage, not_a_date, not_a_first_day, not_a_number, unread};
pub use unknown::{not_of_plan, unknown_concern, unknown_treatment};
pub use values::field_value;
pub use ways::{paid_in_ways, way_against_plain, way_name};
