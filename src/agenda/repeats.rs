//! When an event that repeats takes place.

use crate::units::Date;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use rrule::RRuleSet;
use std::ops::RangeInclusive;

/// The times within these days of what begins on one, with rules as calendars write them, further times, and those on which
/// it does not take place; none if a rule is not understood. The moment at which a rule ends is read by `moment`.
///
/// The clock on the wall is what counts: all times are handed to the rules as if they were of universal time.
pub(super) fn times(
    start: DateTime,
    rules: &[&str],
    (further, without): (&[DateTime], &[DateTime]),
    within: &RangeInclusive<Date>,
    moment: &dyn Fn(&str) -> Option<DateTime>,
) -> Option<Vec<DateTime>> {
    // A rule is made of plain letters; those who read it for us rely on that.
    if !rules.iter().all(|rule| rule.is_ascii()) {
        return None;
    }
    let dates = |name: &'static str, times: &[DateTime]| -> Vec<String> {
        times.iter().map(|time| format!("{name}:{}", written(*time))).collect()
    };
    let mut lines = dates("DTSTART", &[start]);
    for rule in rules {
        lines.push(format!("RRULE:{}", rule_on_the_wall(rule, moment)?));
    }
    lines.extend(dates("RDATE", further));
    lines.extend(dates("EXDATE", without));
    let set: RRuleSet = lines.join("\n").parse().ok()?;
    // Whatever a rule says, this comes to an end.
    let times = set.limit().into_iter().filter_map(|time| on_the_wall(time.timestamp()));
    let times = times.take_while(|time| time.date() <= *within.end());
    // The first time takes place whether a rule hits it or not, and beside further times too.
    let first = Some(start).filter(|start| !without.contains(start));
    let mut times: Vec<DateTime> = first.into_iter().chain(times).collect();
    times.retain(|time| within.contains(&time.date()));
    times.sort_unstable();
    times.dedup();
    Some(times)
}

/// A rule whose end is on the clock on the wall; none if it repeats within a day.
fn rule_on_the_wall(rule: &str, moment: &dyn Fn(&str) -> Option<DateTime>) -> Option<String> {
    let parts = rule.split(';').map(|part| match part.split_once('=') {
        Some((name, until)) if name.eq_ignore_ascii_case("UNTIL") => {
            let until = until.trim().to_ascii_uppercase();
            let end = if until.contains('T') { written(moment(&until)?) } else { format!("{until}T235959Z") };
            Some(format!("UNTIL={end}"))
        }
        Some((name, often)) if name.eq_ignore_ascii_case("FREQ") => {
            let is_daily = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].iter().any(|one| often.eq_ignore_ascii_case(one));
            is_daily.then(|| part.to_ascii_uppercase())
        }
        _ => Some(part.to_ascii_uppercase()),
    });
    Some(parts.collect::<Option<Vec<String>>>()?.join(";"))
}

fn written(time: DateTime) -> String {
    time.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn on_the_wall(seconds: i64) -> Option<DateTime> {
    Some(Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).datetime())
}
